export { startExchange, type Exchange, type ExchangeOptions, type Peer } from './exchange.ts';
export { exchangeServer, type ServeOptions } from './serve.ts';
export { nonceMemory, type TransportKey } from './signature/index.ts';
export type { PeerState } from './pull.ts';
