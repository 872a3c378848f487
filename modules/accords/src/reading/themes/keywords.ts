import type { Lang } from '@entente/text';

/** Words by which the themes of a cooperation show, per language; a cooperation with other themes brings its own. */
export type ThemeKeywords = Readonly<Record<string, Readonly<Record<Lang, readonly string[]>>>>;

/** For the themes of labour, social welfare, skills and people with meritorious service. Lao: machine, to be checked. */
export const themeKeywords: ThemeKeywords = {
  business: {
    vi: ['doanh nghiệp', 'đầu tư', 'nhà đầu tư', 'liên doanh', 'người sử dụng lao động'],
    lo: ['ວິສາຫະກິດ', 'ນັກລົງທຶນ', 'ການລົງທຶນ', 'ຜູ້ໃຊ້ແຮງງານ'],
    en: ['enterprise', 'enterprises', 'business', 'businesses', 'investor', 'investors', 'investment', 'joint venture', 'employers', 'firms'],
  },
  capacity: {
    vi: ['nâng cao năng lực', 'tăng cường năng lực', 'nâng cao trình độ', 'bồi dưỡng', 'nâng cao kỹ thuật'],
    lo: ['ຍົກລະດັບ', 'ສ້າງຄວາມເຂັ້ມແຂງ', 'ຄວາມອາດສາມາດ'],
    en: ['capacity', 'capacity building', 'competence', 'build staff skills'],
  },
  children: { vi: ['trẻ em', 'chăm sóc trẻ'], lo: ['ເດັກ', 'ເດັກນ້ອຍ'], en: ['child', 'children', 'child protection'] },
  competitions: {
    vi: ['kỳ thi tay nghề', 'kỳ thi kỹ năng nghề', 'thi tay nghề', 'thí sinh', 'hội thi tay nghề', 'tổ chức kỹ năng nghề thế giới'],
    lo: ['ການແຂ່ງຂັນສີມືແຮງງານ', 'ແຂ່ງຂັນສີມື', 'ສີມືແຮງງານອາຊຽນ', 'ສີມືແຮງງານໂລກ'],
    en: ['skills competition', 'skills competitions', 'skill contest', 'skill contests', 'worldskills', 'contestants'],
  },
  digital: {
    vi: ['chuyển đổi số', 'số hóa', 'trực tuyến', 'công nghệ thông tin', 'cơ sở dữ liệu'],
    lo: ['ດິຈິຕອນ', 'ຫັນເປັນດິຈິຕອນ', 'ອອນລາຍ', 'ຖານຂໍ້ມູນ'],
    en: ['digital', 'digital transformation', 'digitisation', 'digitalisation', 'online', 'information technology', 'database'],
  },
  equipment: {
    vi: ['thiết bị', 'trang thiết bị', 'trang bị', 'cơ sở vật chất', 'bàn giao thiết bị'],
    lo: ['ອຸປະກອນ', 'ເຄື່ອງມື'],
    en: ['equipment', 'facilities', 'tools', 'hand-over of equipment'],
  },
  funding: {
    vi: ['vốn viện trợ', 'không hoàn lại', 'ODA', 'nguồn vốn', 'kinh phí', 'tài trợ', 'ngân sách', 'viện trợ'],
    lo: ['ທຶນຊ່ວຍເຫຼືອລ້າ', 'ງົບປະມານ', 'ແຫຼ່ງທຶນ'],
    en: ['ODA', 'grant aid', 'funding', 'funded', 'funds', 'budget', 'non-refundable'],
  },
  gender: { vi: ['bình đẳng giới', 'phụ nữ', 'lao động nữ', 'quyền năng cho phụ nữ'], lo: ['ແມ່ຍິງ', 'ບົດບາດຍິງຊາຍ', 'ຍິງ-ຊາຍ'], en: ['gender', 'women', 'gender equality', 'female workers'] },
  labour_migration: {
    vi: ['lao động nước ngoài', 'hiệp định hợp tác lao động', 'hiệp định hợp tác về lao động', 'lao động di cư', 'dịch chuyển lao động', 'đi làm việc tại', 'giấy phép lao động', 'quản lý lao động', 'người lao động việt nam', 'người lao động lào', 'hợp đồng lao động'],
    lo: ['ແຮງງານຕ່າງປະເທດ', 'ແຮງງານເຄື່ອນຍ້າຍ', 'ສັນຍາຮ່ວມມືດ້ານແຮງງານ', 'ໃບອະນຸຍາດເຮັດວຽກ', 'ຄຸ້ມຄອງແຮງງານ'],
    en: ['foreign workers', 'migrant workers', 'migrant labourers', 'labour migration', 'work permit', 'work permits', 'labour agreement', 'labour cooperation agreement', 'migration', 'labour mobility'],
  },
  language: { vi: ['tiếng Lào', 'tiếng Việt', 'ngôn ngữ', 'ngoại ngữ'], lo: ['ພາສາລາວ', 'ພາສາຫວຽດນາມ', 'ພາສາຫວຽດ'], en: ['Lao language', 'Vietnamese language', 'language training', 'language course', 'language courses'] },
  law_policy: {
    vi: ['luật pháp', 'pháp luật', 'chính sách', 'quy định', 'văn bản', 'hoàn thiện luật', 'bộ luật'],
    lo: ['ກົດໝາຍ', 'ນະໂຍບາຍ', 'ລະບຽບການ', 'ນິຕິກຳ'],
    en: ['law', 'laws', 'policy', 'policies', 'legislation', 'regulations', 'legal', 'policymaking'],
  },
  local: { vi: ['địa phương', 'tỉnh biên giới', 'chung đường biên giới', 'các tỉnh', 'cấp tỉnh', 'chung biên giới'], lo: ['ທ້ອງຖິ່ນ', 'ແຂວງຊາຍແດນ', 'ບັນດາແຂວງ'], en: ['localities', 'local', 'provinces', 'provincial', 'border provinces', 'border localities'] },
  meeting: {
    vi: ['hội nghị bộ trưởng', 'lần thứ', 'được tổ chức tại', 'phiên họp', 'luân phiên tổ chức', 'quan chức cấp cao'],
    lo: ['ກອງປະຊຸມລັດຖະມົນຕີ', 'ກອງປະຊຸມ', 'ຄັ້ງທີ'],
    en: ['ministerial conference', "senior officials' meeting", 'next conference', 'meeting will be held', 'conference will be held'],
  },
  meritorious: { vi: ['người có công', 'thương binh', 'liệt sĩ', 'liệt sỹ', 'công với cách mạng'], lo: ['ຜູ້ມີຜົນງານ', 'ຜູ້ມີຄຸນງາມຄວາມດີ', 'ທະຫານເສຍອົງຄະ', 'ນັກຮົບເສຍຊີວິດ'], en: ['meritorious service', 'people with merits', 'persons with merits', 'war invalids', 'veterans'] },
  method: { vi: ['hình thức hợp tác', 'cơ chế hợp tác', 'phương thức', 'đối thoại chính sách', 'trao đổi chuyên gia', 'hợp tác kỹ thuật'], lo: ['ຮູບແບບການຮ່ວມມື', 'ກົນໄກ', 'ແລກປ່ຽນຊ່ຽວຊານ'], en: ['forms of cooperation', 'mechanism', 'mechanisms', 'expert exchange', 'exchange of experts', 'policy dialogue', 'technical cooperation'] },
  projects: { vi: ['dự án', 'nghiên cứu xem xét', 'đề án', 'chương trình chung'], lo: ['ໂຄງການ', 'ຄົ້ນຄວ້າຮ່ວມ'], en: ['project', 'projects', 'joint project', 'feasibility', 'joint research'] },
  public_administration: { vi: ['công vụ', 'công chức', 'hành chính', 'sắp xếp tổ chức bộ máy', 'cải cách hành chính', 'bộ máy'], lo: ['ລັດຖະກອນ', 'ການບໍລິຫານລັດ', 'ພະນັກງານລັດຖະກອນ'], en: ['civil service', 'civil servants', 'public administration', 'administrative reform'] },
  regional: { vi: ['ASEAN', 'khu vực và quốc tế', 'hội nhập quốc tế', 'đa phương', 'diễn đàn khu vực', 'tiểu vùng'], lo: ['ອາຊຽນ', 'ພາກພື້ນ ແລະ ສາກົນ', 'ເຊື່ອມໂຍງສາກົນ'], en: ['ASEAN', 'regional', 'international integration', 'multilateral', 'Mekong'] },
  remains: { vi: ['hài cốt', 'quy tập', 'quân tình nguyện', 'bộ đội Lào', 'hồi hương', 'hy sinh tại'], lo: ['ອັດຖິ', 'ຊອກຄົ້ນ', 'ທະຫານອາສາສະໝັກ', 'ທະຫານອາສາ'], en: ['remains', 'fallen soldiers', 'repatriation', 'volunteer soldiers', 'martyrs'] },
  review: { vi: ['đánh giá những kết quả', 'đánh giá kết quả', 'sơ kết', 'tổng kết', 'báo cáo', 'những vấn đề tồn tại', 'rà soát'], lo: ['ປະເມີນຜົນ', 'ສະຫຼຸບ', 'ລາຍງານ', 'ທົບທວນ'], en: ['review', 'assess', 'evaluate', 'evaluated', 'progress report', 'achieved results', 'take stock'] },
  scholarships: { vi: ['học bổng', 'lưu học sinh', 'tiếp nhận học sinh'], lo: ['ທຶນການສຶກສາ', 'ທຶນຮຽນ', 'ນັກສຶກສາ'], en: ['scholarship', 'scholarships', 'lao students'] },
  skills_recognition: {
    vi: ['tiêu chuẩn kỹ năng nghề', 'công nhận lẫn nhau', 'công nhận kỹ năng', 'khung tham chiếu', 'đánh giá kỹ năng', 'khung trình độ'],
    lo: ['ມາດຕະຖານສີມືແຮງງານ', 'ຮັບຮູ້ສີມືແຮງງານ', 'ຮັບຮູ້ເຊິ່ງກັນ', 'ຂອບອ້າງອີງ'],
    en: ['skill standards', 'skills standards', 'occupational standards', 'mutual recognition', 'recognition of skills', 'qualifications framework', 'referencing'],
  },
  social_protection: {
    vi: ['bảo hiểm xã hội', 'trợ giúp xã hội', 'an sinh xã hội', 'giảm nghèo', 'người khuyết tật', 'người cao tuổi', 'thiên tai', 'bảo trợ xã hội', 'phục hồi chức năng', 'chỉnh hình', 'an toàn lao động'],
    lo: ['ປະກັນສັງຄົມ', 'ສະຫວັດດີການສັງຄົມ', 'ຄົນພິການ', 'ຜູ້ສູງອາຍຸ', 'ໄພພິບັດ', 'ຫຼຸດຜ່ອນຄວາມທຸກຍາກ', 'ປົກປ້ອງສັງຄົມ'],
    en: ['social insurance', 'social protection', 'social assistance', 'social security', 'poverty reduction', 'disabled people', 'people with disabilities', 'older people', 'disaster', 'landmine victims', 'rehabilitation', 'occupational safety'],
  },
  training_officials: { vi: ['đào tạo cán bộ', 'bồi dưỡng cán bộ', 'cán bộ ngắn hạn', 'cán bộ làm công tác', 'đội ngũ cán bộ'], lo: ['ຝຶກອົບຮົມພະນັກງານ', 'ບຳລຸງສ້າງພະນັກງານ'], en: ['training for officials', 'training of officials', 'short-term and long-term training', 'officials'] },
  training_teachers: { vi: ['giáo viên dạy nghề', 'đào tạo giáo viên', 'giáo viên trong các', 'đội ngũ giáo viên', 'bồi dưỡng giáo viên'], lo: ['ຄູອາຊີວະສຶກສາ', 'ຝຶກອົບຮົມຄູ', 'ຄູຝຶກ'], en: ['teacher training', 'training of teachers', 'vocational teachers', 'instructors'] },
  twinning: { vi: ['kết nghĩa', 'ký kết hợp tác giữa'], lo: ['ຜູກສ່ຽວ', 'ຄູ່ຮ່ວມມື', 'ບ້ານພີ່ເມືອງນ້ອງ'], en: ['twinning', 'twinned', 'sister'] },
  vocational: {
    vi: ['đào tạo nghề', 'dạy nghề', 'giáo dục nghề nghiệp', 'kỹ năng nghề', 'cơ sở đào tạo nghề', 'trường nghề'],
    lo: ['ອາຊີວະສຶກສາ', 'ຝຶກອົບຮົມວິຊາຊີບ', 'ພັດທະນາສີມືແຮງງານ', 'ສີມືແຮງງານ'],
    en: ['vocational', 'vocational training', 'vocational education', 'skills development', 'technical education', 'TVET'],
  },
};
