import { defineMessages, machine } from '@entente/text';

/** Words of erasing a person's values. */
export const erasureWords = defineMessages('web-erasure', {
  'title': { vi: 'Dữ liệu cá nhân đã xóa', lo: machine('ຂໍ້ມູນສ່ວນບຸກຄົນທີ່ຖືກລຶບ'), en: 'Personal data erased' },
  'erase': { vi: 'Xóa dữ liệu cá nhân', lo: machine('ລຶບຂໍ້ມູນສ່ວນບຸກຄົນ'), en: 'Erase personal data' },
  'ask': {
    vi: 'Bản ghi này có {count} giá trị cá nhân. Chúng và khóa của chúng sẽ bị xóa ở đây ngay, và ở nút của mọi bên khi họ nhận được hành vi này. Không thể hoàn lại.',
    lo: machine('ບັນທຶກນີ້ມີ {count} ຄ່າສ່ວນບຸກຄົນ. ມັນ ແລະ ກະແຈຂອງມັນຈະຖືກລຶບຢູ່ນີ້ທັນທີ ແລະ ຢູ່ໂນດຂອງທຸກຝ່າຍເມື່ອເຂົາໄດ້ຮັບ. ກັບຄືນບໍ່ໄດ້.'),
    en: 'This record has {count} personal values. They and their keys are deleted here at once, and at every party’s node when this act reaches it. It cannot be undone.',
  },
  'stays': {
    vi: 'Bản ghi, lịch sử và bằng chứng vẫn còn; chỗ của giá trị chỉ còn dấu của nó. Các bản sao lưu cũ vẫn giữ giá trị cho đến khi hết hạn.',
    lo: machine('ບັນທຶກ, ປະຫວັດ ແລະ ຫຼັກຖານຍັງຢູ່; ບ່ອນຂອງຄ່າຍັງມີແຕ່ເຄື່ອງໝາຍ. ສຳເນົາສຳຮອງເກົ່າຍັງຖືຄ່າໄວ້ຈົນໝົດກຳນົດ.'),
    en: 'The record, its history and its proofs stay; a mark stands where a value stood. Older backups hold the values until they expire.',
  },
  'nothing': { vi: 'Bản ghi này không còn giá trị cá nhân nào.', lo: machine('ບັນທຶກນີ້ບໍ່ມີຄ່າສ່ວນບຸກຄົນເຫຼືອ.'), en: 'This record has no personal values left.' },
  'done': { vi: 'Đã xóa ở đây. Các bên khác xác nhận bên dưới.', lo: machine('ລຶບຢູ່ນີ້ແລ້ວ. ຝ່າຍອື່ນຢືນຢັນຂ້າງລຸ່ມ.'), en: 'Erased here. The other parties confirm below.' },
  'erased': {
    vi: '{party} ({role}) đã xóa {count} giá trị lúc {when}.', lo: machine('{party} ({role}) ລຶບ {count} ຄ່າເມື່ອ {when}.'),
    en: { one: '{count} value erased on {when} by {party} ({role}).', other: '{count} values erased on {when} by {party} ({role}).' },
  },
  'acknowledged': { vi: '{party} xác nhận đã xóa lúc {when}.', lo: machine('{party} ຢືນຢັນວ່າລຶບແລ້ວເມື່ອ {when}.'), en: '{party} confirmed on {when} that they are gone there too.' },
  'waits': { vi: '{party} chưa xác nhận.', lo: machine('{party} ຍັງບໍ່ຢືນຢັນ.'), en: '{party} has not confirmed yet.' },
  'administrator': { vi: 'quản trị viên', lo: machine('ຜູ້ບໍລິຫານ'), en: 'administrator' },
  'coordinator': { vi: 'điều phối viên', lo: machine('ຜູ້ປະສານງານ'), en: 'coordinator' },
});
