import { field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';
import { conclusions } from '../shared-fields.ts';

export default defineActivityType({
  name: 'other',
  order: 170,
  label: label('Hoạt động khác', 'Other activity', 'ກິດຈະກຳອື່ນ'),
  fields: { nature: field.localized({ label: label('Là việc gì', 'What it is', 'ແມ່ນຫຍັງ'), optional: true, search: 'B' }) },
  results: { conclusions },
  iati: { sector: '15110', aidType: 'D02' },
});
