import { codeList } from '@entente/kernel';
import { label } from '@entente/text';

/** Themes are the cooperation's own (`Cooperation.themes`); the list has no values of its own. */
export const themeCodes = codeList('themes', {});

/** What an instrument is, by its name in treaty practice. */
export const instrumentTypes = codeList('instrument-type', {
  'agreement': label('Hiệp định, thỏa thuận', 'Agreement', 'ສັນຍາ, ຂໍ້ຕົກລົງ'),
  'protocol': label('Nghị định thư', 'Protocol', 'ອະນຸສັນຍາ'),
  'mou': label('Bản ghi nhớ', 'Memorandum of understanding', 'ບົດບັນທຶກຄວາມເຂົ້າໃຈ'),
  'minutes': label('Biên bản hội nghị', 'Agreed minutes', 'ບົດບັນທຶກກອງປະຊຸມ'),
  'plan': label('Kế hoạch', 'Plan', 'ແຜນການ'),
  'orientation': label('Định hướng', 'Orientation', 'ທິດທາງ'),
  'strategy': label('Chiến lược', 'Strategy', 'ຍຸດທະສາດ'),
  'project': label('Dự án', 'Project', 'ໂຄງການ'),
  'report': label('Báo cáo', 'Report', 'ບົດລາຍງານ'),
  'joint-statement': label('Tuyên bố chung', 'Joint statement', 'ຖະແຫຼງການຮ່ວມ'),
  'declaration': label('Tuyên bố', 'Declaration', 'ຖະແຫຼງການ'),
  'handover-minutes': label('Biên bản bàn giao', 'Handover minutes', 'ບົດບັນທຶກມອບ-ຮັບ'),
  'twinning-agreement': label('Thỏa thuận kết nghĩa', 'Twinning agreement', 'ຂໍ້ຕົກລົງຜູກສ່ຽວ'),
});

/** Who is bound by it. */
export const instrumentLevels = codeList('instrument-level', {
  'party-state': label('Đảng và Nhà nước', 'Party and State', 'ພັກ ແລະ ລັດ'),
  'government': label('Chính phủ', 'Government', 'ລັດຖະບານ'),
  'ministry': label('Bộ', 'Ministry', 'ກະຊວງ'),
  'special-committee': label('Ban công tác đặc biệt', 'Special committee', 'ຄະນະກຳມະການພິເສດ'),
  'unit': label('Đơn vị', 'Unit', 'ໜ່ວຍງານ'),
  'local': label('Địa phương', 'Local', 'ທ້ອງຖິ່ນ'),
  'national': label('Một nước', 'One country', 'ປະເທດດຽວ'),
  'regional': label('Khu vực', 'Regional', 'ພາກພື້ນ'),
});

export const instrumentStatuses = codeList('instrument-status', {
  'planned': label('Dự kiến', 'Planned', 'ວາງແຜນໄວ້'),
  'drafting': label('Đang soạn thảo', 'In drafting', 'ກຳລັງຮ່າງ'),
  'discussed': label('Đã thảo luận', 'Discussed', 'ໄດ້ປຶກສາຫາລື'),
  'in-force': label('Đang có hiệu lực', 'In force', 'ມີຜົນສັກສິດ'),
  'ended': label('Hết hiệu lực', 'Ended', 'ໝົດຜົນສັກສິດ'),
  'replaced': label('Được thay thế', 'Replaced', 'ຖືກແທນທີ່'),
});

/** Whether the text is what was signed, or what was recorded about it. */
export const textBases = codeList('text-basis', {
  'signed-wording': label('Nguyên văn đã ký', 'Signed wording', 'ຖ້ອຍຄຳທີ່ລົງນາມ'),
  'summary': label('Tóm tắt, không phải nguyên văn đã ký', 'Summary, not signed wording', 'ບົດສະຫຼຸບ, ບໍ່ແມ່ນຖ້ອຍຄຳທີ່ລົງນາມ'),
});

export const signingModes = codeList('signing-mode', {
  'in-person': label('Trực tiếp', 'In person', 'ໂດຍກົງ'),
  'online': label('Trực tuyến', 'Online', 'ທາງອອນລາຍ'),
  'exchange': label('Trao đổi văn bản', 'Exchange of texts', 'ແລກປ່ຽນເອກະສານ'),
});

/** Between instruments; the mirror relation is read from the other end. */
export const instrumentRelations = codeList('instrument-relation', {
  'replaces': label('Thay thế', 'Replaces', 'ແທນທີ່'),
  'amends': label('Sửa đổi', 'Amends', 'ດັດແກ້'),
  'implements': label('Triển khai', 'Implements', 'ຈັດຕັ້ງປະຕິບັດ'),
  'cites': label('Viện dẫn', 'Cites', 'ອ້າງອີງ'),
});

export const meetingTypes = codeList('meeting-type', {
  'ministerial-conference': label('Hội nghị Bộ trưởng', 'Ministerial conference', 'ກອງປະຊຸມລັດຖະມົນຕີ'),
  'special-conference': label('Hội nghị Bộ trưởng đặc biệt', 'Special ministerial conference', 'ກອງປະຊຸມລັດຖະມົນຕີສະໄໝພິເສດ'),
  'senior-officials-meeting': label('Hội nghị quan chức cấp cao', "Senior officials' meeting", 'ກອງປະຊຸມເຈົ້າໜ້າທີ່ອາວຸໂສ'),
  'thematic-conference': label('Hội nghị chuyên đề', 'Thematic conference', 'ກອງປະຊຸມສະເພາະດ້ານ'),
  'partners-conference': label('Hội nghị đối tác phát triển', 'Development partners conference', 'ກອງປະຊຸມຄູ່ຮ່ວມພັດທະນາ'),
  'intergovernmental-committee': label('Kỳ họp Ủy ban Liên Chính phủ', 'Intergovernmental Committee session', 'ກອງປະຊຸມຄະນະກຳມະການຮ່ວມມືລະຫວ່າງລັດຖະບານ'),
  'special-committee-session': label('Kỳ họp Ban công tác đặc biệt', 'Special committee session', 'ກອງປະຊຸມຄະນະກຳມະການພິເສດ'),
  'bilateral-meeting': label('Gặp song phương', 'Bilateral meeting', 'ການພົບປະສອງຝ່າຍ'),
  'ministerial-visit': label('Chuyến thăm của Bộ trưởng', 'Ministerial visit', 'ການຢ້ຽມຢາມຂອງລັດຖະມົນຕີ'),
  'reception': label('Tiếp xã giao', 'Reception', 'ການຕ້ອນຮັບ'),
  'handover': label('Lễ bàn giao', 'Handover', 'ພິທີມອບ-ຮັບ'),
});

/** What an undertaking is: a thing to be done, or another thing that parties say to each other. */
export const commitmentTypes = codeList('commitment-type', {
  'action': label('Việc phải làm', 'Action', 'ວຽກທີ່ຕ້ອງເຮັດ'),
  'form': label('Hình thức hợp tác', 'Form of work', 'ຮູບແບບການຮ່ວມມື'),
  'goal': label('Mục tiêu', 'Goal', 'ເປົ້າໝາຍ'),
  'priority': label('Ưu tiên', 'Priority', 'ບູລິມະສິດ'),
  'conditional': label('Cam kết có điều kiện', 'Conditional', 'ຄຳໝັ້ນສັນຍາແບບມີເງື່ອນໄຂ'),
  'offer': label('Đề xuất giúp đỡ', 'Offer', 'ຂໍ້ສະເໜີໃຫ້'),
  'proposal': label('Đề nghị', 'Proposal', 'ຂໍ້ສະເໜີ'),
  'acknowledgement': label('Ghi nhận', 'Acknowledgement', 'ການຮັບຮູ້'),
  'agenda': label('Nội dung bàn', 'Agenda point', 'ຫົວຂໍ້ປຶກສາຫາລື'),
});

/** What holds the twinned together. */
export const twinningTypes = codeList('twinning-type', {
  'twinning': label('Kết nghĩa', 'Twinning', 'ການຜູກສ່ຽວ'),
  'city-agreement': label('Thỏa thuận giữa hai thành phố', 'Arrangement between cities', 'ຂໍ້ຕົກລົງລະຫວ່າງນະຄອນ'),
  'local-agreement': label('Thỏa thuận giữa các địa phương', 'Arrangement between localities', 'ຂໍ້ຕົກລົງລະຫວ່າງທ້ອງຖິ່ນ'),
  'school-agreement': label('Thỏa thuận giữa hai trường', 'Arrangement between schools', 'ຂໍ້ຕົກລົງລະຫວ່າງໂຮງຮຽນ'),
  'exchange': label('Trao đổi thường kỳ', 'Regular exchange', 'ການແລກປ່ຽນເປັນປະຈຳ'),
});

/** How the later form of a commitment stands to the earlier one. */
export const lineageRelations = codeList('lineage-relation', {
  'renews': label('Nhắc lại', 'Renews', 'ຢືນຢັນຄືນ'),
  'continues': label('Tiếp tục', 'Continues', 'ສືບຕໍ່'),
  'narrows': label('Thu hẹp, cụ thể hóa', 'Narrows', 'ຈຳກັດໃຫ້ແຄບລົງ'),
  'widens': label('Mở rộng', 'Widens', 'ຂະຫຍາຍອອກ'),
  'results-from': label('Là kết quả của', 'Results from', 'ເປັນຜົນມາຈາກ'),
});

export const lineageConfidences = codeList('lineage-confidence', {
  'certain': label('Chắc chắn', 'Certain', 'ແນ່ນອນ'),
  'likely': label('Rất có thể', 'Likely', 'ອາດຈະເປັນໄປໄດ້ສູງ'),
  'possible': label('Có thể', 'Possible', 'ອາດເປັນໄປໄດ້'),
});
