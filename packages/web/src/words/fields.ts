import { defineMessages, machine } from '@entente/text';

/** Words of values and inputs. */
export const fields = defineMessages('web-fields', {
  'yes': { vi: 'Có', lo: machine('ແມ່ນ'), en: 'Yes' },
  'no': { vi: 'Không', lo: machine('ບໍ່'), en: 'No' },
  'not-held': { vi: '(bản ghi chưa có ở nút này)', lo: machine('(ບັນທຶກຍັງບໍ່ມີຢູ່ໂນດນີ້)'), en: '(a record that is not held here)' },
  'changed-since': { vi: 'đã thay đổi từ đó', lo: machine('ມີການປ່ຽນແປງແຕ່ນັ້ນມາ'), en: 'changed since' },
  'withheld': { vi: '(giá trị cá nhân, không hiển thị)', lo: machine('(ຄ່າສ່ວນບຸກຄົນ, ບໍ່ສະແດງ)'), en: '(personal value, not shown)' },
  'show-here': { vi: 'Xem tại đây', lo: machine('ເບິ່ງຢູ່ນີ້'), en: 'Show here' },
  'until': { vi: 'đến {date}', lo: machine('ເຖິງ {date}'), en: 'until {date}' },
  'entry': { vi: 'dòng', lo: machine('ລາຍການ'), en: 'entry' },
  'show-case': { vi: 'Hiện các ô của loại đã chọn', lo: machine('ສະແດງຊ່ອງຂອງປະເພດທີ່ເລືອກ'), en: 'Show the fields of what is chosen' },
  'megabytes': { vi: '{count} MB', lo: machine('{count} MB'), en: '{count} MB' },
});
