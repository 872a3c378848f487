export { fold } from './fold.ts';
export { searchQuery } from './query.ts';
export { searchDocument, searchTokens } from './tokens.ts';
export type { SearchTokens } from './tokens.ts';
export { words } from './words.ts';
