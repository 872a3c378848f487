import { field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';
import { conclusions, papers } from '../shared-fields.ts';

export default defineActivityType({
  name: 'joint-research',
  order: 130,
  label: label('Nghiên cứu chung', 'Joint research', 'ຄົ້ນຄວ້າຮ່ວມ'),
  fields: {
    question: field.localized({ label: label('Vấn đề nghiên cứu', 'Question', 'ບັນຫາຄົ້ນຄວ້າ'), long: true, search: 'B' }),
    method: field.localized({ label: label('Phương pháp', 'Method', 'ວິທີການ'), optional: true, long: true, search: 'C' }),
    institutes: field.list(field.link(['office', 'body'], { label: label('Cơ quan nghiên cứu', 'Institute', 'ສະຖາບັນ'), rel: 'institution' }), {
      label: label('Cơ quan nghiên cứu', 'Institutes', 'ສະຖາບັນຄົ້ນຄວ້າ'), optional: true, max: 50,
    }),
  },
  results: { conclusions, papers, publishedOn: field.date({ label: label('Công bố ngày', 'Published on', 'ເຜີຍແຜ່ວັນທີ'), optional: true }) },
  iati: { sector: '43082', aidType: 'D02' },
});
