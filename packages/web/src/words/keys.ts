import { defineMessages, machine } from '@entente/text';

/** Words of the keys on the page of a proof. */
export const keyWords = defineMessages('web-keys', {
  'title': { vi: 'Các khóa', lo: machine('ກະແຈ'), en: 'Keys' },
  'what': {
    vi: 'Ai muốn tự kiểm tra thì so dấu vân tay khóa gốc của mỗi bên qua điện thoại, rồi đưa chúng cho trang kiểm tra.', lo: machine('ຜູ້ທີ່ຢາກກວດເອງ ໃຫ້ທຽບລາຍນິ້ວມືກະແຈຮາກຂອງແຕ່ລະຝ່າຍທາງໂທລະສັບ ແລ້ວໃສ່ໃນໜ້າກວດ.'),
    en: 'Whoever wants to check for themselves compares the fingerprint of each party’s root by telephone, and gives it to the page that checks.',
  },
  'role': { vi: 'Khóa', lo: machine('ກະແຈ'), en: 'Key' },
  'role-root': { vi: 'Gốc: xác nhận các khóa khác', lo: machine('ຮາກ: ຢືນຢັນກະແຈອື່ນ'), en: 'Root: states the others' },
  'role-journal': { vi: 'Nhật ký: ký nhật ký của bên mình', lo: machine('ປຶ້ມບັນທຶກ: ເຊັນປຶ້ມບັນທຶກຂອງຝ່າຍຕົນ'), en: 'Journal: signs the party’s own journals' },
  'role-cosigner': { vi: 'Đồng ký: xác nhận đã giữ nhật ký của bên khác', lo: machine('ເຊັນຮ່ວມ: ຢືນຢັນວ່າຖືປຶ້ມບັນທຶກຂອງຝ່າຍອື່ນ'), en: 'Cosigner: says that it holds another party’s journal' },
  'fingerprint': { vi: 'Dấu vân tay', lo: machine('ລາຍນິ້ວມື'), en: 'Fingerprint' },
  'stated': { vi: 'Ai xác nhận', lo: machine('ໃຜຢືນຢັນ'), en: 'Who states it' },
  'is-root': { vi: 'đứng bằng dấu vân tay của mình', lo: machine('ຢືນດ້ວຍລາຍນິ້ວມືຂອງຕົນ'), en: 'stands by its own fingerprint' },
  'by-itself': { vi: 'chưa có lời xác nhận của khóa gốc ở đây', lo: machine('ຍັງບໍ່ມີຄຳຢືນຢັນຂອງກະແຈຮາກຢູ່ນີ້'), en: 'no statement of its root is held here' },
  'earlier': { vi: 'đã được thay', lo: machine('ຖືກປ່ຽນແທນແລ້ວ'), en: 'replaced since' },
  'by-root': { vi: 'khóa gốc, lời xác nhận số {serial}', lo: machine('ກະແຈຮາກ, ຄຳຢືນຢັນເລກ {serial}'), en: 'the root, statement {serial}' },
  'by-root-next': { vi: 'khóa gốc, lời xác nhận số {serial}; khóa kế tiếp đã được cam kết', lo: machine('ກະແຈຮາກ, ຄຳຢືນຢັນເລກ {serial}; ກະແຈຕໍ່ໄປກຳນົດໄວ້ແລ້ວ'), en: 'the root, statement {serial}; the key after it is committed to' },
  'statements': { vi: 'Lời xác nhận của các khóa gốc, nguyên văn', lo: machine('ຄຳຢືນຢັນຂອງກະແຈຮາກ ຕາມຕົ້ນສະບັບ'), en: 'The roots’ statements, word for word' },
});
