import { field } from '@entente/kernel';
import type { Role, Verb } from '@entente/kernel';
import { factConfidences } from './codes.ts';
import { label } from './wording.ts';

/** Joint records: the coordinator speaks for the party, a leader may decide; everyone else reads. */
export const mayJoint = {
  propose: ['coordinator'],
  consent: ['coordinator', 'leader'],
  reject: ['coordinator', 'leader'],
} as const satisfies Partial<Record<Verb, readonly Role[]>>;

/** Party ids are data of the cooperation, e.g. `VN`. */
export const PARTY_ID = /^[A-Za-z][A-Za-z0-9-]{0,31}$/u;
const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u;

export const partyField = field.text({ label: label('Bên', 'Party', 'ຝ່າຍ'), pattern: PARTY_ID });
export const languageField = field.text({ label: label('Ngôn ngữ', 'Language', 'ພາສາ'), pattern: LANGUAGE_TAG });

/** Where a fact comes from and how well it is attested (decision 0005). */
export const provenance = {
  remarks: field.localized({ label: label('Ghi chú', 'Remarks', 'ໝາຍເຫດ'), optional: true, long: true, search: 'C' }),
  sources: field.list(field.text({ label: label('Nguồn', 'Source', 'ແຫຼ່ງຂໍ້ມູນ') }), {
    label: label('Nguồn', 'Sources', 'ແຫຼ່ງຂໍ້ມູນ'), optional: true, max: 50,
  }),
  confidence: field.code(factConfidences, { label: label('Độ tin cậy', 'Confidence', 'ລະດັບຄວາມໜ້າເຊື່ອຖື'), optional: true, indexed: true }),
};
