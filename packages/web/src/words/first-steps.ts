import { defineMessages, machine } from '@entente/text';

/** Words of the home page of a node on which nothing is recorded yet. */
export const firstStepWords = defineMessages('web-first-steps', {
  'title': { vi: 'Những bước đầu tiên', lo: machine('ຂັ້ນຕອນທຳອິດ'), en: 'First steps' },
  'so-far': { vi: 'xong {done} trên {total}', lo: machine('ແລ້ວ {done} ໃນ {total}'), en: '{done} of {total} done' },
  'done': { vi: 'Đã xong', lo: machine('ແລ້ວ'), en: 'Done' },
  'open': { vi: 'Chưa làm', lo: machine('ຍັງບໍ່ໄດ້ເຮັດ'), en: 'To be done' },
  'nothing-yet': {
    vi: 'Chưa có gì được ghi ở đây. Quản trị viên đang chuẩn bị nút này; văn kiện, cam kết và kế hoạch sẽ hiện ra ở trang này.',
    lo: machine('ຍັງບໍ່ມີຫຍັງຖືກບັນທຶກຢູ່ນີ້. ຜູ້ບໍລິຫານກຳລັງກະກຽມໂນດນີ້; ເອກະສານ, ຄຳໝັ້ນສັນຍາ ແລະ ແຜນການຈະສະແດງຢູ່ໜ້ານີ້.'),
    en: 'Nothing is recorded here yet. An administrator is preparing this node; instruments, commitments and plans will appear on this page.',
  },
  'keys': { vi: 'Trao đổi khóa với các bên khác', lo: machine('ແລກປ່ຽນກະແຈກັບຝ່າຍອື່ນ'), en: 'Exchange keys with the other parties' },
  'keys-how': {
    vi: 'Mỗi bên chạy entente peer show, đọc dấu vân tay qua điện thoại, rồi entente peer add và khởi động lại.',
    lo: machine('ແຕ່ລະຝ່າຍແລ່ນ entente peer show, ອ່ານລາຍນິ້ວມືທາງໂທລະສັບ, ແລ້ວ entente peer add ແລະ ເລີ່ມຄືນ.'),
    en: 'Each side runs entente peer show, the fingerprints are compared by telephone, then entente peer add, and start again.',
  },
  'reached': { vi: 'Liên lạc được với nút các bên khác', lo: machine('ຕິດຕໍ່ໂນດຝ່າຍອື່ນໄດ້'), en: 'Reach the other parties’ nodes' },
  'reached-how': {
    vi: 'Trang này cho biết nút kia có trả lời không và phải làm gì. Không có đường truyền thì trao đổi bằng tệp: entente export.',
    lo: machine('ໜ້ານີ້ບອກວ່າໂນດນັ້ນຕອບບໍ່ ແລະ ຕ້ອງເຮັດຫຍັງ. ຖ້າບໍ່ມີສາຍ ໃຫ້ແລກປ່ຽນດ້ວຍໄຟລ໌: entente export.'),
    en: 'The page says whether it answers and what to do. Without a line, exchange by file: entente export.',
  },
  'people': { vi: 'Thêm người dùng đầu tiên', lo: machine('ເພີ່ມຄົນທຳອິດ'), en: 'Add the first people' },
  'people-how': { vi: 'Ít nhất một điều phối viên: người đề xuất và đồng ý thay cho bên mình.', lo: machine('ຢ່າງໜ້ອຍຜູ້ປະສານງານໜຶ່ງຄົນ: ຜູ້ສະເໜີ ແລະ ເຫັນດີແທນຝ່າຍຕົນ.'), en: 'At least one coordinator: whoever proposes and agrees for this side.' },
  'office': { vi: 'Thêm cơ quan đầu tiên', lo: machine('ເພີ່ມອົງການທຳອິດ'), en: 'Add the first office' },
  'office-how': { vi: 'Nhập từng cơ quan, hoặc đưa cả bảng Excel, CSV vào.', lo: machine('ປ້ອນເທື່ອລະອົງການ ຫຼື ນຳຕາຕະລາງ Excel, CSV ເຂົ້າ.'), en: 'One by one, or all of them from a table (Excel, CSV).' },
  'backup': { vi: 'Sao lưu lần đầu', lo: machine('ສຳຮອງເທື່ອທຳອິດ'), en: 'Make the first backup' },
  'backup-how': {
    vi: 'Tạo khóa bằng entente backup key, cất phần bí mật vào két, thêm backup vào node.yaml.',
    lo: machine('ສ້າງກະແຈດ້ວຍ entente backup key, ເກັບສ່ວນລັບໄວ້ໃນຕູ້ນິລະໄພ, ເພີ່ມ backup ໃສ່ node.yaml.'),
    en: 'Make a key with entente backup key, put its secret half into a safe, add backup to node.yaml.',
  },
  'mark': { vi: 'Để tệp mức cao nhất ở nơi khác cơ sở dữ liệu', lo: machine('ເກັບໄຟລ໌ລະດັບສູງສຸດໄວ້ບ່ອນອື່ນ ບໍ່ແມ່ນບ່ອນຖານຂໍ້ມູນ'), en: 'Keep the high-water file elsewhere than the database' },
  'mark-how': {
    vi: 'Đặt highWater trong node.yaml sang một đĩa khác: nhờ nó nút biết khi cả thư mục bị thay bằng bản cũ.',
    lo: machine('ຕັ້ງ highWater ໃນ node.yaml ໄປດິສອື່ນ: ມັນເຮັດໃຫ້ໂນດຮູ້ ເມື່ອທັງໂຟນເດີຖືກແທນດ້ວຍສະບັບເກົ່າ.'),
    en: 'Set highWater in node.yaml to another disk: by it a node knows when its whole folder was put back from an older copy.',
  },
});
