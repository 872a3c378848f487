import { defineMessages, machine } from '@entente/text';

export const iatiWords = defineMessages('iati', {
  'file': { vi: 'Tệp IATI 2.03', lo: machine('ໄຟລ໌ IATI 2.03'), en: 'IATI 2.03 file' },
  'not-iati': { vi: 'Tệp này không phải tệp hoạt động IATI (XML).', lo: machine('ໄຟລ໌ນີ້ບໍ່ແມ່ນໄຟລ໌ກິດຈະກຳ IATI (XML).'), en: 'This is no IATI activity file (XML).' },
  'version': { vi: 'Chỉ đọc IATI bản 2; tệp này là bản “{version}”.', lo: machine('ອ່ານໄດ້ແຕ່ IATI ສະບັບ 2; ໄຟລ໌ນີ້ແມ່ນ “{version}”.'), en: 'Only IATI version 2 is read; this file is version “{version}”.' },
  'too-large': { vi: 'Tệp IATI quá lớn.', lo: machine('ໄຟລ໌ IATI ໃຫຍ່ເກີນໄປ.'), en: 'The IATI file is too large.' },
  'no-identifier': { vi: 'Hoạt động thiếu iati-identifier.', lo: machine('ກິດຈະກຳຂາດ iati-identifier.'), en: 'The activity has no iati-identifier.' },
  'twice': { vi: 'iati-identifier này có hai lần trong tệp.', lo: machine('iati-identifier ນີ້ມີສອງຄັ້ງໃນໄຟລ໌.'), en: 'This iati-identifier stands twice in the file.' },
  'about-export': { vi: 'Tệp hoạt động IATI 2.03 của hợp tác', lo: machine('ໄຟລ໌ກິດຈະກຳ IATI 2.03 ຂອງການຮ່ວມມື'), en: 'The IATI 2.03 activity file of the cooperation' },
  'about-import': { vi: 'Nhập hoạt động từ tệp IATI: xem trước, rồi đề xuất', lo: machine('ນຳກິດຈະກຳຈາກໄຟລ໌ IATI: ເບິ່ງກ່ອນ, ແລ້ວສະເໜີ'), en: 'Brings in activities of an IATI file: looked at first, then proposed' },
});
