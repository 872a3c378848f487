import type { ConsentItem, ProposeItem, RejectItem } from '../act.ts';
import { tally, type Ballot, type Tally } from '../consent/index.ts';
import { ADMITTED, compare, heldFor, isVerb, voidFor, type Bare, type CandidateFact, type ItemFact, type Verdict, type VersionFact, type View } from './facts.ts';

export type JointFact = ItemFact<Bare<ProposeItem> | ConsentItem | RejectItem>;

export interface JointLife { readonly versions: VersionFact[]; readonly candidates: CandidateFact[]; readonly tally: Tally }

/**
 * The agreed versions of a joint record and the candidates for the next: from no version on, the ballots on one
 * version are counted; what they agree on is the version the next ballots are about (docs/decisions/0003).
 */
export function jointLife(items: readonly JointFact[], view: View, verdicts: Map<ItemFact, Verdict>): JointLife {
  const byOn = Map.groupBy(items, (fact) => fact.item.on);
  const versions: VersionFact[] = [];
  const candidates: CandidateFact[] = [];
  for (let on: string | null = null; ;) {
    const here: readonly JointFact[] = byOn.get(on) ?? [];
    byOn.delete(on);
    const result = count(here, view, verdicts);
    const found = candidatesOf(here, verdicts, result, view);
    candidates.push(...found);
    const agreed = found.find((candidate) => candidate.status === 'agreed');
    if (agreed) versions.push({ version: agreed.h, on, as: agreed.as, kv: agreed.kv, hash: agreed.hash, items: [...agreed.proposals, ...agreed.consents] });
    if (result.agreed === null || !byOn.has(result.agreed)) {
      const last = result.agreed === null ? result : tally({ required: view.parties, ballots: [], held: {} });
      for (const facts of byOn.values()) for (const fact of facts) verdicts.set(fact, heldFor('record.predecessor'));
      return { versions, candidates, tally: last };
    }
    on = result.agreed;
  }
}

function count(items: readonly JointFact[], view: View, verdicts: Map<ItemFact, Verdict>): Tally {
  const facts = new Map<Ballot, JointFact>(items.map((fact) => [ballotOf(fact), fact]));
  const audience = items[0]?.audience ?? 'joint';
  const held = Object.fromEntries(view.parties.map((party) => [party, view.held(party, audience)]));
  const result = tally({ required: view.parties, ballots: [...facts.keys()], held });
  for (const fact of items) verdicts.set(fact, ADMITTED);
  for (const { ballot, reason } of result.breaches) verdicts.set(factOf(facts, ballot), voidFor(`ballot.${reason}`));
  for (const ballot of result.pending) {
    const party = view.parties.find((peer) => peer !== ballot.party && (ballot.seen[peer] ?? 0) > (held[peer] ?? 0));
    verdicts.set(factOf(facts, ballot), heldFor('ballot.pending', party === undefined ? {} : { waitParty: party, waitSize: ballot.seen[party] ?? 0 }));
  }
  return result;
}

const ballotOf = (fact: JointFact): Ballot =>
  ({ party: fact.party, index: fact.idx, item: fact.pos, verb: fact.item.verb, record: fact.item.record, on: fact.item.on, h: fact.h ?? '', seen: fact.seen });

function factOf(facts: ReadonlyMap<Ballot, JointFact>, ballot: Ballot): JointFact {
  const fact = facts.get(ballot);
  if (!fact) throw new Error('the tally names a ballot it was not given');
  return fact;
}

function candidatesOf(items: readonly JointFact[], verdicts: ReadonlyMap<ItemFact, Verdict>, result: Tally, view: View): CandidateFact[] {
  const counted = items.filter((fact) => verdicts.get(fact)?.class === 'admitted' && view.parties.includes(fact.party));
  const found: CandidateFact[] = [];
  for (const [h, facts] of Map.groupBy(counted, (fact) => fact.h ?? '')) {
    const proposals = facts.filter((fact): fact is ItemFact<Bare<ProposeItem>> => isVerb(fact, 'propose'));
    const first = proposals[0];
    if (!first) continue;
    const { on, round, kv, hash } = first.item;
    const consents = firstOfEach(facts.filter((fact): fact is ItemFact<ConsentItem> => isVerb(fact, 'consent')));
    const rejects = firstOfEach(facts.filter((fact): fact is ItemFact<RejectItem> => isVerb(fact, 'reject')));
    const status = h === result.agreed ? 'agreed' : rejects.length > 0 ? 'declined' : result.agreed !== null ? 'superseded' : 'open';
    found.push({ h, on, round, as: purposeOf(proposals, [...consents, ...rejects]), kv, hash, status, proposals, consents, rejects });
  }
  return found;
}

// From the least to the most drastic: what parties proposed for different purposes is taken for the least drastic.
const PURPOSES: readonly ProposeItem['as'][] = ['original', 'transcription', 'rectification', 'amendment', 'tombstone'];

/** What the new version says it is. A party's proposal speaks only before its own vote, so nothing said later changes it. */
function purposeOf(proposals: readonly ItemFact<Bare<ProposeItem>>[], votes: readonly ItemFact[]): ProposeItem['as'] {
  const inTime = proposals.filter((fact) => !votes.some((vote) => vote.party === fact.party && (vote.idx - fact.idx || vote.pos - fact.pos) < 0));
  return PURPOSES.find((purpose) => (inTime.length > 0 ? inTime : proposals).some((fact) => fact.item.as === purpose)) ?? 'original';
}

/** Of a party's repeated votes the first counts. */
const firstOfEach = <F extends ItemFact>(facts: readonly F[]): F[] => facts.filter((fact, at) => facts.findIndex((other) => other.party === fact.party) === at);

/** Order in which candidates lead: most consents first, then fewest declines, then the name, so that all nodes agree. */
export function byLead(a: CandidateFact, b: CandidateFact): number {
  return b.consents.length - a.consents.length || a.rejects.length - b.rejects.length || compare(a.h, b.h);
}
