import { field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';
import { conclusions, papers, topic } from '../shared-fields.ts';

export default defineActivityType({
  name: 'expert-exchange',
  order: 70,
  label: label('Trao đổi chuyên gia', 'Expert exchange', 'ແລກປ່ຽນຊ່ຽວຊານ'),
  fields: {
    topic,
    experts: field.integer({ label: label('Số chuyên gia', 'Experts', 'ຈຳນວນຊ່ຽວຊານ'), optional: true, min: 0 }),
    days: field.integer({ label: label('Số ngày', 'Days', 'ຈຳນວນວັນ'), optional: true, min: 1, max: 1_000 }),
  },
  results: { conclusions, papers },
  iati: { sector: '15110', aidType: 'D01' },
});
