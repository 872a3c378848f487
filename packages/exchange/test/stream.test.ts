import { describe, expect, test } from 'vitest';
import { createKernel } from '@entente/kernel';
import { PaperJournal } from './support/paper.ts';
import { COOP, held, stateOf, story, until, worldFor, commit } from './support/world.ts';
import { kinds } from './support/kinds.ts';

describe('a node far behind', () => {
  const world = worldFor();

  test('given a long journal, when the line breaks in the middle and comes back, then it goes on where it was, whole and cosigned', async () => {
    const { a, b } = world;
    const paper = new PaperJournal('P1', a.node.signer).stories(5_300);
    a.lie = (request) => (/\/entries\/(01[1-9]|02)/u.test(request.url) ? null : paper.answer(request));
    await b.exchange.pullAll();
    expect(stateOf(b, 'P1')).toMatchObject({ fault: { id: 'peer.silent' } });
    // Whole stretches of eight bundles, never half of one.
    expect(await held(b, 'P1')).toBe(2_048);
    expect(stateOf(b, 'P1').behind).toBe(5_300 - 2_048);
    a.lie = (request) => paper.answer(request);
    await b.exchange.pullAll();
    const state = await b.node.kernel.journal(COOP, 'P1', 'joint');
    expect(state.size).toBe(5_300);
    expect(state.checkpoint?.startsWith(await paper.note())).toBe(true);
    expect(state.checkpoint).toContain('demo/P2/cosigner');
    expect(stateOf(b, 'P1')).toMatchObject({ behind: 0, fault: null });
    await b.node.kernel.caughtUp(COOP);
    const list = await b.node.kernel.reader(b.node.person()).list({ coop: COOP, kind: 'story', limit: 1 });
    expect(list.total).toBe(5_300);
    expect(await b.node.kernel.leaves(COOP, 'P1', 'joint', 5_000, 3)).toEqual(paper.leaves.slice(5_000, 5_003).map((leaf) => Buffer.from(leaf)));
  });

  test('given more of it, when a few acts are missing, then they come with their records in one step', async () => {
    const { a, b } = world;
    const paper = new PaperJournal('P1', a.node.signer);
    for (const leaf of await b.node.kernel.leaves(COOP, 'P1', 'joint', 0, 5_300)) paper.raw(leaf);
    paper.stories(30, 'Late');
    a.lie = (request) => paper.answer(request);
    await b.exchange.pullAll();
    expect(await b.node.kernel.journal(COOP, 'P1', 'joint')).toMatchObject({ size: 5_330, projected: 5_330 });
  });
});

describe('tiles that lie', () => {
  const world = worldFor();

  test('given hashes that prove nothing, or none, then nothing is stored beyond what is proven, and the reason is told', async () => {
    const { a, b } = world;
    const paper = new PaperJournal('P1', a.node.signer).stories(3_000);
    const spoil = async (request: Request, how: (bytes: Uint8Array) => Uint8Array | null): Promise<Response> => {
      const honest = await paper.answer(request);
      if (!/\/tile\/[0-9]/u.test(request.url)) return honest;
      const bytes = how(new Uint8Array(await honest.arrayBuffer()));
      return bytes === null ? new Response('gone', { status: 404 }) : new Response(bytes as BodyInit);
    };
    for (const [how, fault] of [
      [(bytes: Uint8Array) => bytes.map((byte, at) => (at === 3 ? byte ^ 1 : byte)), 'journal.proof'],
      [(bytes: Uint8Array) => bytes.subarray(32), 'peer.nonsense'],
      [(bytes: Uint8Array) => new Uint8Array(bytes.length + 32), 'peer.nonsense'],
      [() => null, 'peer.absent'],
    ] as const) {
      a.lie = (request) => spoil(request, how);
      await b.exchange.pullAll();
      expect([stateOf(b, 'P1').fault?.id, await held(b, 'P1')]).toEqual([fault, 0]);
    }
    expect(await b.node.kernel.accusations(COOP)).toEqual([]);
    a.lie = (request) => paper.answer(request);
    await b.exchange.pullAll();
    expect(await held(b, 'P1')).toBe(3_000);
  });
});

describe('a node that stops in the middle of a stream', () => {
  const world = worldFor();

  test('given it is stopped, then it ends soon with whole stretches, and the next start goes on and catches up', async () => {
    const { a, b } = world;
    const paper = new PaperJournal('P1', a.node.signer).stories(6_000);
    a.lie = (request) => paper.answer(request);
    b.exchange.wake('P1', COOP);
    await until(async () => (await held(b, 'P1')) > 0, 'the stream began');
    await b.exchange.stop();
    const size = await held(b, 'P1');
    expect(size % 2_048 === 0 || size === 6_000).toBe(true);
    await b.node.kernel.close();
    const kernel = await createKernel({ party: 'P2', cooperations: [world.all.cooperation], kinds, database: b.node.database, keys: b.node.keys });
    await kernel.caughtUp(COOP);
    expect(await kernel.journal(COOP, 'P1', 'joint')).toMatchObject({ size, projected: size });
    await kernel.close();
    Object.assign(b.node, { kernel: await createKernel({ party: 'P2', cooperations: [world.all.cooperation], kinds, database: b.node.database, keys: b.node.keys }) });
    b.start();
    await b.exchange.pullAll();
    await b.node.kernel.caughtUp(COOP);
    expect(await b.node.kernel.journal(COOP, 'P1', 'joint')).toMatchObject({ size: 6_000, projected: 6_000 });
    await commit(b, story('Goes on'));
  });
});
