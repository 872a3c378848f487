import { field } from '@entente/kernel';
import type { Role, Verb } from '@entente/kernel';
import { label } from './wording.ts';

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
