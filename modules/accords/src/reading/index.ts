export type * from './types.ts';
export { readText } from './read-text.ts';
export { readUpload } from './upload/index.ts';
export { suggestThemes } from './themes/index.ts';
