export { exchangeServer, type ExchangeServer, type ServeOptions } from './serve.ts';
export type { JournalSource } from './journal.ts';
export type { Rate } from './limit.ts';
