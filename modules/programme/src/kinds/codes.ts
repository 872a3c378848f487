import { codeList } from '@entente/kernel';
import { label } from '@entente/text';

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

export const activityForms = codeList('activity-form', {
  'on-site': label('Trực tiếp', 'On site', 'ເຊິ່ງໜ້າ'),
  'online': label('Trực tuyến', 'Online', 'ທາງອອນລາຍ'),
  'mixed': label('Kết hợp', 'Mixed', 'ປະສົມ'),
});

/** Where the money of a budget line comes from. */
export const fundings = codeList('funding', {
  'state-budget': label('Ngân sách nhà nước', 'State budget', 'ງົບປະມານແຫ່ງລັດ'),
  'oda': label('Vốn ODA', 'Official development assistance', 'ທຶນ ODA'),
  'enterprise': label('Doanh nghiệp', 'Enterprise', 'ວິສາຫະກິດ'),
  'partner': label('Đối tác phát triển', 'Development partner', 'ຄູ່ຮ່ວມພັດທະນາ'),
  'contribution': label('Đóng góp của cộng đồng', 'Contributions', 'ການປະກອບສ່ວນ'),
  'other': label('Nguồn khác', 'Other source', 'ແຫຼ່ງອື່ນ'),
});

/** How an activity goes, as one side reports it. */
export const activityStatuses = codeList('activity-status', {
  'planned': label('Theo kế hoạch', 'Planned', 'ຕາມແຜນ'),
  'under-way': label('Đang làm', 'Under way', 'ກຳລັງດຳເນີນ'),
  'late': label('Chậm', 'Late', 'ຊັກຊ້າ'),
  'suspended': label('Tạm dừng', 'Suspended', 'ໂຈະໄວ້'),
  'done': label('Đã xong', 'Done', 'ສຳເລັດແລ້ວ'),
  'cancelled': label('Hủy bỏ', 'Cancelled', 'ຍົກເລີກ'),
});

/** Kinds of money on the move. */
export const transactionTypes = codeList('transaction-type', {
  'budget': label('Dự toán', 'Budget', 'ງົບປະມານ'),
  'commitment': label('Cam kết cấp', 'Commitment', 'ຄຳໝັ້ນສັນຍາໃຫ້ທຶນ'),
  'disbursement': label('Giải ngân', 'Disbursement', 'ການເບີກຈ່າຍ'),
  'in-kind': label('Hiện vật quy giá', 'In-kind value', 'ມູນຄ່າສິ່ງຂອງ'),
});

/** How exact a number of a source is. */
export const precisions = codeList('precision', {
  'about': label('Khoảng', 'About', 'ປະມານ'),
  'nearly': label('Gần', 'Nearly', 'ເກືອບ'),
  'more-than': label('Hơn', 'More than', 'ຫຼາຍກວ່າ'),
  'at-least': label('Ít nhất', 'At least', 'ຢ່າງໜ້ອຍ'),
  'hundreds': label('Hàng trăm', 'Hundreds', 'ຫຼາຍຮ້ອຍ'),
});

export const statisticNatures = codeList('statistic-nature', {
  'count': label('Đã đếm', 'Counted', 'ນັບແລ້ວ'),
  'forecast': label('Dự báo', 'Forecast', 'ຄາດຄະເນ'),
  'target': label('Mục tiêu', 'Target', 'ເປົ້າໝາຍ'),
});
