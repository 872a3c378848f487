import { fold } from './fold.ts';
import { searchTokens } from './tokens.ts';

const mostWords = 20;

/**
 * What a person typed as a tsquery literal: `searchQuery(q)::tsquery`, whatever was typed. All words must be found,
 * the last one may be the beginning of one; a word typed with accents is found with them only, one typed without in
 * every spelling; "in quotes" the words must follow each other. '' (which finds nothing) when there is no word.
 */
export function searchQuery(q: string): string {
  const parts = q.split(/["“”«»]/);
  const clauses: string[] = [];
  for (const [place, part] of parts.entries()) {
    const lexemes = lexemesOf(part).slice(0, mostWords);
    const last = place === parts.length - 1;
    if (place % 2 === 1 && !last && lexemes.length > 1) clauses.push(`(${lexemes.map(quote).join(' <-> ')})`);
    else clauses.push(...lexemes.map((lexeme, at) => quote(lexeme) + (last && at === lexemes.length - 1 ? ':*' : '')));
  }
  return clauses.slice(0, mostWords).join(' & ');
}

function lexemesOf(text: string): string[] {
  const { exact, folded } = searchTokens(text.slice(0, 1_000), 'en');
  return exact.map((word, at) => (word === folded[at] ? fold(word) : `=${word}`));
}

/** Words hold letters, marks and digits only, so a quote cannot occur inside. */
function quote(lexeme: string): string {
  return `'${lexeme}'`;
}
