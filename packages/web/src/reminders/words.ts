import { defineMessages, machine } from '@entente/text';

/** What reminders say, on the account page and in letters. */
export const reminderWords = defineMessages('reminders', {
  'title': { vi: 'Thư nhắc việc', lo: machine('ຈົດໝາຍເຕືອນ'), en: 'Reminders by e-mail' },
  'what': {
    vi: 'Một thư tóm tắt: việc đang chờ, việc sắp đến hạn, quá hạn. Thư không chứa gì ngoài tên hồ sơ và đường dẫn.',
    lo: machine('ຈົດໝາຍສະຫຼຸບ: ສິ່ງທີ່ລໍຖ້າ, ໃກ້ຮອດກຳນົດ, ກາຍກຳນົດ. ມີພຽງຊື່ບັນທຶກ ແລະ ລິ້ງ.'),
    en: 'One letter that sums up what waits, what is due soon and what is late. It holds titles of records and links, nothing else.',
  },
  'cadence': { vi: 'Bao lâu một lần', lo: machine('ເລື້ອຍປານໃດ'), en: 'How often' },
  'never': { vi: 'Không gửi', lo: machine('ບໍ່ສົ່ງ'), en: 'Never' },
  'daily': { vi: 'Hằng ngày, khi có điều mới', lo: machine('ທຸກວັນ, ເມື່ອມີສິ່ງໃໝ່'), en: 'Daily, when something is new' },
  'weekly': { vi: 'Hằng tuần, thứ Hai', lo: machine('ທຸກອາທິດ, ວັນຈັນ'), en: 'Weekly, on Mondays' },
  'email': { vi: 'Địa chỉ thư điện tử', lo: machine('ທີ່ຢູ່ອີເມວ'), en: 'E-mail address' },
  'lang': { vi: 'Ngôn ngữ của thư', lo: machine('ພາສາຂອງຈົດໝາຍ'), en: 'Language of the letter' },
  'save': { vi: 'Lưu', lo: machine('ບັນທຶກ'), en: 'Save' },
  'saved': { vi: 'Đã lưu cách nhắc việc.', lo: machine('ບັນທຶກການເຕືອນແລ້ວ.'), en: 'Your reminders are saved.' },
  'bad-email': { vi: 'Địa chỉ thư điện tử không đúng.', lo: machine('ທີ່ຢູ່ອີເມວບໍ່ຖືກຕ້ອງ.'), en: 'This is not an e-mail address.' },
  'subject': { vi: '{coop}: {count} việc cần chú ý', lo: machine('{coop}: {count} ເລື່ອງຄວນສົນໃຈ'), en: { one: '{coop}: {count} thing to look at', other: '{coop}: {count} things to look at' } },
  'late': { vi: 'Quá hạn', lo: machine('ກາຍກຳນົດ'), en: 'Late' },
  'soon': { vi: 'Sắp đến hạn', lo: machine('ໃກ້ຮອດກຳນົດ'), en: 'Due soon' },
  'ours': { vi: 'Đang chờ phía ta', lo: machine('ລໍຖ້າຝ່າຍເຮົາ'), en: 'Waiting for us' },
  'theirs': { vi: 'Ta đang chờ phía khác', lo: machine('ເຮົາລໍຖ້າຝ່າຍອື່ນ'), en: 'We wait for others' },
  'silent': { vi: 'Lâu không liên lạc', lo: machine('ບໍ່ຕິດຕໍ່ດົນແລ້ວ'), en: 'Silent for long' },
  'silent-peer': { vi: 'Nút của {party} không trả lời từ {when}', lo: machine('ໂນດຂອງ {party} ບໍ່ຕອບແຕ່ {when}'), en: 'The node of {party} has not answered since {when}' },
  'silent-party': { vi: '{party} chưa ghi gì từ {when}', lo: machine('{party} ບໍ່ໄດ້ບັນທຶກຫຍັງແຕ່ {when}'), en: '{party} has recorded nothing since {when}' },
  'due': { vi: 'hạn {date}', lo: machine('ກຳນົດ {date}'), en: 'due {date}' },
  'new': { vi: 'mới', lo: machine('ໃໝ່'), en: 'new' },
  'more': { vi: 'và {count} việc khác', lo: machine('ແລະ ອີກ {count} ເລື່ອງ'), en: 'and {count} more' },
  'change': { vi: 'Đổi cách nhận thư: {link}', lo: machine('ປ່ຽນວິທີຮັບ: {link}'), en: 'Change or stop these letters: {link}' },
});
