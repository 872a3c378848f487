import { defineMessages, machine } from '@entente/text';

/** Words of the administrator's panel on backups. */
export const backupWords = defineMessages('web-backup', {
  'title': { vi: 'Sao lưu', lo: machine('ການສຳຮອງ'), en: 'Backups' },
  'none': {
    vi: 'Chưa cấu hình sao lưu tự động. Thêm "backup" vào cấu hình của nút, hoặc chạy: pnpm entente backup.', lo: machine('ຍັງບໍ່ໄດ້ຕັ້ງການສຳຮອງອັດຕະໂນມັດ. ເພີ່ມ "backup" ໃສ່ການຕັ້ງຄ່າ ຫຼື ແລ່ນ: pnpm entente backup.'),
    en: 'No backups are made by themselves. Add "backup" to the configuration of the node, or run: pnpm entente backup.',
  },
  'mark-beside': {
    vi: 'Tệp mức cao nhất nằm cạnh cơ sở dữ liệu: nếu cả thư mục bị thay bằng bản cũ, chỉ các nút bạn mới biết. Đặt highWater trong node.yaml sang một đĩa khác.',
    lo: machine('ໄຟລ໌ລະດັບສູງສຸດຢູ່ຂ້າງຖານຂໍ້ມູນ: ຖ້າທັງໂຟນເດີຖືກແທນດ້ວຍສະບັບເກົ່າ ມີແຕ່ໂນດຄູ່ທີ່ຮູ້. ຕັ້ງ highWater ໃນ node.yaml ໄປດິສອື່ນ.'),
    en: 'The high-water file lies beside the database: were the whole folder put back from an older copy, only the peers would know. Set highWater in node.yaml to another disk.',
  },
  'last': { vi: 'Bản cuối', lo: machine('ອັນສຸດທ້າຍ'), en: 'Last one' },
  'last-verified': { vi: '{when}, {bytes} byte, đã đọc lại và kiểm tra', lo: machine('{when}, {bytes} ໄບ, ອ່ານຄືນ ແລະ ກວດແລ້ວ'), en: '{when}, {bytes} bytes, read back and audited' },
  'last-made': { vi: '{when}, {bytes} byte, chưa kiểm tra', lo: machine('{when}, {bytes} ໄບ, ຍັງບໍ່ໄດ້ກວດ'), en: '{when}, {bytes} bytes, not verified' },
  'file': { vi: 'Tệp', lo: machine('ໄຟລ໌'), en: 'File' },
  'next': { vi: 'Lần kế tiếp', lo: machine('ຄັ້ງຕໍ່ໄປ'), en: 'Next one' },
  'never': { vi: 'chưa lần nào', lo: machine('ຍັງບໍ່ເຄີຍ'), en: 'never yet' },
  'since': { vi: 'Từ {when}.', lo: machine('ຕັ້ງແຕ່ {when}.'), en: 'Since {when}.' },
});
