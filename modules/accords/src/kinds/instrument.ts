/** Instrument: a text that two or more sides signed or adopted. It never lists its commitments; they link to it. */
import { defineKind, everyEntry, everyRule, field, provenance, type BrokenRule, type Content } from '@entente/kernel';
import { label } from '@entente/text';
import { endsBefore, ruleProblems } from './across-fields.ts';
import { instrumentLevels, instrumentRelations, instrumentStatuses, instrumentTypes, signingModes, textBases } from './codes.ts';
import { languageField, mayJoint, partyField } from './shared-fields.ts';

const signatory = field.group({
  party: field.party({ label: label('Bên', 'Party', 'ຝ່າຍ'), optional: true }),
  office: field.link(['office', 'body'], { label: label('Cơ quan', 'Office', 'ອົງການ'), optional: true, rel: 'signatory' }),
  person: field.link(['person'], { label: label('Người ký', 'Signed by', 'ຜູ້ລົງນາມ'), optional: true, rel: 'signed-by' }),
}, { label: label('Bên ký', 'Signatory', 'ຝ່າຍລົງນາມ') });

/** A numbered passage as it stands in the text; parents are named by number. */
const item = field.group({
  number: field.text({ label: label('Số', 'Number', 'ເລກທີ') }),
  parent: field.text({ label: label('Thuộc mục', 'Under', 'ຢູ່ໃນຂໍ້'), optional: true }),
  text: field.localized({ label: label('Nội dung', 'Text', 'ເນື້ອໃນ'), long: true, search: 'B' }),
}, { label: label('Mục', 'Item', 'ຂໍ້') });

const relation = field.group({
  type: field.code(instrumentRelations, { label: label('Quan hệ', 'Relation', 'ການພົວພັນ') }),
  instrument: field.link(['instrument'], { label: label('Văn kiện', 'Instrument', 'ເອກະສານ'), rel: 'related-instrument' }),
}, { label: label('Văn kiện liên quan', 'Related instrument', 'ເອກະສານທີ່ກ່ຽວຂ້ອງ') });

export const instrument = defineKind({
  name: 'instrument',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: {
    one: label('Văn kiện', 'Instrument', 'ເອກະສານຮ່ວມມື'),
    many: label('Văn kiện', 'Instruments', 'ເອກະສານຮ່ວມມື'),
  },
  path: 'instruments',
  fields: {
    title: field.localized({ label: label('Tên văn kiện', 'Title', 'ຊື່ເອກະສານ'), search: 'A' }),
    type: field.code(instrumentTypes, { label: label('Loại', 'Type', 'ປະເພດ'), indexed: true }),
    level: field.code(instrumentLevels, { label: label('Cấp', 'Level', 'ຂັ້ນ'), indexed: true }),
    basis: field.code(textBases, { label: label('Cơ sở của nội dung', 'Basis of the text', 'ພື້ນຖານຂອງເນື້ອໃນ') }),
    signedOn: field.date({
      label: label('Ngày ký', 'Signed on', 'ວັນທີລົງນາມ'), optional: true, indexed: true,
      help: label('Có thể chỉ ghi năm hoặc tháng nếu không biết ngày.', 'A year or a month will do where the day is not known.', 'ຂຽນສະເພາະປີ ຫຼື ເດືອນກໍໄດ້ ຖ້າບໍ່ຮູ້ວັນທີ.'),
    }),
    place: field.text({ label: label('Nơi ký', 'Place', 'ສະຖານທີ່'), optional: true }),
    signingMode: field.code(signingModes, { label: label('Cách ký', 'How signed', 'ວິທີລົງນາມ'), optional: true }),
    inForceFrom: field.date({ label: label('Có hiệu lực từ', 'In force from', 'ມີຜົນສັກສິດແຕ່'), optional: true }),
    inForceTo: field.date({ label: label('Hết hiệu lực', 'In force until', 'ໝົດຜົນສັກສິດ'), optional: true }),
    status: field.code(instrumentStatuses, { label: label('Tình trạng', 'Status', 'ສະຖານະ'), optional: true, indexed: true }),
    period: field.period({ label: label('Giai đoạn', 'Period', 'ໄລຍະ'), optional: true }),
    parties: field.list(partyField, { label: label('Các bên', 'Parties', 'ຝ່າຍຕ່າງໆ'), optional: true, max: 50 }),
    signatories: field.list(signatory, { label: label('Các bên ký', 'Signatories', 'ຝ່າຍລົງນາມ'), optional: true, max: 50 }),
    leadOffices: field.list(field.link(['office'], { label: label('Cơ quan', 'Office', 'ອົງການ'), rel: 'lead-office' }), {
      label: label('Cơ quan chủ trì thực hiện', 'Lead offices', 'ອົງການຮັບຜິດຊອບຫຼັກ'), optional: true, max: 50,
    }),
    meeting: field.link(['meeting'], { label: label('Thông qua tại', 'Adopted at', 'ຮັບຮອງທີ່'), optional: true, rel: 'meeting', indexed: true }),
    authenticLanguages: field.list(languageField, { label: label('Ngôn ngữ gốc', 'Authentic languages', 'ພາສາຕົ້ນສະບັບ'), optional: true, max: 20 }),
    prevailingLanguage: field.text({
      label: label('Ngôn ngữ được ưu tiên', 'Prevailing language', 'ພາສາທີ່ຖືເປັນຫຼັກ'), optional: true,
      help: label('Dùng khi các bản hiểu khác nhau.', 'Decides where the versions differ.', 'ໃຊ້ເມື່ອສະບັບຕ່າງກັນ.'),
    }),
    items: field.list(item, { label: label('Các mục', 'Items', 'ຂໍ້ຕ່າງໆ'), optional: true, max: 1_000 }),
    scans: field.files({ label: label('Bản chụp đã ký', 'Signed scans', 'ສະບັບສະແກນທີ່ລົງນາມ'), optional: true }),
    relations: field.list(relation, { label: label('Văn kiện liên quan', 'Related instruments', 'ເອກະສານທີ່ກ່ຽວຂ້ອງ'), optional: true, max: 100 }),
    ...provenance,
  },
  title: (content) => content.title,
  dated: (content) => content.signedOn ?? content.period?.from,
  may: mayJoint,
  check: (content) => everyRule(
    () => ruleProblems(
      [() => content.inForceFrom !== undefined && content.inForceTo !== undefined && endsBefore(content.inForceTo, content.inForceFrom), 'accords-rules.end-before-start', ['inForceTo']],
      [() => isForeignTo(content.prevailingLanguage, content.authenticLanguages), 'accords-rules.prevailing-not-authentic', ['prevailingLanguage']],
    ),
    () => everyEntry(content.signatories, (side, at) => (side.party === undefined && side.office === undefined ? [{ id: 'accords-rules.signatory-empty', path: ['signatories', at] }] : [])),
    () => itemProblems(content.items ?? []),
  ),
  sought: 'first',
  list: { columns: ['title', 'type', 'signedOn', 'place'], filters: ['type', 'level', 'status', 'confidence'] },
});
export type Instrument = Content<typeof instrument>;

function isForeignTo(language: string | undefined, authentic: readonly string[] | undefined): boolean {
  return language !== undefined && authentic !== undefined && !authentic.includes(language);
}

function itemProblems(items: readonly { readonly number: string; readonly parent?: string | undefined }[]): readonly BrokenRule[] {
  const first = new Map<string, number>();
  for (const [at, one] of items.entries()) if (!first.has(one.number)) first.set(one.number, at);
  return everyEntry(items, ({ number, parent }, at) => [
    ...(first.get(number) === at ? [] : [{ id: 'accords-rules.item-twice', path: ['items', at, 'number'], params: { number } }]),
    ...(parent !== undefined && (first.get(parent) ?? at) >= at ? [{ id: 'accords-rules.item-parent', path: ['items', at, 'parent'], params: { parent } }] : []),
  ]);
}
