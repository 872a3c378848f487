import { defineMessages, machine } from '@entente/text';

/** The administrator's page of letters. */
export const letterWords = defineMessages('letters', {
  'title': { vi: 'Thư nhắc việc', lo: machine('ຈົດໝາຍເຕືອນ'), en: 'Letters' },
  'lead': { vi: 'Thư nhắc việc đã gửi, đang chờ, không gửi được. Nội dung thư không hiện ở đây.', lo: machine('ຈົດໝາຍເຕືອນທີ່ສົ່ງແລ້ວ, ລໍຖ້າ, ສົ່ງບໍ່ໄດ້. ເນື້ອໃນບໍ່ສະແດງຢູ່ນີ້.'), en: 'Reminders that were sent, wait or failed. What they say is not shown here.' },
  'by-smtp': { vi: 'Thư đi qua máy chủ {where}.', lo: machine('ຈົດໝາຍໄປຜ່ານເຊີບເວີ {where}.'), en: 'Letters leave by the mail server {where}.' },
  'by-folder': { vi: 'Chưa có máy chủ thư: mỗi thư là một tệp .eml trong thư mục {where}. Ghi mail.smtp vào cấu hình để gửi đi.', lo: machine('ຍັງບໍ່ມີເຊີບເວີຈົດໝາຍ: ແຕ່ລະສະບັບແມ່ນໄຟລ໌ .eml ໃນໂຟນເດີ {where}. ໃສ່ mail.smtp ໃນການຕັ້ງຄ່າເພື່ອສົ່ງ.'), en: 'There is no mail server yet: each letter is an .eml file in the folder {where}. Write mail.smtp into the configuration to send them.' },
  'none': { vi: 'Chưa có thư nào. Mỗi người chọn nhận thư ở trang tài khoản của mình; thư đi từ bảy giờ sáng.', lo: machine('ຍັງບໍ່ມີຈົດໝາຍ. ແຕ່ລະຄົນເລືອກຮັບໃນໜ້າບັນຊີຂອງຕົນ; ຈົດໝາຍອອກແຕ່ເຈັດໂມງເຊົ້າ.'), en: 'No letters yet. Each person chooses letters on their own account page; they go out from seven in the morning.' },
  'to': { vi: 'Người nhận', lo: machine('ຜູ້ຮັບ'), en: 'To' },
  'at': { vi: 'Lúc', lo: machine('ເວລາ'), en: 'At' },
  'state': { vi: 'Tình trạng', lo: machine('ສະຖານະ'), en: 'State' },
  'tries': { vi: 'Số lần thử', lo: machine('ຈຳນວນຄັ້ງທີ່ລອງ'), en: 'Tries' },
  'sent': { vi: 'Đã gửi', lo: machine('ສົ່ງແລ້ວ'), en: 'Sent' },
  'under-way': { vi: 'Đang gửi', lo: machine('ກຳລັງສົ່ງ'), en: 'On its way' },
  'failed': { vi: 'Không gửi được', lo: machine('ສົ່ງບໍ່ໄດ້'), en: 'Failed' },
  'again': { vi: 'Thư không gửi được sẽ được thử lại mỗi mười phút trong ngày.', lo: machine('ຈົດໝາຍທີ່ສົ່ງບໍ່ໄດ້ຈະຖືກລອງໃໝ່ທຸກສິບນາທີພາຍໃນມື້ນັ້ນ.'), en: 'What failed is tried again every ten minutes of its day.' },
  'fault-unreachable': { vi: 'Máy chủ thư không trả lời. Kiểm tra địa chỉ và cổng trong mail.smtp, và tường lửa.', lo: machine('ເຊີບເວີຈົດໝາຍບໍ່ຕອບ. ກວດທີ່ຢູ່ ແລະ ພອດໃນ mail.smtp, ແລະ ໄຟວໍ.'), en: 'The mail server does not answer. Look at its address and port in mail.smtp, and at the firewall.' },
  'fault-sign-in': { vi: 'Máy chủ thư không nhận đăng nhập. Kiểm tra tên và mật khẩu trong ENTENTE_SMTP_URL.', lo: machine('ເຊີບເວີບໍ່ຮັບການເຂົ້າລະບົບ. ກວດຊື່ ແລະ ລະຫັດໃນ ENTENTE_SMTP_URL.'), en: 'The mail server refuses the sign-in. Look at the name and password in ENTENTE_SMTP_URL.' },
  'fault-refused': { vi: 'Máy chủ thư không nhận người gửi hoặc người nhận. Kiểm tra mail.from và địa chỉ của người này.', lo: machine('ເຊີບເວີບໍ່ຮັບຜູ້ສົ່ງ ຫຼື ຜູ້ຮັບ. ກວດ mail.from ແລະ ທີ່ຢູ່ຂອງຄົນນີ້.'), en: 'The mail server refuses the sender or the addressee. Look at mail.from and at this person’s address.' },
  'fault-disk': { vi: 'Không ghi được tệp thư. Kiểm tra quyền và chỗ trống của thư mục.', lo: machine('ຂຽນໄຟລ໌ບໍ່ໄດ້. ກວດສິດ ແລະ ພື້ນທີ່ຂອງໂຟນເດີ.'), en: 'The file of the letter cannot be written. Look at the rights and the room of the folder.' },
  'fault-other': { vi: 'Lỗi {code}. Xem nhật ký của nút.', lo: machine('ຂໍ້ຜິດພາດ {code}. ເບິ່ງບັນທຶກຂອງໂນດ.'), en: 'Fault {code}. See the log of the node.' },
});
