export { openDatabase } from './open.ts';
export type { Connection, Database, DatabaseOptions, DatabaseTarget } from './open.ts';
export { DatabaseProblem } from './problem.ts';
