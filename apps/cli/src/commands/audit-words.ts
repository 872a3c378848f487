import { defineMessages, machine } from '@entente/text';

export const auditWords = defineMessages('cli-audit', {
  about: { vi: 'kiểm tra toàn bộ một nút: từng mục, cây, điểm kiểm, chữ ký, hồ sơ (mã thoát 0 chỉ khi không có lỗi)', lo: machine('ກວດໂນດທັງໝົດ: ທຸກລາຍການ, ຕົ້ນໄມ້, ຈຸດກວດ, ລາຍເຊັນ, ບັນທຶກ'), en: 'checks a whole node: every leaf, tree, checkpoint, signature and record (exit code 0 only when nothing is wrong)' },
  checked: {
    vi: 'Đã kiểm tra {journals} nhật ký: {leaves} mục được băm lại, {tiles} ô của cây, {checkpoints} điểm kiểm có chữ ký và {cosignatures} chữ ký xác nhận.',
    lo: machine('ກວດ {journals} ປຶ້ມບັນທຶກ: {leaves} ລາຍການຖືກແຮັດຄືນ, {tiles} ແຜ່ນຂອງຕົ້ນໄມ້, {checkpoints} ຈຸດກວດທີ່ມີລາຍເຊັນ ແລະ {cosignatures} ລາຍເຊັນຮ່ວມ.'),
    en: 'Checked {journals} journals: {leaves} entries hashed again, {tiles} tiles of the trees, {checkpoints} signed checkpoints and {cosignatures} cosignatures.',
  },
  beside: { vi: 'Đã băm lại {blobs} tệp và mở {personal} dữ liệu cá nhân.', lo: machine('ແຮັດຄືນ {blobs} ໄຟລ໌ ແລະ ເປີດ {personal} ຂໍ້ມູນສ່ວນບຸກຄົນ.'), en: '{blobs} files were hashed again and {personal} personal values opened.' },
  records: { vi: 'Các hồ sơ chung được dựng lại từ các mục và so với những gì đang hiển thị.', lo: machine('ບັນທຶກຮ່ວມຖືກສ້າງຄືນຈາກລາຍການ ແລະ ທຽບກັບສິ່ງທີ່ສະແດງຢູ່.'), en: 'The shared records were made again from the entries and compared with those that are shown.' },
  'records-left-out': { vi: 'Các hồ sơ không được dựng lại lần này.', lo: machine('ບັນທຶກບໍ່ໄດ້ສ້າງຄືນເທື່ອນີ້.'), en: 'The records were not made again this time.' },
  time: { vi: 'Mất {seconds} giây; {speed} mục mỗi giây.', lo: machine('ໃຊ້ເວລາ {seconds} ວິນາທີ; {speed} ລາຍການຕໍ່ວິນາທີ.'), en: 'It took {seconds} seconds, at {speed} entries a second.' },
  good: { vi: 'Không có gì sai: những gì nút giữ đúng là những gì các bên đã ký.', lo: machine('ບໍ່ມີຫຍັງຜິດ: ສິ່ງທີ່ໂນດຖືແມ່ນສິ່ງທີ່ແຕ່ລະຝ່າຍໄດ້ລົງລາຍເຊັນ.'), en: 'Nothing is wrong: what the node holds is what the parties signed.' },
  bad: { vi: 'CÓ {count} LỖI. Đừng dựa vào những chỗ nêu dưới đây; hãy so với bản của bên kia hoặc khôi phục từ bản sao lưu.', lo: machine('ມີ {count} ຂໍ້ຜິດ. ຢ່າອີງໃສ່ຈຸດທີ່ບອກຢູ່ລຸ່ມນີ້; ທຽບກັບສະບັບຂອງຝ່າຍອື່ນ ຫຼື ກູ້ຄືນຈາກສຳຮອງ.'), en: '{count} THINGS ARE WRONG. Do not rely on the places named below; compare them with the other party’s copy, or restore a backup.' },
  more: { vi: 'và {count} lỗi nữa (xem --json)', lo: machine('ແລະ ອີກ {count} ຂໍ້ (ເບິ່ງ --json)'), en: 'and {count} more (see --json)' },
  'step-leaves': { vi: 'mục', lo: machine('ລາຍການ'), en: 'entries' },
  'step-checkpoints': { vi: 'điểm kiểm', lo: machine('ຈຸດກວດ'), en: 'checkpoints' },
  'step-blobs': { vi: 'tệp', lo: machine('ໄຟລ໌'), en: 'files' },
  'step-personal': { vi: 'dữ liệu cá nhân', lo: machine('ຂໍ້ມູນສ່ວນບຸກຄົນ'), en: 'personal values' },
  'step-records': { vi: 'dựng lại hồ sơ', lo: machine('ສ້າງບັນທຶກຄືນ'), en: 'records made again' },
});
