export { glossary } from './terms.ts';
export type { Term, TermWord } from './term.ts';
