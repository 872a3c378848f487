export { openDatabase } from './open.ts';
export type { Connection, Database, DatabaseOptions, DatabaseTarget } from './open.ts';
export { DatabaseProblem } from './problem.ts';
export { lockDirectory, type DirectoryLock } from './lock.ts';
