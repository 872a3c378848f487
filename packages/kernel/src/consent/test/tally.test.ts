import { describe, expect, it } from 'vitest';
import { bindingsOf, candidateName, freedBy, mayConsent, mayReject, nextRound, tally, type Ballot, type Tally } from '../index.ts';

/** `vn consents A` in journal order; `@la:2` is what it had seen. */
function count(required: readonly string[], ...lines: readonly string[]): Tally {
  const sizes: Record<string, number> = Object.fromEntries(required.map((party) => [party, 0]));
  const ballots = lines.map((line): Ballot => {
    const [party = '', verb = '', h = '', ...seen] = line.split(' ');
    sizes[party] = (sizes[party] ?? 0) + 1;
    return {
      party, index: sizes[party] - 1, h, record: 'r', on: null,
      verb: ({ proposes: 'propose', consents: 'consent', declines: 'reject' } as const)[verb as 'proposes'],
      seen: Object.fromEntries(seen.map((each) => [each.slice(1).split(':')[0]!, Number(each.split(':')[1])])),
    };
  });
  return tally({ required, ballots, held: sizes });
}
const two = (...lines: readonly string[]): Tally => count(['vn', 'la'], ...lines);
const three = (...lines: readonly string[]): Tally => count(['vn', 'la', 'kh'], ...lines);

describe('what is agreed', () => {
  it('is what every required party has consented to', () => {
    expect(two('vn proposes A', 'vn consents A').agreed).toBeNull();
    expect(two('vn proposes A', 'vn consents A', 'la consents A @vn:2').agreed).toBe('A');
    expect(three('vn consents A', 'la consents A').agreed).toBeNull();
    expect(two().agreed).toBeNull();
    expect(tally({ required: [], ballots: [], held: {} }).agreed).toBeNull();
  });

  it('is never what somebody declined first', () => {
    const state = two('vn consents A', 'la declines A', 'la consents A');
    expect(state.agreed).toBeNull();
    expect(state.breaches).toMatchObject([{ ballot: { party: 'la', index: 1 }, reason: 'declined-before' }]);
    expect(two('vn consents A', 'la consents A', 'la declines A')).toMatchObject({ agreed: 'A', breaches: [{ reason: 'consented-before' }] });
  });

  it('says who has not spoken, and what is still open', () => {
    expect(three('vn proposes A', 'vn consents A', 'la declines A', 'kh proposes B').candidates).toEqual([
      { h: 'A', proposals: [{ party: 'vn', index: 0 }], consents: [{ party: 'vn', index: 1 }], rejects: [{ party: 'la', index: 0 }], undecided: ['kh'], isOpen: false },
      { h: 'B', proposals: [{ party: 'kh', index: 0 }], consents: [], rejects: [], undecided: ['vn', 'la', 'kh'], isOpen: true },
    ]);
  });

  it('does not count observers, but says so', () => {
    expect(two('vn consents A', 'la consents A', 'ilo declines A')).toMatchObject({ agreed: 'A', breaches: [{ reason: 'not-a-party' }] });
  });

  it('counts one act once, however often it came', () => {
    const ballot: Ballot = { party: 'vn', index: 0, verb: 'consent', record: 'r', on: null, h: 'A', seen: {} };
    expect(tally({ required: ['vn'], ballots: [ballot, ballot], held: { vn: 1 } })).toMatchObject({ agreed: 'A', breaches: [] });
    expect(() => tally({ required: ['vn'], ballots: [ballot, { ...ballot, on: 'A' }], held: { vn: 1 } })).toThrow(TypeError);
  });

  it('reads the items of one act in their order', () => {
    const vote = (item: number, verb: 'consent' | 'reject'): Ballot => ({ party: 'vn', index: 0, item, verb, record: 'r', on: null, h: 'A', seen: {} });
    expect(tally({ required: ['vn'], ballots: [vote(1, 'reject'), vote(0, 'consent')], held: { vn: 1 } })).toMatchObject({ agreed: 'A', breaches: [{ ballot: { item: 1 } }] });
  });
});

describe('the release rule', () => {
  const crossed = ['vn consents A', 'la consents B'];

  it('voids a second consent that nobody freed', () => {
    expect(two(...crossed, 'vn consents B @la:1')).toMatchObject({ agreed: null, breaches: [{ ballot: { h: 'B' }, reason: 'not-released', bound: 'A' }] });
  });

  it('lets the one whose proposal was declined accept the other', () => {
    expect(two(...crossed, 'la declines A @vn:1', 'vn consents B @la:2')).toMatchObject({ agreed: 'B', breaches: [] });
  });

  it('asks that the decline was seen, not only that it exists', () => {
    for (const required of [['vn', 'la'], ['la', 'vn']]) {
      expect(count(required, ...crossed, 'la declines A @vn:1', 'vn consents B @la:1')).toMatchObject({ agreed: null, breaches: [{ reason: 'not-released' }] });
    }
  });

  it('takes no void decline for a release', () => {
    expect(three('vn consents A', 'la consents A', 'la declines A', 'vn consents B @la:2').breaches.map(({ reason }) => reason)).toEqual(['consented-before', 'not-released']);
  });
});

describe('what is not held yet', () => {
  const ballots = two('vn consents A', 'la declines A @vn:1', 'la consents B @vn:1', 'vn consents B @la:2');
  it('keeps a ballot waiting, and that party\'s later ones behind it', () => {
    const cast: Ballot[] = [
      { party: 'la', index: 0, verb: 'propose', record: 'r', on: null, h: 'B', seen: { vn: 3 } },
      { party: 'la', index: 1, verb: 'consent', record: 'r', on: null, h: 'B', seen: { vn: 0 } },
      { party: 'vn', index: 0, verb: 'consent', record: 'r', on: null, h: 'B', seen: {} },
    ];
    expect(tally({ required: ['vn', 'la'], ballots: cast, held: { vn: 1, la: 2 } })).toMatchObject({ agreed: null, breaches: [], pending: [{ index: 0 }, { index: 1 }] });
    expect(tally({ required: ['vn', 'la'], ballots: cast, held: { vn: 3, la: 2 } })).toMatchObject({ agreed: 'B', pending: [] });
    expect(ballots.agreed).toBe('B');
  });

  it('is not counted before its journal is held that far', () => {
    const cast: Ballot = { party: 'vn', index: 5, verb: 'consent', record: 'r', on: null, h: 'A', seen: {} };
    expect(tally({ required: ['vn'], ballots: [cast], held: { vn: 5 } })).toMatchObject({ agreed: null, candidates: [] });
  });
});

describe('what a party may do', () => {
  it('is said with the reason when it may not', () => {
    const state = two('vn consents A', 'la consents B', 'vn declines C');
    expect(mayConsent(state, 'vn', 'B')).toEqual({ allowed: false, why: 'needs-release', bindings: [{ h: 'A', by: ['la'] }] });
    expect(mayConsent(state, 'vn', 'A')).toEqual({ allowed: false, why: 'already-consented' });
    expect(mayConsent(state, 'vn', 'C')).toEqual({ allowed: false, why: 'already-declined' });
    expect(mayConsent(state, 'la', 'C')).toEqual({ allowed: false, why: 'declined' });
    expect(mayConsent(state, 'ilo', 'A')).toEqual({ allowed: false, why: 'not-a-party' });
    expect(mayReject(state, 'vn', 'A')).toEqual({ allowed: false, why: 'already-consented' });
    expect(mayReject(state, 'vn', 'C')).toEqual({ allowed: false, why: 'already-declined' });
    expect(mayReject(state, 'vn', 'B')).toEqual({ allowed: true });
    expect(mayConsent(two('vn consents A', 'la consents A'), 'vn', 'B')).toEqual({ allowed: false, why: 'agreed' });
  });

  it('waits while its own earlier votes wait', () => {
    const cast: Ballot = { party: 'vn', index: 0, verb: 'consent', record: 'r', on: null, h: 'A', seen: { la: 4 } };
    const state = tally({ required: ['vn', 'la'], ballots: [cast], held: { vn: 1, la: 0 } });
    expect(mayConsent(state, 'vn', 'B')).toEqual({ allowed: false, why: 'own-pending' });
    expect(mayConsent(state, 'la', 'B')).toEqual({ allowed: true });
  });

  it('names whom a decline would free, once', () => {
    const state = two('vn consents A', 'la consents B');
    expect(freedBy(state, 'la', 'A')).toEqual(['vn']);
    expect(freedBy(state, 'vn', 'A')).toEqual([]);
    expect(freedBy(two('vn consents A', 'la declines A'), 'la', 'A')).toEqual([]);
    expect(bindingsOf(three('vn consents A', 'la consents A'), 'vn')).toEqual([{ h: 'A', by: ['kh'] }]);
  });
});

describe('rounds', () => {
  const proposal = { record: 'r', on: null, content: 'c0' };
  it('meet in round 0, and go up where the content was declined', () => {
    const [h0, h1] = [0, 1].map((round) => candidateName({ ...proposal, round })) as [string, string];
    expect(nextRound(two(), proposal)).toEqual({ round: 0, h: h0 });
    expect(nextRound(two(`vn proposes ${h0}`), proposal)).toEqual({ round: 0, h: h0 });
    expect(nextRound(two(`vn proposes ${h0}`, `la declines ${h0}`), proposal)).toEqual({ round: 1, h: h1 });
    expect(nextRound(two(`la declines ${h0}`, `vn declines ${h1}`), proposal).round).toBe(2);
  });

  it('are part of a name that anybody can compute', () => {
    // SHA-256 of {"content":"c0","record":"r","round":0,"v":null}
    expect(candidateName({ ...proposal, round: 0 })).toBe('dd282682ac6f563fdfdbcaf048ff241cf349a50c261113a933dd72698a36846b');
  });
});
