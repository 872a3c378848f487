import type { Three } from './words.ts';

/** Twelve commitments in own words after the public record of the sixth conference (2019); the Lao is machine Lao. */
export interface SampleCommitment {
  readonly id: string;
  readonly theme: number;
  readonly title: Three;
  readonly text: Three;
  readonly state: 0 | 1 | 2 | 3;
}

export const themes: readonly Three[] = [
  { vi: 'Đào tạo cán bộ', lo: 'ຝຶກອົບຮົມພະນັກງານ', en: 'Training of officials' },
  { vi: 'Đào tạo nghề và giáo viên', lo: 'ອາຊີວະສຶກສາ ແລະ ຄູ', en: 'Vocational training and teachers' },
  { vi: 'Công nhận kỹ năng', lo: 'ການຮັບຮູ້ສີມືແຮງງານ', en: 'Skills recognition' },
  { vi: 'Di cư lao động', lo: 'ການເຄື່ອນຍ້າຍແຮງງານ', en: 'Labour mobility' },
  { vi: 'Bảo trợ xã hội', lo: 'ການປົກປ້ອງສັງຄົມ', en: 'Social protection' },
  { vi: 'Người có công và hài cốt liệt sĩ', lo: 'ຜູ້ມີຄຸນງາມຄວາມດີ ແລະ ອັດຖິນັກຮົບ', en: 'People with meritorious service and remains' },
];

export const commitments: readonly SampleCommitment[] = [
  { id: '6-1', theme: 0, state: 0, title: { vi: 'Khóa ngắn hạn cho cán bộ quản lý', lo: 'ຫຼັກສູດໄລຍະສັ້ນສຳລັບພະນັກງານຄຸ້ມຄອງ', en: 'Short courses for managing officials' }, text: { vi: 'Mỗi năm tổ chức khóa bồi dưỡng ngắn hạn cho cán bộ quản lý lao động và phúc lợi xã hội của Lào.', lo: 'ຈັດຫຼັກສູດໄລຍະສັ້ນທຸກປີໃຫ້ພະນັກງານຄຸ້ມຄອງແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມຂອງລາວ.', en: 'Hold short courses every year for Lao officials who manage labour and social welfare.' } },
  { id: '6-2', theme: 0, state: 1, title: { vi: 'Đào tạo dài hạn và ngôn ngữ', lo: 'ການຝຶກອົບຮົມໄລຍະຍາວ ແລະ ພາສາ', en: 'Long training and languages' }, text: { vi: 'Cử cán bộ trẻ học tiếng và học đại học; dạy tiếng Việt cho cán bộ Lào và tiếng Lào cho cán bộ Việt Nam.', lo: 'ສົ່ງພະນັກງານໜຸ່ມໄປຮຽນພາສາ ແລະ ມະຫາວິທະຍາໄລ; ສອນພາສາຫວຽດນາມໃຫ້ພະນັກງານລາວ ແລະ ພາສາລາວໃຫ້ພະນັກງານຫວຽດນາມ.', en: 'Send young officials to language and degree study; teach Vietnamese to Lao officials and Lao to Vietnamese ones.' } },
  { id: '6-3', theme: 1, state: 1, title: { vi: 'Thiết bị cho các trường nghề', lo: 'ອຸປະກອນໃຫ້ໂຮງຮຽນວິຊາຊີບ', en: 'Equipment for vocational schools' }, text: { vi: 'Hỗ trợ thiết bị đào tạo cho trung tâm phát triển kỹ năng nghề, bàn giao kèm hướng dẫn sử dụng.', lo: 'ຊ່ວຍເຫຼືອອຸປະກອນການຝຶກໃຫ້ສູນພັດທະນາສີມືແຮງງານ, ມອບຮັບພ້ອມຄຳແນະນຳການນຳໃຊ້.', en: 'Give training equipment to skills development centres, handed over with instruction in its use.' } },
  { id: '6-4', theme: 1, state: 0, title: { vi: 'Bồi dưỡng giáo viên dạy nghề', lo: 'ບຳລຸງສ້າງຄູສອນວິຊາຊີບ', en: 'Further training of vocational teachers' }, text: { vi: 'Bồi dưỡng giáo viên các nghề hàn, điện, cơ khí và công nghệ ô tô.', lo: 'ບຳລຸງສ້າງຄູອາຊີບເຊື່ອມ, ໄຟຟ້າ, ກົນຈັກ ແລະ ເຕັກໂນໂລຊີລົດຍົນ.', en: 'Train teachers of welding, electricity, mechanics and automobile technology further.' } },
  { id: '6-5', theme: 2, state: 2, title: { vi: 'So sánh tiêu chuẩn kỹ năng nghề', lo: 'ສົມທຽບມາດຕະຖານສີມືແຮງງານ', en: 'Comparing occupational standards' }, text: { vi: 'Lập bảng so sánh bậc trình độ của hai nước theo khung tham chiếu ASEAN, tiến tới công nhận lẫn nhau.', lo: 'ສ້າງຕາຕະລາງສົມທຽບລະດັບວຸດທິຂອງສອງປະເທດຕາມກອບອ້າງອີງອາຊຽນ, ເພື່ອກ້າວໄປສູ່ການຮັບຮູ້ເຊິ່ງກັນ ແລະ ກັນ.', en: 'Compare the two countries’ qualification levels through the ASEAN reference framework, towards mutual recognition.' } },
  { id: '6-6', theme: 2, state: 1, title: { vi: 'Huấn luyện thi tay nghề ASEAN', lo: 'ຝຶກແອບແຂ່ງຂັນສີມືແຮງງານອາຊຽນ', en: 'Coaching for the ASEAN skills competition' }, text: { vi: 'Huấn luyện thí sinh và chuyên gia của Lào trước các kỳ thi tay nghề khu vực.', lo: 'ຝຶກແອບນັກແຂ່ງຂັນ ແລະ ຊ່ຽວຊານລາວກ່ອນການແຂ່ງຂັນສີມືແຮງງານໃນພາກພື້ນ.', en: 'Coach Lao contestants and experts before the regional skills competitions.' } },
  { id: '6-7', theme: 3, state: 1, title: { vi: 'Thông tin cho lao động qua biên giới', lo: 'ຂໍ້ມູນສຳລັບແຮງງານຂ້າມແດນ', en: 'Information for workers across the border' }, text: { vi: 'Phổ biến hiệp định hợp tác lao động và quy định cấp phép tới doanh nghiệp, người lao động và các tỉnh biên giới.', lo: 'ເຜີຍແຜ່ສັນຍາຮ່ວມມືດ້ານແຮງງານ ແລະ ລະບຽບການອອກໃບອະນຸຍາດເຖິງວິສາຫະກິດ, ຜູ້ອອກແຮງງານ ແລະ ແຂວງຊາຍແດນ.', en: 'Make the labour agreement and the rules of permits known to enterprises, workers and border provinces.' } },
  { id: '6-8', theme: 3, state: 2, title: { vi: 'Trung tâm dịch vụ việc làm kết nghĩa', lo: 'ສູນບໍລິການຈັດຫາງານຄູ່ແຝດ', en: 'Twinned employment service centres' }, text: { vi: 'Các trung tâm dịch vụ việc làm kết nghĩa trao đổi vị trí việc làm trống và nhu cầu kỹ năng.', lo: 'ສູນບໍລິການຈັດຫາງານຄູ່ແຝດແລກປ່ຽນຕຳແໜ່ງງານວ່າງ ແລະ ຄວາມຕ້ອງການສີມືແຮງງານ.', en: 'Twinned employment service centres exchange vacancies and needs of skills.' } },
  { id: '6-9', theme: 4, state: 0, title: { vi: 'Chỉnh hình và phục hồi chức năng', lo: 'ກາຍະອຸປະກອນ ແລະ ຟື້ນຟູໜ້າທີ່ການ', en: 'Orthopaedics and rehabilitation' }, text: { vi: 'Chuyển giao kỹ thuật chỉnh hình, khám và lắp dụng cụ cho người bị tai nạn bom mìn.', lo: 'ຖ່າຍທອດເຕັກນິກກາຍະອຸປະກອນ, ກວດ ແລະ ຕິດຕັ້ງອຸປະກອນໃຫ້ຜູ້ປະສົບໄພລະເບີດຝັງດິນ.', en: 'Hand on orthopaedic technique; examine survivors of landmines and fit devices.' } },
  { id: '6-10', theme: 4, state: 3, title: { vi: 'Kinh nghiệm bảo hiểm xã hội', lo: 'ປະສົບການປະກັນສັງຄົມ', en: 'Experience in social insurance' }, text: { vi: 'Trao đổi kinh nghiệm mở rộng bảo hiểm xã hội và trợ giúp người dễ bị tổn thương.', lo: 'ແລກປ່ຽນປະສົບການຂະຫຍາຍການປະກັນສັງຄົມ ແລະ ຊ່ວຍເຫຼືອຜູ້ດ້ອຍໂອກາດ.', en: 'Share experience in widening social insurance and in helping vulnerable people.' } },
  { id: '6-11', theme: 5, state: 1, title: { vi: 'Tìm kiếm, quy tập hài cốt liệt sĩ', lo: 'ຄົ້ນຫາ ແລະ ເກັບກູ້ອັດຖິນັກຮົບ', en: 'Search for and recovery of remains' }, text: { vi: 'Tiếp tục tìm kiếm, quy tập và hồi hương hài cốt quân tình nguyện và chuyên gia Việt Nam hy sinh tại Lào.', lo: 'ສືບຕໍ່ຄົ້ນຫາ, ເກັບກູ້ ແລະ ສົ່ງອັດຖິທະຫານອາສາສະໝັກ ແລະ ຊ່ຽວຊານຫວຽດນາມທີ່ເສຍສະຫຼະຊີວິດຢູ່ລາວກັບປະເທດ.', en: 'Go on searching for, recovering and repatriating the remains of Vietnamese volunteers and experts who fell in Laos.' } },
  { id: '6-12', theme: 5, state: 0, title: { vi: 'Đoàn người có công', lo: 'ຄະນະຜູ້ມີຄຸນງາມຄວາມດີ', en: 'Delegations of people with meritorious service' }, text: { vi: 'Trao đổi đoàn và kinh nghiệm về chính sách đối với người có công.', lo: 'ແລກປ່ຽນຄະນະ ແລະ ປະສົບການກ່ຽວກັບນະໂຍບາຍຕໍ່ຜູ້ມີຄຸນງາມຄວາມດີ.', en: 'Exchange delegations and experience on policy for people with meritorious service.' } },
];

/** Dates and places of the public record. */
export const meetings: readonly { readonly date: string; readonly place: number; readonly label: Three; readonly bound: boolean }[] = [
  { date: '2013-07-01', place: 1, bound: true, label: { vi: 'Hiệp định hợp tác lao động', lo: 'ສັນຍາຮ່ວມມືດ້ານແຮງງານ', en: 'Labour cooperation agreement' } },
  { date: '2013-07', place: 1, bound: false, label: { vi: 'Hội nghị lần thứ 3', lo: 'ກອງປະຊຸມຄັ້ງທີ 3', en: 'Third conference' } },
  { date: '2015-03', place: 0, bound: false, label: { vi: 'Hội nghị lần thứ 4', lo: 'ກອງປະຊຸມຄັ້ງທີ 4', en: 'Fourth conference' } },
  { date: '2017-08-04', place: 3, bound: false, label: { vi: 'Hội nghị lần thứ 5', lo: 'ກອງປະຊຸມຄັ້ງທີ 5', en: 'Fifth conference' } },
  { date: '2019-03', place: 0, bound: true, label: { vi: 'Hội nghị lần thứ 6, kế hoạch 2019–2021', lo: 'ກອງປະຊຸມຄັ້ງທີ 6, ແຜນການ 2019–2021', en: 'Sixth conference, plan 2019–2021' } },
  { date: '2021-12', place: 1, bound: false, label: { vi: 'Hội nghị lần thứ 7', lo: 'ກອງປະຊຸມຄັ້ງທີ 7', en: 'Seventh conference' } },
  { date: '2022-11', place: 1, bound: true, label: { vi: 'Hội nghị đặc biệt, thỏa thuận nguồn nhân lực', lo: 'ກອງປະຊຸມພິເສດ, ຂໍ້ຕົກລົງຊັບພະຍາກອນມະນຸດ', en: 'Special conference, human resources agreement' } },
  { date: '2023', place: 0, bound: false, label: { vi: 'Hội nghị lần thứ 8', lo: 'ກອງປະຊຸມຄັ້ງທີ 8', en: 'Eighth conference' } },
  { date: '2025-11', place: 1, bound: false, label: { vi: 'Hội nghị lần thứ 9', lo: 'ກອງປະຊຸມຄັ້ງທີ 9', en: 'Ninth conference' } },
];

export const offices: readonly { readonly name: Three; readonly named: string; readonly after: Three; readonly party: 'VN' | 'LA' }[] = [
  { party: 'VN', named: '2007–2025', name: { vi: 'Bộ Lao động – Thương binh và Xã hội', lo: 'ກະຊວງແຮງງານ, ທະຫານເສຍອົງຄະ ແລະ ສັງຄົມ', en: 'Ministry of Labour, Invalids and Social Affairs' }, after: { vi: 'Bộ Nội vụ', lo: 'ກະຊວງພາຍໃນ', en: 'Ministry of Home Affairs' } },
  { party: 'VN', named: '2017–2025', name: { vi: 'Tổng cục Giáo dục nghề nghiệp', lo: 'ທົບວງການສຶກສາວິຊາຊີບ', en: 'Directorate of Vocational Education and Training' }, after: { vi: 'Bộ Giáo dục và Đào tạo', lo: 'ກະຊວງສຶກສາ ແລະ ຝຶກອົບຮົມ', en: 'Ministry of Education and Training' } },
  { party: 'LA', named: '2011–2025', name: { vi: 'Bộ Lao động và Phúc lợi xã hội', lo: 'ກະຊວງແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ', en: 'Ministry of Labour and Social Welfare' }, after: { vi: 'giữ nguyên', lo: 'ຄືເກົ່າ', en: 'unchanged' } },
  { party: 'LA', named: '2011–2025', name: { vi: 'Cục Phát triển kỹ năng nghề và Việc làm', lo: 'ກົມພັດທະນາສີມືແຮງງານ ແລະ ຈັດຫາງານ', en: 'Department of Skills Development and Employment' }, after: { vi: 'giữ nguyên', lo: 'ຄືເກົ່າ', en: 'unchanged' } },
];

export const proposals: readonly Three[] = [
  { vi: 'Giao hai Bộ chuẩn bị thỏa thuận công nhận lẫn nhau về kỹ năng cho các nghề đã so sánh xong.', lo: 'ມອບໃຫ້ສອງກະຊວງກະກຽມຂໍ້ຕົກລົງການຮັບຮູ້ສີມືແຮງງານເຊິ່ງກັນ ແລະ ກັນ ສຳລັບອາຊີບທີ່ໄດ້ສົມທຽບແລ້ວ.', en: 'Have the two ministries prepare mutual recognition of skills for the trades already compared.' },
  { vi: 'Ưu tiên vốn viện trợ cho thiết bị dạy nghề ở các tỉnh biên giới.', lo: 'ໃຫ້ບຸລິມະສິດທຶນຊ່ວຍເຫຼືອສຳລັບອຸປະກອນການສອນວິຊາຊີບໃນແຂວງຊາຍແດນ.', en: 'Give priority in grant aid to training equipment in border provinces.' },
  { vi: 'Rút ngắn thời gian cấp phép lao động và miễn lệ phí cho thực tập sinh.', lo: 'ຫຼຸດຜ່ອນເວລາການອອກໃບອະນຸຍາດແຮງງານ ແລະ ຍົກເວັ້ນຄ່າທຳນຽມໃຫ້ນັກຝຶກງານ.', en: 'Shorten the time for work permits and waive the fee for trainees.' },
];
