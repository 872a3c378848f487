import { field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';
import { evaluation } from '../shared-fields.ts';

const component = field.group({
  number: field.text({ label: label('Số', 'No', 'ເລກທີ'), optional: true }),
  what: field.localized({ label: label('Hợp phần', 'Component', 'ອົງປະກອບ'), search: 'C' }),
}, { label: label('Hợp phần', 'Component', 'ອົງປະກອບ') });

export default defineActivityType({
  name: 'joint-project',
  order: 140,
  label: label('Dự án chung', 'Joint project', 'ໂຄງການຮ່ວມ'),
  fields: {
    objective: field.localized({ label: label('Mục tiêu', 'Objective', 'ຈຸດປະສົງ'), optional: true, long: true, search: 'B' }),
    components: field.list(component, { label: label('Các hợp phần', 'Components', 'ອົງປະກອບ'), optional: true, max: 50 }),
    executing: field.link(['office', 'body'], { label: label('Chủ dự án', 'Executing agency', 'ອົງການຈັດຕັ້ງປະຕິບັດ'), optional: true, rel: 'executing' }),
  },
  results: { evaluation },
  iati: { sector: '16020', aidType: 'C01' },
});
