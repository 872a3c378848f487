/** Code lists that are the cooperation's own: parties and themes by their names, in the reader's language. */
import { field } from '@entente/kernel';
import { expect, test } from 'vitest';
import { codeLabel, codesOf } from '../src/fields/codes.ts';
import { cooperation } from './world.ts';

const label = { vi: 'Bên', lo: 'ຝ່າຍ', en: 'Party' };
const reader = (lang: 'vi' | 'lo' | 'en') => ({ lang, cooperation, pick: (text: string | Readonly<Record<string, string>>) => ({ lang, text: typeof text === 'string' ? text : text[lang] ?? '' }) });

test('a party is offered and shown by its name; one that is no party of the cooperation as it is written', () => {
  const party = field.party({ label });
  expect(codesOf(reader('vi'), party)).toEqual([{ value: 'VN', label: 'Việt Nam' }, { value: 'LA', label: 'Lào' }]);
  expect(codeLabel(reader('en'), party, 'LA')).toBe('Lao PDR');
  expect(codeLabel(reader('en'), party, 'KH')).toBe('KH');
  expect(party.schema.safeParse('VN').success).toBe(true);
  expect(party.schema.safeParse('V N').success).toBe(false);
});
