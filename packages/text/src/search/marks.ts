import { canonicalLao, laoSyllables } from './lao.ts';
import { searchTerms, type Term } from './query.ts';
import { chunk, formOf, startsLao } from './units.ts';

/** From where to where a found word stands in a text, in units of the text as it is. */
export type Mark = readonly [from: number, to: number];
export interface TextMarks {
  readonly marks: readonly Mark[];
  /** How many of the words asked for stand in the text. */
  readonly terms: number;
  /** Whether those are all of them. */
  readonly isAll: boolean;
}

/** More are not looked for: a passage shows a few. */
const mostMarks = 200;
/** Letters behind the first mark that are looked through once every word is found. */
const shown = 400;
/** Signs that may join on into one in canonical spelling. */
const joined = 3;

/** Looks through texts for what was typed; what it marks is what `searchQuery` finds. Marks with nothing but space between them are one. */
export function markerOf(q: string): (text: string) => TextMarks {
  const terms = searchTerms(q);
  return (text) => marksIn(text, terms);
}

function marksIn(text: string, terms: readonly Term[]): TextMarks {
  if (terms.length === 0) return { marks: [], terms: 0, isAll: false };
  const found = new Set<Term>();
  const marks: [number, number][] = [];
  const look = (exact: string, folded: string, from: number, to: number, sought = terms): void => {
    const fits = sought.filter((term) => isFound(term, exact, folded));
    if (fits.length === 0) return;
    for (const term of fits) found.add(term);
    const last = marks.at(-1);
    if (last && text.slice(last[1], from).trim() === '') last[1] = Math.max(to, last[1]);
    else marks.push([from, to]);
  };
  let before: Word | null = null;
  for (const word of wordsIn(text)) {
    const { exact, folded } = formOf(word.canonical);
    look(exact, folded, word.from, word.to);
    if (before && word.isLao && before.isLao && text.slice(before.to, word.from).trim() === '') {
      const first = formOf(before.canonical);
      // A beginning that ends with the first syllable does not reach into the second.
      look(first.exact + exact, first.folded + folded, before.from, word.to, terms.filter((term) => !isFound(term, first.exact, first.folded)));
    }
    before = word;
    if (marks.length >= mostMarks || (found.size === terms.length && word.from > (marks[0]?.[0] ?? 0) + shown)) break;
  }
  return { marks, terms: found.size, isAll: found.size === terms.length };
}

function isFound({ text, isExact, isBeginning }: Term, exact: string, folded: string): boolean {
  const form = isExact ? exact : folded;
  return isBeginning ? form.startsWith(text) : form === text;
}

interface Word { readonly canonical: string; readonly isLao: boolean; readonly from: number; readonly to: number }

/** Words and Lao syllables with their places in the text as it is. */
function* wordsIn(text: string): Generator<Word> {
  for (const { 0: piece, index } of text.matchAll(chunk)) {
    if (!startsLao.test(piece)) {
      yield { canonical: piece.normalize('NFKC'), isLao: false, from: index, to: index + piece.length };
      continue;
    }
    let at = 0;
    const canonical = canonicalLao(piece.normalize('NFKC'));
    for (const syllable of laoSyllables(canonical)) {
      const end = at + (canonical === piece ? syllable.length : lengthOf(syllable, piece, at));
      yield { canonical: syllable, isLao: true, from: index + at, to: index + end };
      at = end;
    }
  }
}

/** How many letters of a run stand for a syllable: one spelling may be longer than the other. */
function lengthOf(syllable: string, run: string, at: number): number {
  for (let more = 0; more <= joined; more += 1) {
    const length = syllable.length + more;
    if (canonicalLao(run.slice(at, at + length).normalize('NFKC')) === syllable) return length;
  }
  return syllable.length;
}
