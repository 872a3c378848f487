import { defineMessages, isLang, machine } from '@entente/text';
import type { LanguageTag, Translator } from '@entente/text';

/** The words that writers add of their own. */
const catalogue = defineMessages('reports', {
  contents: { vi: 'Mục lục', lo: machine('ສາລະບານ'), en: 'Contents' },
  annex: { vi: 'Phụ lục {letter}', lo: machine('ເອກະສານຊ້ອນທ້າຍ {letter}'), en: 'Annex {letter}' },
  figure: { vi: 'Hình {number}', lo: machine('ຮູບທີ {number}'), en: 'Figure {number}' },
  table: { vi: 'Bảng {number}', lo: machine('ຕາຕະລາງທີ {number}'), en: 'Table {number}' },
  note: { vi: 'Chú thích', lo: machine('ໝາຍເຫດ'), en: 'Notes' },
  backToText: { vi: 'Trở lại văn bản', lo: machine('ກັບຄືນຫາຂໍ້ຄວາມ'), en: 'Back to the text' },
  original: { vi: 'bản gốc, chưa dịch', lo: machine('ຕົ້ນສະບັບ, ຍັງບໍ່ໄດ້ແປ'), en: 'original, not translated' },
  machine: { vi: 'bản dịch máy, chưa kiểm tra', lo: machine('ບົດແປດ້ວຍເຄື່ອງ, ຍັງບໍ່ໄດ້ກວດກາ'), en: 'machine translation, not checked' },
  stale: { vi: 'bản dịch của phiên bản trước', lo: machine('ບົດແປຂອງສະບັບກ່ອນ'), en: 'translation of an earlier version' },
  summary: { vi: 'bản tóm tắt, không phải nguyên văn đã ký', lo: machine('ບົດສະຫຼຸບ, ບໍ່ແມ່ນຖ້ອຍຄຳທີ່ລົງນາມ'), en: 'summary, not signed wording' },
  date: { vi: 'Ngày', lo: machine('ວັນທີ'), en: 'Date' },
  unknownParty: {
    vi: 'Không có bên nào mang mã {party} trong văn bản này.',
    lo: machine('ບໍ່ມີຝ່າຍໃດທີ່ມີລະຫັດ {party} ໃນເອກະສານນີ້.'),
    en: 'No party of this document is called {party}.',
  },
  badColour: {
    vi: 'Màu {colour} không có dạng #rrggbb.', lo: machine('ສີ {colour} ບໍ່ແມ່ນຮູບແບບ #rrggbb.'), en: 'The colour {colour} is not written #rrggbb.',
  },
  badLanguage: {
    vi: 'Mã ngôn ngữ {lang} không hợp lệ.', lo: machine('ລະຫັດພາສາ {lang} ບໍ່ຖືກຕ້ອງ.'), en: 'The language tag {lang} is not valid.',
  },
  badDate: {
    vi: 'Ngày {date} không có dạng năm-tháng-ngày.', lo: machine('ວັນທີ {date} ບໍ່ແມ່ນຮູບແບບ ປີ-ເດືອນ-ວັນ.'), en: 'The date {date} is not written year-month-day.',
  },
  badLink: {
    vi: 'Liên kết {href} không dùng được: chỉ nhận http, https, mailto và đề mục có trong văn bản.',
    lo: machine('ລິ້ງ {href} ໃຊ້ບໍ່ໄດ້: ຮັບພຽງ http, https, mailto ແລະ ຫົວຂໍ້ໃນເອກະສານ.'),
    en: 'The link {href} cannot be used: only http, https, mailto and headings of the document can be linked.',
  },
  badPicture: {
    vi: 'Hình vẽ phải là SVG độc lập có viewBox, không có mã lệnh và không trỏ ra ngoài.',
    lo: machine('ຮູບຕ້ອງເປັນ SVG ທີ່ມີ viewBox, ບໍ່ມີຄຳສັ່ງ ແລະ ບໍ່ເຊື່ອມໄປພາຍນອກ.'),
    en: 'A figure must be a self-contained SVG with a viewBox, without scripts and without references to other files.',
  },
  rowWidth: {
    vi: 'Hàng này có {given} ô, bảng có {expected} cột.', lo: machine('ແຖວນີ້ມີ {given} ຊ່ອງ, ຕາຕະລາງມີ {expected} ຖັນ.'), en: 'The row fills {given} columns of {expected}.',
  },
  sameId: {
    vi: 'Hai phần cùng mang mã {id}.', lo: machine('ສອງພາກສ່ວນໃຊ້ລະຫັດດຽວກັນ {id}.'), en: 'Two parts share the id {id}.',
  },
});

export type Labels = Translator<(typeof catalogue)['entries']>;

/** The writers' words in the document's language; English where the interface has no such language. */
export function labelsIn(lang: LanguageTag): Labels {
  const base = lang.split('-')[0] ?? lang;
  return catalogue.t(isLang(base) ? base : 'en');
}
