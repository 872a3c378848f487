/** The sample's words: own wording after public facts of the cooperation; the Lao is written by machine. */
export type Three = { readonly vi: string; readonly lo: string; readonly en: string };

export const words = {
  title: { vi: 'Báo cáo chung về thực hiện Kế hoạch hợp tác 2019–2021', lo: 'ບົດລາຍງານຮ່ວມກ່ຽວກັບການຈັດຕັ້ງປະຕິບັດແຜນການຮ່ວມມື 2019–2021', en: 'Joint report on the 2019–2021 plan of cooperation' },
  subtitle: { vi: 'Lao động, phúc lợi xã hội, kỹ năng nghề và người có công', lo: 'ແຮງງານ, ສະຫວັດດີການສັງຄົມ, ສີມືແຮງງານ ແລະ ຜູ້ມີຄຸນງາມຄວາມດີຕໍ່ປະເທດຊາດ', en: 'Labour, social welfare, vocational skills and people with meritorious service' },
  mark: { vi: 'Bản thực tập', lo: 'ສະບັບຝຶກຫັດ', en: 'Exercise' },
  running: { vi: 'Báo cáo chung 2019–2021', lo: 'ບົດລາຍງານຮ່ວມ 2019–2021', en: 'Joint report 2019–2021' },
  vietnam: { vi: 'Cộng hòa xã hội chủ nghĩa Việt Nam', lo: 'ສາທາລະນະລັດ ສັງຄົມນິຍົມ ຫວຽດນາມ', en: 'Socialist Republic of Viet Nam' },
  laos: { vi: 'Cộng hòa Dân chủ Nhân dân Lào', lo: 'ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ', en: 'Lao People’s Democratic Republic' },
  period: { vi: 'Giai đoạn', lo: 'ໄລຍະ', en: 'Period' },
  version: { vi: 'Phiên bản', lo: 'ສະບັບ', en: 'Version' },
  languages: { vi: 'Ngôn ngữ', lo: 'ພາສາ', en: 'Languages' },
  languageNames: { vi: 'tiếng Việt, tiếng Lào, tiếng Anh', lo: 'ພາສາຫວຽດນາມ, ພາສາລາວ, ພາສາອັງກິດ', en: 'Vietnamese, Lao, English' },
  introduction: { vi: 'Mở đầu', lo: 'ພາກສະເໜີ', en: 'Introduction' },
  lead: {
    vi: 'Hội nghị Bộ trưởng lần thứ sáu năm 2019 đã thông qua kế hoạch ba năm. Báo cáo này ghi lại việc hai bên đã làm, số liệu hai bên đã thống nhất và những điều còn phải bàn.',
    lo: 'ກອງປະຊຸມລັດຖະມົນຕີຄັ້ງທີຫົກ ປີ 2019 ໄດ້ຮັບຮອງເອົາແຜນການສາມປີ. ບົດລາຍງານສະບັບນີ້ບັນທຶກສິ່ງທີ່ທັງສອງຝ່າຍໄດ້ປະຕິບັດ, ຕົວເລກທີ່ໄດ້ຕົກລົງກັນ ແລະ ບັນຫາທີ່ຍັງຕ້ອງປຶກສາຫາລື.',
    en: 'The sixth ministerial conference adopted a three-year plan in 2019. This report records what both sides did, the figures they settled and what is still to be discussed.',
  },
  method: {
    vi: 'Mỗi bên báo cáo theo từng cam kết và từng năm. Số liệu chỉ được cộng khi kỳ báo cáo nằm trọn trong giai đoạn; kỳ chồng lấn được liệt kê riêng, không chia tỷ lệ.',
    lo: 'ແຕ່ລະຝ່າຍລາຍງານຕາມແຕ່ລະຄຳໝັ້ນສັນຍາ ແລະ ແຕ່ລະປີ. ຕົວເລກຈະຖືກບວກເຂົ້າກັນສະເພາະເມື່ອໄລຍະລາຍງານຢູ່ພາຍໃນໄລຍະທັງໝົດ; ໄລຍະທີ່ທັບຊ້ອນກັນແມ່ນຂຽນແຍກຕ່າງຫາກ, ບໍ່ມີການແບ່ງອັດຕາສ່ວນ.',
    en: 'Each side reports by commitment and by year. Figures are summed only where a reporting period lies wholly inside the plan; overlapping periods are listed apart and never prorated.',
  },
  footnote: {
    vi: 'Nội dung cam kết là bản tóm tắt, không phải nguyên văn đã ký; báo cáo của hai bên trong tài liệu này là bài thực tập.',
    lo: 'ເນື້ອໃນຄຳໝັ້ນສັນຍາແມ່ນບົດສະຫຼຸບ, ບໍ່ແມ່ນຂໍ້ຄວາມທີ່ລົງນາມ; ບົດລາຍງານຂອງທັງສອງຝ່າຍໃນເອກະສານນີ້ແມ່ນບົດຝຶກຫັດ.',
    en: 'Commitments are summarised, not quoted as signed; the two sides’ reports in this document are an exercise.',
  },
  state: { vi: 'Tình hình hợp tác qua số liệu', lo: 'ສະພາບການຮ່ວມມືຜ່ານຕົວເລກ', en: 'The cooperation in figures' },
  byTheme: { vi: 'Cam kết theo lĩnh vực và trạng thái', lo: 'ຄຳໝັ້ນສັນຍາແຍກຕາມຂົງເຂດ ແລະ ສະຖານະ', en: 'Commitments by theme and state' },
  reported: { vi: 'Số người được đào tạo theo báo cáo của mỗi bên', lo: 'ຈຳນວນຜູ້ໄດ້ຮັບການຝຶກອົບຮົມຕາມການລາຍງານຂອງແຕ່ລະຝ່າຍ', en: 'People trained, as each side reports' },
  money: { vi: 'Kinh phí theo nguồn', lo: 'ງົບປະມານຕາມແຫຼ່ງທຶນ', en: 'Money by source' },
  meetingsLine: { vi: 'Hội nghị và văn kiện 2013–2025', lo: 'ກອງປະຊຸມ ແລະ ເອກະສານ 2013–2025', en: 'Conferences and instruments, 2013–2025' },
  theme: { vi: 'Lĩnh vực', lo: 'ຂົງເຂດ', en: 'Theme' },
  total: { vi: 'Tổng', lo: 'ລວມ', en: 'Total' },
  people: { vi: 'người', lo: 'ຄົນ', en: 'people' },
  millions: { vi: 'triệu đồng', lo: 'ລ້ານດົ່ງ', en: 'VND million' },
  missing: { vi: 'chưa báo cáo', lo: 'ຍັງບໍ່ລາຍງານ', en: 'not reported' },
  grant: { vi: 'Viện trợ không hoàn lại', lo: 'ທຶນຊ່ວຍເຫຼືອລ້າ', en: 'Grant aid' },
  enterprise: { vi: 'Doanh nghiệp', lo: 'ວິສາຫະກິດ', en: 'Enterprises' },
  partner: { vi: 'Đối tác phát triển', lo: 'ຄູ່ຮ່ວມພັດທະນາ', en: 'Development partners' },
  date: { vi: 'Ngày', lo: 'ວັນທີ', en: 'Date' },
  event: { vi: 'Sự kiện', lo: 'ເຫດການ', en: 'Event' },
  commitments: { vi: 'Thực hiện từng cam kết', lo: 'ການຈັດຕັ້ງປະຕິບັດແຕ່ລະຄຳໝັ້ນສັນຍາ', en: 'The commitments one by one' },
  commitment: { vi: 'Cam kết', lo: 'ຄຳໝັ້ນສັນຍາ', en: 'Commitment' },
  responsible: { vi: 'Cơ quan phụ trách', lo: 'ໜ່ວຍງານຮັບຜິດຊອບ', en: 'Responsible offices' },
  origin: { vi: 'Nguồn', lo: 'ທີ່ມາ', en: 'From' },
  earlier: { vi: 'Các lần trước', lo: 'ຄັ້ງກ່ອນ', en: 'Earlier forms' },
  difficulties: { vi: 'Khó khăn', lo: 'ຂໍ້ຫຍຸ້ງຍາກ', en: 'Difficulties' },
  indicator: { vi: 'Chỉ số', lo: 'ຕົວຊີ້ວັດ', en: 'Indicator' },
  reports: { vi: 'Số liệu báo cáo', lo: 'ຕົວເລກທີ່ລາຍງານ', en: 'Reported' },
  settled: { vi: 'Thống nhất', lo: 'ຕົກລົງ', en: 'Settled' },
  difference: { vi: 'Chênh lệch', lo: 'ສ່ວນຕ່າງ', en: 'Difference' },
  stateHead: { vi: 'Trạng thái', lo: 'ສະຖານະ', en: 'State' },
  figuresOf: { vi: 'Số liệu của cam kết', lo: 'ຕົວເລກຂອງຄຳໝັ້ນສັນຍາ', en: 'Figures of commitment' },
  activity: { vi: 'Hoạt động', lo: 'ກິດຈະກຳ', en: 'Activity' },
  activities: { vi: 'Hoạt động thực hiện cam kết', lo: 'ກິດຈະກຳຂອງຄຳໝັ້ນສັນຍາ', en: 'Activities under commitment' },
  jointly: { vi: 'Hai bên cùng thống nhất', lo: 'ທັງສອງຝ່າຍເຫັນດີຮ່ວມກັນ', en: 'Both sides agree' },
  problems: { vi: 'Vấn đề còn lại', lo: 'ບັນຫາທີ່ຍັງຄ້າງ', en: 'Remaining problems' },
  proposals: { vi: 'Đề xuất với hai Chính phủ', lo: 'ຂໍ້ສະເໜີຕໍ່ສອງລັດຖະບານ', en: 'Proposals to the two Governments' },
  instruments: { vi: 'Văn kiện', lo: 'ເອກະສານ', en: 'Instruments' },
  meetings: { vi: 'Hội nghị', lo: 'ກອງປະຊຸມ', en: 'Meetings' },
  place: { vi: 'Địa điểm', lo: 'ສະຖານທີ່', en: 'Place' },
  offices: { vi: 'Cơ quan theo tên gọi tại thời điểm', lo: 'ໜ່ວຍງານຕາມຊື່ໃນເວລານັ້ນ', en: 'Offices as named at the time' },
  office: { vi: 'Cơ quan', lo: 'ໜ່ວຍງານ', en: 'Office' },
  named: { vi: 'Mang tên này', lo: 'ໃຊ້ຊື່ນີ້', en: 'So named' },
  after: { vi: 'Về sau', lo: 'ຫຼັງຈາກນັ້ນ', en: 'Afterwards' },
  year: { vi: 'Năm {year}', lo: 'ປີ {year}', en: 'Year {year}' },
} as const satisfies Record<string, Three>;

export const states: readonly { readonly shape: 'done' | 'running' | 'late' | 'none'; readonly label: Three }[] = [
  { shape: 'done', label: { vi: 'đã xong', lo: 'ສຳເລັດແລ້ວ', en: 'done' } },
  { shape: 'running', label: { vi: 'đang làm', lo: 'ກຳລັງປະຕິບັດ', en: 'under way' } },
  { shape: 'late', label: { vi: 'chậm', lo: 'ຊັກຊ້າ', en: 'late' } },
  { shape: 'none', label: { vi: 'chưa báo cáo', lo: 'ຍັງບໍ່ລາຍງານ', en: 'not reported' } },
];

/** What a side's account of a year is put together from; {n} people, {place}, {year}. */
export const sentences: readonly Three[] = [
  { vi: 'Trong năm {year}, {n} cán bộ đã dự khóa ngắn hạn tại {place}; chương trình do hai bên cùng soạn và giảng bằng cả hai ngôn ngữ.', lo: 'ໃນປີ {year} ມີພະນັກງານ {n} ຄົນເຂົ້າຮ່ວມຫຼັກສູດໄລຍະສັ້ນທີ່ {place}; ຫຼັກສູດນີ້ທັງສອງຝ່າຍຮ່ວມກັນສ້າງ ແລະ ສອນເປັນທັງສອງພາສາ.', en: 'In {year} {n} officials attended a short course in {place}; the programme was written by both sides and taught in both languages.' },
  { vi: 'Đoàn công tác sang {place} để khảo sát nhu cầu, trao đổi với các trường nghề và bàn cách dùng chung tài liệu giảng dạy.', lo: 'ຄະນະວຽກງານໄດ້ເດີນທາງໄປ {place} ເພື່ອສຳຫຼວດຄວາມຕ້ອງການ, ແລກປ່ຽນກັບບັນດາໂຮງຮຽນວິຊາຊີບ ແລະ ປຶກສາຫາລືວິທີໃຊ້ເອກະສານການສອນຮ່ວມກັນ.', en: 'A mission went to {place} to study needs, met the vocational schools and discussed how teaching material can be shared.' },
  { vi: 'Việc bàn giao thiết bị bị lùi lại vì biên giới đóng cửa; phần còn lại được chuyển sang năm sau theo thỏa thuận của hai bên.', lo: 'ການມອບຮັບອຸປະກອນຖືກເລື່ອນອອກໄປຍ້ອນການປິດຊາຍແດນ; ສ່ວນທີ່ເຫຼືອໄດ້ຖືກໂອນໄປປີຕໍ່ໄປຕາມການຕົກລົງຂອງທັງສອງຝ່າຍ.', en: 'The hand-over of equipment was put off because the border was closed; what remained moved to the next year by agreement.' },
  { vi: 'Hai trung tâm kết nghĩa tại {place} đã họp trực tuyến {n} lần, lập danh mục nghề ưu tiên và thống nhất mẫu báo cáo.', lo: 'ສອງສູນຄູ່ແຝດທີ່ {place} ໄດ້ປະຊຸມທາງໄກ {n} ຄັ້ງ, ສ້າງລາຍການອາຊີບບຸລິມະສິດ ແລະ ຕົກລົງແບບຟອມລາຍງານ.', en: 'The twinned centres in {place} met online {n} times, listed priority trades and settled the form of reports.' },
  { vi: 'Kinh phí chủ yếu từ viện trợ không hoàn lại; doanh nghiệp đầu tư tại {place} đóng góp chỗ thực tập cho {n} học viên.', lo: 'ງົບປະມານສ່ວນໃຫຍ່ມາຈາກທຶນຊ່ວຍເຫຼືອລ້າ; ວິສາຫະກິດທີ່ລົງທຶນຢູ່ {place} ໄດ້ປະກອບສ່ວນບ່ອນຝຶກງານໃຫ້ນັກຮຽນ {n} ຄົນ.', en: 'Most of the money was grant aid; enterprises investing in {place} offered workplaces for {n} trainees.' },
  { vi: 'Bộ tiêu chuẩn kỹ năng được dịch và so sánh từng bậc; phần chưa thống nhất được ghi trong phụ lục để kỳ họp sau xem xét.', lo: 'ມາດຕະຖານສີມືແຮງງານໄດ້ຖືກແປ ແລະ ສົມທຽບແຕ່ລະຂັ້ນ; ສ່ວນທີ່ຍັງບໍ່ທັນເປັນເອກະພາບໄດ້ບັນທຶກໄວ້ໃນເອກະສານຊ້ອນທ້າຍເພື່ອພິຈາລະນາໃນກອງປະຊຸມຄັ້ງໜ້າ.', en: 'The skills standards were translated and compared level by level; what is not yet agreed is kept in an annex for the next meeting.' },
  { vi: 'Số người tham gia thấp hơn dự kiến vì đại dịch; hai bên giữ nguyên mục tiêu và kéo dài thời hạn.', lo: 'ຈຳນວນຜູ້ເຂົ້າຮ່ວມຕ່ຳກວ່າທີ່ຄາດໄວ້ຍ້ອນໂລກລະບາດ; ທັງສອງຝ່າຍຮັກສາເປົ້າໝາຍເດີມ ແລະ ຂະຫຍາຍເວລາ.', en: 'Fewer people took part than planned because of the pandemic; both sides keep the target and lengthen the time.' },
  { vi: 'Cơ quan địa phương tại {place} đề nghị có đầu mối thường trực để giải quyết nhanh việc cấp phép cho lao động qua biên giới.', lo: 'ອົງການທ້ອງຖິ່ນຢູ່ {place} ສະເໜີໃຫ້ມີຜູ້ປະສານງານປະຈຳເພື່ອແກ້ໄຂການອອກໃບອະນຸຍາດໃຫ້ແຮງງານຂ້າມແດນໃຫ້ວ່ອງໄວ.', en: 'Local offices in {place} ask for a permanent contact so that permits of workers across the border are settled quickly.' },
];

export const difficultyWords: readonly Three[] = [
  { vi: 'Tài liệu chưa được dịch kịp thời sang tiếng Lào.', lo: 'ເອກະສານຍັງບໍ່ທັນໄດ້ແປເປັນພາສາລາວໃຫ້ທັນເວລາ.', en: 'Papers are not translated into Lao in time.' },
  { vi: 'Hai bên đếm người tham gia theo cách khác nhau.', lo: 'ທັງສອງຝ່າຍນັບຜູ້ເຂົ້າຮ່ວມດ້ວຍວິທີທີ່ແຕກຕ່າງກັນ.', en: 'The two sides count participants differently.' },
  { vi: 'Kinh phí được cấp muộn so với kế hoạch.', lo: 'ງົບປະມານຖືກສະໜອງຊ້າກວ່າແຜນ.', en: 'Money arrives later than planned.' },
  { vi: 'Cán bộ đầu mối thay đổi khi sắp xếp lại bộ máy.', lo: 'ພະນັກງານປະສານງານມີການປ່ຽນແປງເມື່ອປັບປຸງກົງຈັກການຈັດຕັ້ງ.', en: 'Focal points change when offices are reorganised.' },
];

export const places: readonly Three[] = [
  { vi: 'Viêng Chăn', lo: 'ນະຄອນຫຼວງວຽງຈັນ', en: 'Vientiane' }, { vi: 'Hà Nội', lo: 'ຮ່າໂນ້ຍ', en: 'Hà Nội' },
  { vi: 'Sa-vẳn-na-khệt', lo: 'ສະຫວັນນະເຂດ', en: 'Savannakhet' }, { vi: 'Nghệ An', lo: 'ເງ້ອານ', en: 'Nghệ An' },
  { vi: 'Chăm-pa-sắc', lo: 'ຈຳປາສັກ', en: 'Champasak' }, { vi: 'Quảng Trị', lo: 'ກວາງຈິ', en: 'Quảng Trị' },
];
