import { defineMessages, machine } from '@entente/text';

/** Error pages: what happened, what was kept, what to do. */
export const errors = defineMessages('web-errors', {
  'title-400': { vi: 'Không đọc được nội dung gửi lên', lo: machine('ອ່ານສິ່ງທີ່ສົ່ງມາບໍ່ໄດ້'), en: 'What was sent cannot be read' },
  'what-400': {
    vi: 'Dữ liệu gửi lên bị hỏng hoặc bị cắt dở dang, có thể do đường truyền.', lo: machine('ຂໍ້ມູນທີ່ສົ່ງມາເສຍຫາຍ ຫຼື ຖືກຕັດ, ອາດຍ້ອນສາຍສື່ສານ.'),
    en: 'The data arrived broken or cut short, perhaps because of the line.',
  },
  'title-403': { vi: 'Bạn không có quyền làm việc này', lo: machine('ທ່ານບໍ່ມີສິດເຮັດສິ່ງນີ້'), en: 'You may not do this' },
  'what-403': {
    vi: 'Vai trò của bạn không cho phép, hoặc yêu cầu không đến từ trang của nút này. Nếu cần quyền, hãy hỏi người quản trị.',
    lo: machine('ບົດບາດຂອງທ່ານບໍ່ອະນຸຍາດ, ຫຼື ຄຳຮ້ອງບໍ່ໄດ້ມາຈາກໜ້າຂອງໂນດນີ້. ຖ້າຕ້ອງການສິດ ກະລຸນາຖາມຜູ້ບໍລິຫານ.'),
    en: 'Your role does not allow it, or the request did not come from a page of this node. If you need the right, ask the administrator.',
  },
  'title-404': { vi: 'Không tìm thấy trang', lo: machine('ບໍ່ພົບໜ້ານີ້'), en: 'Page not found' },
  'what-404': {
    vi: 'Địa chỉ sai, hoặc bản ghi chưa có ở nút này. Hãy tìm theo tên, hoặc chờ lần trao đổi tới.',
    lo: machine('ທີ່ຢູ່ຜິດ ຫຼື ບັນທຶກຍັງບໍ່ມີຢູ່ໂນດນີ້. ກະລຸນາຄົ້ນຫາຕາມຊື່ ຫຼື ລໍຖ້າການແລກປ່ຽນຄັ້ງຕໍ່ໄປ.'),
    en: 'The address is wrong, or the record is not held here yet. Search for it by name, or wait for the next exchange.',
  },
  'title-405': { vi: 'Trang này không nhận yêu cầu kiểu đó', lo: machine('ໜ້ານີ້ບໍ່ຮັບຄຳຮ້ອງແບບນັ້ນ'), en: 'This page does not take such a request' },
  'what-405': { vi: 'Hãy mở trang và dùng biểu mẫu trên đó.', lo: machine('ກະລຸນາເປີດໜ້າ ແລະ ໃຊ້ແບບຟອມໃນນັ້ນ.'), en: 'Open the page and use the form on it.' },
  'title-413': { vi: 'Tệp hoặc biểu mẫu quá lớn', lo: machine('ໄຟລ໌ ຫຼື ແບບຟອມໃຫຍ່ເກີນໄປ'), en: 'The file or form is too large' },
  'what-413': {
    vi: 'Hãy gửi tệp nhỏ hơn hoặc chia thành nhiều tệp.', lo: machine('ກະລຸນາສົ່ງໄຟລ໌ນ້ອຍກວ່າ ຫຼື ແບ່ງເປັນຫຼາຍໄຟລ໌.'), en: 'Send a smaller file, or several smaller ones.',
  },
  'title-415': { vi: 'Kiểu dữ liệu không được nhận', lo: machine('ບໍ່ຮັບຂໍ້ມູນປະເພດນີ້'), en: 'This type of data is not taken' },
  'what-415': { vi: 'Hãy gửi bằng biểu mẫu trên trang.', lo: machine('ກະລຸນາສົ່ງຜ່ານແບບຟອມໃນໜ້າ.'), en: 'Send it with the form on the page.' },
  'title-429': { vi: 'Thử quá nhiều lần', lo: machine('ລອງຫຼາຍເກີນໄປ'), en: 'Too many attempts' },
  'what-429': { vi: 'Hãy chờ 15 phút rồi thử lại.', lo: machine('ກະລຸນາລໍຖ້າ 15 ນາທີ ແລ້ວລອງໃໝ່.'), en: 'Wait 15 minutes and try again.' },
  'title-500': { vi: 'Nút gặp trục trặc', lo: machine('ໂນດມີບັນຫາ'), en: 'The node had a fault' },
  'what-500': {
    vi: 'Lỗi là ở phía máy chủ, không phải ở bạn. Hãy quay lại trang trước rồi thử lại; nếu vẫn vậy, báo người quản trị kèm mã dưới đây.',
    lo: machine('ຄວາມຜິດພາດຢູ່ຝ່າຍເຊີເວີ ບໍ່ແມ່ນທ່ານ. ກັບໄປໜ້າກ່ອນແລ້ວລອງໃໝ່; ຖ້າຍັງຄືເກົ່າ ແຈ້ງຜູ້ບໍລິຫານພ້ອມລະຫັດລຸ່ມນີ້.'),
    en: 'The fault is the server’s, not yours. Go back and try again; if it stays, tell the administrator the reference below.',
  },
  'title-507': { vi: 'Máy chủ hết chỗ', lo: machine('ເຊີເວີບໍ່ມີບ່ອນຫວ່າງ'), en: 'The server has no room' },
  'what-507': {
    vi: 'Hãy báo người quản trị và thử lại khi đã có chỗ.', lo: machine('ກະລຸນາແຈ້ງຜູ້ບໍລິຫານ ແລະ ລອງໃໝ່ເມື່ອມີບ່ອນຫວ່າງ.'), en: 'Tell the administrator, and try again once there is room.',
  },
  'kept': { vi: 'Không có gì bị thay đổi. Những gì đã lưu vẫn còn nguyên.', lo: machine('ບໍ່ມີຫຍັງປ່ຽນແປງ. ສິ່ງທີ່ບັນທຶກໄວ້ແລ້ວຍັງຢູ່ຄືເກົ່າ.'), en: 'Nothing was changed. What was saved before is still there.' },
  'kept-500': {
    vi: 'Thao tác hoặc được ghi trọn vẹn hoặc không ghi gì; không có gì bị ghi dở dang.', lo: machine('ການກະທຳຖືກບັນທຶກທັງໝົດ ຫຼື ບໍ່ບັນທຶກເລີຍ; ບໍ່ມີຫຍັງບັນທຶກເຄິ່ງໆກາງໆ.'),
    en: 'What you did is either saved whole or not at all; nothing is half-written.',
  },
  'reference': { vi: 'Mã: {id}', lo: machine('ລະຫັດອ້າງອີງ: {id}'), en: 'Reference: {id}' },
  'to-home': { vi: 'Về trang chủ', lo: machine('ກັບໜ້າຫຼັກ'), en: 'To the home page' },
});
