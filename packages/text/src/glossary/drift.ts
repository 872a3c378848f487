import { langs } from '../language.ts';
import type { Lang } from '../language.ts';
import { catalogues } from '../messages/registry.ts';
import type { Message } from '../messages/shape.ts';
import { textOf, wordingsOf } from '../messages/template.ts';
import { exactForm } from '../search/fold.ts';
import { terms } from './glossary.ts';
import type { Term } from './term.ts';

/** A message that says something else than the glossary. */
export interface Drift {
  /** namespace.key of the message. */
  readonly message: string;
  readonly lang: Lang;
  readonly term: string;
  /** The word to use. */
  readonly use: string;
  /** The word found instead; absent when the English has the term and this language has no word of it. */
  readonly found?: string;
}

/**
 * Where messages of the loaded catalogues (or those given) use a word the glossary says to avoid, in any language.
 * Load every module's catalogue first. Words are compared whole, without regard to capitals; Lao anywhere in the text.
 */
export function avoidedWords(messages: Iterable<readonly [id: string, message: Message]> = allMessages()): Drift[] {
  const drifts: Drift[] = [];
  for (const [id, message] of messages) {
    for (const lang of langs) {
      const text = wordsOf(message, lang);
      for (const { id: term, words, avoid } of terms) {
        const found = avoid[lang]?.find((word) => holds(text, word, lang));
        if (found !== undefined) drifts.push({ message: id, lang, term, use: textOf(words[lang]), found });
      }
    }
  }
  return drifts;
}

/**
 * Where the English of a message uses a term and another language does not use that term's word: either a drift or a
 * sentence turned so that it needs none, so a person judges.
 */
export function unmatchedTerms(messages: Iterable<readonly [id: string, message: Message]> = allMessages()): Drift[] {
  const drifts: Drift[] = [];
  for (const [id, message] of messages) {
    const english = wordsOf(message, 'en');
    for (const term of longestFirst) {
      if (!holds(english, textOf(term.words.en), 'en') || insideLonger(term, english)) continue;
      for (const lang of langs) {
        const use = textOf(term.words[lang]);
        const text = wordsOf(message, lang);
        const said = sameEnglish(term).some((other) => textOf(other.words[lang]).split(', ').some((word) => holds(text, word, lang)));
        if (lang !== 'en' && !said) drifts.push({ message: id, lang, term: term.id, use });
      }
    }
  }
  return drifts;
}

const longestFirst = terms.toSorted((a, b) => textOf(b.words.en).length - textOf(a.words.en).length);

/** "work plan" is one term: its "plan" is not another. */
function insideLonger(term: Term, english: string): boolean {
  const word = textOf(term.words.en);
  return longestFirst.some((other) => {
    const longer = textOf(other.words.en);
    return longer.length > word.length && holds(longer, word, 'en') && holds(english, longer, 'en');
  });
}

/** English has one word where other languages have two (agree and agreed share a stem; proposal is of two kinds). */
function sameEnglish(term: Term): Term[] {
  return terms.filter((other) => stem(textOf(other.words.en)) === stem(textOf(term.words.en)));
}

const stem = (word: string) => word.replace(/(?:al|ed|d|e)$/, '');

function wordsOf(message: Message, lang: Lang): string {
  return wordingsOf(message, lang).map(textOf).join(' | ').replace(/\{[^}]*\}/g, ' … ').toLowerCase().normalize('NFC').replaceAll('’', "'");
}

function holds(text: string, word: string, lang: Lang): boolean {
  const wanted = word.toLowerCase().normalize('NFC').replaceAll('’', "'");
  if (lang === 'lo') return text.includes(wanted);
  return pattern(wanted, lang).test(lang === 'vi' ? spelled(text) : text);
}

const patterns = new Map<string, RegExp>();

function pattern(word: string, lang: Lang): RegExp {
  const key = `${lang} ${word}`;
  let found = patterns.get(key);
  if (!found) {
    const plain = (lang === 'en' ? word : spelled(word)).replace(/[.*+?^$|[\]\\]/g, String.raw`\$&`);
    const forms = lang === 'en' ? plain.replace(/y$/, '(?:y|ie)').replace(/e$/, 'ed?') + '(?:s|es)?' : plain;
    patterns.set(key, (found = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${forms}(?![\\p{L}\\p{M}\\p{N}])`, 'iu')));
  }
  return found;
}

/** "thoả thuận" is "thỏa thuận". */
const spelled = (text: string) => text.replace(/[\p{L}\p{M}]+/gu, exactForm);

function* allMessages(): Generator<readonly [string, Message]> {
  for (const { namespace, entries } of catalogues()) for (const [key, message] of Object.entries(entries)) yield [`${namespace}.${key}`, message];
}
