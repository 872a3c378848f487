/** Every word the components say, in three languages; Lao written by machine is marked so. */
import { defineMessages, formatNumber, languageInfo, type Lang, type Translator } from '@entente/text';
import { useReader } from './reading.tsx';
import { contentWords } from './words/content.ts';
import { formWords } from './words/forms.ts';
import { frameWords } from './words/frame.ts';

const entries = { ...frameWords, ...contentWords, ...formWords };
export const words = defineMessages('ui', entries);

/** The components' words in the reader's language. */
export const useWords = (): Translator<typeof entries> => words.t(useReader().lang);

/** What all parties together are called: "both sides" for two. */
export function useJointName(): string {
  const { lang, parties } = useReader();
  return words.t(lang)(parties.length === 2 ? 'both-parties' : 'all-parties');
}

/** A language's name in itself. */
export const languageName = (tag: string): string => languageInfo(tag).ownName;

const namesIn = new Map<Lang, Intl.DisplayNames>();

/** A language's name in the reader's language, as it stands inside a sentence: "tiếng Lào", "Lao". */
export function languageIn(tag: string, lang: Lang): string {
  let names = namesIn.get(lang);
  if (!names) namesIn.set(lang, (names = new Intl.DisplayNames([lang], { type: 'language' })));
  const name = names.of(tag) ?? tag;
  return lang === 'vi' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** A count as the reader writes it. */
export const count = (value: number, lang: Lang): string => formatNumber(value, lang);
