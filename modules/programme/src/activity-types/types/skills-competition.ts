import { field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';
import { evaluation } from '../shared-fields.ts';

export default defineActivityType({
  name: 'skills-competition',
  order: 60,
  label: label('Kỳ thi kỹ năng nghề', 'Skills competition', 'ການແຂ່ງຂັນສີມືແຮງງານ'),
  fields: {
    trades: field.integer({ label: label('Số nghề thi', 'Trades', 'ຈຳນວນວິຊາຊີບ'), optional: true, min: 0 }),
    contestants: field.integer({ label: label('Số thí sinh', 'Contestants', 'ຈຳນວນຜູ້ແຂ່ງຂັນ'), optional: true, min: 0 }),
  },
  results: { evaluation },
  iati: { sector: '11330', aidType: 'D02' },
});
