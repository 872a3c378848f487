import { defineMessages, machine } from '@entente/text';

/** Why a file is not read as a table; the sentence says what to do instead. */
export const messages = defineMessages('sheet-file', {
  'empty': { vi: 'Tệp “{file}” không có gì.', lo: machine('ໄຟລ໌ “{file}” ບໍ່ມີຫຍັງ.'), en: 'The file “{file}” is empty.' },
  'too-large': {
    vi: 'Tệp “{file}” quá lớn khi mở ra (hơn {limit} MB). Hãy chia thành nhiều tệp.',
    lo: machine('ໄຟລ໌ “{file}” ໃຫຍ່ເກີນໄປເມື່ອເປີດ (ເກີນ {limit} MB). ກະລຸນາແບ່ງເປັນຫຼາຍໄຟລ໌.'),
    en: 'The file “{file}” is too large once opened (over {limit} MB). Split it into several files.',
  },
  'too-many-rows': {
    vi: 'Tệp “{file}” có hơn {limit} dòng. Hãy chia thành nhiều tệp.',
    lo: machine('ໄຟລ໌ “{file}” ມີເກີນ {limit} ແຖວ. ກະລຸນາແບ່ງເປັນຫຼາຍໄຟລ໌.'),
    en: 'The file “{file}” has more than {limit} rows. Split it into several files.',
  },
  'damaged': { vi: 'Tệp “{file}” bị hỏng hoặc bị cắt. Hãy lưu lại rồi gửi lại.', lo: machine('ໄຟລ໌ “{file}” ເສຍຫາຍ ຫຼື ຖືກຕັດ. ບັນທຶກຄືນແລ້ວສົ່ງໃໝ່.'), en: 'The file “{file}” is damaged or cut short. Save it again and send it again.' },
  'old-excel': {
    vi: 'Tệp “{file}” thuộc dạng Excel cũ (.xls). Hãy mở và lưu thành “Excel Workbook (.xlsx)”.',
    lo: machine('ໄຟລ໌ “{file}” ເປັນ Excel ເກົ່າ (.xls). ເປີດແລ້ວບັນທຶກເປັນ “Excel Workbook (.xlsx)”.'),
    en: 'The file “{file}” is of the old Excel form (.xls). Open it and save it as “Excel Workbook (.xlsx)”.',
  },
  'encrypted': { vi: 'Tệp “{file}” có mật khẩu. Hãy lưu một bản không có mật khẩu.', lo: machine('ໄຟລ໌ “{file}” ມີລະຫັດຜ່ານ. ບັນທຶກສະບັບທີ່ບໍ່ມີລະຫັດຜ່ານ.'), en: 'The file “{file}” is protected by a password. Save a copy without one.' },
  'not-a-table': {
    vi: 'Tệp “{file}” không phải bảng Excel (.xlsx) hay CSV, dù tên là gì.',
    lo: machine('ໄຟລ໌ “{file}” ບໍ່ແມ່ນຕາຕະລາງ Excel (.xlsx) ຫຼື CSV, ບໍ່ວ່າຊື່ຫຍັງ.'),
    en: 'The file “{file}” is no Excel (.xlsx) or CSV table, whatever its name says.',
  },
  'encoding': {
    vi: 'Chữ trong tệp “{file}” không phải Unicode (UTF-8). Hãy lưu thành “CSV UTF-8” hoặc .xlsx.',
    lo: machine('ຕົວອັກສອນໃນໄຟລ໌ “{file}” ບໍ່ແມ່ນ Unicode (UTF-8). ບັນທຶກເປັນ “CSV UTF-8” ຫຼື .xlsx.'),
    en: 'The letters in “{file}” are not Unicode (UTF-8). Save it as “CSV UTF-8” or .xlsx.',
  },
  'open-quote': { vi: 'Dòng {row} của tệp “{file}” mở dấu ngoặc kép mà không đóng.', lo: machine('ແຖວ {row} ຂອງໄຟລ໌ “{file}” ເປີດວົງຢືມແຕ່ບໍ່ປິດ.'), en: 'Row {row} of “{file}” opens a quotation mark and never closes it.' },
});
export type FileFault = keyof typeof messages.entries;
