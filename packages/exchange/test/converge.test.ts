import { engines } from '@entente/testing';
import { describe, expect, test } from 'vitest';
import { FakeClock } from './support/clock.ts';
import { commit, COOP, dumps, held, makeWorld, notice, pledge, quickEngine, stateOf, story, until, worldFor } from './support/world.ts';

for (const engine of engines()) {
  describe(`nodes that exchange (${engine.name})`, () => {
    const world = worldFor({ nodes: 3, observers: ['W'], engine });

    test('given acts on every side, when they look at each other, then all hold the same, agreed and cosigned, the observer too', async () => {
      const { stations, a } = world;
      for (const station of stations.slice(0, 3)) await commit(station, story(`Of ${station.party}`), story('Another'));
      await commit(a, notice('For everybody'));
      const { record, version } = await commit(a, pledge('Ours'));
      await world.settle();
      for (const station of stations.slice(1, 3)) await commit(station, { verb: 'consent', record, h: version });
      await world.settle();
      expect(new Set(await dumps(world)).size).toBe(1);
      for (const { node } of stations) expect((await node.kernel.reader(node.person()).get(COOP, record))?.standing).toBe('agreed');
      for (const { party, node, exchange } of stations) {
        for (const other of stations.slice(0, 3)) {
          const kept = await node.kernel.checkpoint(COOP, other.party, 'joint', { cosigned: true });
          expect([party, other.party, kept?.size, Object.keys(kept?.cosigned ?? {}).toSorted()]).toEqual([party, other.party, await held(station(other.party), other.party), stations.map((each) => each.party).filter((each) => each !== other.party)]);
        }
        for (const state of exchange.peers()) expect(state).toMatchObject({ behind: 0, unprojected: 0, queue: 0, fault: null, missingBlobs: 0, skew: 0 });
        expect(await node.kernel.accusations(COOP)).toEqual([]);
      }
      expect(stateOf(a, 'P2').lastCosigned?.size).toBe(await held(a, 'P1'));
      function station(party: string) { return stations.find((each) => each.party === party)!; }
    });

    test('given nothing new, when they look again, then one question each is enough', async () => {
      const { a, b } = world;
      b.asked.length = 0;
      await a.exchange.pullAll();
      expect(b.asked).toEqual([`GET /exchange/${COOP}/heads`]);
    });

    test('given home acts, then nothing of them can be had', async () => {
      const { a, b } = world;
      await commit(a, { verb: 'put', kind: 'memo', content: { text: 'For us' } });
      await world.settle();
      expect((await b.node.kernel.journals()).map(({ audience }) => audience)).not.toContain('home');
    });
  });
}

describe('wake-ups', () => {
  const world = worldFor();

  test('given an hour between looks, when something is written, then the other side has it at once, and its cosignature comes back', async () => {
    const { a, b } = world;
    await world.settle();
    await commit(a, story('News'));
    await until(async () => (await held(b, 'P1')) === 1, 'the news arrived');
    await until(async () => (await a.node.kernel.checkpoint(COOP, 'P1', 'joint', { cosignedBy: 'P2' }))?.size === 1, 'the cosignature came back');
    // Waking each other has an end.
    await world.idle();
    await new Promise((resolve) => { setTimeout(resolve, 700); });
    const asked = a.asked.length + b.asked.length;
    await new Promise((resolve) => { setTimeout(resolve, 700); });
    expect(a.asked.length + b.asked.length).toBe(asked);
  });
});

describe('a partition', () => {
  test('given a week of work on both sides of a cut, when it heals, then both hold the same without anybody doing anything', async () => {
    const clock = new FakeClock();
    const world = await makeWorld({ nodes: 2, engine: quickEngine(), clock: () => clock, interval: 15_000, random: () => 0.5 });
    try {
      const { a, b, stations } = world;
      const settled = () => world.idle();
      const crossed = await commit(a, pledge('Version of one'));
      await clock.advance(60_000, settled);
      for (const each of stations) each.lie = () => null;
      for (const each of stations) each.asked.length = 0;
      for (let day = 0; day < 7; day += 1) {
        await commit(a, story(`Day ${day} at one`), story('more'));
        await commit(b, story(`Day ${day} at two`));
        await clock.advance(24 * 3_600_000, settled);
      }
      await commit(b, { verb: 'consent', record: crossed.record, h: crossed.version });
      // Every few minutes, not every second: a week of looking costs a few thousand questions.
      expect(a.asked.length).toBeGreaterThan(7 * 24 * 60 / 5 - 10);
      expect(a.asked.length).toBeLessThan(7 * 24 * 60 / 2);
      expect(stateOf(a, 'P2')).toMatchObject({ queue: 0, fault: { id: 'peer.silent' } });
      expect(stateOf(a, 'P2').fault!.times).toBeGreaterThan(1_000);
      for (const each of stations) each.lie = null;
      await clock.advance(6 * 60_000, settled);
      const [left, right] = await dumps(world);
      expect(left).toBe(right);
      expect(await held(a, 'P2')).toBe(8);
      expect((await a.node.kernel.reader(a.node.person()).get(COOP, crossed.record))?.standing).toBe('agreed');
      expect(stateOf(a, 'P2')).toMatchObject({ behind: 0, queue: 0, fault: null });
    } finally {
      await world.close();
    }
  });
});
