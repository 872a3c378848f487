import { romanValue } from '../lists/label.ts';
import { en } from './en.ts';
import { lo } from './lo.ts';
import { vi } from './vi.ts';
import type { Vocabulary } from './vocabulary.ts';

export type { Vocabulary } from './vocabulary.ts';

const all: readonly Vocabulary[] = [vi, lo, en];

/** A text may mix its languages (a bilingual minute), so every language's words are looked for in every text. */
const gathered = (pick: (vocabulary: Vocabulary) => readonly string[]) => all.flatMap(pick).toSorted((a, b) => b.length - a.length);

const escaped = (words: readonly string[]) => words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', ' +')).join('|');

/** A pattern of any of the words, longest first, to be put into a larger one. */
export const anyOf = (pick: (vocabulary: Vocabulary) => readonly string[]): string => `(?:${escaped(gathered(pick))})`;

const edge = '(?![\\p{L}\\p{M}])';

export const byWord = {
  /** Goes on after a bare number that is only mentioned: "ມາດຕາ 3 ຂອງ ...", "Khoản 1 Điều 5". */
  ofPhrase: new RegExp(`^(?:ຂອງ|ແຫ່ງ|ແລະ|ຫາ|ເຖິງ|ໃນ|${anyOf((words) => words.itemWords)} *\\d)`, 'u'),
  awaitsNumber: new RegExp(`(?:^|[^\\p{L}\\p{M}]|(?=\\p{Script=Lao}))${anyOf((words) => words.awaitsNumber)}$`, 'iu'),
  dangling: new RegExp(`(?:,|(?:^|[^\\p{L}\\p{M}]|(?=\\p{Script=Lao}))${anyOf((words) => words.dangling)})$`, 'u'),
  units: new RegExp(`^${anyOf((words) => words.units)}${edge}`, 'iu'),
  recital: new RegExp(`^${anyOf((words) => words.recitals)}(?=[ ,:]|\\p{Script=Lao}|$)`, 'u'),
  honorific: new RegExp(`^${anyOf((words) => words.honorifics)}(?=[ .]|\\p{Script=Lao})`, 'u'),
  closing: new RegExp(`^["'*]*${anyOf((words) => words.closings)}(?![\\p{Ll}\\p{M}])`, 'iu'),
  byline: new RegExp(`^[(]?${anyOf((words) => words.bylines)}(?:[ :/,]|\\p{Script=Lao})`, 'u'),
  rights: new RegExp(anyOf((words) => words.rights), 'iu'),
  page: new RegExp(`^[-|]* ?${anyOf((words) => words.pageWords)} *\\d{1,4}(?: *(?:/|of|trên|ຂອງ) *\\d{1,4})? ?[-|]*$`, 'iu'),
};

/** A line that is nothing but one of the words, any case, perhaps with a colon. */
const wholeLine = (pick: (vocabulary: Vocabulary) => readonly string[]): ((line: string) => boolean) => {
  const words = new Set(gathered(pick));
  return (line) => line.length < 40 && words.has(line.toLowerCase().replace(/[ :.…>»]+$/u, ''));
};

export const isNavigation = wholeLine((words) => words.navigation);
export const isTail = wholeLine((words) => words.tails);
export const isSoftTail = wholeLine((words) => words.softTails);

interface Numbered {
  readonly word: string;
  readonly value: number;
  readonly label: string;
  readonly length: number;
  /** Nothing but a space follows the number. */
  readonly bare: boolean;
  readonly section?: 'annex' | 'chapter';
}

const canonical = new Map<string, { word: string; section?: 'annex' | 'chapter' }>();
for (const { itemWords, annexWords, chapterWords } of all) {
  for (const word of itemWords) canonical.set(word.toLowerCase(), { word: word.toLowerCase() });
  for (const word of annexWords) canonical.set(word.toLowerCase(), { word: 'annex', section: 'annex' });
  for (const word of chapterWords) canonical.set(word.toLowerCase(), { word: word.toLowerCase(), section: 'chapter' });
}
const values = new Map(all.flatMap(({ numberWords }) => numberWords.flatMap((words, at) => words.map((word) => [word, at + 1] as const))));

const sectionWord = anyOf((words) => [...words.annexWords, ...words.chapterWords]);
const anyWord = anyOf((words) => [...words.itemWords, ...words.annexWords, ...words.chapterWords]);
const spelled = [...values.keys()].toSorted((a, b) => b.length - a.length).join('|');
const heading = new RegExp(`^(${anyWord})(?:(?: +| *ທີ *| *(?:thứ|số|No\\.?) +)|(?=\\d))(\\d{1,3}|[IVX]{1,6}|[A-H]|${spelled})(?![\\p{L}\\p{M}\\d])( ?[.:)/-]+)? *`, 'iu');
/** "Thứ nhất, ...", "Second: ...": a stop must follow, for Thứ hai is Monday too. */
const ordinal = new RegExp(`^(${anyOf((words) => words.ordinals.flat())})(?:[,:.] *| +(?=là[ ,]))(?:là[ ,]+)?`, 'u');
const ordinals = new Map(all.flatMap((words) => words.ordinals.flatMap((kinds, at) => kinds.map((word, kind) => [word, { value: at + 1, word: `ordinal ${kind}` }] as const))));
const alone = new RegExp(`^(${sectionWord})(?: *[:.]|$)`, 'iu');

/** The item or section a line announces by a word: `Điều 3.`, `ARTICLE IV`, `Phụ lục I`, `PHỤ LỤC`. */
export function wordsOf(line: string): Numbered | undefined {
  // Most lines begin with none of the words; their first letters tell.
  if (!firstLetters.has(line.charAt(0).toLowerCase())) return undefined;
  const nth = ordinal.exec(line);
  const counted = nth && ordinals.get((nth[1] ?? '').replace(/ +/g, ' '));
  if (nth && counted) return { ...counted, label: String(counted.value), length: nth[0].length, bare: false };
  const match = heading.exec(line);
  const word = match?.[1] ?? alone.exec(line)?.[1] ?? '';
  const known = canonical.get(word.toLowerCase().replace(/ +/g, ' '));
  if (!known || /^\p{Ll}/u.test(word)) return undefined;
  if (!match) return { word: known.word, value: 1, label: '', length: word.length, bare: false, section: known.section ?? 'annex' };
  const number = match[2] ?? '';
  const value = /^\d/.test(number) ? Number(number) : values.get(number.toLowerCase()) ?? letterOrRoman(number);
  const label = /^[IVX]+$|^[A-H]$/.test(number) ? number : String(value);
  return { word: known.word, value, label, length: match[0].length, bare: match[3] === undefined, ...(known.section ? { section: known.section } : {}) };
}

const firstLetters = new Set([...canonical.keys(), ...ordinals.keys()].map((word) => word.charAt(0).toLowerCase()));

function letterOrRoman(number: string): number {
  return romanValue(number) || number.toUpperCase().charCodeAt(0) - 64;
}
