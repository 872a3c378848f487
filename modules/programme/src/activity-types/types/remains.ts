import { field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';

const sets = { optional: true, min: 0 } as const;

export default defineActivityType({
  name: 'remains',
  order: 150,
  label: label('Tìm kiếm, quy tập, hồi hương hài cốt', 'Search for and return of remains', 'ຊອກຄົ້ນ ແລະ ສົ່ງອັດຖິກັບຄືນ'),
  fields: {
    season: field.text({ label: label('Mùa khô', 'Dry season', 'ລະດູແລ້ງ'), optional: true, pattern: /^[0-9]{4}-[0-9]{4}$/u, help: label('Ví dụ 2022-2023.', 'For example 2022-2023.', 'ຕົວຢ່າງ 2022-2023.') }),
    team: field.localized({ label: label('Đội quy tập', 'Team', 'ໜ່ວຍຊອກຄົ້ນ'), optional: true, search: 'C' }),
  },
  results: {
    sets: field.integer({ label: label('Số bộ hài cốt', 'Sets of remains', 'ຈຳນວນຊຸດອັດຖິ'), ...sets }),
    named: field.integer({ label: label('Trong đó có tên', 'Of them named', 'ໃນນັ້ນມີຊື່'), ...sets }),
  },
  iati: { sector: '16010', aidType: 'D02' },
});
