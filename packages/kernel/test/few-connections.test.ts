/** A server that lends few connections: whoever holds one and waits for another could wait for ever. */
import { engines } from '@entente/testing';
import { consistencyProof, Frontier, leafHash, type Hash } from '@entente/verify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../src/index.ts';
import { memoryNodes, type TestNodes } from '../src/testing.ts';
import { Forger, newRecord, putItem } from './support/forger.ts';
import { testKinds } from './support/kinds.ts';
import { COOP, done, read, storyOf } from './support/nodes.ts';

const SOURCE = { coop: COOP, party: 'P2', audience: 'joint' } as const;

/** P2's journal of so many stories, and a way to send a node a part of it as a stream does. */
async function longJournal(nodes: TestNodes, length: number) {
  const [a, b] = nodes.nodes as [TestNodes['nodes'][number], TestNodes['nodes'][number]];
  const p2 = new Forger('P2', nodes.cooperation, b.signer);
  for (let n = 0; n < length; n += 1) p2.act([putItem(newRecord(), { text: { en: `Story ${n}` } })]);
  const known = new Map<string, Hash>();
  const frontier = new Frontier();
  for (const leaf of p2.leaves) frontier.append(leafHash(leaf), (level, index, hash) => known.set(`${level}/${index}`, hash));
  const note = await p2.checkpoint();
  return {
    a,
    streamed: async (from: number, to: number): Promise<void> => {
      const proof = await consistencyProof(to, p2.leaves.length, (level, index) => known.get(`${level}/${index}`)!);
      expect(await a.kernel.admit(SOURCE, from, p2.leaves.slice(from, to), note, proof)).toMatchObject({ ok: true });
    },
  };
}

/** A database whose leaves from some places on get a connection only when the test says so: a pool owes nobody an order. */
function holdingBack(database: Database, places: readonly number[]) {
  const gates = new Map(places.map((from) => [from, { asked: Promise.withResolvers<undefined>(), free: Promise.withResolvers<undefined>() }]));
  const kysely = new Proxy(database.kysely, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name !== 'executeQuery') return value.bind(target) as unknown;
      return async (query: Parameters<typeof target.executeQuery>[0]) => {
        const from = 'sql' in query ? /^copy \(select int4send\(idx\).* idx >= (\d+)/su.exec(query.sql)?.[1] : undefined;
        const gate = gates.get(Number(from));
        gate?.asked.resolve(undefined);
        await gate?.free.promise;
        return target.executeQuery(query);
      };
    },
  });
  return {
    database: { ...database, kysely },
    asked: async (from: number) => gates.get(from)?.asked.promise,
    letGo: (...which: readonly number[]) => { for (const from of which) gates.get(from)?.free.resolve(undefined); },
  };
}

for (const engine of engines().filter(({ name }) => name === 'PostgreSQL')) {
  describe('two connections to a server', () => {
    let nodes: TestNodes;
    beforeAll(async () => { nodes = await memoryNodes(2, { kinds: testKinds, open: async () => openDatabase(await engine.open(), { connections: 2 }) }); });
    afterAll(async () => { await nodes.close(); });

    test('given a stream, its records, commits and readers at once, then all of them get done', { timeout: 120_000 }, async () => {
      const { a, streamed } = await longJournal(nodes, 3_500);
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

  test('given leaves read ahead that get a connection last, then nobody holds the lock while they wait: people go on writing', { timeout: 60_000 }, async ({ onTestFinished }) => {
    let held: ReturnType<typeof holdingBack> | undefined;
    const nodes = await memoryNodes(2, {
      kinds: testKinds,
      async open(party) {
        const database = await openDatabase(await engine.open(), { connections: 2 });
        if (party !== 'P1') return database;
        held = holdingBack(database, [1_000, 3_000]);
        return held.database;
      },
    });
    onTestFinished(async () => { held?.letGo(1_000, 3_000); await nodes.close(); });
    const { a, streamed } = await longJournal(nodes, 3_600);
    await streamed(0, 3_500);
    const records = a.kernel.caughtUp(COOP);
    const people = async (count: number): Promise<void> => { for (let n = 0; n < count; n += 1) await done(a, storyOf(`Meanwhile ${n}`)); };
    await held?.asked(1_000);
    await expect.poll(async () => (await a.kernel.journal(COOP, 'P2', 'joint')).projected, { timeout: 60_000 }).toBe(1_000);
    await people(5);
    held?.letGo(1_000);
    // Somebody wrote in between, so the next stretches are made under the lock. Whoever held it now and waited would wait for a reading that waits for everybody's connections.
    await held?.asked(3_000);
    await people(150);
    held?.letGo(3_000);
    await records;
    expect((await read(a).list({ coop: COOP, kind: 'story' })).total).toBe(3_655);
  });
}
