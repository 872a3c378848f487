/** Twinning: institutes, hospitals or localities of different parties that work together under a standing arrangement. */
import { defineKind, field, provenance, type Content } from '@entente/kernel';
import { label } from '@entente/text';
import { endsBefore, ruleProblems } from './across-fields.ts';
import { themeCodes, twinningTypes } from './codes.ts';
import { mayJoint } from './shared-fields.ts';

export const twinning = defineKind({
  name: 'twinning',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: { one: label('Kết nghĩa', 'Twinning', 'ການຜູກສ່ຽວ'), many: label('Kết nghĩa', 'Twinnings', 'ການຜູກສ່ຽວ') },
  path: 'twinnings',
  fields: {
    name: field.localized({ label: label('Tên', 'Name', 'ຊື່'), search: 'A' }),
    type: field.code(twinningTypes, { label: label('Loại', 'Type', 'ປະເພດ'), indexed: true }),
    sides: field.list(field.link(['office'], { label: label('Cơ quan, địa phương', 'Office or locality', 'ອົງການ, ທ້ອງຖິ່ນ'), rel: 'twinned' }), {
      label: label('Các bên kết nghĩa', 'Twinned offices', 'ຝ່າຍທີ່ຜູກສ່ຽວ'), max: 50,
    }),
    about: field.localized({ label: label('Nội dung', 'What it is about', 'ເນື້ອໃນ'), optional: true, search: 'B' }),
    themes: field.list(field.code(themeCodes, { label: label('Lĩnh vực', 'Theme', 'ຂົງເຂດ') }), { label: label('Lĩnh vực', 'Themes', 'ຂົງເຂດ'), optional: true, indexed: true, max: 20 }),
    from: field.date({ label: label('Từ', 'From', 'ແຕ່'), optional: true, indexed: true }),
    to: field.date({ label: label('Đến', 'Until', 'ເຖິງ'), optional: true }),
    instrument: field.link(['instrument'], { label: label('Văn kiện', 'Instrument', 'ເອກະສານ'), optional: true, rel: 'instrument', indexed: true }),
    ...provenance,
  },
  title: (content) => content.name,
  dated: (content) => content.from,
  may: mayJoint,
  check: (content) => ruleProblems(
    [() => content.sides.length < 2, 'accords-rules.twinning-alone', ['sides']],
    [() => content.from !== undefined && content.to !== undefined && endsBefore(content.to, content.from), 'accords-rules.twinning-ends-early', ['to']],
  ),
  list: { columns: ['name', 'type', 'about', 'from', 'to'], filters: ['type', 'themes', 'confidence'] },
});
export type Twinning = Content<typeof twinning>;
