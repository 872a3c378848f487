import { exactForm, fold } from './fold.ts';
import { canonicalLao, laoSyllables } from './lao.ts';
import { wordSegmenter } from './words.ts';

/** The smallest thing searched for: a word, in Lao a syllable. */
export interface Unit {
  readonly exact: string;
  readonly folded: string;
  readonly lao: boolean;
  /** How a Lao syllable stands to the one before: in one dictionary word, right after it, after a space; or apart. */
  readonly link: 'word' | 'run' | 'space' | 'apart';
}

/** Given the parts of a unit; false when no more is wanted. */
type Take = (exact: string, folded: string, lao: boolean, link: Unit['link']) => boolean;

const lao = String.raw`\u0E81-\u0EAE\u0EB0-\u0EBD\u0EC0-\u0EC4\u0EC8-\u0ECE\u0EDC-\u0EDF`;
export const startsLao = new RegExp(`^[${lao}]`);
/** A run of Lao letters, or a word of another script. */
export const chunk = new RegExp(`[${lao}]+|[[\\p{L}\\p{M}\\p{N}]--[${lao}]]+`, 'gv');
/** Scripts that, like Lao, write words without spaces; ICU cuts them. */
const unspaced = /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

// A lexeme of PostgreSQL holds at most 2,046 bytes. No word is that long; what is longer is noise and is cut.
const longest = 100;

/**
 * The units of a text in order. Only a query needs to know which Lao syllables a dictionary takes for one word; for a document,
 * whose pairs of syllables are found either way, the dictionary is not asked, and none of its links says `word`. Given one by one:
 * a document may have millions.
 */
export function eachUnit(text: string, of: 'document' | 'query', take: Take): void {
  // Compatibility forms first: ⑴ or ﷺ would bring signs and spaces into a word later.
  const whole = canonicalLao(text.toWellFormed().normalize('NFKC'));
  let laoEnd = -1;
  for (const match of whole.matchAll(chunk)) {
    const piece = match[0];
    if (startsLao.test(piece)) {
      const between = laoEnd < 0 ? '.' : whole.slice(laoEnd, match.index);
      if (!eachLao(piece, /^\s*$/.test(between) && between.length < 4 ? 'space' : 'apart', of, take)) return;
      laoEnd = match.index + piece.length;
    } else {
      if (unspaced.test(piece) ? !segments(piece).every((word) => give(word, false, 'apart', take)) : !give(piece, false, 'apart', take)) return;
      laoEnd = -1;
    }
  }
}

function eachLao(run: string, first: Unit['link'], of: 'document' | 'query', take: Take): boolean {
  const wordStarts = of === 'query' ? new Set(Array.from(wordSegmenter('lo').segment(run), (part) => part.index)) : null;
  let at = 0;
  for (const syllable of laoSyllables(run)) {
    if (!give(syllable, true, at === 0 ? first : !wordStarts || wordStarts.has(at) ? 'run' : 'word', take)) return false;
    at += syllable.length;
  }
  return true;
}

interface Form { readonly exact: string; readonly folded: string; /** Whether it has a letter or a digit. */ readonly carried: boolean }

/** Words recur; folding one costs more than finding it here. */
const forms = new Map<string, Form>();
const mostForms = 20_000;

/** The two forms in which a word is found. */
export function formOf(word: string): Form {
  let form = forms.get(word);
  if (!form) {
    const cut = word.length > longest ? word.slice(0, longest).toWellFormed() : word;
    const folded = fold(cut);
    form = { exact: exactForm(cut), folded, carried: /[\p{L}\p{N}]/u.test(folded) };
    if (forms.size >= mostForms) forms.clear();
    forms.set(word, form);
  }
  return form;
}

/** Nothing for marks alone, which no letter carries. */
function give(word: string, isLao: boolean, link: Unit['link'], take: Take): boolean {
  const form = formOf(word);
  return !form.carried || take(form.exact, form.folded, isLao, link);
}

function segments(piece: string): string[] {
  return Array.from(wordSegmenter('th').segment(piece), (part) => part.segment);
}

/** All units of a text that somebody typed to search for. */
export function units(text: string): readonly Unit[] {
  const found: Unit[] = [];
  eachUnit(text, 'query', (exact, folded, isLao, link) => {
    found.push({ exact, folded, lao: isLao, link });
    return true;
  });
  return found;
}
