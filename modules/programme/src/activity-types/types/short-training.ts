import { field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';
import { audience, evaluation, graduates, institution, seats, topic } from '../shared-fields.ts';

export default defineActivityType({
  name: 'short-training',
  order: 10,
  label: label('Đào tạo, bồi dưỡng ngắn hạn', 'Short training', 'ຝຶກອົບຮົມໄລຍະສັ້ນ'),
  fields: {
    topic, audience, institution, seats,
    days: field.integer({ label: label('Số ngày', 'Days', 'ຈຳນວນວັນ'), optional: true, min: 1, max: 366 }),
  },
  results: { graduates, evaluation },
  iati: { sector: '11330', aidType: 'E01' },
});
