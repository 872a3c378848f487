/** Lineage: one promise followed through the texts; the later form of a commitment and the earlier one it comes from. */
import { defineKind, field, type Content } from '@entente/kernel';
import { label } from '@entente/text';
import { ruleProblems } from './across-fields.ts';
import { lineageConfidences, lineageRelations } from './codes.ts';
import { mayJoint } from './shared-fields.ts';

export const lineage = defineKind({
  name: 'lineage',
  version: 1,
  regime: 'joint',
  audience: 'joint',
  label: { one: label('Mạch cam kết', 'Lineage', 'ສາຍສືບທອດ'), many: label('Mạch cam kết', 'Lineage', 'ສາຍສືບທອດ') },
  path: 'lineage',
  fields: {
    later: field.link(['commitment'], { label: label('Cam kết sau', 'Later commitment', 'ຄຳໝັ້ນສັນຍາຫຼັງ'), rel: 'later', indexed: true }),
    earlier: field.link(['commitment'], { label: label('Cam kết trước', 'Earlier commitment', 'ຄຳໝັ້ນສັນຍາກ່ອນ'), rel: 'earlier', indexed: true }),
    relation: field.code(lineageRelations, { label: label('Quan hệ', 'Relation', 'ການພົວພັນ'), indexed: true }),
    confidence: field.code(lineageConfidences, { label: label('Độ chắc chắn', 'Confidence', 'ລະດັບຄວາມແນ່ນອນ'), indexed: true }),
    basis: field.localized({
      label: label('Căn cứ', 'Basis', 'ຫຼັກຖານ'), search: 'C',
      help: label('Một dòng: vì sao hai cam kết là một mạch.', 'One line: why the two belong together.', 'ໜຶ່ງແຖວ: ເປັນຫຍັງສອງຄຳໝັ້ນຈຶ່ງຢູ່ສາຍດຽວກັນ.'),
    }),
  },
  title: (content) => content.basis,
  may: mayJoint,
  check: (content) => ruleProblems([() => content.earlier === content.later, 'accords-rules.lineage-of-itself', ['earlier']]),
  list: { columns: ['later', 'relation', 'earlier', 'confidence'], filters: ['relation', 'confidence'] },
});
export type Lineage = Content<typeof lineage>;
