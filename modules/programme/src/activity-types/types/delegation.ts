import { codeList, field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';
import { conclusions, papers, topic } from '../shared-fields.ts';

const turns = codeList('delegation-turn', {
  'rotating': label('Luân phiên hằng năm', 'In turn, by arrangement', 'ຜັດປ່ຽນກັນ'),
  'single': label('Một lần', 'Once', 'ຄັ້ງດຽວ'),
});

export default defineActivityType({
  name: 'delegation',
  order: 80,
  label: label('Đoàn công tác', 'Delegation', 'ຄະນະຜູ້ແທນ'),
  fields: {
    topic,
    turn: field.code(turns, { label: label('Hình thức đoàn', 'How it takes place', 'ຮູບແບບຄະນະ'), optional: true }),
    visitors: field.integer({ label: label('Số người trong đoàn', 'Members', 'ຈຳນວນສະມາຊິກ'), optional: true, min: 0 }),
    host: field.link(['office', 'body'], { label: label('Cơ quan đón', 'Host', 'ອົງການຕ້ອນຮັບ'), optional: true, rel: 'host' }),
  },
  results: { conclusions, papers },
  iati: { sector: '15110', aidType: 'D02' },
});
