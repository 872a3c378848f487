import './messages.ts';

export type * from './types.ts';
export { readText } from './read-text.ts';
export { readUpload } from './upload/index.ts';
export { suggestThemes } from './themes/index.ts';
export type { ThemeKeywords } from './themes/index.ts';
