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
    vi: 'Chỉ số này không đếm người, nên không chia nữ và nam.',
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
    vi: 'Chỉ số đo bằng tiền cần mã loại tiền, ví dụ VND.',
    lo: machine('ຕົວຊີ້ວັດເງິນຕ້ອງມີລະຫັດສະກຸນເງິນ, ເຊັ່ນ VND.'),
    en: 'An indicator of money needs its currency, e.g. VND.',
  },
  'currency-of-things': {
    vi: 'Chỉ số này không đo tiền; hãy bỏ mã loại tiền.',
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
    vi: 'Chỉ số này đã có số liệu ở trên.',
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
  'number-twice': {
    vi: 'Số {number} đã dùng ở trên. Mỗi dòng cần một số riêng.',
    lo: machine('ເລກ {number} ໃຊ້ແລ້ວຢູ່ຂ້າງເທິງ. ແຕ່ລະແຖວຕ້ອງມີເລກຂອງຕົນ.'),
    en: 'Number {number} is used above already. Each line needs its own.',
  },
  'number-unknown': {
    vi: 'Hoạt động không có số {number}. Hãy xem lại hoạt động đã thỏa thuận.',
    lo: machine('ກິດຈະກຳບໍ່ມີເລກ {number}. ກະລຸນາກວດເບິ່ງກິດຈະກຳທີ່ຕົກລົງ.'),
    en: 'The activity has no number {number}. Look at what was agreed.',
  },
  'sum': {
    vi: 'Các dòng cộng lại là {sum} {currency}, không phải {total}. Hãy sửa tổng hoặc các dòng.',
    lo: machine('ບັນດາລາຍການບວກກັນແມ່ນ {sum} {currency}, ບໍ່ແມ່ນ {total}. ກະລຸນາແກ້ຍອດລວມ ຫຼື ລາຍການ.'),
    en: 'The lines make {sum} {currency}, not {total}. Correct the total or the lines.',
  },
  'sum-currencies': {
    vi: 'Tổng ghi bằng {currency} nhưng có dòng bằng {other}. Hãy bỏ tổng: các loại tiền được cộng riêng.',
    lo: machine('ຍອດລວມເປັນ {currency} ແຕ່ມີລາຍການເປັນ {other}. ກະລຸນາລຶບຍອດລວມ: ແຕ່ລະສະກຸນເງິນບວກຕ່າງຫາກ.'),
    en: 'The total is in {currency} but a line is in {other}. Leave the total out: currencies are added apart.',
  },
  'indicator-unnamed': {
    vi: 'Hãy chọn một chỉ số hoặc ghi tên.',
    lo: machine('ກະລຸນາເລືອກຕົວຊີ້ວັດ ຫຼື ຂຽນຊື່.'),
    en: 'Choose an indicator or give a name.',
  },
  'office-ended': {
    vi: 'Cơ quan này đã chấm dứt ngày {until}, trước khi hoạt động bắt đầu. Hãy chọn cơ quan kế thừa.',
    lo: machine('ອົງການນີ້ສິ້ນສຸດວັນທີ {until}, ກ່ອນກິດຈະກຳເລີ່ມ. ກະລຸນາເລືອກອົງການສືບທອດ.'),
    en: 'This office ended on {until}, before the activity begins. Choose the office that holds its functions then.',
  },
  'commitment-retired': {
    vi: 'Cam kết này đã thôi hiệu lực. Hãy chọn cam kết thay thế.',
    lo: machine('ຄຳໝັ້ນສັນຍານີ້ຖືກຍົກເລີກແລ້ວ. ກະລຸນາເລືອກຄຳໝັ້ນສັນຍາທີ່ແທນ.'),
    en: 'This commitment is retired. Choose the one that replaces it.',
  },
  'plan-retired': {
    vi: 'Kế hoạch này đã thôi hiệu lực.',
    lo: machine('ແຜນນີ້ຖືກຍົກເລີກແລ້ວ.'),
    en: 'This plan is retired.',
  },
  'previous-later': {
    vi: 'Kế hoạch trước bắt đầu sau kế hoạch này.',
    lo: machine('ແຜນກ່ອນໜ້າເລີ່ມຫຼັງແຜນນີ້.'),
    en: 'The previous plan begins after this one.',
  },
  'outside-plan': {
    vi: 'Hoạt động nằm ngoài thời gian của kế hoạch ({from} đến {to}).',
    lo: machine('ກິດຈະກຳຢູ່ນອກໄລຍະຂອງແຜນ ({from} ຫາ {to}).'),
    en: 'The activity lies outside the time of its plan ({from} to {to}).',
  },
  'activity-retired': {
    vi: 'Hoạt động này đã thôi.',
    lo: machine('ກິດຈະກຳນີ້ຖືກຍົກເລີກແລ້ວ.'),
    en: 'This activity is retired.',
  },
  'other-type': {
    vi: 'Loại phải đúng như của hoạt động.',
    lo: machine('ປະເພດຕ້ອງຄືກັບຂອງກິດຈະກຳ.'),
    en: 'The type must be that of the activity.',
  },
  'reason-needed': {
    vi: 'Hãy ghi lý do: vì sao chậm, tạm dừng hoặc hủy bỏ.',
    lo: machine('ກະລຸນາຂຽນເຫດຜົນ: ເປັນຫຍັງຈຶ່ງຊັກຊ້າ, ໂຈະ ຫຼື ຍົກເລີກ.'),
    en: 'Say why it is late, suspended or cancelled.',
  },
  'who-unnamed': {
    vi: 'Hãy chọn cơ quan, hoặc ghi bên hay tên.',
    lo: machine('ກະລຸນາເລືອກອົງການ, ຫຼື ຂຽນຝ່າຍ ຫຼື ຊື່.'),
    en: 'Choose an office, or give the party or a name.',
  },
  'transaction-retired': {
    vi: 'Khoản tiền này đã được rút lại.',
    lo: machine('ທຸລະກຳນີ້ຖືກຖອນຄືນແລ້ວ.'),
    en: 'This transaction was taken back.',
  },
  'own-receipt': {
    vi: 'Khoản này do chính bên ta ghi. Bên kia mới xác nhận đã nhận.',
    lo: machine('ທຸລະກຳນີ້ຝ່າຍເຮົາເອງບັນທຶກ. ອີກຝ່າຍຈຶ່ງຢັ້ງຢືນການຮັບ.'),
    en: 'This side recorded the transaction itself. The other side confirms receipt.',
  },
  'received-before': {
    vi: 'Ngày nhận đứng trước ngày cấp ({date}).',
    lo: machine('ວັນທີຮັບຢູ່ກ່ອນວັນທີໃຫ້ ({date}).'),
    en: 'It was received before it was given ({date}).',
  },
  'same-currency': {
    vi: 'Hai loại tiền phải khác nhau.',
    lo: machine('ສອງສະກຸນເງິນຕ້ອງຕ່າງກັນ.'),
    en: 'The two currencies must differ.',
  },
  'rate-positive': {
    vi: 'Tỷ giá phải lớn hơn 0.',
    lo: machine('ອັດຕາຕ້ອງຫຼາຍກວ່າ 0.'),
    en: 'A rate is greater than 0.',
  },
});
