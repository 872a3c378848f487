/** Tallies: whatever happened to the records, they say what counting anew says, and to nobody more than he may read. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKernel, defineKind, type AnyKind, type ListQuery } from '../src/index.ts';
import { run } from '../src/store/index.ts';
import { carry, type TestNode } from '../src/testing.ts';
import { pledge, testKinds } from './support/kinds.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, read, refused, say, storyOf } from './support/nodes.ts';

const COUNT = ['theme', 'number', 'year', 'standing', 'party'];
const QUERIES: readonly Omit<ListQuery, 'coop' | 'kind' | 'limit'>[] = [
  { count: COUNT }, { count: COUNT, filters: [{ field: 'number', is: '2' }] }, { count: COUNT, standing: ['agreed'] }, { count: COUNT, standing: ['retired', 'proposed'] }, { count: COUNT, party: 'P2' },
  { waitsFor: 'P2' }, { waitsFor: 'P1', standing: ['changing'] }, { waitsFor: 'P2', filters: [{ field: 'number', is: '2' }] }, { waitsFor: 'P1', filters: [{ field: 'theme', is: 'a' }] },
  { filters: [{ field: 'theme', is: 'a' }] }, { filters: [{ field: 'year', is: '2020' }], count: ['standing', 'party'] }, { filters: [{ field: 'theme', is: 'none' }] },
];

const figures = async (node: TestNode) => Promise.all([
  ...QUERIES.map((query) => ({ kind: 'pledge', ...query })), { kind: 'story', count: ['state', 'about', 'party'] }, { kind: 'memo', count: ['party'] },
].map(async (query) => { const { total, counts } = await read(node).list({ coop: COOP, limit: 0, ...query }); return { query, total, counts }; }));
const waiting = async (node: TestNode) => Promise.all(['P1', 'P2', 'P3'].map(async (party) => (await read(node).waitingFor(COOP, party)).total));

const believed = async (node: TestNode): Promise<boolean | undefined> => (await run<{ yes: boolean }>(node.database.kysely, 'select tallied = n as yes from revision where coop = $1', [COOP]))[0]?.yes;
/** As if software that does not count had written: readers count anew. */
const distrust = (node: TestNode) => run(node.database.kysely, 'update revision set n = n + 1 where coop = $1', [COOP]);
const restart = (node: TestNode, kinds: readonly AnyKind[] = testKinds) =>
  createKernel({ party: node.party, cooperations: node.kernel.cooperations, kinds, database: node.database, keys: { journal: node.signer, peers: {} } });

type Step = { readonly do: 'propose' | 'agree' | 'revise' | 'withdraw' | 'story' | 'retire' | 'carry'; readonly node: number; readonly record: number; readonly themes: readonly string[]; readonly number: number; readonly due: string };
const steps = fc.array(fc.record<Step>({
  do: fc.constantFrom('propose', 'agree', 'agree', 'revise', 'withdraw', 'story', 'retire', 'carry', 'carry'), node: fc.nat({ max: 1 }), record: fc.nat({ max: 3 }),
  themes: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 }), number: fc.integer({ min: 1, max: 3 }), due: fc.constantFrom('2019', '2020-05', '2020-12-31'),
}), { minLength: 12, maxLength: 30 });

onEngines('tallies', (engine) => {
  const nodes = nodesFor(engine, 2);
  let played = 0;

  async function play(all: readonly Step[]): Promise<void> {
    played += 1;
    for (const step of all) {
      const [node, other] = step.node === 0 ? [nodes.a, nodes.b] : [nodes.b, nodes.a];
      const record = node.kernel.naturalId(COOP, 'pledge', `${played}/${step.record}`);
      const content = { text: { en: `${step.record}` }, theme: step.themes, number: step.number, due: step.due };
      const [open] = (await read(node).candidates(COOP, record)).filter((each) => each.status === 'open');
      // Refused or not: what counts is what stands in the records afterwards.
      if (step.do === 'carry') await carry(COOP, node.kernel, other.kernel);
      else if (step.do === 'propose' || step.do === 'revise') await say(node, { verb: 'propose', kind: 'pledge', record, content, agree: step.do === 'propose' });
      else if (step.do === 'agree' && open) await say(node, { verb: 'consent', record, h: open.h });
      else if (step.do === 'withdraw' && open) await say(node, { verb: 'reject', record, h: open.h });
      else {
        const story = node.kernel.naturalId(COOP, 'story', `${played}/${step.record}`);
        await say(node, step.do === 'retire' ? { verb: 'retire', record: story, reason: 'Told twice' } : { verb: 'put', kind: 'story', record: story, content: { text: { en: `${step.number}` }, state: 'draft', about: record } });
      }
    }
  }

  test('given any schedule of proposals, votes, reports and retirements, then they equal counting anew, and a rebuild counts the same', async () => {
    await fc.assert(fc.asyncProperty(steps, async (all) => {
      await play(all);
      for (const node of [nodes.a, nodes.b]) {
        expect(await believed(node)).toBe(true);
        const [kept, waits] = [await figures(node), await waiting(node)];
        await distrust(node);
        expect([await figures(node), await waiting(node)]).toEqual([kept, waits]);
        await (await restart(node)).close();
        expect(await believed(node)).toBe(true);
        expect([await figures(node), await waiting(node)]).toEqual([kept, waits]);
      }
    }), { numRuns: engine.name === 'PGlite' ? 1 : 3, seed: 23 });
    const kept = await figures(nodes.b);
    await nodes.b.kernel.rebuild(COOP);
    expect([await figures(nodes.b), await believed(nodes.b)]).toEqual([kept, true]);
  });

  test('given values no filter could ask for, then a record counts in the total and nothing breaks', async () => {
    const before = (await figures(nodes.a))[0]!;
    await done(nodes.a, pledgeOf('long', { theme: ['x'.repeat(9_000), 'a', 'a'] }));
    const [after] = await figures(nodes.a);
    expect([after!.total, after!.counts['theme']!['a']]).toEqual([before.total + 1, (before.counts['theme']!['a'] ?? 0) + 1]);
  });

  test('given records of an office alone, then the other side and the public are told nothing of them', async () => {
    const { a } = nodes;
    await done(a, { verb: 'put', kind: 'memo', content: { text: 'ours' } });
    const totals = async (kind: string) => Promise.all([a.person(), { ...a.person(), party: 'P2' }, { ...a.person(), roles: [] }].map(async (person) => (await a.kernel.reader(person).list({ coop: COOP, kind, limit: 0, count: ['party'] })).total));
    const [ours] = await totals('memo');
    expect(ours).toBeGreaterThan(0);
    expect(await totals('memo')).toEqual([ours, 0, 0]);
    const [pledges] = await totals('pledge');
    expect(await totals('pledge')).toEqual([pledges, pledges, 0]);
  });

  test('given an erasure, then the counts are what they were', async () => {
    const { a } = nodes;
    const { record } = await done(a, { verb: 'put', kind: 'visit', content: { place: 'Pakse', visitor: 'Somebody' } });
    const count = async () => (await read(a).list({ coop: COOP, kind: 'visit', limit: 0, count: ['party'] })).counts;
    const before = await count();
    expect((await say(a, { verb: 'erase', record })).ok).toBe(true);
    expect([await count(), await believed(a)]).toEqual([before, true]);
  });

  test('given software that counts by something else, then what was there is counted once at its start, and what the older software writes beside it is not believed', async () => {
    const { a } = nodes;
    const newer = defineKind({ ...pledge, counted: { by: ['theme'] } });
    const kinds = testKinds.map((kind) => (kind.name === 'pledge' ? newer : kind));
    const upgraded = await restart(a, kinds);
    const count = async () => (await upgraded.reader(a.person()).list({ coop: COOP, kind: 'pledge', limit: 0, count: ['theme'] })).counts['theme']?.['b'] ?? 0;
    const before = await count();
    expect(before).toBe((await read(a).list({ coop: COOP, kind: 'pledge', limit: 0, count: ['theme'] })).counts['theme']?.['b'] ?? 0);
    await done(a, pledgeOf('by the older one', { theme: ['b'] }));
    expect([await believed(a), await count()]).toEqual([false, before + 1]);
    await upgraded.close();
    await (await restart(a)).close();
    expect(await believed(a)).toBe(true);
  });

  test('given a commit that is refused, then nothing is counted', async () => {
    const before = await figures(nodes.a);
    expect(await refused(nodes.a, storyOf('bad', { state: 'nowhere' }))).not.toEqual([]);
    expect(await figures(nodes.a)).toEqual(before);
  });
});
