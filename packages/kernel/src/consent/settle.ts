import type { Ballot, Held } from './ballot.ts';

/**
 * Why a ballot has no effect though it was cast:
 * `declined-before`, consent to what the party had declined; `consented-before`, the reverse; `not-released`, consent although
 * an earlier consent still bound the party; `not-a-party`, cast by someone who is not asked.
 */
export type BreachReason = 'declined-before' | 'consented-before' | 'not-released' | 'not-a-party';

export interface Breach {
  readonly ballot: Ballot;
  readonly reason: BreachReason;
  /** Candidate by which the party was still bound (`not-released`). */
  readonly bound?: string;
}

/** Index of each party's act that counts, by candidate. */
export type Votes = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface Settled {
  readonly proposals: Votes;
  readonly consents: Votes;
  readonly rejects: Votes;
  readonly breaches: readonly Breach[];
  /** Ballots that wait for more of a peer's journal, and those that wait behind them. */
  readonly pending: readonly Ballot[];
}

type Verdict = { readonly kind: 'counts' } | { readonly kind: 'waits' } | ({ readonly kind: 'void' } & Omit<Breach, 'ballot'>);

const COUNTS: Verdict = { kind: 'counts' };
const WAITS: Verdict = { kind: 'waits' };

/**
 * Decides which ballots of one succession count (protocol.md section 3). Each party's ballots are read in journal order; one
 * that cannot be judged yet holds up that party's later ones and nothing else. A ballot is judged by what its own `seen`
 * covers, never by what else is held: so a verdict, once reached, is the same on every node and for ever. Ballots that wait
 * for each other in a circle (which no honest clock can produce) wait for ever.
 */
export function settle(required: readonly string[], ballots: readonly Ballot[], held: Held): Settled {
  const votes = { propose: new Ledger(), consent: new Ledger(), reject: new Ledger() };
  const lanes = new Map(required.map((party) => [party, laneOf(party, ballots, held)]));
  const breaches: Breach[] = ballots.filter(({ party }) => !required.includes(party)).map((ballot) => ({ ballot, reason: 'not-a-party' }));

  const judge = (ballot: Ballot): Verdict => {
    if (required.some((peer) => peer !== ballot.party && seenOf(ballot, peer) > (held[peer] ?? 0))) return WAITS;
    if (ballot.verb === 'propose') return COUNTS;
    if (ballot.verb === 'reject') return votes.consent.has(ballot.h, ballot.party) ? { kind: 'void', reason: 'consented-before' } : COUNTS;
    if (votes.reject.has(ballot.h, ballot.party)) return { kind: 'void', reason: 'declined-before' };
    for (const bound of votes.consent.of(ballot.party)) {
      if (bound === ballot.h) continue;
      const verdict = release(ballot, bound);
      if (verdict.kind !== 'counts') return verdict;
    }
    return COUNTS;
  };
  /** The release rule: another party's effective decline of `bound`, in a prefix this consent was made in view of. */
  const release = (ballot: Ballot, bound: string): Verdict => {
    const peers = required.filter((peer) => peer !== ballot.party);
    if (peers.some((peer) => (votes.reject.at(bound, peer) ?? Infinity) < seenOf(ballot, peer))) return COUNTS;
    const mayStill = peers.some((peer) => lanes.get(peer)!.some(({ verb, h, index }) => verb === 'reject' && h === bound && index < seenOf(ballot, peer)));
    return mayStill ? WAITS : { kind: 'void', reason: 'not-released', bound };
  };

  for (let moved = true; moved;) {
    moved = false;
    for (const lane of lanes.values()) {
      for (let ballot = lane[0]; ballot; ballot = lane[0]) {
        const verdict = judge(ballot);
        if (verdict.kind === 'waits') break;
        if (verdict.kind === 'counts') votes[ballot.verb].record(ballot);
        else breaches.push({ ballot, reason: verdict.reason, ...(verdict.bound === undefined ? {} : { bound: verdict.bound }) });
        lane.shift();
        moved = true;
      }
    }
  }
  return {
    proposals: votes.propose.byCandidate, consents: votes.consent.byCandidate, rejects: votes.reject.byCandidate,
    breaches: breaches.toSorted((a, b) => order(a.ballot, b.ballot)), pending: [...lanes.values()].flat().toSorted(order),
  };
}

const seenOf = (ballot: Ballot, peer: string): number => ballot.seen[peer] ?? 0;

/** By party, then place in its journal: the only order that means anything. */
const order = (a: Ballot, b: Ballot): number =>
  a.party === b.party ? a.index - b.index || (a.item ?? 0) - (b.item ?? 0) : a.party < b.party ? -1 : 1;

/** A party's ballots that lie in the prefix held, in journal order, each once. */
function laneOf(party: string, ballots: readonly Ballot[], held: Held): Ballot[] {
  return ballots.filter((ballot) => ballot.party === party && ballot.index < (held[party] ?? 0))
    .toSorted(order).filter((ballot, i, lane) => i === 0 || order(lane[i - 1]!, ballot) !== 0);
}

/** The votes of one verb that count; of repeated ones the first. */
class Ledger {
  readonly byCandidate = new Map<string, Map<string, number>>();

  record({ h, party, index }: Ballot): void {
    const votes = this.byCandidate.get(h) ?? new Map<string, number>();
    if (!votes.has(party)) votes.set(party, index);
    this.byCandidate.set(h, votes);
  }

  at(h: string, party: string): number | undefined {
    return this.byCandidate.get(h)?.get(party);
  }

  has(h: string, party: string): boolean {
    return this.at(h, party) !== undefined;
  }

  /** Candidates the party has voted for with this verb, in the order of its journal, so that the same one is named everywhere. */
  of(party: string): string[] {
    const voted = [...this.byCandidate].flatMap(([h, votes]) => (votes.has(party) ? [{ h, index: votes.get(party)! }] : []));
    return voted.toSorted((a, b) => a.index - b.index || (a.h < b.h ? -1 : 1)).map(({ h }) => h);
  }
}
