/** A text of the data files: the record's own language first, then its translations. */
import type { Localized } from '@entente/kernel';
import type { Words } from './shape.ts';

export interface Translated { readonly language: string; readonly text: string; readonly origin: 'person' | 'machine' }

const textOf = (written: string | { readonly machine: string }) => (typeof written === 'string' ? written : written.machine);

/** The record's own language: the first, or the one its recorder writes in where a person has written it. */
function ownLanguage(words: Words, preferred?: string): string {
  return preferred !== undefined && typeof words[preferred] === 'string' ? preferred : (Object.keys(words)[0] ?? '');
}

/** What the record itself holds: its own language only. */
export function own(words: Words, preferred?: string): Localized {
  const language = ownLanguage(words, preferred);
  return { [language]: textOf(words[language] ?? '') };
}

/** All other languages. */
export function translated(words: Words, preferred?: string): readonly Translated[] {
  const language = ownLanguage(words, preferred);
  return Object.entries(words).filter(([other]) => other !== language)
    .map(([other, written]) => ({ language: other, text: textOf(written), origin: typeof written === 'string' ? 'person' : 'machine' }));
}

/** Every language together, for data that is no record: names of parties and themes. */
export function everywhere(words: Words): Localized {
  return Object.fromEntries(Object.entries(words).map(([language, written]) => [language, textOf(written)]));
}

/** The same text with a label before it in each of its languages. */
export function labelled(words: Words, label: Words): Words {
  return Object.fromEntries(Object.entries(words).map(([language, written]) => {
    const mark = `[${textOf(label[language] ?? label['en'] ?? '')}] `;
    return [language, typeof written === 'string' ? mark + written : { machine: mark + written.machine }];
  }));
}
