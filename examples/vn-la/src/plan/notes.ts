/** Notes of the demonstration's acts, in the language of the side that writes them. */
import { defineMessages, isLang, machine } from '@entente/text';
import type { Party } from '@entente/kernel';

export const demonstrationNotes = defineMessages('demonstration-notes', {
  offices: { vi: 'Danh bạ cơ quan và người giữ chức vụ', lo: machine('ບັນຊີອົງການ ແລະ ຜູ້ດຳລົງຕຳແໜ່ງ'), en: 'Register of offices and office holders' },
  record: { vi: 'Nhập hồ sơ đã có từ trước', lo: machine('ນຳເຂົ້າເອກະສານທີ່ມີຢູ່ກ່ອນ'), en: 'Existing paper recorded' },
  lineage: { vi: 'Nối các cam kết qua các kỳ hội nghị', lo: machine('ເຊື່ອມຄຳໝັ້ນສັນຍາຜ່ານບັນດາກອງປະຊຸມ'), en: 'Commitments followed through the conferences' },
  translate: { vi: 'Bản dịch', lo: machine('ບົດແປ'), en: 'Translations' },
  confirm: { vi: 'Xác nhận hồ sơ bên kia đã nhập', lo: machine('ຢືນຢັນເອກະສານທີ່ອີກຝ່າຍນຳເຂົ້າ'), en: 'Records of the other side confirmed' },
  exercise: { vi: '[Bài tập mẫu] Báo cáo', lo: machine('[ບົດຝຶກຫັດ] ບົດລາຍງານ'), en: '[Exercise] Reports' },
  'work-plan': { vi: 'Kế hoạch công tác và tiến độ', lo: machine('ແຜນວຽກ ແລະ ຄວາມຄືບໜ້າ'), en: 'Work plan and progress' },
  settle: { vi: '[Bài tập mẫu] Thống nhất số liệu', lo: machine('[ບົດຝຶກຫັດ] ຕົກລົງຕົວເລກ'), en: '[Exercise] Figures settled' },
});
export type NoteName = keyof typeof demonstrationNotes.entries;

export function noteFor(party: Party, name: NoteName): string {
  const [lang] = party.languages;
  return demonstrationNotes.t(isLang(lang) ? lang : 'en')(name);
}
