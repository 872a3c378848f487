/** What a supervisor of nodes needs of their data directories, without the engine and everything that stands on it. */
export { makeDirectories } from './database/directory.ts';
export { lockDirectory, type DirectoryLock } from './database/lock.ts';
export { DatabaseProblem } from './database/problem.ts';
