export { bulk, columnOf, flying, insertMany, instantText, rowsInto, run, together, type Carriage, type Handle, type Statement } from './bulk.ts';
export type { JournalKey, Tables } from './tables.ts';
