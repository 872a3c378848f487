import { defineMessages, machine } from '@entente/text';

export const words = defineMessages('web-evidence', {
  'offline': { vi: 'Trang kiểm tra tệp bằng chứng không cần nút nào', lo: machine('ໜ້າກວດໄຟລ໌ຫຼັກຖານໂດຍບໍ່ຕ້ອງໃຊ້ໂນດ'), en: 'The page that checks an evidence file without any node' },
});

defineMessages('evidence', {
  'home': { vi: 'Bản ghi này không bao giờ rời khỏi nút; không có tệp bằng chứng cho nó.', lo: machine('ບັນທຶກນີ້ບໍ່ອອກຈາກໂນດ; ບໍ່ມີໄຟລ໌ຫຼັກຖານ.'), en: 'This record never leaves the node; there is no evidence file of it.' },
  'unsigned': { vi: 'Chưa có điểm kiểm nào được ký cho bản ghi này. Hãy thử lại sau.', lo: machine('ຍັງບໍ່ມີຈຸດກວດທີ່ລົງລາຍເຊັນສຳລັບບັນທຶກນີ້. ລອງໃໝ່ພາຍຫຼັງ.'), en: 'No signed checkpoint covers this record yet. Try again later.' },
});

defineMessages('version', {
  'unknown': { vi: 'Bản ghi không có phiên bản đó.', lo: machine('ບັນທຶກບໍ່ມີສະບັບນັ້ນ.'), en: 'The record has no such version.' },
});
