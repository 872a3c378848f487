export { bulk, insertMany, instantText, rowsInto, run, together, type Handle, type Statement } from './bulk.ts';
export type { JournalKey, Tables } from './tables.ts';
