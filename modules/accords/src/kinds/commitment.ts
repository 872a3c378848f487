/** Commitment: a part of an item that a person confirmed, or what was said at a meeting where no text is known. */
import { defineKind, field, provenance, type Content } from '@entente/kernel';
import { label } from '@entente/text';
import { endsBefore, ruleProblems } from './across-fields.ts';
import { commitmentTypes, textBases, themeCodes } from './codes.ts';
import { mayJoint, partyField } from './shared-fields.ts';

const amount = field.group({
  money: field.money({ label: label('Số tiền', 'Amount', 'ຈຳນວນເງິນ') }),
  purpose: field.text({ label: label('Dùng vào', 'For', 'ຈຸດປະສົງ'), optional: true }),
}, { label: label('Khoản tiền', 'Amount', 'ຈຳນວນເງິນ') });

export const commitment = defineKind({
  name: 'commitment',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: {
    one: label('Cam kết', 'Commitment', 'ຄຳໝັ້ນສັນຍາ'),
    many: label('Cam kết', 'Commitments', 'ຄຳໝັ້ນສັນຍາ'),
  },
  path: 'commitments',
  fields: {
    text: field.localized({ label: label('Nội dung', 'Text', 'ເນື້ອໃນ'), long: true, search: 'A' }),
    basis: field.code(textBases, { label: label('Cơ sở của nội dung', 'Basis of the text', 'ພື້ນຖານຂອງເນື້ອໃນ') }),
    instrument: field.link(['instrument'], { label: label('Văn kiện', 'Instrument', 'ເອກະສານ'), optional: true, rel: 'instrument', indexed: true }),
    meeting: field.link(['meeting'], { label: label('Cuộc họp', 'Meeting', 'ກອງປະຊຸມ'), optional: true, rel: 'meeting', indexed: true }),
    item: field.text({ label: label('Mục', 'Item', 'ຂໍ້'), optional: true }),
    part: field.text({
      label: label('Phần', 'Part', 'ສ່ວນ'), optional: true,
      help: label('Phần của mục, ví dụ a, b, c.', 'Part of the item, e.g. a, b, c.', 'ສ່ວນຂອງຂໍ້, ເຊັ່ນ a, b, c.'),
    }),
    undertakenOn: field.date({ label: label('Cam kết ngày', 'Undertaken on', 'ວັນທີໃຫ້ຄຳໝັ້ນສັນຍາ'), optional: true, indexed: true }),
    type: field.code(commitmentTypes, { label: label('Loại', 'Type', 'ປະເພດ'), indexed: true }),
    themes: field.list(field.code(themeCodes, { label: label('Lĩnh vực', 'Theme', 'ຂົງເຂດ') }), {
      label: label('Lĩnh vực', 'Themes', 'ຂົງເຂດ'), indexed: true, max: 20,
    }),
    responsible: field.list(field.link(['office', 'body'], { label: label('Cơ quan', 'Office', 'ອົງການ'), rel: 'responsible' }), {
      label: label('Cơ quan chịu trách nhiệm', 'Responsible offices', 'ອົງການຮັບຜິດຊອບ'), optional: true, max: 50,
    }),
    undertakenBy: field.list(partyField, {
      label: label('Bên cam kết', 'Undertaken by', 'ຝ່າຍທີ່ໃຫ້ຄຳໝັ້ນສັນຍາ'), optional: true, max: 50,
      help: label('Chỉ ghi khi không phải mọi bên.', 'Only where it is not every party.', 'ຂຽນສະເພາະເມື່ອບໍ່ແມ່ນທຸກຝ່າຍ.'),
    }),
    period: field.period({ label: label('Giai đoạn', 'Period', 'ໄລຍະ'), optional: true }),
    due: field.date({ label: label('Thời hạn', 'Due', 'ກຳນົດເວລາ'), optional: true, indexed: true }),
    amounts: field.list(amount, { label: label('Khoản tiền', 'Amounts', 'ຈຳນວນເງິນ'), optional: true, max: 50 }),
    fulfilledBy: field.list(field.link(['instrument', 'meeting'], { label: label('Văn kiện hoặc cuộc họp', 'Instrument or meeting', 'ເອກະສານ ຫຼື ກອງປະຊຸມ'), rel: 'fulfilled-by' }), {
      label: label('Đã thực hiện bằng', 'Fulfilled by', 'ໄດ້ປະຕິບັດໂດຍ'), optional: true, max: 20,
    }),
    ...provenance,
  },
  title: (content) => content.text,
  dated: (content) => content.undertakenOn ?? content.period?.from,
  may: mayJoint,
  check: (content) => ruleProblems(
    [() => content.instrument === undefined && content.meeting === undefined, 'accords-rules.commitment-without-origin', ['instrument']],
    [() => content.part !== undefined && content.item === undefined, 'accords-rules.part-without-item', ['part']],
    [() => content.item !== undefined && content.instrument === undefined, 'accords-rules.item-without-instrument', ['item']],
    [() => content.themes.length === 0, 'accords-rules.commitment-without-theme', ['themes']],
    [() => content.due !== undefined && content.undertakenOn !== undefined && endsBefore(content.due, content.undertakenOn), 'accords-rules.due-before-start', ['due']],
  ),
  sought: 'first',
  list: {
    columns: ['text', 'item', 'type', 'themes', 'undertakenOn', 'due'],
    filters: ['themes', 'type', 'instrument', 'meeting', 'confidence'],
  },
});
export type Commitment = Content<typeof commitment>;
