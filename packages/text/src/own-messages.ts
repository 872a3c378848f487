import { defineMessages, machine } from './messages/index.ts';

/** What the readers of this package answer. */
export const textMessages = defineMessages('text', {
  'number-missing': { vi: 'Chưa nhập số.', lo: machine('ຍັງບໍ່ໄດ້ປ້ອນຕົວເລກ.'), en: 'No number was given.' },
  'number-too-long': {
    vi: 'Số dài quá {longest} ký tự.', lo: machine('ຕົວເລກຍາວເກີນ {longest} ຕົວອັກສອນ.'), en: 'The number is longer than {longest} characters.',
  },
  'number-ambiguous': {
    vi: '“{input}” có thể là {small} hoặc {large}. Hãy viết lại cho rõ.',
    lo: machine('“{input}” ອາດແມ່ນ {small} ຫຼື {large}. ກະລຸນາຂຽນໃຫ້ຊັດເຈນ.'),
    en: '“{input}” may mean {small} or {large}. Write it so that only one is possible.',
  },
  'number-other-convention': {
    vi: '“{input}” dùng dấu theo cách viết khác. Nếu ý là {understood}, hãy viết như vậy.',
    lo: machine('“{input}” ໃຊ້ເຄື່ອງໝາຍແບບອື່ນ. ຖ້າໝາຍເຖິງ {understood} ກະລຸນາຂຽນແບບນັ້ນ.'),
    en: '“{input}” uses the marks of another convention. If you mean {understood}, write it so.',
  },
  'number-unreadable': { vi: '“{input}” không phải là số.', lo: machine('“{input}” ບໍ່ແມ່ນຕົວເລກ.'), en: '“{input}” is not a number.' },
  'money-missing': { vi: 'Chưa nhập số tiền.', lo: machine('ຍັງບໍ່ໄດ້ປ້ອນຈຳນວນເງິນ.'), en: 'No amount was given.' },
  'money-no-currency': {
    vi: '“{input}” là {understood}, nhưng thiếu loại tiền.',
    lo: machine('“{input}” ແມ່ນ {understood} ແຕ່ບໍ່ມີສະກຸນເງິນ.'),
    en: '“{input}” is {understood}, but of which currency?',
  },
  'money-two-currencies': {
    vi: '“{input}” ghi hai loại tiền.', lo: machine('“{input}” ມີສອງສະກຸນເງິນ.'), en: '“{input}” names two currencies.',
  },
  'date-missing': { vi: 'Chưa nhập ngày.', lo: machine('ຍັງບໍ່ໄດ້ປ້ອນວັນທີ.'), en: 'No date was given.' },
  'date-unreadable': {
    vi: '“{input}” không đọc được thành ngày. Viết như 1/7/2013, 7/2013 hoặc 2013.',
    lo: machine('ອ່ານ “{input}” ເປັນວັນທີບໍ່ໄດ້. ຂຽນເຊັ່ນ 1/7/2013, 7/2013 ຫຼື 2013.'),
    en: '“{input}” cannot be read as a date. Write 1/7/2013 (day first), 7/2013 or 2013.',
  },
  'date-year-digits': {
    vi: '“{input}”: hãy viết năm bằng bốn chữ số.', lo: machine('“{input}”: ກະລຸນາຂຽນປີດ້ວຍສີ່ຕົວເລກ.'), en: '“{input}”: write the year with four digits.',
  },
  'date-buddhist-era': {
    vi: '{year} là năm Phật lịch. Theo dương lịch là {common}: hãy viết năm đó.',
    lo: machine('{year} ແມ່ນພຸດທະສັກກະຣາດ. ຄຣິດສັກກະຣາດແມ່ນ {common}: ກະລຸນາຂຽນປີນັ້ນ.'),
    en: '{year} is a year of the Buddhist era. In the common era it is {common}: write that year.',
  },
  'date-year-range': {
    vi: 'Năm {year} nằm ngoài khoảng 1800 đến 2199.', lo: machine('ປີ {year} ຢູ່ນອກໄລຍະ 1800 ຫາ 2199.'), en: 'The year {year} is outside 1800 to 2199.',
  },
  'date-no-month': {
    vi: '“{input}”: không có tháng {month}. Ngày viết trước, tháng viết sau.',
    lo: machine('“{input}”: ບໍ່ມີເດືອນ {month}. ຂຽນວັນກ່ອນ ແລ້ວຈຶ່ງຂຽນເດືອນ.'),
    en: '“{input}”: there is no month {month}. The day comes first, then the month.',
  },
  'date-no-day': { vi: 'Không có ngày {day} trong {month}.', lo: machine('ບໍ່ມີວັນທີ {day} ໃນ {month}.'), en: 'There is no day {day} in {month}.' },
  'period-unreadable': {
    vi: '“{input}” không đọc được thành khoảng thời gian. Viết như 2019-2021 hoặc 1/7/2019 - 30/6/2021.',
    lo: machine('ອ່ານ “{input}” ເປັນໄລຍະເວລາບໍ່ໄດ້. ຂຽນເຊັ່ນ 2019-2021 ຫຼື 1/7/2019 - 30/6/2021.'),
    en: '“{input}” cannot be read as a period. Write 2019-2021 or 1/7/2019 - 30/6/2021.',
  },
  'period-backwards': {
    vi: 'Thời gian kết thúc ({to}) trước khi bắt đầu ({from}).',
    lo: machine('ວັນສິ້ນສຸດ ({to}) ມາກ່ອນວັນເລີ່ມຕົ້ນ ({from}).'),
    en: 'The end ({to}) comes before the beginning ({from}).',
  },
});
