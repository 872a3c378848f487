export { alignParagraphs } from './columns.ts';
export { diffWords } from './difference.ts';
export type { Run } from './difference.ts';
export { paragraphs, sentences } from './passage.ts';
export type { Passage } from './passage.ts';
