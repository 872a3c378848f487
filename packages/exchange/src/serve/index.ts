export { exchangeServer, type ExchangeServer, type ServeOptions } from './serve.ts';
export type { Rate } from './limit.ts';
export { journalFile, type JournalSource } from './journal.ts';
