/** What problems of forms, accounts and the door say. The namespace is the first half of the problem's id. */
import { defineMessages, machine } from '@entente/text';

defineMessages('field', {
  'required': { vi: 'Cần điền mục này.', lo: machine('ຕ້ອງຕື່ມຊ່ອງນີ້.'), en: 'This is needed.' },
  'type': { vi: 'Kiểu giá trị không đúng.', lo: machine('ປະເພດຄ່າບໍ່ຖືກຕ້ອງ.'), en: 'This is not the right type of value.' },
  'format': { vi: 'Giá trị viết không đúng dạng.', lo: machine('ຮູບແບບບໍ່ຖືກຕ້ອງ.'), en: 'This is not written in the form it needs.' },
  'invalid': { vi: 'Giá trị không hợp lệ.', lo: machine('ຄ່າບໍ່ຖືກຕ້ອງ.'), en: 'This value is not valid.' },
  'integer': { vi: 'Cần một số nguyên.', lo: machine('ຕ້ອງເປັນຈຳນວນເຕັມ.'), en: 'A whole number is needed.' },
  'date': { vi: 'Không có ngày này trong lịch.', lo: machine('ບໍ່ມີວັນທີນີ້ໃນປະຕິທິນ.'), en: 'The calendar has no such date.' },
  'in-future': { vi: 'Ngày {date} chưa đến: ở đây chỉ ghi điều đã xảy ra.', lo: machine('ວັນທີ {date} ຍັງບໍ່ມາຮອດ: ບ່ອນນີ້ບັນທຶກແຕ່ສິ່ງທີ່ເກີດຂຶ້ນແລ້ວ.'), en: '{date} has not come yet: only what has happened is written here.' },
  'period-order': { vi: 'Thời gian kết thúc trước khi bắt đầu.', lo: machine('ວັນສິ້ນສຸດມາກ່ອນວັນເລີ່ມຕົ້ນ.'), en: 'The end comes before the beginning.' },
  'too-small': { vi: 'Nhỏ nhất là {least}.', lo: machine('ຢ່າງໜ້ອຍ {least}.'), en: 'The least is {least}.' },
  'too-big': { vi: 'Nhiều nhất là {most}.', lo: machine('ຢ່າງຫຼາຍ {most}.'), en: 'The most is {most}.' },
  'too-long': { vi: 'Dài quá {most}.', lo: machine('ຍາວເກີນ {most}.'), en: 'Longer than {most}.' },
  'currency': { vi: 'Không biết loại tiền “{value}”. Hãy dùng mã ISO 4217, ví dụ VND, LAK, USD.', lo: machine('ບໍ່ຮູ້ຈັກສະກຸນເງິນ “{value}”. ໃຊ້ລະຫັດ ISO 4217, ເຊັ່ນ VND, LAK, USD.'), en: 'The currency “{value}” is not known. Use the ISO 4217 code, e.g. VND, LAK, USD.' },
  'case-shown': {
    vi: 'Loại này có các ô riêng, nay đã hiện trên trang. Hãy điền rồi gửi lại; chưa có gì được lưu vào hồ sơ.', lo: machine('ປະເພດນີ້ມີຊ່ອງຂອງຕົນ, ສະແດງຢູ່ໜ້ານີ້ແລ້ວ. ຕື່ມແລ້ວສົ່ງຄືນ; ຍັງບໍ່ໄດ້ບັນທຶກຫຍັງ.'),
    en: 'What is chosen has fields of its own; they are on the page now. Fill them in and send again: nothing is in the records yet.',
  },
  'code': { vi: '“{value}” không có trong danh mục.', lo: machine('“{value}” ບໍ່ມີໃນລາຍການ.'), en: '“{value}” is not in the list.' },
});

defineMessages('sign-in', {
  'wrong': { vi: 'Tên hoặc mật khẩu không đúng.', lo: machine('ຊື່ ຫຼື ລະຫັດຜ່ານບໍ່ຖືກຕ້ອງ.'), en: 'The name or the password is wrong.' },
  'wrong-password': { vi: 'Mật khẩu hiện tại không đúng.', lo: machine('ລະຫັດຜ່ານປັດຈຸບັນບໍ່ຖືກຕ້ອງ.'), en: 'That is not the password now.' },
  'too-many': { vi: 'Thử quá nhiều lần. Hãy chờ {minutes} phút.', lo: machine('ລອງຫຼາຍເກີນໄປ. ກະລຸນາລໍຖ້າ {minutes} ນາທີ.'), en: 'Too many attempts. Wait {minutes} minutes.' },
});

defineMessages('account', {
  'login': {
    vi: 'Tên người dùng gồm 3 đến 60 chữ thường không dấu, chữ số, dấu chấm hoặc gạch.', lo: machine('ຊື່ຜູ້ໃຊ້ 3 ຫາ 60 ຕົວ: a-z, ຕົວເລກ, ຈຸດ ຫຼື ຂີດ.'),
    en: 'A user name has 3 to 60 small letters a-z, digits, dots or dashes.',
  },
  'taken': { vi: 'Tên này đã có người dùng.', lo: machine('ຊື່ນີ້ມີຜູ້ໃຊ້ແລ້ວ.'), en: 'This name is taken.' },
  'password-length': { vi: 'Mật khẩu cần từ {min} đến {max} ký tự.', lo: machine('ລະຫັດຜ່ານຕ້ອງມີ {min} ຫາ {max} ຕົວອັກສອນ.'), en: 'A password has {min} to {max} characters.' },
  'last-administrator': {
    vi: 'Đây là quản trị viên cuối cùng của nút. Hãy trao vai trò này cho người khác trước.', lo: machine('ນີ້ແມ່ນຜູ້ບໍລິຫານລະບົບຄົນສຸດທ້າຍຂອງໂນດ. ມອບບົດບາດນີ້ໃຫ້ຜູ້ອື່ນກ່ອນ.'),
    en: 'This is the last administrator of the node. Give the role to somebody else first.',
  },
  'closed': { vi: 'Tài khoản này đã khóa.', lo: machine('ບັນຊີນີ້ປິດແລ້ວ.'), en: 'This account is closed.' },
  'link': { vi: 'Liên kết này đã được dùng hoặc đã hết hạn.', lo: machine('ລິ້ງນີ້ໃຊ້ແລ້ວ ຫຼື ໝົດອາຍຸ.'), en: 'This link was used already, or has expired.' },
  'roles': { vi: 'Cần ít nhất một vai trò có thật.', lo: machine('ຕ້ອງມີຢ່າງໜ້ອຍໜຶ່ງບົດບາດທີ່ມີຈິງ.'), en: 'At least one role that exists is needed.' },
});

defineMessages('upload', {
  'too-large': { vi: 'Nội dung gửi lên quá {mebibytes} MB.', lo: machine('ສິ່ງທີ່ສົ່ງມາເກີນ {mebibytes} MB.'), en: 'What was sent is over {mebibytes} MB.' },
  'type': { vi: 'Nội dung gửi lên không thuộc kiểu được nhận.', lo: machine('ປະເພດຂອງສິ່ງທີ່ສົ່ງມາບໍ່ໄດ້ຮັບ.'), en: 'What was sent is of a type that is not taken.' },
  'malformed': { vi: 'Nội dung gửi lên bị hỏng hoặc bị cắt.', lo: machine('ສິ່ງທີ່ສົ່ງມາເສຍຫາຍ ຫຼື ຖືກຕັດ.'), en: 'What was sent is broken or cut short.' },
  'program': { vi: 'Tệp “{name}” là chương trình; không nhận chương trình.', lo: machine('ໄຟລ໌ “{name}” ແມ່ນໂປຣແກຣມ; ບໍ່ຮັບໂປຣແກຣມ.'), en: 'The file “{name}” is a program; programs are not taken.' },
  'name': { vi: 'Windows không mở được tệp tên “{name}”. Hãy đổi tên tệp.', lo: machine('Windows ເປີດໄຟລ໌ຊື່ “{name}” ບໍ່ໄດ້. ກະລຸນາປ່ຽນຊື່ໄຟລ໌.'), en: 'Windows cannot open a file called “{name}”. Give it another name.' },
  'other-content': {
    vi: 'Tệp “{name}” không phải {says} như tên ghi: bên trong là {holds}. Hãy chọn đúng tệp hoặc lưu lại.', lo: machine('ໄຟລ໌ “{name}” ບໍ່ແມ່ນ {says} ຕາມຊື່: ຂ້າງໃນແມ່ນ {holds}. ເລືອກໄຟລ໌ທີ່ຖືກຕ້ອງ ຫຼື ບັນທຶກໃໝ່.'),
    en: 'The file “{name}” is no {says}, whatever its name says: it holds {holds}. Choose the right file, or save it again.',
  },
  'not-that': {
    vi: 'Tệp “{name}” không phải {says} như tên ghi. Hãy chọn đúng tệp hoặc lưu lại.', lo: machine('ໄຟລ໌ “{name}” ບໍ່ແມ່ນ {says} ຕາມຊື່. ເລືອກໄຟລ໌ທີ່ຖືກຕ້ອງ ຫຼື ບັນທຶກໃໝ່.'),
    en: 'The file “{name}” is no {says}, whatever its name says. Choose the right file, or save it again.',
  },
  'unknown-file': { vi: 'Tệp “{name}” không còn ở đây. Hãy chọn lại tệp.', lo: machine('ໄຟລ໌ “{name}” ບໍ່ຢູ່ນີ້ແລ້ວ. ກະລຸນາເລືອກໃໝ່.'), en: 'The file “{name}” is not here any more. Choose it again.' },
});

defineMessages('api', {
  'unauthorised': { vi: 'Cần một mã truy cập cá nhân có hiệu lực.', lo: machine('ຕ້ອງມີລະຫັດເຂົ້າເຖິງສ່ວນຕົວທີ່ໃຊ້ໄດ້.'), en: 'A valid personal token is needed.' },
  'forbidden': { vi: 'Vai trò của người giữ mã không cho phép việc này.', lo: machine('ບົດບາດຂອງຜູ້ຖືລະຫັດບໍ່ອະນຸຍາດ.'), en: 'The roles of the token’s person do not allow this.' },
  'not-found': { vi: 'Không có gì ở địa chỉ này.', lo: machine('ບໍ່ມີຫຍັງຢູ່ທີ່ຢູ່ນີ້.'), en: 'There is nothing at this address.' },
  'no-command': { vi: 'Nút này không có lệnh đó.', lo: machine('ໂນດນີ້ບໍ່ມີຄຳສັ່ງນັ້ນ.'), en: 'This node has no such command.' },
  'input': { vi: 'Dữ liệu vào không đúng: {reason}', lo: machine('ຂໍ້ມູນເຂົ້າບໍ່ຖືກຕ້ອງ: {reason}'), en: 'The input is not right: {reason}' },
  'fault': { vi: 'Máy chủ gặp trục trặc. Mã: {id}', lo: machine('ເຊີເວີມີບັນຫາ. ລະຫັດ: {id}'), en: 'The server had a fault. Reference: {id}' },
});
