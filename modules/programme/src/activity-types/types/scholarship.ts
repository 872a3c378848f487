import { field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';
import { enrolled, graduates, institution, left, level, seats, topic } from '../shared-fields.ts';

export default defineActivityType({
  name: 'scholarship',
  order: 40,
  label: label('Học bổng', 'Scholarship', 'ທຶນການສຶກສາ'),
  fields: {
    intake: field.date({ label: label('Khóa tuyển', 'Intake', 'ຮຸ່ນຮັບເຂົ້າ') }),
    level,
    years: field.integer({ label: label('Số năm học', 'Years', 'ຈຳນວນປີ'), optional: true, min: 1, max: 12 }),
    topic, institution, seats,
  },
  results: { enrolled, graduates, left, returned: field.integer({ label: label('Số người về nước công tác', 'Returned to service', 'ຈຳນວນຜູ້ກັບຄືນປະຕິບັດງານ'), optional: true, min: 0 }) },
  iati: { sector: '11420', aidType: 'E01' },
});
