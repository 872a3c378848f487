import { field } from '@entente/kernel';
import type { Role, Verb } from '@entente/kernel';
import { label } from '@entente/text';

/** Joint records: the coordinator speaks for the party, a leader may decide; everyone else reads. */
export const mayJoint = {
  propose: ['coordinator'],
  consent: ['coordinator', 'leader'],
  reject: ['coordinator', 'leader'],
} as const satisfies Partial<Record<Verb, readonly Role[]>>;

const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u;

export const partyField = field.party({ label: label('Bên', 'Party', 'ຝ່າຍ') });
export const languageField = field.text({ label: label('Ngôn ngữ', 'Language', 'ພາສາ'), pattern: LANGUAGE_TAG });
