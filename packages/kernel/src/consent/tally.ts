import type { Ballot, Held } from './ballot.ts';
import { settle, type Breach, type Votes } from './settle.ts';

/** A party's act that counts. */
export interface Vote { readonly party: string; readonly index: number }

export interface CandidateTally {
  readonly h: string;
  readonly proposals: readonly Vote[];
  readonly consents: readonly Vote[];
  readonly rejects: readonly Vote[];
  /** Parties that have neither consented nor declined. */
  readonly undecided: readonly string[];
  /** Whether it may still become the agreed version: nobody declined it and nothing else was agreed. */
  readonly isOpen: boolean;
}

export interface Tally {
  readonly required: readonly string[];
  /** Every candidate somebody voted on, by name. */
  readonly candidates: readonly CandidateTally[];
  /** The candidate every required party consented to, null while there is none. */
  readonly agreed: string | null;
  readonly breaches: readonly Breach[];
  readonly pending: readonly Ballot[];
}

/**
 * Counts the ballots of one succession, i.e. of one record and predecessor. Pure: equal ballots in held prefixes give an equal
 * tally, in whatever order and however often they arrived (docs/decisions/0003); holding more never takes anything back.
 * @throws TypeError when ballots of different successions are mixed.
 */
export function tally({ required, ballots, held }: { readonly required: readonly string[]; readonly ballots: readonly Ballot[]; readonly held: Held }): Tally {
  if (ballots.some(({ record, on }) => record !== ballots[0]!.record || on !== ballots[0]!.on)) throw new TypeError('ballots of one record and predecessor, not several');
  const { proposals, consents, rejects, breaches, pending } = settle(required, ballots, held);
  const names = [...new Set([proposals, consents, rejects].flatMap((votes) => [...votes.keys()]))].toSorted();
  const agreed = names.find((h) => required.length > 0 && required.every((party) => consents.get(h)?.has(party))) ?? null;
  const candidates = names.map((h): CandidateTally => ({
    h, proposals: votesFor(proposals, h), consents: votesFor(consents, h), rejects: votesFor(rejects, h),
    undecided: required.filter((party) => !consents.get(h)?.has(party) && !rejects.get(h)?.has(party)),
    isOpen: (agreed === null || agreed === h) && !rejects.has(h),
  }));
  return { required, candidates, agreed, breaches, pending };
}

const votesFor = (votes: Votes, h: string): Vote[] =>
  [...votes.get(h) ?? []].map(([party, index]) => ({ party, index })).toSorted((a, b) => (a.party < b.party ? -1 : 1));
