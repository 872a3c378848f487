import { defineMessages, machine } from '@entente/text';

/** What the rules of the kinds say when they are broken. */
export const rules = defineMessages('accords-rules', {
  'end-before-start': {
    vi: 'Ngày hết hiệu lực đứng trước ngày có hiệu lực. Hãy sửa một trong hai ngày.',
    lo: machine('ວັນທີໝົດຜົນຢູ່ກ່ອນວັນທີເລີ່ມມີຜົນ. ກະລຸນາແກ້ວັນທີໃດໜຶ່ງ.'),
    en: 'The end comes before the start. Correct one of the two dates.',
  },
  'prevailing-not-authentic': {
    vi: 'Ngôn ngữ được ưu tiên phải là một trong các ngôn ngữ gốc.',
    lo: machine('ພາສາທີ່ຖືເປັນຫຼັກຕ້ອງເປັນໜຶ່ງໃນພາສາຕົ້ນສະບັບ.'),
    en: 'The prevailing language must be one of the authentic languages.',
  },
  'signatory-empty': {
    vi: 'Hãy chọn bên hoặc cơ quan ký.',
    lo: machine('ກະລຸນາເລືອກຝ່າຍ ຫຼື ອົງການທີ່ລົງນາມ.'),
    en: 'Choose the party or the office that signs.',
  },
  'item-twice': {
    vi: 'Mục {number} có hai lần. Mỗi số chỉ dùng một lần.',
    lo: machine('ຂໍ້ {number} ມີສອງຄັ້ງ. ແຕ່ລະເລກໃຊ້ໄດ້ຄັ້ງດຽວ.'),
    en: 'Item {number} is there twice. Use each number once.',
  },
  'item-parent': {
    vi: 'Không có mục {parent} đứng trước mục này.',
    lo: machine('ບໍ່ມີຂໍ້ {parent} ຢູ່ກ່ອນຂໍ້ນີ້.'),
    en: 'There is no item {parent} before this one.',
  },
  'commitment-without-origin': {
    vi: 'Hãy chọn văn kiện hoặc cuộc họp mà cam kết này bắt nguồn.',
    lo: machine('ກະລຸນາເລືອກເອກະສານ ຫຼື ກອງປະຊຸມທີ່ຄຳໝັ້ນສັນຍານີ້ມາຈາກ.'),
    en: 'Choose the instrument or the meeting this commitment comes from.',
  },
  'part-without-item': {
    vi: 'Phần phải thuộc một mục. Hãy ghi số mục.',
    lo: machine('ສ່ວນຕ້ອງຢູ່ໃນຂໍ້ໃດໜຶ່ງ. ກະລຸນາຂຽນເລກຂໍ້.'),
    en: 'A part belongs to an item. Give the number of the item.',
  },
  'item-without-instrument': {
    vi: 'Số mục chỉ có nghĩa trong một văn kiện. Hãy chọn văn kiện.',
    lo: machine('ເລກຂໍ້ມີຄວາມໝາຍໃນເອກະສານເທົ່ານັ້ນ. ກະລຸນາເລືອກເອກະສານ.'),
    en: 'An item number means something only in an instrument. Choose the instrument.',
  },
  'commitment-without-theme': {
    vi: 'Hãy chọn ít nhất một lĩnh vực.',
    lo: machine('ກະລຸນາເລືອກຢ່າງໜ້ອຍໜຶ່ງຂົງເຂດ.'),
    en: 'Choose at least one theme.',
  },
  'due-before-start': {
    vi: 'Thời hạn đứng trước ngày cam kết. Hãy sửa một trong hai ngày.',
    lo: machine('ກຳນົດເວລາຢູ່ກ່ອນວັນທີໃຫ້ຄຳໝັ້ນສັນຍາ. ກະລຸນາແກ້ວັນທີໃດໜຶ່ງ.'),
    en: 'The due date comes before the day it was undertaken on. Correct one of the two.',
  },
  'twinning-alone': {
    vi: 'Kết nghĩa cần ít nhất hai cơ quan hoặc địa phương.',
    lo: machine('ການຜູກສ່ຽວຕ້ອງມີຢ່າງໜ້ອຍສອງອົງການ ຫຼື ທ້ອງຖິ່ນ.'),
    en: 'A twinning needs at least two offices or localities.',
  },
  'twinning-ends-early': {
    vi: 'Ngày kết thúc đứng trước ngày bắt đầu. Hãy sửa một trong hai ngày.',
    lo: machine('ວັນທີສິ້ນສຸດຢູ່ກ່ອນວັນທີເລີ່ມ. ກະລຸນາແກ້ວັນທີໃດໜຶ່ງ.'),
    en: 'It ends before it begins. Correct one of the two dates.',
  },
  'lineage-of-itself': {
    vi: 'Một cam kết không thể nối tiếp chính nó. Hãy chọn cam kết khác.',
    lo: machine('ຄຳໝັ້ນສັນຍາບໍ່ສາມາດສືບທອດຕົນເອງໄດ້. ກະລຸນາເລືອກອັນອື່ນ.'),
    en: 'A commitment cannot come from itself. Choose another one.',
  },
});
