import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engines } from '@entente/testing';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createKernel, openDatabase, type Database } from '@entente/kernel';
import type { TestNode } from '@entente/kernel/testing';
import { kinds } from './support/kinds.ts';
import { commit, COOP, dumps, held, makeWorld, notice, pledge, quickEngine, stateOf, story, until, type World } from './support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-mirror-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
let turn = 0;

for (const engine of engines()) {
  describe(`a restored node and its peers (${engine.name})`, () => {
    let world: World;
    let file: string;
    const opened: { close(): Promise<void> }[] = [];
    beforeEach(async () => {
      world = await makeWorld({ nodes: 3, engine });
      file = join(folder, `${(turn += 1)}.json`);
    });
    afterEach(async () => {
      await world.a.exchange.stop();
      for (const each of opened.splice(0)) await each.close();
      await world.close();
    });

    /** P1's node on new, empty data: the oldest copy there is. */
    const onNewData = async ({ withFile = true } = {}): Promise<TestNode> => {
      const { node } = world.a;
      const database: Database = await openDatabase(await engine.open());
      const kernel = await createKernel({ party: 'P1', cooperations: [world.all.cooperation], kinds, database, keys: node.keys, ...(withFile ? { highWater: file } : {}) });
      opened.push({ close: async () => { await kernel.close(); await database.close(); } });
      return { ...node, kernel, database };
    };
    const standing = () => world.a.node.kernel.standing();
    const refusal = async () => {
      const result = await world.a.node.kernel.commit([story('Too early')], { coop: COOP, by: world.a.node.person() });
      return result.ok ? 'accepted' : result.problems[0]?.id;
    };

    test('given an old copy put back, then it learns its acts from every peer, of both journals, and goes on', async () => {
      await world.a.become(await onNewData());
      const { sha256, size } = await world.a.node.kernel.blobs.put(Buffer.from('A scan'), 'image/png');
      const { record, version } = await commit(world.a, pledge('Sixty', { scans: [{ name: 'scan.png', type: 'image/png', size, sha256 }] }), story('One'));
      await commit(world.a, notice('For everybody'));
      await world.settle();
      // Only P3 has seen the last one: a peer alone does not know all that was said.
      world.stations[1]!.lie = () => null;
      await world.stations[1]!.exchange.stop();
      await commit(world.a, story('Seen by the third only'));
      await world.stations[2]!.exchange.pullAll();
      const before = await world.a.node.kernel.dump(COOP);

      await world.a.become(await onNewData());
      await until(async () => (await held(world.a, 'P1')) === 2, 'the third has given back what it holds');
      await world.a.exchange.idle();
      expect(await standing()).toMatchObject({ state: 'restored', because: 'other-instance', waitsFor: [{ coop: COOP, peer: 'P2' }] });
      expect(await refusal()).toBe('node.restored');
      world.stations[1]!.lie = null;
      world.stations[1]!.start();
      await world.settle();
      expect(await standing()).toMatchObject({ state: 'ok' });
      expect(await held(world.a, 'P1', 'public')).toBe(1);
      expect(await world.a.node.kernel.dump(COOP)).toBe(before);
      expect(await world.a.node.kernel.blobs.size(sha256)).toBe(size);
      const declined = await world.a.node.kernel.commit([{ verb: 'reject', record, h: version }], { coop: COOP, by: world.a.node.person() });
      expect(declined).toMatchObject({ ok: false, problems: [{ id: 'consent.already-consented' }] });
      await commit(world.a, story('Goes on'));
      await world.settle();
      expect(new Set(await dumps(world)).size).toBe(1);
      for (const { node, exchange } of world.stations) {
        expect(await node.kernel.accusations(COOP)).toEqual([]);
        for (const state of exchange.peers()) expect(state).toMatchObject({ fault: null, behind: 0, queue: 0 });
      }
    });

    // Thousands of acts on the quicker engine only: what comes back does not depend on it.
    test.runIf(engine.name === quickEngine().name)('given no file beside the database, then a peer that is further tells it, and a long journal comes back in stretches', async () => {
      await Promise.all(Array.from({ length: 2_400 }, (_, at) => commit(world.a, story(`Number ${at}`))));
      await world.settle();
      const before = await world.a.node.kernel.dump(COOP);
      await world.a.become(await onNewData({ withFile: false }));
      await world.settle();
      expect(await standing()).toMatchObject({ state: 'ok' });
      expect(await held(world.a, 'P1')).toBe(2_400);
      expect(await world.a.node.kernel.dump(COOP)).toBe(before);
      await commit(world.a, story('Goes on'));
      await world.settle();
      expect(await held(world.b, 'P1')).toBe(2_401);
      expect(stateOf(world.b, 'P1').fault).toBeNull();
    });

    test('given a mirror that sends other leaves, then nothing of it is taken, the node stays closed, and the fault is named', async () => {
      await world.a.become(await onNewData());
      await commit(world.a, story('Mine'), story('and mine'));
      await world.settle();
      world.b.lie = async (request, honest) => {
        const answer = await honest();
        if (!request.url.includes('/mirror/P1/joint/tile/entries')) return answer;
        const bytes = Buffer.from(await answer.arrayBuffer());
        bytes[40] = (bytes[40] ?? 0) ^ 1;
        return new Response(bytes);
      };
      world.stations[2]!.lie = () => null;
      await world.a.become(await onNewData());
      await world.a.exchange.pullAll();
      expect(await held(world.a, 'P1')).toBe(0);
      expect(stateOf(world.a, 'P2').fault?.id).toBe('journal.root');
      expect(await standing()).toMatchObject({ state: 'restored', waitsFor: [{ peer: 'P2' }, { peer: 'P3' }] });
      world.b.lie = null;
      await world.a.exchange.pullAll();
      expect(await held(world.a, 'P1')).toBe(1);
      expect((await standing()).waitsFor).toEqual([{ coop: COOP, peer: 'P3' }]);
      expect((await world.a.node.kernel.excuse('P3', world.a.node.person('administrator'), 'Dissolved in 2027')).ok).toBe(true);
      await commit(world.a, story('Goes on'));
    });

    test('given acts that travel in a file while the node is restored, then their places are not used, and they come back when the file has arrived', async () => {
      await world.a.become(await onNewData());
      await commit(world.a, story('Mirrored'));
      await world.settle();
      for (const station of world.stations.slice(1)) await station.exchange.stop();
      await commit(world.a, story('On a stick'));
      const { node } = world.a;
      const [leaf] = await node.kernel.leaves(COOP, 'P1', 'joint', 1, 1);
      const note = (await node.kernel.journal(COOP, 'P1', 'joint')).checkpoint ?? '';
      await world.a.become(await onNewData());
      await world.a.exchange.pullAll();
      expect(await standing()).toMatchObject({ state: 'restored', waitsFor: [], lost: [{ journal: `${COOP}/joint`, from: 1, to: 2 }] });
      expect(await refusal()).toBe('node.restored');
      expect((await world.b.node.kernel.admit({ coop: COOP, party: 'P1', audience: 'joint' }, 1, [leaf!], note)).ok).toBe(true);
      await world.a.exchange.pullAll();
      expect(await standing()).toMatchObject({ state: 'ok', lost: [] });
      for (const station of world.stations.slice(1)) station.start();
      await commit(world.a, story('Goes on'));
      await world.settle();
      expect(await held(world.stations[2]!, 'P1')).toBe(3);
      for (const { node: each } of world.stations) expect(await each.kernel.accusations(COOP)).toEqual([]);
    });

    test('given a line that is cut, then nothing is restored, and work goes on', async () => {
      await world.a.become(await onNewData());
      for (const station of world.stations.slice(1)) station.lie = () => null;
      await commit(world.a, story('Alone'));
      await world.a.exchange.pullAll();
      expect(await standing()).toMatchObject({ state: 'ok' });
      await commit(world.a, story('Still alone'));
    });
  });
}
