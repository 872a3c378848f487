import { codeList, field } from '@entente/kernel';
import { label } from '@entente/text';
import { defineActivityType } from '../define.ts';
import { audience, evaluation, graduates, institution, seats } from '../shared-fields.ts';

const taught = codeList('language-taught', {
  vi: label('Tiếng Việt', 'Vietnamese', 'ພາສາຫວຽດນາມ'),
  lo: label('Tiếng Lào', 'Lao', 'ພາສາລາວ'),
  en: label('Tiếng Anh', 'English', 'ພາສາອັງກິດ'),
  other: label('Ngôn ngữ khác', 'Another language', 'ພາສາອື່ນ'),
});

/** Levels of the Common European Framework of Reference for Languages. */
const levels = codeList('language-level', {
  a1: label('A1', 'A1', 'A1'), a2: label('A2', 'A2', 'A2'), b1: label('B1', 'B1', 'B1'), b2: label('B2', 'B2', 'B2'), c1: label('C1', 'C1', 'C1'), c2: label('C2', 'C2', 'C2'),
});

export default defineActivityType({
  name: 'language-course',
  order: 30,
  label: label('Lớp học tiếng', 'Language course', 'ຫຼັກສູດພາສາ'),
  fields: {
    language: field.code(taught, { label: label('Ngôn ngữ', 'Language taught', 'ພາສາທີ່ສອນ') }),
    level: field.code(levels, { label: label('Trình độ đích', 'Level aimed at', 'ລະດັບເປົ້າໝາຍ'), optional: true }),
    hours: field.integer({ label: label('Số giờ', 'Hours', 'ຈຳນວນຊົ່ວໂມງ'), optional: true, min: 1, max: 5_000 }),
    audience, institution, seats,
  },
  results: { graduates, reached: field.code(levels, { label: label('Trình độ đạt được', 'Level reached', 'ລະດັບທີ່ບັນລຸ'), optional: true }), evaluation },
  iati: { sector: '11230', aidType: 'D02' },
});
