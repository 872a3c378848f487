export { rules } from './messages.ts';
export { instrument, type Instrument } from './instrument.ts';
export { meeting, type Meeting } from './meeting.ts';
export { commitment, type Commitment } from './commitment.ts';
export { lineage, type Lineage } from './lineage.ts';
export { twinning, type Twinning } from './twinning.ts';
export * from './codes.ts';
