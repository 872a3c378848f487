export { startExchange, type Exchange, type ExchangeOptions, type Peer } from './exchange.ts';
export { exchangeServer, type ExchangeServer, type ServeOptions } from './serve/index.ts';
export { nonceMemory, type TransportKey } from './signature/index.ts';
export { systemClock, type Clock } from './clock.ts';
export type { PeerFaultState, PeerState } from './pull/index.ts';
