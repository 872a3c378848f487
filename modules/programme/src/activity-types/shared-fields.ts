/** Fields that several types of activity ask for. */
import { codeList, field } from '@entente/kernel';
import { label } from '@entente/text';

export const audiences = codeList('audience', {
  'officials': label('Cán bộ, công chức', 'Officials', 'ພະນັກງານລັດ'),
  'teachers': label('Giáo viên, giảng viên', 'Teachers', 'ຄູອາຈານ'),
  'employment-staff': label('Nhân viên dịch vụ việc làm', 'Employment service staff', 'ພະນັກງານບໍລິການຈັດຫາງານ'),
  'welfare-staff': label('Nhân viên công tác xã hội, phục hồi chức năng', 'Social welfare and rehabilitation staff', 'ພະນັກງານສະຫວັດດີການສັງຄົມ ແລະ ຟື້ນຟູໜ້າທີ່ການ'),
  'workers': label('Người lao động', 'Workers', 'ແຮງງານ'),
  'students': label('Học sinh, sinh viên', 'Students', 'ນັກຮຽນ ນັກສຶກສາ'),
  'other': label('Đối tượng khác', 'Others', 'ກຸ່ມອື່ນ'),
});

export const studyLevels = codeList('study-level', {
  'vocational': label('Sơ cấp, trung cấp nghề', 'Vocational certificate', 'ວິຊາຊີບຊັ້ນຕົ້ນ, ຊັ້ນກາງ'),
  'college': label('Cao đẳng', 'College diploma', 'ຊັ້ນສູງ'),
  'bachelor': label('Đại học', 'Bachelor', 'ປະລິນຍາຕີ'),
  'master': label('Thạc sĩ', 'Master', 'ປະລິນຍາໂທ'),
  'doctor': label('Tiến sĩ', 'Doctor', 'ປະລິນຍາເອກ'),
  'other': label('Trình độ khác', 'Other level', 'ລະດັບອື່ນ'),
});

export const audience = field.list(field.code(audiences, { label: label('Đối tượng', 'For whom', 'ກຸ່ມເປົ້າໝາຍ') }), {
  label: label('Đối tượng', 'For whom', 'ກຸ່ມເປົ້າໝາຍ'), optional: true, max: 20,
});
export const seats = field.integer({ label: label('Số chỗ dự kiến', 'Places planned', 'ຈຳນວນບ່ອນທີ່ຄາດໄວ້'), optional: true, min: 0 });
export const topic = field.localized({ label: label('Nội dung', 'Subject', 'ຫົວຂໍ້'), optional: true, search: 'B' });
export const institution = field.link(['office', 'body'], { label: label('Cơ sở đào tạo', 'Institution', 'ສະຖາບັນ'), optional: true, rel: 'institution' });
export const level = field.code(studyLevels, { label: label('Trình độ', 'Level', 'ລະດັບ'), optional: true });
export const graduates = field.integer({ label: label('Số người hoàn thành', 'Graduates', 'ຈຳນວນຜູ້ຈົບ'), optional: true, min: 0 });
export const enrolled = field.integer({ label: label('Số người theo học', 'Enrolled', 'ຈຳນວນຜູ້ເຂົ້າຮຽນ'), optional: true, min: 0 });
export const left = field.integer({ label: label('Số người thôi học', 'Left early', 'ຈຳນວນຜູ້ອອກກ່ອນ'), optional: true, min: 0 });
export const evaluation = field.localized({ label: label('Đánh giá', 'Evaluation', 'ການປະເມີນ'), optional: true, long: true, search: 'C' });
export const conclusions = field.localized({ label: label('Kết luận', 'Conclusions', 'ຂໍ້ສະຫຼຸບ'), optional: true, long: true, search: 'B' });
export const papers = field.files({ label: label('Tài liệu', 'Papers', 'ເອກະສານ'), optional: true });
