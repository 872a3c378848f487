export { avoidedWords, unmatchedTerms } from './drift.ts';
export type { Drift } from './drift.ts';
export { glossary, terms } from './glossary.ts';
export type { GlossaryChapter } from './glossary.ts';
export { glossaryMarkdown } from './markdown.ts';
export type { Term } from './term.ts';
