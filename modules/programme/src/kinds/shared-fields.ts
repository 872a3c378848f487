import { field } from '@entente/kernel';
import type { Role, Verb } from '@entente/kernel';
import { label } from '@entente/text';

/** Joint records: the coordinator speaks for the party, a leader may decide; everyone else reads. */
export const mayJoint = {
  propose: ['coordinator'],
  consent: ['coordinator', 'leader'],
  reject: ['coordinator', 'leader'],
} as const satisfies Partial<Record<Verb, readonly Role[]>>;

/** Invented for practice or for a demonstration; shown as such wherever the record is shown. */
export const exerciseFlag = field.flag({
  label: label('Bài tập mẫu', 'Exercise', 'ບົດຝຶກຫັດ'), optional: true,
  help: label('Số liệu dựng để luyện tập, không phải kết quả thật.', 'Made up for practice, not real results.', 'ສ້າງຂຶ້ນເພື່ອຝຶກ, ບໍ່ແມ່ນຜົນຈິງ.'),
});

/** A figure: exact decimal text, and where people are counted, how many of them are women and men. */
export const figureFields = {
  value: field.decimalNumber({ label: label('Giá trị', 'Value', 'ຄ່າ') }),
  women: field.decimalNumber({ label: label('Nữ', 'Women', 'ຍິງ'), optional: true }),
  men: field.decimalNumber({ label: label('Nam', 'Men', 'ຊາຍ'), optional: true }),
};

/** Each side's own records: whoever works on the activity writes, the coordinator takes back. */
export const mayOwned = { put: ['focal-point', 'coordinator'], retire: ['coordinator'] } as const satisfies Partial<Record<Verb, readonly Role[]>>;

export { provenance } from '@entente/kernel';

const number = field.text({
  label: label('Số', 'No', 'ເລກທີ'), pattern: /^[A-Za-z0-9][A-Za-z0-9.-]{0,15}$/u,
  help: label('Giữ nguyên khi sửa: tiến độ và khoản chi dẫn theo số này.', 'Keep it: progress and payments refer to it.', 'ຮັກສາໄວ້: ຄວາມຄືບໜ້າ ແລະ ການຈ່າຍອ້າງອີງເຖິງເລກນີ້.'),
});
/** Number of a milestone, output, indicator or budget line, by which progress and money refer to it. */
export const numbered = { number };

/** Who gives, who receives: an office where there is one in the register, else the party or a name. */
export const whoFields = {
  office: field.link(['office', 'body'], { label: label('Cơ quan', 'Office', 'ອົງການ'), optional: true }),
  party: field.party({ label: label('Bên', 'Party', 'ຝ່າຍ'), optional: true }),
  name: field.localized({
    label: label('Tên khác', 'Other name', 'ຊື່ອື່ນ'), optional: true,
    help: label('Khi không có trong danh bạ cơ quan.', 'Where it is not in the register of offices.', 'ເມື່ອບໍ່ຢູ່ໃນບັນຊີອົງການ.'),
  }),
};
