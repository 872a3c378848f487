export { compareKeys, sortByText, sortKey } from './key.ts';
