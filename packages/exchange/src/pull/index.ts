export { Puller, type PeerNotice, type PullOptions } from './look.ts';
export type { JournalPull } from './journal.ts';
export type { PeerFaultState, PeerState } from './state.ts';
