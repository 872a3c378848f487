import { codeList, defineKind, field } from '@entente/kernel';
import { label } from '@entente/text';

export const remarkPurposes = codeList('remark-purpose', {
  question: label('Câu hỏi', 'Question', 'ຄຳຖາມ'),
  answer: label('Trả lời', 'Answer', 'ຄຳຕອບ'),
  release: label('Đề nghị nhường', 'Request to release', 'ຄຳຂໍໃຫ້ປ່ອຍ'),
});

/**
 * What one party says about a record without deciding anything: a question back on a proposal, an answer, a request to
 * release a crossed proposal (protocol.md, Consent). Owned: the other party answers with a remark of its own.
 */
export const remark = defineKind({
  name: 'remark',
  version: 1,
  regime: 'owned',
  audience: 'joint',
  label: { one: label('Ý kiến trao đổi', 'Remark', 'ຄຳເຫັນ'), many: label('Ý kiến trao đổi', 'Remarks', 'ຄຳເຫັນ') },
  path: 'remarks',
  fields: {
    about: field.link(['*'], { label: label('Về bản ghi', 'About', 'ກ່ຽວກັບ'), rel: 'remark-on', indexed: true }),
    candidate: field.text({ label: label('Về đề xuất', 'On the proposal', 'ກ່ຽວກັບຂໍ້ສະເໜີ'), optional: true, pattern: /^[0-9a-f]{64}$/u }),
    purpose: field.code(remarkPurposes, { label: label('Mục đích', 'Purpose', 'ຈຸດປະສົງ'), indexed: true }),
    text: field.localized({ label: label('Nội dung', 'Text', 'ເນື້ອໃນ'), long: true, search: 'B' }),
  },
  title: (content) => content.text,
  may: { put: ['coordinator', 'leader', 'focal-point'], retire: ['coordinator'] },
  list: { columns: ['text', 'about', 'purpose'], filters: ['purpose'] },
});
