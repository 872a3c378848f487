/**
 * Random schedules against real kernels: proposals, votes, cuts, repeats and late deliveries among two and three parties.
 * Whatever happens, no two nodes show different agreed contents for one version, what is held is a function of what was
 * delivered, and when everything is delivered all nodes hold the same.
 */
import { engines } from '@entente/testing';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carry, memoryNodes, type TestNode, type TestNodes } from '../src/testing.ts';
import { testKinds } from './support/kinds.ts';
import { COOP, openOn } from './support/nodes.ts';

type Step =
  | { readonly do: 'propose'; readonly node: number; readonly record: number; readonly text: number; readonly agree: boolean }
  | { readonly do: 'vote'; readonly node: number; readonly record: number; readonly verb: 'consent' | 'reject'; readonly pick: number }
  | { readonly do: 'carry'; readonly from: number; readonly to: number; readonly again: boolean }
  | { readonly do: 'put'; readonly node: number; readonly text: number };

const nodeOf = (n: number) => fc.nat({ max: n - 1 });
const step = (n: number): fc.Arbitrary<Step> => fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('propose' as const), node: nodeOf(n), record: fc.nat({ max: 1 }), text: fc.nat({ max: 2 }), agree: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('vote' as const), node: nodeOf(n), record: fc.nat({ max: 1 }), verb: fc.constantFrom('consent' as const, 'consent' as const, 'reject' as const), pick: fc.nat({ max: 5 }) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('carry' as const), from: nodeOf(n), to: nodeOf(n), again: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('put' as const), node: nodeOf(n), text: fc.nat({ max: 2 }) }) },
);

let run = 0;

async function play(nodes: readonly TestNode[], steps: readonly Step[], id: (record: number) => string): Promise<void> {
  for (const each of steps) {
    if (each.do === 'carry') {
      const [from, to] = [nodes[each.from]!, nodes[each.to]!];
      if (from === to) continue;
      await carry(COOP, from.kernel, to.kernel);
      if (each.again) await repeat(from, to);
      continue;
    }
    const node = nodes[each.node]!;
    const by = { coop: COOP, by: node.person() };
    if (each.do === 'put') await node.kernel.commit([{ verb: 'put', kind: 'story', record: node.kernel.naturalId(COOP, 'story', `${run}`), content: { text: { en: `Story ${each.text}` } } }], by);
    else if (each.do === 'propose') await node.kernel.commit([{ verb: 'propose', kind: 'pledge', record: id(each.record), content: { text: { en: `Text ${each.text}` } }, agree: each.agree }], by);
    else {
      const open = (await node.kernel.reader(by.by).candidates(COOP, id(each.record))).filter((candidate) => candidate.status === 'open');
      const h = open[each.pick % Math.max(1, open.length)]?.h;
      if (h === undefined) continue;
      const choice = (await node.kernel.reader(by.by).choices(COOP, id(each.record))).find((one) => one.h === h);
      const result = await node.kernel.commit([{ verb: each.verb, record: id(each.record), h }], by);
      if (result.ok !== choice?.[each.verb].allowed) throw new Error('pages and commands disagree on what may be done');
    }
  }
}

/** The same leaves once more, from the beginning. */
async function repeat(from: TestNode, to: TestNode): Promise<void> {
  const journal = await from.kernel.journal(COOP, from.party, 'joint');
  if (journal.checkpoint === null) return;
  const result = await to.kernel.admit({ coop: COOP, party: from.party, audience: 'joint' }, 0, await from.kernel.leaves(COOP, from.party, 'joint', 0, journal.size), journal.checkpoint);
  expect(result).toMatchObject({ ok: true, value: { classes: { admitted: 0, held: 0, void: 0 } } });
}

async function agreedAt(node: TestNode, record: string): Promise<string[]> {
  return (await node.kernel.reader(node.person()).versions(COOP, record)).map((version) => version.version);
}

for (const engine of engines()) {
  describe.each([2, 3])(`random schedules of %i parties (${engine.name})`, (n) => {
    let all: TestNodes | undefined;
    beforeAll(async () => { all = await memoryNodes(n, { kinds: testKinds, open: () => openOn(engine) }); });
    afterAll(async () => { await all?.close(); });

    test('given any schedule, then nobody is ever shown another agreed version, and delivery of everything makes all equal', async () => {
      const { nodes } = all!;
      await fc.assert(fc.asyncProperty(fc.array(step(n), { minLength: 10, maxLength: 30 }), async (steps) => {
        run += 1;
        const mine = run;
        const id = (record: number) => nodes[0]!.kernel.naturalId(COOP, 'pledge', `${n}/${mine}/${record}`);
        await play(nodes, steps, id);
        for (const record of [0, 1]) {
          const chains = await Promise.all(nodes.map((node) => agreedAt(node, id(record))));
          const longest = chains.toSorted((a, b) => b.length - a.length)[0]!;
          // Some may know less, none may know otherwise.
          for (const chain of chains) expect(chain).toEqual(longest.slice(0, chain.length));
        }
        await all!.sync();
        const dumps = await Promise.all(nodes.map((node) => node.kernel.dump(COOP)));
        for (const dump of dumps) expect(dump).toBe(dumps[0]);
      }), { numRuns: engine.name === 'PGlite' ? 4 : 12, seed: n });
      const live = await nodes[n - 1]!.kernel.dump(COOP);
      await nodes[n - 1]!.kernel.rebuild(COOP);
      expect(await nodes[n - 1]!.kernel.dump(COOP)).toBe(live);
      expect(live).not.toContain('"unjudged"');
    });

    test('given any schedule, then no open record is stuck: as long as nobody declined everything, some party can move', async () => {
      const { nodes } = all!;
      await fc.assert(fc.asyncProperty(fc.array(step(n), { minLength: 5, maxLength: 20 }), async (steps) => {
        run += 1;
        const mine = run;
        const id = (record: number) => nodes[0]!.kernel.naturalId(COOP, 'pledge', `${n}/${mine}/${record}`);
        await play(nodes, steps, id);
        await all!.sync();
        for (const record of [0, 1]) {
          const row = await nodes[0]!.kernel.reader(nodes[0]!.person()).get(COOP, id(record));
          if (row?.standing !== 'proposed' && row?.standing !== 'changing') continue;
          const choices = await Promise.all(nodes.map((node) => node.kernel.reader(node.person()).choices(COOP, id(record))));
          expect(choices.flat().some((choice) => choice.consent.allowed || choice.reject.allowed)).toBe(true);
        }
      }), { numRuns: engine.name === 'PGlite' ? 3 : 10, seed: 100 + n });
    });
  });
}
