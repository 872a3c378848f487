import { codeList, field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';
import { evaluation, institution } from '../shared-fields.ts';

const awards = codeList('competition-award', {
  'gold': label('Huy chương vàng', 'Gold medal', 'ຫຼຽນຄຳ'),
  'silver': label('Huy chương bạc', 'Silver medal', 'ຫຼຽນເງິນ'),
  'bronze': label('Huy chương đồng', 'Bronze medal', 'ຫຼຽນທອງ'),
  'excellence': label('Chứng chỉ nghề xuất sắc', 'Medallion for excellence', 'ໃບຢັ້ງຢືນດີເລີດ'),
  'took-part': label('Tham dự', 'Took part', 'ເຂົ້າຮ່ວມ'),
});
const people = { optional: true, min: 0 } as const;
const trade = field.localized({ label: label('Nghề', 'Trade', 'ວິຊາຊີບ'), search: 'C' });

export default defineActivityType({
  name: 'skills-coaching',
  order: 50,
  label: label('Huấn luyện thi kỹ năng nghề', 'Skills-competition coaching', 'ຝຶກສອນເພື່ອແຂ່ງຂັນສີມືແຮງງານ'),
  fields: {
    competition: field.localized({ label: label('Kỳ thi', 'Competition', 'ການແຂ່ງຂັນ'), optional: true, search: 'B' }),
    trades: field.list(field.group({
      trade,
      contestants: field.integer({ label: label('Thí sinh', 'Contestants', 'ຜູ້ແຂ່ງຂັນ'), ...people }),
      experts: field.integer({ label: label('Chuyên gia', 'Experts', 'ຊ່ຽວຊານ'), ...people }),
    }, { label: label('Nghề', 'Trade', 'ວິຊາຊີບ') }), { label: label('Các nghề', 'Trades', 'ວິຊາຊີບ'), optional: true, max: 100 }),
    institution,
    weeks: field.integer({ label: label('Số tuần', 'Weeks', 'ຈຳນວນອາທິດ'), optional: true, min: 1, max: 200 }),
  },
  results: {
    awards: field.list(field.group({
      trade, award: field.code(awards, { label: label('Kết quả', 'Result', 'ຜົນ') }), count: field.integer({ label: label('Số lượng', 'Count', 'ຈຳນວນ'), ...people }),
    }, { label: label('Kết quả', 'Result', 'ຜົນ') }), { label: label('Kết quả thi', 'Results of the competition', 'ຜົນການແຂ່ງຂັນ'), optional: true, max: 100 }),
    evaluation,
  },
  iati: { sector: '11330', aidType: 'D02' },
});
