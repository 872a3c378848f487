export { searchDocument, searchTokens } from './document.ts';
export type { SearchTokens } from './document.ts';
export { fold } from './fold.ts';
export { markerOf } from './marks.ts';
export type { Mark, TextMarks } from './marks.ts';
export { searchQuery } from './query.ts';
export { words } from './words.ts';
