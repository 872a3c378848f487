import { languageInfo } from '../language.ts';
import type { LanguageTag } from '../language.ts';
import { asciiDigits } from '../numbers/digits.ts';
import { expansions, otherLetter, otherSign, tailorings } from './weights.ts';
import type { Tailoring } from './weights.ts';

// An index entry of PostgreSQL holds at most 2,704 bytes: with these two a key stays under 2,300.
const mostLetters = 180;
const mostMarks = 2;

const none = '!';
const upper = '"';
const variant = '#';
const level = '\u0001';

const ignored = /[\p{Cf}\p{Cs}\p{Co}\p{Cn}]|(?![\t\n\v\f\r])\p{Cc}/gu;
const laoConsonant = '\u0E81-\u0EAE\u0EDC-\u0EDF';
/** Leading vowels are written before the consonant they are spoken, and sorted, after. */
const leadingVowel = new RegExp(`([\u0EC0-\u0EC4])([${laoConsonant}])`, 'g');
/** ຳ typed as two signs, with or without a tone mark between them. */
const splitAm = /\u0ECD([\u0EC8-\u0ECB]*)\u0EB2/g;

/**
 * A key whose order byte by byte (PostgreSQL's "C", JavaScript's `<`) is the order of the language: CLDR's for
 * Vietnamese (a ă â, d đ; ngang, huyền, hỏi, ngã, sắc, nặng decide only between words equal in letters), for Lao
 * (leading vowels after their consonant, Lao before Latin), and CLDR's root order for English and all other languages.
 * Capitals decide last. At most 180 letters count; a key holds less than 2,300 bytes. Store it, never show it. Letters
 * of other scripts come last, by code point.
 */
export function sortKey(text: string, lang: LanguageTag): string {
  const order = orderOf(lang);
  return isShort(text) ? keyOfShort(text, order) : keyOf(firstLetters(text), order);
}

/** The keys of a text in several languages at once: its letters are taken apart only once. */
export function sortKeys(text: string, langs: readonly LanguageTag[]): Record<LanguageTag, string> {
  if (isShort(text)) return Object.fromEntries(langs.map((lang) => [lang, keyOfShort(text, orderOf(lang))]));
  const letters = firstLetters(text);
  const made = new Map<Tailoring, string>();
  return Object.fromEntries(langs.map((lang) => {
    const order = orderOf(lang);
    const key = made.get(order) ?? keyOf(letters, order);
    made.set(order, key);
    return [lang, key];
  }));
}

function orderOf(lang: LanguageTag): Tailoring {
  const { collation } = languageInfo(lang);
  return collation === 'vi' || collation === 'lo' ? tailorings[collation] : tailorings.root;
}

function firstLetters(text: string): readonly Letter[] {
  return lettersOf(prepared(text)).slice(0, mostLetters);
}

/** Everyday letters stand for two at most, and none changes what another weighs: each is weighed once for ever. */
const isShort = (text: string): boolean => text.length <= mostLetters / 2 && everyday.test(text);

/** What a letter adds to each level of a key. */
type Weights = readonly [first: string, second: string, third: string];
const weighed = new Map<Tailoring, Map<string, Weights>>();

function keyOfShort(text: string, order: Tailoring): string {
  let known = weighed.get(order);
  if (!known) weighed.set(order, known = new Map());
  let [first, second, third] = ['', '', ''];
  for (const char of text) {
    let weights = known.get(char);
    if (!weights) known.set(char, weights = weightsOf(lettersOf(prepared(char)), order));
    first += weights[0];
    second += weights[1];
    third += weights[2];
  }
  return joined(first, trimmed(second), trimmed(third));
}

function keyOf(letters: readonly Letter[], order: Tailoring): string {
  const [first, second, third] = weightsOf(letters, order);
  return joined(first, trimmed(second), trimmed(third));
}

function weightsOf(letters: readonly Letter[], order: Tailoring): Weights {
  let first = '';
  let second = '';
  let third = '';
  for (const { base, marks, rank } of letters) {
    const made = order.making.size === 0 || marks.length === 0 ? undefined : makingMark(base, marks, order);
    if (base !== '') {
      first += primary(made === undefined ? base : base + made, order);
      second += none;
      third += rank;
    }
    if (marks.length > 0) for (const mark of marks.filter((each) => each !== made).slice(0, mostMarks)) second += order.marks.get(mark) ?? '~';
  }
  return [first, second, third];
}

interface Letter {
  readonly base: string;
  readonly marks: readonly string[];
  readonly rank: string;
}

const longestInput = 4_000;

/** Latin letters as they are written every day: nothing in them to take out or to turn round. */
const everyday = /^[ -~\u00C0-\u024F\u1EA0-\u1EF9]*$/;

function prepared(text: string): string {
  if (text.length <= longestInput && everyday.test(text)) return text.normalize('NFD');
  return asciiDigits(text.slice(0, longestInput).toWellFormed().replace(ignored, ''))
    .replace(splitAm, '$1\u0EB3')
    .replace(leadingVowel, '$2$1')
    .normalize('NFD');
}

const isMark = (char: string) => (char >= '\u0300' && char <= '\u036F') || (char >= '\u0EC8' && char <= '\u0ECE');

function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  const chars = Array.from(text);
  for (let at = 0; at < chars.length; ) {
    const char = chars[at] ?? '';
    const lone = isMark(char);
    if (!lone) at += 1;
    const start = at;
    while (at < chars.length && isMark(chars[at] ?? '')) at += 1;
    const marks = chars.slice(start, at);
    if (lone) letters.push({ base: '', marks, rank: none });
    else if (marks.length === 0) letters.push(...bare(char));
    else letters.push(...expand(char, marks));
    // One written letter may stand for several; more than enough is enough.
    if (letters.length >= mostLetters) break;
  }
  return letters;
}

/** Letters recur; taking one apart costs more than finding it here. */
const known = new Map<string, readonly Letter[]>();
const mostKnown = 5_000;

function bare(char: string): readonly Letter[] {
  let letters = known.get(char);
  if (!letters) {
    letters = [...expand(char, [])];
    if (known.size >= mostKnown) known.clear();
    known.set(char, letters);
  }
  return letters;
}

/** A written letter as the letters it sorts as: "Đ" as d with a stroke, "ໜ" as ຫ and ນ, "№" as n and o. */
function* expand(char: string, marks: readonly string[]): Generator<Letter> {
  const small = char.toLowerCase();
  if (char < '\u0080' && expansions[small] === undefined) {
    yield { base: small, marks, rank: small === char ? none : upper };
    return;
  }
  const plain = char === '\u0EB3' ? char : small.normalize('NFKD');
  const rank = plain !== small && !small.startsWith(plain.charAt(0)) ? variant : small === char ? none : upper;
  const spelled = Array.from(expansions[small] ?? plain);
  for (let at = 0; at < spelled.length; ) {
    const base = spelled[at] ?? '';
    const own: string[] = [];
    for (at += 1; at < spelled.length && isMark(spelled[at] ?? ''); at += 1) own.push(spelled[at] ?? '');
    yield { base, marks: at === spelled.length ? [...own, ...marks] : own, rank };
  }
}

/** The mark that makes another letter of `base` (ă, ô, ư, đ), unless one above it stands between (no such word). */
function makingMark(base: string, marks: readonly string[], order: Tailoring): string | undefined {
  return marks.find((mark) => order.making.has(mark) && order.letters.has(base + mark));
}

function primary(letter: string, order: Tailoring): string {
  const known = order.letters.get(letter);
  if (known !== undefined) return known;
  const code = letter.codePointAt(0) ?? 0;
  const lead = order.letters.get(/[\p{P}\p{S}\p{Z}]/u.test(letter) ? otherSign : otherLetter) ?? '';
  // Twelve bits each, in a range where UTF-16 and UTF-8 order agree.
  return lead + String.fromCharCode(0x3000 + (code >> 12), 0x3000 + (code & 0xfff));
}

/** "Nothing" is the lowest weight, so nothing at the end need not be written. */
function trimmed(weights: string): string {
  let end = weights.length;
  while (end > 0 && weights[end - 1] === none) end -= 1;
  return weights.slice(0, end);
}

function joined(first: string, second: string, third: string): string {
  if (third !== '') return first + level + second + level + third;
  return second === '' ? first : first + level + second;
}

/** Compares two keys as a database with binary order does. */
export function compareKeys(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The items in the order of the texts they show, each key made once; equal texts keep their order. */
export function sortByText<T>(items: Iterable<T>, lang: LanguageTag, textOf: (item: T) => string): T[] {
  const keyed = Array.from(items, (item) => ({ item, key: sortKey(textOf(item), lang) }));
  return keyed.toSorted((a, b) => compareKeys(a.key, b.key)).map(({ item }) => item);
}
