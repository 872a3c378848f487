import { codeList } from '@entente/kernel';
import { label } from './wording.ts';

/** Themes are the cooperation's own (`Cooperation.themes`); the list has no values of its own. */
export const themeCodes = codeList('themes', {});

/** How far a commitment is in a period, as one side reports it. */
export const reportStates = codeList('report-state', {
  'not-started': label('Chưa bắt đầu', 'Not started', 'ຍັງບໍ່ທັນເລີ່ມ'),
  'under-way': label('Đang làm', 'Under way', 'ກຳລັງດຳເນີນ'),
  'partly-done': label('Đã làm một phần', 'Partly done', 'ສຳເລັດບາງສ່ວນ'),
  'done': label('Đã xong', 'Done', 'ສຳເລັດແລ້ວ'),
  'stuck': label('Vướng mắc', 'Stuck', 'ຕິດຂັດ'),
  'dropped': label('Thôi không làm', 'Dropped', 'ຍົກເລີກ'),
});

/** What an indicator counts; only people are counted by sex. */
export const indicatorMeasures = codeList('indicator-measure', {
  'people': label('Đếm người', 'People', 'ນັບຄົນ'),
  'count': label('Đếm việc, vật', 'Things', 'ນັບສິ່ງຂອງ'),
  'money': label('Số tiền', 'Money', 'ຈຳນວນເງິນ'),
  'percent': label('Tỷ lệ phần trăm', 'Percentage', 'ອັດຕາສ່ວນຮ້ອຍ'),
});

/** What several periods give together in a joint report. */
export const indicatorCombinations = codeList('indicator-combination', {
  'sum': label('Cộng các kỳ', 'Sum of the periods', 'ບວກທຸກໄລຍະ'),
  'latest': label('Lấy kỳ cuối', 'Latest period', 'ເອົາໄລຍະຫຼ້າສຸດ'),
  'none': label('Không gộp', 'Never combined', 'ບໍ່ລວມ'),
});

export const jointReportStates = codeList('joint-report-state', {
  'draft': label('Dự thảo', 'Draft', 'ສະບັບຮ່າງ'),
  'frozen': label('Đã chốt', 'Frozen', 'ປິດສະບັບແລ້ວ'),
  'adopted': label('Đã được hội nghị thông qua', 'Adopted by the conference', 'ກອງປະຊຸມຮັບຮອງແລ້ວ'),
});
