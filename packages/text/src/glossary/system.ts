import { term } from './term.ts';

/** The system itself: what readers of proofs, logs and settings meet. */
export const systemTerms = [
  term('node', 'nút', 'ໂນດ', 'node', 'One party’s running system.', { en: ['server instance'] }),
  term('peer', 'nút bên kia', 'ໂນດຂອງອີກຝ່າຍ', 'peer', 'Another party’s node.'),
  term('journal', 'nhật ký', 'ປຶ້ມບັນທຶກ', 'journal', 'The append-only log of one party’s acts for one audience.', { en: ['ledger', 'blockchain', 'audit log'], lo: ['ບັນທຶກປະຈຳ'] }),
  term('act', 'hành vi', 'ການກະທຳ', 'act', 'The smallest thing that happens to records; immutable.'),
  term('checkpoint', 'điểm kiểm', 'ຈຸດກວດ', 'checkpoint', 'A signed statement of a journal’s size and root.'),
  term('proof', 'bằng chứng', 'ຫຼັກຖານ', 'proof', 'That a party consented, checkable without asking anyone.'),
  term('evidence-bundle', 'gói bằng chứng', 'ຊຸດຫຼັກຖານ', 'evidence bundle', 'Acts with their proofs in one file.'),
  term('fingerprint', 'dấu vân', 'ລາຍນິ້ວມື', 'fingerprint', undefined, { en: ['checksum'] }),
  term('key', 'khóa', 'ກະແຈ', 'key'),
  term('signature', 'chữ ký', 'ລາຍເຊັນ', 'signature'),
  term('exchange', 'trao đổi', 'ແລກປ່ຽນ', 'exchange', 'Of journals between nodes.', { en: ['synchronisation', 'sync'], vi: ['đồng bộ'] }),
  term('act-held', 'hành vi tạm giữ', 'ການກະທຳທີ່ກັກໄວ້', 'held act', 'A peer’s act that waits for something missing.'),
  term('act-void', 'hành vi vô hiệu', 'ການກະທຳທີ່ເປັນໂມຄະ', 'void act', 'A peer’s act that breaks a rule; kept as evidence.'),
  term('backup', 'bản sao lưu', 'ສະບັບສຳຮອງ', 'backup'),
  term('restore', 'khôi phục', 'ກູ້ຄືນ', 'restore'),
  term('personal-data', 'dữ liệu cá nhân', 'ຂໍ້ມູນສ່ວນບຸກຄົນ', 'personal data', undefined, { lo: ['ຂໍ້ມູນສ່ວນຕົວ'] }),
  term('erase', 'xóa', 'ລຶບ', 'erase', 'Of personal data, for good.'),
  term('account', 'tài khoản', 'ບັນຊີ', 'account'),
  term('sign-in', 'đăng nhập', 'ເຂົ້າສູ່ລະບົບ', 'sign in', undefined, { en: ['log in', 'login'] }),
  term('demonstration', 'bản trình diễn', 'ສາທິດ', 'demonstration', undefined, { en: ['sandbox'] }),
];
