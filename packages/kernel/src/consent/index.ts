/** Consent between parties (protocol.md section 3): pure rules, no storage, no clock. */
export { candidateName, type Ballot, type Held } from './ballot.ts';
export type { Breach, BreachReason } from './settle.ts';
export { tally, type CandidateTally, type Tally, type Vote } from './tally.ts';
export { bindingsOf, freedBy, mayConsent, mayReject, type Binding, type May, type WhyNot } from './may.ts';
export { nextRound } from './round.ts';
