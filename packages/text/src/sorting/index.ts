export { compareKeys, sortByText, sortKey, sortKeys } from './key.ts';
