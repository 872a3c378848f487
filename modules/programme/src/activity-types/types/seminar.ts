import { field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';
import { audience, conclusions, papers, seats, topic } from '../shared-fields.ts';

const paper = field.group({
  number: field.text({ label: label('Số', 'No', 'ເລກທີ'), optional: true }),
  title: field.localized({ label: label('Tên tham luận', 'Title', 'ຊື່ບົດນຳສະເໜີ'), search: 'C' }),
  office: field.link(['office', 'body'], { label: label('Cơ quan trình bày', 'Presented by', 'ອົງການນຳສະເໜີ'), optional: true, rel: 'presenter' }),
}, { label: label('Tham luận', 'Paper', 'ບົດນຳສະເໜີ') });

export default defineActivityType({
  name: 'seminar',
  order: 120,
  label: label('Hội thảo, đối thoại chính sách', 'Seminar or policy dialogue', 'ສຳມະນາ, ສົນທະນານະໂຍບາຍ'),
  fields: {
    topic, audience, seats,
    papers: field.list(paper, { label: label('Tham luận', 'Papers', 'ບົດນຳສະເໜີ'), optional: true, max: 100 }),
  },
  results: { conclusions, papers },
  iati: { sector: '15110', aidType: 'D02' },
});
