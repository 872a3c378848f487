import { field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';

export default defineActivityType({
  name: 'relief',
  order: 160,
  label: label('Cứu trợ', 'Relief', 'ການບັນເທົາທຸກ'),
  fields: { event: field.localized({ label: label('Thiên tai, sự cố', 'Disaster or event', 'ໄພພິບັດ, ເຫດການ'), optional: true, search: 'B' }) },
  results: { reached: field.integer({ label: label('Số người được giúp', 'People reached', 'ຈຳນວນຜູ້ໄດ້ຮັບການຊ່ວຍເຫຼືອ'), optional: true, min: 0 }) },
  iati: { sector: '72010', aidType: 'C01' },
});
