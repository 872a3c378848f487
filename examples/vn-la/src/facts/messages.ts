import { defineMessages, machine } from '@entente/text';

/** What is wrong with a data file, always with the file and the line. */
export const factsMessages = defineMessages('facts', {
  'missing-file': {
    vi: 'Thiếu tệp dữ liệu {file}.',
    lo: machine('ບໍ່ມີແຟ້ມຂໍ້ມູນ {file}.'),
    en: 'The data file {file} is missing.',
  },
  'unreadable': {
    vi: 'Không đọc được tệp {file}: tệp phải là văn bản UTF-8.',
    lo: machine('ອ່ານແຟ້ມ {file} ບໍ່ໄດ້: ຕ້ອງເປັນຂໍ້ຄວາມ UTF-8.'),
    en: 'The file {file} cannot be read: it must be UTF-8 text.',
  },
  'yaml': {
    vi: '{file}, dòng {line}, cột {column}: không phải YAML đúng ({reason}).',
    lo: machine('{file}, ແຖວ {line}, ຖັນ {column}: ບໍ່ແມ່ນ YAML ທີ່ຖືກຕ້ອງ ({reason}).'),
    en: '{file}, line {line}, column {column}: this is not valid YAML ({reason}).',
  },
  'unknown-key': {
    vi: '{file}, dòng {line}: không có khóa nào tên “{key}”. Hãy sửa hoặc bỏ đi.',
    lo: machine('{file}, ແຖວ {line}: ບໍ່ຮູ້ຈັກຊື່ “{key}”. ກະລຸນາແກ້ ຫຼື ລຶບອອກ.'),
    en: '{file}, line {line}: there is no key called “{key}”. Correct or remove it.',
  },
  'missing-key': {
    vi: '{file}, dòng {line}: thiếu “{key}”.',
    lo: machine('{file}, ແຖວ {line}: ຂາດ “{key}”.'),
    en: '{file}, line {line}: “{key}” is missing.',
  },
  'date': {
    vi: '{file}, dòng {line}: “{value}” không phải là ngày ở {name}. Viết 2019, 2019-03 hoặc 2019-03-28.',
    lo: machine('{file}, ແຖວ {line}: “{value}” ບໍ່ແມ່ນວັນທີ ຢູ່ {name}. ຂຽນ 2019, 2019-03 ຫຼື 2019-03-28.'),
    en: '{file}, line {line}: “{value}” is no date for {name}. Write 2019, 2019-03 or 2019-03-28.',
  },
  'wrong': {
    vi: '{file}, dòng {line}: “{value}” không dùng được cho {expected}.',
    lo: machine('{file}, ແຖວ {line}: “{value}” ໃຊ້ກັບ {expected} ບໍ່ໄດ້.'),
    en: '{file}, line {line}: “{value}” cannot be used for {expected}.',
  },
  'dangling': {
    vi: '{file}, dòng {line}: không có “{value}” ({wanted}).',
    lo: machine('{file}, ແຖວ {line}: ບໍ່ມີ “{value}” ({wanted}).'),
    en: '{file}, line {line}: there is no “{value}” ({wanted}).',
  },
  'unknown-theme': {
    vi: '{file}, dòng {line}: chương trình hợp tác không có lĩnh vực “{value}” ({wanted}).',
    lo: machine('{file}, ແຖວ {line}: ການຮ່ວມມືບໍ່ມີຂົງເຂດ “{value}” ({wanted}).'),
    en: '{file}, line {line}: the cooperation has no theme “{value}” ({wanted}).',
  },
  'unknown-code': {
    vi: '{file}, dòng {line}: “{value}” không có trong danh mục {list}.',
    lo: machine('{file}, ແຖວ {line}: “{value}” ບໍ່ມີໃນລາຍການ {list}.'),
    en: '{file}, line {line}: “{value}” is not in the list {list}.',
  },
  'unknown-item': {
    vi: '{file}, dòng {line}: văn kiện {instrument} không có mục {value}.',
    lo: machine('{file}, ແຖວ {line}: ເອກະສານ {instrument} ບໍ່ມີຂໍ້ {value}.'),
    en: '{file}, line {line}: the instrument {instrument} has no item {value}.',
  },
  'twice': {
    vi: '{file}, dòng {line}: “{value}” có hai lần.',
    lo: machine('{file}, ແຖວ {line}: “{value}” ມີສອງຄັ້ງ.'),
    en: '{file}, line {line}: “{value}” is there twice.',
  },
  'lineage-order': {
    vi: '{file}, dòng {line}: {earlier} không có trước {later}.',
    lo: machine('{file}, ແຖວ {line}: {earlier} ບໍ່ໄດ້ມາກ່ອນ {later}.'),
    en: '{file}, line {line}: {earlier} does not come before {later}.',
  },
  'no-report': {
    vi: '{file}, dòng {line}: không có báo cáo nào về {commitment} trong kỳ {period}.',
    lo: machine('{file}, ແຖວ {line}: ບໍ່ມີບົດລາຍງານກ່ຽວກັບ {commitment} ໃນໄລຍະ {period}.'),
    en: '{file}, line {line}: there is no report on {commitment} for {period}.',
  },
});
