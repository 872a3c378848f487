/** Proposing what an IATI file holds: acts of many, and what is refused keeps nothing else out. */
import { expect, test } from 'vitest';
import type { Intent, Result } from '@entente/kernel';
import type { Look } from '../src/iati/look.ts';
import { propose } from '../src/iati/propose.ts';

const intentOf = (verb: 'propose' | 'put', record: string): Intent => (verb === 'propose' ? { verb, kind: 'activity', record, content: {}, agree: true } : { verb, kind: 'transaction', record, content: {}, on: null });
const lookOf = (name: string, payments: number): Look => ({
  identifier: name, title: {}, state: 'new', record: name, type: 'other', types: [], problems: [], left: [], money: payments,
  intents: [intentOf('propose', name), ...Array.from({ length: payments }, (_, at) => intentOf('put', `${name}-${at}`))],
});

/** Refuses every act that names one of these, at its place, and remembers the acts it took. */
function kernelRefusing(...bad: readonly string[]): { readonly acts: string[][]; readonly commit: (intents: readonly Intent[]) => Promise<Result<object>> } {
  const acts: string[][] = [];
  return {
    acts,
    async commit(intents) {
      const problems = intents.flatMap(({ record }, at) => (bad.includes(record ?? '') ? [{ id: 'programme-rules.activity-retired', path: [at, 'content', 'activity'] }] : []));
      if (problems.length > 0) return { ok: false, problems };
      acts.push(intents.map(({ record }) => record ?? ''));
      return { ok: true, value: {} };
    },
  };
}

test('what the records refuse is left out with its money and told at its field; everything else is proposed', async () => {
  const { acts, commit } = kernelRefusing('b-1', 'd');
  const done = await propose(commit, [lookOf('a', 2), lookOf('b', 2), lookOf('c', 0), lookOf('d', 0)]);
  expect(acts).toEqual([['a', 'a-0', 'a-1', 'c']]);
  expect(done).toMatchObject({ activities: 2, transactions: 2, waiting: 0 });
  expect(done.refused.map(({ identifier, state, money, problems }) => [identifier, state, money, problems[0]?.path])).toEqual([['b', 'problem', 0, ['activity']], ['d', 'problem', 0, ['activity']]]);
});

test('an act has room for sixty; an activity begins in one with its money where it fits, and goes on in the next where it cannot', async () => {
  const { acts, commit } = kernelRefusing();
  const told: number[] = [];
  const done = await propose(commit, [lookOf('a', 40), lookOf('b', 30), lookOf('c', 130)], (at) => told.push(at));
  expect(acts.map((act) => [act[0], act.length])).toEqual([['a', 41], ['b', 31], ['c', 60], ['c-59', 60], ['c-119', 11]]);
  expect(done).toMatchObject({ activities: 3, transactions: 200 });
  expect(told).toEqual([1, 2, 3, 3, 3]);
});

test('what waits for clearance is told as waiting, not as proposed', async () => {
  const done = await propose(async () => ({ ok: true, value: { waits: 'an approval' } }), [lookOf('a', 1)]);
  expect(done).toMatchObject({ activities: 0, transactions: 0, waiting: 1 });
});

test('an activity refused in its first act has no money in a later one', async () => {
  const { acts, commit } = kernelRefusing('a');
  const done = await propose(commit, [lookOf('a', 90)]);
  expect(acts).toEqual([]);
  expect(done.refused).toHaveLength(1);
});
