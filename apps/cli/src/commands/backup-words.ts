import { defineMessages, machine } from '@entente/text';

export const backupWords = defineMessages('cli-backup', {
  'about-backup': {
    vi: 'sao lưu một nút vào một tệp mã hóa, rồi đọc lại và kiểm tra; "backup key" tạo khóa khôi phục', lo: machine('ສຳຮອງໂນດໃສ່ໄຟລ໌ເຂົ້າລະຫັດ ແລ້ວອ່ານຄືນ ແລະ ກວດ; "backup key" ສ້າງກະແຈກູ້ຄືນ'),
    en: 'backs a node up into one encrypted file, reads it back and audits it; "backup key" makes a recovery key',
  },
  'about-restore': { vi: 'khôi phục một nút từ bản sao lưu, không ghi đè gì', lo: machine('ກູ້ຄືນໂນດຈາກສຳເນົາສຳຮອງ, ບໍ່ຂຽນທັບ'), en: 'brings a node back from a backup; overwrites nothing' },
  'ask': { vi: 'Mật khẩu của bản sao lưu:', lo: machine('ລະຫັດຜ່ານຂອງສຳເນົາ:'), en: 'Passphrase of the backup:' },
  'ask-again': { vi: 'Một lần nữa:', lo: machine('ອີກຄັ້ງ:'), en: 'Once more:' },
  'not-same': { vi: 'Hai lần gõ khác nhau. Không có gì được ghi.', lo: machine('ສອງຄັ້ງບໍ່ຄືກັນ. ບໍ່ໄດ້ບັນທຶກຫຍັງ.'), en: 'The two were not the same. Nothing was written.' },
  'no-passphrase': {
    vi: 'Cần mật khẩu: --passphrase-file, ENTENTE_PASSPHRASE, hoặc khóa khôi phục (--to khi sao lưu, --key khi khôi phục).', lo: machine('ຕ້ອງມີລະຫັດຜ່ານ: --passphrase-file, ENTENTE_PASSPHRASE, ຫຼື ກະແຈກູ້ຄືນ (--to, --key).'),
    en: 'A passphrase is needed: --passphrase-file, ENTENTE_PASSPHRASE, or a recovery key (--to for a backup, --key for a restore).',
  },
  'exists': { vi: 'Tệp {file} đã có; không ghi đè.', lo: machine('ໄຟລ໌ {file} ມີແລ້ວ; ບໍ່ຂຽນທັບ.'), en: 'The file {file} is there already; it is not overwritten.' },
  'key-file': { vi: 'Khóa khôi phục: giữ trong két, không để trên máy của nút', lo: machine('ກະແຈກູ້ຄືນ: ເກັບໄວ້ໃນຕູ້ນິລະໄພ, ບໍ່ແມ່ນໃນເຄື່ອງຂອງໂນດ'), en: 'Recovery key: keep it in a safe, not on the machine of the node' },
  'key-made': {
    vi: 'Đã ghi khóa khôi phục vào {file}. Hãy giữ tệp này trong két. Nửa công khai, cho cấu hình và --to:\n{recipient}', lo: machine('ບັນທຶກກະແຈກູ້ຄືນໃສ່ {file}. ເກັບໄຟລ໌ນີ້ໄວ້ໃນຕູ້ນິລະໄພ. ສ່ວນເປີດເຜີຍ:\n{recipient}'),
    en: 'Wrote the recovery key to {file}. Keep that file in a safe. Its public half, for the configuration and for --to:\n{recipient}',
  },
  'made': { vi: 'Đã sao lưu nút của {party} vào {file} ({bytes} byte).', lo: machine('ສຳຮອງໂນດຂອງ {party} ໃສ່ {file} ({bytes} ໄບ).'), en: 'Backed up the node of {party} to {file} ({bytes} bytes).' },
  'verified': {
    vi: 'Đã đọc lại vào cơ sở dữ liệu nháp và kiểm tra: {leaves} hành vi, {blobs} tệp, không có lỗi.', lo: machine('ອ່ານຄືນໃສ່ຖານຂໍ້ມູນທົດລອງ ແລະ ກວດ: {leaves} ການກະທຳ, {blobs} ໄຟລ໌, ບໍ່ມີຂໍ້ຜິດ.'),
    en: 'Read back and audited: {leaves} acts, {blobs} files, nothing wrong.',
  },
  'not-verified': { vi: 'Chưa kiểm tra, theo yêu cầu.', lo: machine('ບໍ່ໄດ້ກວດ, ຕາມຄຳຂໍ.'), en: 'Not verified, as you wished.' },
  'audit-faults': {
    vi: 'Đã đọc lại được; kiểm tra thấy {count} lỗi. Xem: pnpm entente audit.', lo: machine('ອ່ານຄືນໄດ້; ກວດພົບ {count} ຂໍ້ຜິດ. ເບິ່ງ: pnpm entente audit.'), en: 'It can be read; the audit found {count} faults. See: pnpm entente audit.',
  },
  'restored': { vi: 'Đã khôi phục nút của {party}, như lúc {made}: {rows} dòng.', lo: machine('ກູ້ຄືນໂນດຂອງ {party} ຕາມທີ່ເປັນເວລາ {made}: {rows} ແຖວ.'), en: 'Restored the node of {party} as it was at {made}: {rows} rows.' },
  'next': {
    vi: 'Khởi động bằng: pnpm entente serve --config {config}. Nút chỉ cho đọc cho đến khi mọi nút bạn đã trả lại những gì nó ký sau bản sao lưu này. Đừng chạy hai nút của một bên.',
    lo: machine('ເລີ່ມດ້ວຍ: pnpm entente serve --config {config}. ໂນດອ່ານໄດ້ຢ່າງດຽວ ຈົນກວ່າທຸກໂນດຄູ່ສົ່ງຄືນສິ່ງທີ່ເຊັນຫຼັງສຳເນົານີ້. ຢ່າແລ່ນສອງໂນດຂອງຝ່າຍດຽວ.'),
    en: 'Start it with: pnpm entente serve --config {config}. It is read-only until every peer has given back what it signed after this backup. Never run two nodes of one party.',
  },
});
