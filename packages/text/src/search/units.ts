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

const lao = String.raw`\u0E81-\u0EAE\u0EB0-\u0EBD\u0EC0-\u0EC4\u0EC8-\u0ECE\u0EDC-\u0EDF`;
const startsLao = new RegExp(`^[${lao}]`);
const chunk = new RegExp(`[${lao}]+|[[\\p{L}\\p{M}\\p{N}]--[${lao}]]+`, 'gv');
/** Scripts that, like Lao, write words without spaces; ICU cuts them. */
const unspaced = /[\p{Script=Thai}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

// A lexeme of PostgreSQL holds at most 2,046 bytes. No word is that long; what is longer is noise and is cut.
const longest = 100;

/**
 * The units of a text in order. Only a query needs to know which Lao syllables a dictionary takes for one word; for a document,
 * whose pairs of syllables are found either way, the dictionary is not asked, and none of its links says `word`.
 */
export function* units(text: string, of: 'document' | 'query' = 'query'): Generator<Unit> {
  // Compatibility forms first: ⑴ or ﷺ would bring signs and spaces into a word later.
  const whole = canonicalLao(text.toWellFormed().normalize('NFKC'));
  let laoEnd = -1;
  for (const match of whole.matchAll(chunk)) {
    const piece = match[0];
    if (startsLao.test(piece)) {
      const between = laoEnd < 0 ? '.' : whole.slice(laoEnd, match.index);
      yield* laoUnits(piece, /^\s*$/.test(between) && between.length < 4 ? 'space' : 'apart', of);
      laoEnd = match.index + piece.length;
    } else {
      for (const word of unspaced.test(piece) ? segments(piece) : [piece]) yield* unit(word, false, 'apart');
      laoEnd = -1;
    }
  }
}

function* laoUnits(run: string, first: Unit['link'], of: 'document' | 'query'): Generator<Unit> {
  const wordStarts = of === 'query' ? new Set(Array.from(wordSegmenter('lo').segment(run), (part) => part.index)) : null;
  let at = 0;
  for (const syllable of laoSyllables(run)) {
    yield* unit(syllable, true, at === 0 ? first : !wordStarts || wordStarts.has(at) ? 'run' : 'word');
    at += syllable.length;
  }
}

/** Words recur; folding one costs more than finding it here. */
const forms = new Map<string, { readonly exact: string; readonly folded: string; readonly carried: boolean }>();
const mostForms = 20_000;

/** Nothing for marks alone, which no letter carries. */
function* unit(word: string, isLao: boolean, link: Unit['link']): Generator<Unit> {
  let form = forms.get(word);
  if (!form) {
    const cut = word.length > longest ? word.slice(0, longest).toWellFormed() : word;
    const folded = fold(cut);
    form = { exact: exactForm(cut), folded, carried: /[\p{L}\p{N}]/u.test(folded) };
    if (forms.size >= mostForms) forms.clear();
    forms.set(word, form);
  }
  if (form.carried) yield { exact: form.exact, folded: form.folded, lao: isLao, link };
}

function segments(piece: string): string[] {
  return Array.from(wordSegmenter('th').segment(piece), (part) => part.segment);
}
