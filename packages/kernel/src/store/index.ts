export { bulk, insertMany, instantText, run, type Handle } from './bulk.ts';
export type { JournalKey, Tables } from './tables.ts';
