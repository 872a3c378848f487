export { bulk, insertMany, instantText, run, type Handle } from './bulk.ts';
export { migrate } from './migrate.ts';
export type { JournalKey, Tables } from './tables.ts';
