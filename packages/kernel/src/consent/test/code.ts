import { mayConsent, mayReject, tally, type Ballot, type Tally } from '../index.ts';
import type { Journal, Model } from './explore.ts';

const PARTIES = ['p', 'q'];

/** An act of the model: consent to or decline of candidate 0 or 1, made in view of `seen` acts of the peer. */
export const voteOf = (act: number): { readonly verb: 'consent' | 'reject'; readonly candidate: number; readonly seen: number } =>
  ({ verb: act % 2 === 0 ? 'consent' : 'reject', candidate: Math.floor(act / 2) % 2, seen: Math.floor(act / 4) });

function ballot(party: number, index: number, act: number): Ballot {
  const { verb, candidate, seen } = voteOf(act);
  return { party: PARTIES[party]!, index, verb, record: 'r', on: null, h: 'AB'[candidate]!, seen: { [PARTIES[1 - party]!]: seen } };
}

const count = (copies: readonly Journal[]): Tally => tally({
  required: PARTIES, held: Object.fromEntries(copies.map((journal, party) => [PARTIES[party]!, journal.length])),
  ballots: copies.flatMap((journal, party) => journal.map((act, index) => ballot(party, index, act))),
});

/** The code itself as the rule, two parties and two candidates; every tally it makes is told. */
export const theCode = (told: (state: Tally) => void = () => {}): Model => ({
  parties: 2,
  name: String,
  moves: (copies, self) => {
    const state = count(copies);
    told(state);
    return [0, 1, 2, 3].filter((act) => (voteOf(act).verb === 'consent' ? mayConsent : mayReject)(state, PARTIES[self]!, 'AB'[voteOf(act).candidate]!).allowed).map((act) => act + 4 * copies[1 - self]!.length);
  },
  agreed: (copies) => ({ A: 0, B: 1 })[count(copies).agreed ?? ''] ?? null,
  open: (journals) => count(journals).candidates.length < 2 || count(journals).candidates.some(({ isOpen }) => isOpen),
});
