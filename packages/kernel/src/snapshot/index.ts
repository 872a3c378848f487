export { takeSnapshot, type SnapshotHead, type SnapshotOptions } from './take.ts';
export { loadSnapshot, type Loading } from './load.ts';
