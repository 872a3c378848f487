import type { AuditReport } from '@entente/node';
import { defineMessages, machine } from '@entente/text';

export const auditWords = defineMessages('cli-audit', {
  about: { vi: 'kiểm tra toàn bộ một nút: từng mục, cây, điểm kiểm, chữ ký, hồ sơ (mã thoát 0 chỉ khi không có lỗi)', lo: machine('ກວດໂນດທັງໝົດ: ທຸກລາຍການ, ຕົ້ນໄມ້, ຈຸດກວດ, ລາຍເຊັນ, ບັນທຶກ (ລະຫັດອອກ 0 ເມື່ອບໍ່ມີຂໍ້ຜິດເທົ່ານັ້ນ)'), en: 'checks a whole node: every leaf, tree, checkpoint, signature and record (exit code 0 only when nothing is wrong)' },
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

/** What is wrong, by the ids that a report has: one that no sentence is written for does not compile. */
const faults = defineMessages('audit', {
  leaf: { vi: 'mục {index} không còn đúng từng byte như khi được băm', lo: machine('ລາຍການ {index} ບໍ່ກົງທຸກໄບກັບເວລາທີ່ຖືກແຮັດ'), en: 'entry {index} is not the bytes that were hashed when it was stored' },
  gap: { vi: 'thiếu mục: từ mục {from} phải có {due}, chỉ thấy {found}', lo: machine('ຂາດລາຍການ: ຈາກລາຍການ {from} ຕ້ອງມີ {due}, ພົບ {found}'), en: 'entries are missing: {due} are due from entry {from} on, {found} are there' },
  beyond: { vi: 'có {acts} mục nằm ngoài độ dài của nhật ký', lo: machine('ມີ {acts} ລາຍການເກີນຄວາມຍາວຂອງປຶ້ມບັນທຶກ'), en: '{acts} entries stand beyond the end of the journal' },
  root: { vi: 'gốc của cây ở độ dài {size} không phải là gốc mà các mục cho ra', lo: machine('ຮາກຂອງຕົ້ນໄມ້ທີ່ {size} ລາຍການບໍ່ແມ່ນຮາກທີ່ໄດ້ຈາກລາຍການ'), en: 'the root kept for {size} entries is not the one the entries give' },
  frontier: { vi: 'rìa của cây ở độ dài {size} không phải là rìa mà các mục cho ra', lo: machine('ຂອບຂອງຕົ້ນໄມ້ທີ່ {size} ລາຍການບໍ່ແມ່ນອັນທີ່ໄດ້ຈາກລາຍການ'), en: 'the edge of the tree kept for {size} entries is not the one the entries give' },
  tile: { vi: 'ô {n} ở tầng {level} của cây bị thiếu hoặc bị thay đổi', lo: machine('ແຜ່ນ {n} ຊັ້ນ {level} ຂອງຕົ້ນໄມ້ຂາດ ຫຼື ຖືກປ່ຽນ'), en: 'tile {n} of level {level} of the tree is missing or changed' },
  tiles: { vi: 'lưu {stored} ô của cây, phải là {due}', lo: machine('ເກັບ {stored} ແຜ່ນຂອງຕົ້ນໄມ້, ຕ້ອງແມ່ນ {due}'), en: '{stored} tiles of the tree are kept where {due} are due' },
  signature: { vi: 'điểm kiểm ở {size} mục không có chữ ký đúng của bên sở hữu nhật ký ({reason})', lo: machine('ຈຸດກວດທີ່ {size} ລາຍການບໍ່ມີລາຍເຊັນທີ່ຖືກຕ້ອງຂອງຝ່າຍເຈົ້າຂອງ ({reason})'), en: 'the checkpoint at {size} entries is not signed by the journal’s party ({reason})' },
  checkpoint: { vi: 'điểm kiểm lưu cho {size} mục nói về một cây khác', lo: machine('ຈຸດກວດຂອງ {size} ລາຍການເວົ້າເຖິງຕົ້ນໄມ້ອື່ນ'), en: 'the checkpoint kept for {size} entries speaks of another tree' },
  'checkpoint-root': { vi: 'điểm kiểm đã ký ở {size} mục không khớp với các mục đang giữ', lo: machine('ຈຸດກວດທີ່ລົງລາຍເຊັນທີ່ {size} ລາຍການບໍ່ກົງກັບລາຍການທີ່ຖື'), en: 'the signed checkpoint at {size} entries does not fit the entries that are held' },
  cosignature: { vi: 'chữ ký xác nhận của {by} cho {size} mục không có trong điểm kiểm', lo: machine('ລາຍເຊັນຮ່ວມຂອງ {by} ສຳລັບ {size} ລາຍການບໍ່ມີໃນຈຸດກວດ'), en: 'the cosignature of {by} for {size} entries is not on the checkpoint' },
  latest: { vi: 'điểm kiểm mới nhất đang được đưa ra không phải là điểm kiểm đã lưu ({size} mục)', lo: machine('ຈຸດກວດໃໝ່ສຸດທີ່ໃຫ້ອອກບໍ່ແມ່ນອັນທີ່ເກັບໄວ້ ({size} ລາຍການ)'), en: 'the newest checkpoint that is given out is not the one that is kept ({size} entries)' },
  unsigned: { vi: 'chưa có điểm kiểm nào được ký cho toàn bộ {size} mục', lo: machine('ຍັງບໍ່ມີຈຸດກວດທີ່ລົງລາຍເຊັນສຳລັບ {size} ລາຍການທັງໝົດ'), en: 'no signed checkpoint covers all {size} entries' },
  blob: { vi: 'tệp {sha256} không còn đúng nội dung như tên của nó', lo: machine('ໄຟລ໌ {sha256} ບໍ່ກົງກັບລາຍນິ້ວມືຂອງມັນ'), en: 'the file {sha256} is not what its fingerprint says' },
  personal: { vi: 'một dữ liệu cá nhân không mở được hoặc không khớp với cam kết {commitment}', lo: machine('ຂໍ້ມູນສ່ວນບຸກຄົນເປີດບໍ່ໄດ້ ຫຼື ບໍ່ກົງກັບ {commitment}'), en: 'a personal value cannot be opened, or is not the one that {commitment} stands for' },
  record: { vi: 'hồ sơ {record} đang hiển thị khác với những gì các mục nói ({part})', lo: machine('ບັນທຶກ {record} ສະແດງຕ່າງຈາກທີ່ລາຍການບອກ ({part})'), en: 'the record {record} is shown otherwise than the entries say ({part})' },
});
faults.entries satisfies Readonly<Record<AuditReport['faults'][number]['id'] extends `audit.${infer Fault}` ? Fault : never, unknown>>;
