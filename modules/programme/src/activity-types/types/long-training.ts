import { field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';
import { audience, enrolled, evaluation, graduates, institution, left, level, seats, topic } from '../shared-fields.ts';

export default defineActivityType({
  name: 'long-training',
  order: 20,
  label: label('Đào tạo dài hạn', 'Long training', 'ຝຶກອົບຮົມໄລຍະຍາວ'),
  fields: {
    topic, audience, level, institution, seats,
    months: field.integer({ label: label('Số tháng', 'Months', 'ຈຳນວນເດືອນ'), optional: true, min: 1, max: 120 }),
  },
  results: { enrolled, graduates, left, evaluation },
  iati: { sector: '11430', aidType: 'E01' },
});
