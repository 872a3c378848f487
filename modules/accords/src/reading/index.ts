import './messages.ts';

export type * from './types.ts';
export { readText } from './read-text.ts';
export { readUpload, readUploaded } from './upload/index.ts';
export { suggestThemes } from './themes/index.ts';
export type { ThemeKeywords } from './themes/index.ts';
