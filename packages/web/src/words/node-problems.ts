import { defineMessages, machine } from '@entente/text';

defineMessages('node', {
  'restored': {
    vi: 'Nút này vừa được khôi phục từ một bản cũ nên chỉ cho đọc. Không có gì được ghi. Nút sẽ tự mở lại khi mọi bên đã đưa lại các hành vi của ta; nếu một nút bạn đã mất hẳn, quản trị viên có thể bỏ qua nút đó.',
    lo: machine('ໂນດນີ້ຫາກໍ່ຖືກກູ້ຄືນຈາກສະບັບເກົ່າ ຈຶ່ງອ່ານໄດ້ຢ່າງດຽວ. ບໍ່ໄດ້ບັນທຶກຫຍັງ. ໂນດຈະເປີດຄືນເອງເມື່ອທຸກຝ່າຍສົ່ງການກະທຳຂອງເຮົາຄືນ; ຖ້າໂນດຄູ່ໃດສູນເສຍຖາວອນ ຜູ້ບໍລິຫານສາມາດຍົກເວັ້ນໄດ້.'),
    en: 'This node was restored from an older state and is read-only. Nothing was recorded. It opens again by itself once every peer has given back our own acts; an administrator can excuse a peer that is gone for good.',
  },
  'not-restored': { vi: 'Nút này không được khôi phục và hoạt động bình thường. Không có gì được ghi.', lo: machine('ໂນດນີ້ບໍ່ໄດ້ຖືກກູ້ຄືນ ແລະ ເຮັດວຽກປົກກະຕິ. ບໍ່ໄດ້ບັນທຶກຫຍັງ.'), en: 'This node was not restored and works as usual. Nothing was recorded.' },
  'unsafe': {
    vi: 'Đĩa không ghi được tệp mức cao nhất, nên nút không ký gì nữa. Hãy kiểm tra đĩa rồi khởi động lại nút.',
    lo: machine('ດິສບໍ່ສາມາດບັນທຶກໄຟລ໌ລະດັບສູງສຸດ ໂນດຈຶ່ງບໍ່ລົງລາຍເຊັນອີກ. ກວດດິສ ແລ້ວເລີ່ມໂນດຄືນໃໝ່.'),
    en: 'The disk refused the high-water file, so the node signs nothing more. Check the disk, then start the node again.',
  },
});
