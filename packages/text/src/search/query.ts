import { units } from './units.ts';
import type { Unit } from './units.ts';

const mostLexemes = 24;
const longestQuery = 1_000;

/** What is looked for, with what stands for it. */
interface Clause { readonly terms: readonly (readonly Unit[])[]; /** The words must follow each other. */ readonly isPhrase: boolean }

/**
 * What a person typed as a tsquery literal: `searchQuery(q)::tsquery` is valid whatever was typed. All words must be found;
 * the last one may be a beginning; a word typed with accents is found with them only, one typed without them in every
 * spelling; words "in quotes" must follow each other. '' (which finds nothing) when there is no word in it.
 */
export function searchQuery(q: string): string {
  const clauses = clausesOf(q).flatMap(({ terms, isPhrase }) => {
    const lexemes = terms.map(lexeme).map(quoted);
    return isPhrase ? [`(${lexemes.join(' <-> ')})`] : lexemes;
  });
  const asked = [...new Set(clauses)].slice(0, mostLexemes);
  const last = asked.at(-1);
  if (last?.endsWith("'") && isOpen(q)) asked[asked.length - 1] = `${last}:*`;
  return asked.join(' & ');
}

/** A term as a text is looked through for it: see `marksIn`. */
export interface Term { readonly text: string; /** It has accents, and is found with them only. */ readonly isExact: boolean; /** Words that begin so are found too. */ readonly isBeginning: boolean }

/** What `searchQuery` asks for, term by term. */
export function searchTerms(q: string): readonly Term[] {
  const clauses = clausesOf(q);
  const lexemes = [...new Set(clauses.flatMap(({ terms }) => terms.map(lexeme)))].slice(0, mostLexemes);
  const mayGoOn = isOpen(q) && clauses.at(-1)?.isPhrase === false;
  return lexemes.map((text, at) => ({ text: text.replace(/^=/u, ''), isExact: text.startsWith('='), isBeginning: mayGoOn && at === lexemes.length - 1 }));
}

const isOpen = (q: string): boolean => /[\p{L}\p{M}\p{N}]\s*$/u.test(q);

function clausesOf(q: string): Clause[] {
  const parts = q.slice(0, longestQuery).split(/["“”„«»]/);
  return parts.flatMap((part, place): Clause[] => {
    const found = units(part);
    if (found.length === 0) return [];
    const isClosed = place % 2 === 1 && place < parts.length - 1;
    return isClosed && found.length > 1 ? [{ terms: found.slice(0, mostLexemes).map((unit) => [unit]), isPhrase: true }] : [{ terms: termsOf(found), isPhrase: false }];
  });
}

/** Words as they are; a Lao word as its pairs of syllables. One-syllable words in a row count as one: so names are cut. */
function termsOf(found: readonly Unit[]): Unit[][] {
  const terms: Unit[][] = [];
  for (const [at, unit] of found.entries()) {
    const before = found[at - 1];
    const joins = before !== undefined && (unit.link === 'word' || (unit.link === 'run' && isAlone(found, at) && isAlone(found, at - 1)));
    if (!joins) terms.push([unit]);
    else if (terms.at(-1)?.length === 1) terms[terms.length - 1] = [before, unit];
    else terms.push([before, unit]);
  }
  return terms;
}

/** A Lao syllable that the dictionary takes for a whole word. */
function isAlone(found: readonly Unit[], at: number): boolean {
  return found[at]?.link !== 'word' && found[at + 1]?.link !== 'word';
}

function lexeme(term: readonly Unit[]): string {
  const exact = term.map((unit) => unit.exact).join('');
  const folded = term.map((unit) => unit.folded).join('');
  return exact === folded ? folded : `=${exact}`;
}

/** Lexemes hold letters, marks and digits only, so no quote occurs inside. */
function quoted(text: string): string {
  return `'${text}'`;
}
