export { Puller, type PullOptions } from './look.ts';
export { pullJournal, type JournalPull } from './journal.ts';
export type { PeerFaultState, PeerState } from './state.ts';
