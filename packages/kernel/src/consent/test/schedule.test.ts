import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayConsent, mayReject, nextRound, tally, type Ballot } from '../index.ts';
import { Network, type Step } from './network.ts';

const small = fc.nat(8);
const who = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('propose' as const), who, what: small, agree: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('consent' as const), who, what: small }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('decline' as const), who, what: small }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('pull' as const), who, from: who, count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('cut' as const, 'heal' as const), who, from: who }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('back-up' as const, 'restore' as const, 'restart' as const), who }) },
);
const isCalm = (each: Step): boolean => each.do !== 'restore';

const agreedAnywhere = (network: Network): Set<string> =>
  new Set(network.parties.keys().map((node) => network.tally(node).agreed).filter((h) => h !== null));

/** Everybody means well: one target, consents where allowed, and a decline of whatever still binds somebody. */
function finish(network: Network): string | null {
  network.heal();
  const first = network.tally(0);
  if (first.agreed) return first.agreed;
  const target = first.candidates.find(({ isOpen }) => isOpen)?.h ?? nextRound(first, { record: 'r', on: null, content: 'a fresh start' }).h;
  for (let turn = 0; turn < 20; turn += 1) {
    for (const [node, party] of network.parties.entries()) {
      const state = network.tally(node);
      const consent = mayConsent(state, party, target);
      if (consent.allowed) network.append(node, { verb: 'consent', h: target });
      const obstacle = state.candidates.find(({ h, isOpen, consents }) => h !== target && isOpen && consents.length > 0 && mayReject(state, party, h).allowed);
      if (obstacle) network.append(node, { verb: 'reject', h: obstacle.h });
      network.heal();
    }
  }
  return network.tally(0).agreed;
}

describe.each([2, 3])('random schedules of %i parties', (parties) => {
  it('never give two agreed successors, at any two nodes, at any time', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 10, maxLength: 70 }), (steps) => {
      const network = new Network(parties);
      for (const each of steps) {
        network.take(each);
        expect(agreedAnywhere(network).size).toBeLessThanOrEqual(1);
      }
    }), { numRuns: 1000 });
  });

  it('never void an act that was allowed, and never take an agreement back', () => {
    fc.assert(fc.property(fc.array(step.filter(isCalm), { minLength: 10, maxLength: 60 }), (steps) => {
      const network = new Network(parties);
      let agreed = new Set<string>();
      for (const each of steps) {
        network.take(each);
        const now = agreedAnywhere(network);
        expect(agreed.difference(now).size).toBe(0);
        agreed = now;
      }
      network.heal();
      for (const node of network.parties.keys()) expect(network.tally(node)).toMatchObject({ breaches: [], pending: [] });
    }), { numRuns: 400 });
  });

  it('give every node the same tally once all is delivered, in whatever order and however often it came', () => {
    fc.assert(fc.property(fc.array(step.filter(isCalm), { maxLength: 60 }), fc.infiniteStream(fc.nat()), (steps, noise) => {
      const network = new Network(parties);
      for (const each of steps) network.take(each);
      const shuffle = (ballots: readonly Ballot[]): Ballot[] =>
        [...ballots, ...ballots].map((ballot) => ({ ballot, at: noise.next().value! })).toSorted((a, b) => a.at - b.at).map(({ ballot }) => ballot);
      for (const node of network.parties.keys()) expect(network.tally(node, shuffle)).toEqual(network.tally(node));
      network.heal();
      for (const node of network.parties.keys()) expect(network.tally(node)).toEqual(network.tally(0));
    }), { numRuns: 200 });
  });

  it('never leave a record stuck: parties that mean well come to an agreement from wherever they are', () => {
    fc.assert(fc.property(fc.array(step.filter(isCalm), { maxLength: 60 }), (steps) => {
      const network = new Network(parties);
      for (const each of steps) network.take(each);
      expect(finish(network)).not.toBeNull();
    }), { numRuns: 400 });
  });
});

describe.each([2, 3])('%i parties that break every rule', (parties) => {
  const required = ['a', 'b', 'c'].slice(0, parties);
  const perParty = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> => fc.record(Object.fromEntries(required.map((party) => [party, value])));
  const ballots = fc.array(fc.record({
    party: fc.constantFrom(...required), verb: fc.constantFrom('consent' as const, 'consent' as const, 'reject' as const), h: fc.constantFrom('A', 'B'),
    seen: perParty(fc.nat(4)),
  }), { minLength: 4, maxLength: 12 }).map((list) => list.map((ballot, at): Ballot =>
    ({ ...ballot, record: 'r', on: null, index: list.slice(0, at).filter(({ party }) => party === ballot.party).length })));
  const held = perParty(fc.oneof(fc.nat(5), fc.constant(12)));
  const more = (x: Record<string, number>, y: Record<string, number>): Record<string, number> =>
    Object.fromEntries(required.map((party) => [party, Math.max(x[party]!, y[party]!)]));

  it('cannot make two nodes agree to different things as long as their journals do not fork', () => {
    fc.assert(fc.property(ballots, held, held, (cast, here, there) => {
      const agreed = [here, there].map((prefix) => tally({ required, ballots: cast, held: prefix }).agreed).filter((h) => h !== null);
      expect(new Set(agreed).size).toBeLessThanOrEqual(1);
      const { candidates } = tally({ required, ballots: cast, held: here });
      expect(candidates.filter(({ consents }) => consents.length === required.length).length).toBeLessThanOrEqual(1);
    }), { numRuns: 5000 });
  });

  it('cannot make a verdict change by what is held besides, or by who is counted first', () => {
    fc.assert(fc.property(ballots, held, held, (cast, less, other) => {
      const before = tally({ required, ballots: cast, held: less });
      const after = tally({ required, ballots: cast, held: more(less, other) });
      for (const candidate of before.candidates) {
        const later = after.candidates.find(({ h }) => h === candidate.h);
        expect(later?.consents).toEqual(expect.arrayContaining([...candidate.consents]));
        expect(later?.rejects).toEqual(expect.arrayContaining([...candidate.rejects]));
      }
      expect(after.breaches).toEqual(expect.arrayContaining([...before.breaches]));
      const { candidates, breaches, pending } = tally({ required: required.toReversed(), ballots: cast.toReversed(), held: less });
      expect({ breaches, pending, votes: candidates.map(({ h, consents, rejects }) => [h, consents, rejects]) })
        .toEqual({ breaches: before.breaches, pending: before.pending, votes: before.candidates.map(({ h, consents, rejects }) => [h, consents, rejects]) });
    }), { numRuns: 5000 });
  });
});
