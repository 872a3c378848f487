import { defineMessages, machine } from '@entente/text';

/** What the rules of the kinds say when they are broken. */
export const rules = defineMessages('programme-rules', {
  'sex-incomplete': {
    vi: 'Hãy ghi cả số nữ và số nam, hoặc không ghi cả hai.',
    lo: machine('ກະລຸນາຂຽນທັງຈຳນວນຍິງ ແລະ ຊາຍ, ຫຼື ບໍ່ຂຽນທັງສອງ.'),
    en: 'Give both women and men, or neither.',
  },
  'people-whole': {
    vi: 'Số người là số nguyên, không âm.',
    lo: machine('ຈຳນວນຄົນຕ້ອງເປັນຈຳນວນຖ້ວນ ແລະ ບໍ່ຕິດລົບ.'),
    en: 'A number of people is whole and not negative.',
  },
  'sex-sum': {
    vi: 'Nữ {women} cộng nam {men} không bằng {value}. Hãy sửa một trong ba số.',
    lo: machine('ຍິງ {women} ບວກ ຊາຍ {men} ບໍ່ເທົ່າກັບ {value}. ກະລຸນາແກ້ຕົວເລກໃດໜຶ່ງ.'),
    en: 'Women {women} and men {men} do not make {value}. Correct one of the three.',
  },
  'sex-of-things': {
    vi: 'Chỉ tiêu này không đếm người, nên không chia nữ và nam.',
    lo: machine('ຕົວຊີ້ວັດນີ້ບໍ່ໄດ້ນັບຄົນ, ຈຶ່ງບໍ່ແຍກຍິງ ແລະ ຊາຍ.'),
    en: 'This indicator does not count people, so there are no women and men to give.',
  },
  'negative': {
    vi: 'Số liệu này không thể âm.',
    lo: machine('ຕົວເລກນີ້ບໍ່ສາມາດຕິດລົບ.'),
    en: 'This figure cannot be negative.',
  },
  'over-hundred': {
    vi: 'Tỷ lệ không quá 100.',
    lo: machine('ອັດຕາສ່ວນບໍ່ເກີນ 100.'),
    en: 'A percentage is at most 100.',
  },
  'money-without-currency': {
    vi: 'Chỉ tiêu tiền cần mã tiền tệ, ví dụ VND.',
    lo: machine('ຕົວຊີ້ວັດເງິນຕ້ອງມີລະຫັດສະກຸນເງິນ, ເຊັ່ນ VND.'),
    en: 'An indicator of money needs its currency, e.g. VND.',
  },
  'currency-of-things': {
    vi: 'Chỉ tiêu này không đo tiền; hãy bỏ mã tiền tệ.',
    lo: machine('ຕົວຊີ້ວັດນີ້ບໍ່ໄດ້ວັດເງິນ; ກະລຸນາລຶບລະຫັດສະກຸນເງິນ.'),
    en: 'This indicator does not measure money; remove the currency.',
  },
  'whole-date': {
    vi: 'Kỳ báo cáo cần ngày đầy đủ: ngày, tháng, năm.',
    lo: machine('ໄລຍະລາຍງານຕ້ອງມີວັນທີຄົບ: ວັນ, ເດືອນ, ປີ.'),
    en: 'A reporting period needs whole dates: day, month and year.',
  },
  'end-before-start': {
    vi: 'Ngày kết thúc đứng trước ngày bắt đầu. Hãy sửa một trong hai ngày.',
    lo: machine('ວັນທີສິ້ນສຸດຢູ່ກ່ອນວັນທີເລີ່ມ. ກະລຸນາແກ້ວັນທີໃດໜຶ່ງ.'),
    en: 'The end comes before the start. Correct one of the two dates.',
  },
  'indicator-twice': {
    vi: 'Chỉ tiêu này đã có số liệu ở trên.',
    lo: machine('ຕົວຊີ້ວັດນີ້ມີຕົວເລກຢູ່ຂ້າງເທິງແລ້ວ.'),
    en: 'This indicator already has a figure above.',
  },
  'settles-nothing': {
    vi: 'Hãy chọn báo cáo mà số liệu này thống nhất.',
    lo: machine('ກະລຸນາເລືອກບົດລາຍງານທີ່ຕົວເລກນີ້ຕົກລົງ.'),
    en: 'Choose the reports that this figure settles.',
  },
  'report-twice': {
    vi: 'Báo cáo này đã được chọn.',
    lo: machine('ບົດລາຍງານນີ້ຖືກເລືອກແລ້ວ.'),
    en: 'This report is chosen already.',
  },
  'cites-nothing': {
    vi: 'Báo cáo đã chốt phải dẫn các bản mà nó dựa vào.',
    lo: machine('ບົດລາຍງານທີ່ປິດສະບັບຕ້ອງອ້າງອີງສະບັບທີ່ມັນອີງໃສ່.'),
    en: 'A frozen report must cite the versions it stands on.',
  },
});
