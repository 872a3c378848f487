/** A server that lends few connections: whoever holds one and waits for another could wait for ever. */
import { engines } from '@entente/testing';
import { consistencyProof, Frontier, leafHash, type Hash } from '@entente/verify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../src/index.ts';
import { memoryNodes, type TestNodes } from '../src/testing.ts';
import { Forger, newRecord, putItem } from './support/forger.ts';
import { testKinds } from './support/kinds.ts';
import { COOP, done, read, storyOf } from './support/nodes.ts';

const SOURCE = { coop: COOP, party: 'P2', audience: 'joint' } as const;

for (const engine of engines().filter(({ name }) => name === 'PostgreSQL')) {
  describe('two connections to a server', () => {
    let nodes: TestNodes;
    beforeAll(async () => { nodes = await memoryNodes(2, { kinds: testKinds, open: async () => openDatabase(await engine.open(), { connections: 2 }) }); });
    afterAll(async () => { await nodes.close(); });

    test('given a stream, its records, commits and readers at once, then all of them get done', { timeout: 120_000 }, async () => {
      const [a, b] = nodes.nodes as [TestNodes['nodes'][number], TestNodes['nodes'][number]];
      const p2 = new Forger('P2', nodes.cooperation, b.signer);
      for (let n = 0; n < 3_500; n += 1) p2.act([putItem(newRecord(), { text: { en: `Story ${n}` } })]);
      const known = new Map<string, Hash>();
      const frontier = new Frontier();
      for (const leaf of p2.leaves) frontier.append(leafHash(leaf), (level, index, hash) => known.set(`${level}/${index}`, hash));
      const note = await p2.checkpoint();
      const streamed = async (from: number, to: number): Promise<void> => {
        const proof = await consistencyProof(to, p2.leaves.length, (level, index) => known.get(`${level}/${index}`)!);
        expect(await a.kernel.admit(SOURCE, from, p2.leaves.slice(from, to), note, proof)).toMatchObject({ ok: true });
      };
      await streamed(0, 2_500);
      // Records of two stretches and more are made, the next one read ahead, while people write, read and attach.
      const records = a.kernel.caughtUp(COOP);
      const people = Array.from({ length: 24 }, async (_, n) => {
        await done(a, storyOf(`Mine ${n}`));
        await a.kernel.blobs.put(new TextEncoder().encode(`file ${n}`), 'text/plain');
        await read(a).list({ coop: COOP, kind: 'story', limit: 5 });
      });
      await Promise.all([records, ...people, streamed(2_500, 3_400)]);
      await a.kernel.caughtUp(COOP);
      expect((await read(a).list({ coop: COOP, kind: 'story' })).total).toBe(3_400 + 24);
      expect(await a.kernel.journal(COOP, 'P2', 'joint')).toMatchObject({ size: 3_400, projected: 3_400 });
    });
  });
}
