/** What PostgreSQL does with our two literals, for the operators that `searchQuery` writes. */
export function matches(document: string, query: string): boolean {
  if (query === '') return false;
  const positions = new Map<string, number[]>();
  for (const entry of document === '' ? [] : document.split(' ')) {
    const colon = entry.lastIndexOf(':');
    positions.set(entry.slice(0, colon), entry.slice(colon + 1).split(',').map(Number));
  }
  return query.split(' & ').every((clause) => {
    const terms = clause.replace(/^\(|\)$/g, '').split(' <-> ').map((term) => placesOf(term, positions));
    return (terms[0] ?? []).some((start) => terms.every((places, step) => places.includes(start + step)));
  });
}

function placesOf(term: string, positions: ReadonlyMap<string, number[]>): number[] {
  const lexeme = /^'([^'\\]+)'(:\*)?$/u.exec(term);
  if (!lexeme) throw new Error(`not a term: ${term}`);
  const [, text = '', prefix] = lexeme;
  if (prefix === undefined) return positions.get(text) ?? [];
  return [...positions].filter(([key]) => key.startsWith(text)).flatMap(([, places]) => places);
}
