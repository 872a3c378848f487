/** Statistic: a figure found in a text or on a page, with what it counts, when, and how exact it is. */
import { defineKind, everyRule, field, type Content } from '@entente/kernel';
import { endProblems } from './across-records.ts';
import { precisions, statisticNatures, themeCodes } from './codes.ts';
import { mayJoint, provenance } from './shared-fields.ts';
import { label } from '@entente/text';

const part = field.group({
  what: field.localized({ label: label('Đếm gì', 'What is counted', 'ນັບຫຍັງ') }),
  value: field.decimalNumber({ label: label('Số', 'Number', 'ຈຳນວນ') }),
}, { label: label('Trong đó', 'Of which', 'ໃນນັ້ນ') });

export const statistic = defineKind({
  name: 'statistic',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: { one: label('Số liệu thống kê', 'Statistic', 'ຂໍ້ມູນສະຖິຕິ'), many: label('Số liệu thống kê', 'Statistics', 'ຂໍ້ມູນສະຖິຕິ') },
  path: 'statistics',
  fields: {
    what: field.localized({ label: label('Đếm gì', 'What is counted', 'ນັບຫຍັງ'), search: 'A' }),
    value: field.decimalNumber({ label: label('Số', 'Number', 'ຈຳນວນ'), optional: true }),
    most: field.decimalNumber({ label: label('Nhiều nhất', 'At most', 'ຫຼາຍສຸດ'), optional: true, help: label('Khi nguồn nêu một khoảng.', 'Where the source gives a span.', 'ເມື່ອແຫຼ່ງຂໍ້ມູນໃຫ້ເປັນຊ່ວງ.') }),
    precision: field.code(precisions, { label: label('Độ chính xác', 'How exact', 'ຄວາມຊັດເຈນ'), optional: true }),
    unit: field.localized({ label: label('Đơn vị', 'Unit', 'ຫົວໜ່ວຍ') }),
    nature: field.code(statisticNatures, { label: label('Tính chất', 'Nature', 'ລັກສະນະ'), indexed: true }),
    date: field.date({ label: label('Năm, ngày', 'Year or date', 'ປີ, ວັນທີ'), optional: true, indexed: true }),
    from: field.date({ label: label('Tính từ', 'Counted from', 'ນັບແຕ່'), optional: true }),
    to: field.date({ label: label('Tính đến', 'Counted to', 'ນັບຮອດ'), optional: true }),
    countedBy: field.link(['office', 'body'], { label: label('Cơ quan đếm', 'Counted by', 'ຜູ້ນັບ'), optional: true, rel: 'counted-by' }),
    themes: field.list(field.code(themeCodes, { label: label('Lĩnh vực', 'Theme', 'ຂົງເຂດ') }), { label: label('Lĩnh vực', 'Themes', 'ຂົງເຂດ'), optional: true, indexed: true, max: 20 }),
    parts: field.list(part, { label: label('Trong đó', 'Of which', 'ໃນນັ້ນ'), optional: true, max: 50 }),
    ...provenance,
  },
  title: (content) => content.what,
  dated: (content) => content.date ?? content.to,
  may: mayJoint,
  check: (content) => everyRule(
    () => endProblems(content.from, content.to, ['to']),
    () => (content.value === undefined && content.precision === undefined ? [{ id: 'field.required', path: ['value'] }] : []),
  ),
  sought: 'last',
  list: { columns: ['what', 'value', 'unit', 'date', 'nature'], filters: ['nature', 'themes', 'confidence'] },
});
export type Statistic = Content<typeof statistic>;
