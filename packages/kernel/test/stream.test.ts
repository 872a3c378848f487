import { consistencyFault, consistencyProof, rootFrom, tileReader, type Hash } from '@entente/verify';
import { expect, test } from 'vitest';
import { createKernel, type Kernel } from '../src/index.ts';
import { Forger, newRecord, putItem } from './support/forger.ts';
import { testKinds } from './support/kinds.ts';
import { COOP, done, nodesFor, onEngines, read, storyOf } from './support/nodes.ts';

const SOURCE = { coop: COOP, party: 'P2', audience: 'joint' } as const;

const hashesOf = (forger: Forger) => {
  const nodes = new Map<string, Hash>();
  const frontier = forger.frontier(forger.leaves.length, (level, index, hash) => nodes.set(`${level}/${index}`, hash));
  const reader = (level: number, index: number): Hash => nodes.get(`${level}/${index}`) ?? (() => { throw new RangeError(`${level}/${index}`); })();
  return { root: frontier.root(), reader };
};
const proofFor = (forger: Forger, size: number) => consistencyProof(size, forger.leaves.length, hashesOf(forger).reader);

const ids = (result: Awaited<ReturnType<Kernel['admit']>>) => (result.ok ? 'taken' : result.problems.map(({ id }) => id).join());

/** Gives the leaves in stretches, each with the proof that it belongs. */
async function stream(forger: Forger, to: Kernel, width: number, until = forger.leaves.length): Promise<void> {
  const note = await forger.checkpoint();
  for (let from = 0; from < until; from += width) {
    const end = Math.min(from + width, until);
    const result = await to.admit(SOURCE, from, forger.leaves.slice(from, end), note, await proofFor(forger, end));
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
  }
}

onEngines('a journal taken in stretches', (engine) => {
  const nodes = nodesFor(engine, 2);
  const forgerOf = (count: number) => {
    const forger = new Forger('P2', nodes.all.cooperation, nodes.b.signer);
    for (let n = 0; n < count; n += 1) forger.act([putItem(newRecord(), { text: { en: `Story ${n}` } })]);
    return forger;
  };

  test('given stretches with proofs, then each is stored, records follow with a cursor of their own, and tiles prove any size', async () => {
    const { a } = nodes;
    const p2 = forgerOf(700);
    const strange = newRecord();
    p2.raw(new TextEncoder().encode('not an act')).act([putItem(strange, { text: { en: 'Last' } })]);
    await stream(p2, a.kernel, 300, 600);
    expect(await a.kernel.journal(COOP, 'P2', 'joint')).toMatchObject({ size: 600, projected: 0, checkpoint: null });
    expect((await read(a).list({ coop: COOP, kind: 'story' })).total).toBe(0);
    await a.kernel.caughtUp(COOP);
    expect((await read(a).list({ coop: COOP, kind: 'story' })).total).toBe(600);
    expect(ids(await a.kernel.admit(SOURCE, 600, p2.leaves.slice(600), await p2.checkpoint()))).toBe('taken');
    const state = await a.kernel.journal(COOP, 'P2', 'joint');
    expect(state).toMatchObject({ size: 702, projected: 702, root: Buffer.from(hashesOf(p2).root).toString('hex') });
    expect(await read(a).get(COOP, strange)).toMatchObject({ standing: 'current' });
    const reader = tileReader(702, async (tile) => (await a.kernel.tile(COOP, 'P2', 'joint', { ...tile, level: Number(tile.level) })) ?? new Uint8Array());
    expect(await rootFrom(702, reader)).toEqual(hashesOf(p2).root);
    expect(await a.kernel.tile(COOP, 'P2', 'joint', { level: 0, index: 2, width: 191 })).toBeNull();
    expect((await a.kernel.tile(COOP, 'P2', 'joint', { level: 0, index: 1, width: 7 }))?.length).toBe(7 * 32);
    const before = await a.kernel.dump(COOP);
    await a.kernel.rebuild(COOP);
    expect(await a.kernel.dump(COOP)).toBe(before);
  });
});

onEngines('a stretch that does not belong', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('given flipped bits, wrong, short or long proofs, or none, then nothing is stored', async () => {
    const { a, b } = nodes;
    const p2 = new Forger('P2', nodes.all.cooperation, b.signer);
    for (let n = 0; n < 40; n += 1) p2.act([putItem(newRecord(), { text: { en: `Story ${n}` } })]);
    const note = await p2.checkpoint();
    const proof = await proofFor(p2, 30);
    const give = (leaves: readonly Uint8Array[], shown?: readonly Uint8Array[]) => a.kernel.admit(SOURCE, 0, leaves, note, shown).then(ids);
    const first = p2.leaves.slice(0, 30);
    const flipped = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, at) => (at === 9 ? byte ^ 4 : byte));
    expect(await give(first)).toBe('journal.short');
    expect(await give(first.with(3, flipped(first[3]!)), proof)).toBe('journal.proof');
    expect(await give(first, proof.with(0, flipped(proof[0]!)))).toBe('journal.proof');
    expect(await give(first, proof.slice(1))).toBe('journal.proof');
    expect(await give(first, [...proof, proof[0]!])).toBe('journal.proof');
    expect(await give(first, proof.map((hash) => hash.subarray(1)))).toBe('journal.proof');
    expect(await give(first.slice(0, 29), proof)).toBe('journal.proof');
    expect(await give(first, [])).toBe('journal.proof');
    expect((await a.kernel.journal(COOP, 'P2', 'joint')).size).toBe(0);
    expect(await give(first, proof)).toBe('taken');
  });

  test('given a stretch held under one checkpoint, when the party signs another tree, then reaching the size proves the fork', async () => {
    const { a, b } = nodes;
    // The forty leaves above are signed; thirty are held. The other history differs in the last ten.
    const [row] = await a.database.kysely.selectFrom('checkpoint').selectAll().where('size', '=', 40).execute();
    expect(row?.note).toContain('/P2/joint\n40\n');
    const other = new Forger('P2', nodes.all.cooperation, b.signer);
    other.leaves = [...await a.kernel.leaves(COOP, 'P2', 'joint', 0, 30)];
    for (let n = 0; n < 20; n += 1) other.act([putItem(newRecord(), { text: { en: `Other ${n}` } })]);
    const damaged = other.leaves.slice(30).with(2, new TextEncoder().encode('damaged on its way'));
    expect(ids(await a.kernel.admit(SOURCE, 30, damaged, await other.checkpoint()))).toBe('journal.root');
    expect(await a.kernel.accusations(COOP)).toEqual([]);
    expect(ids(await other.sendFrom(a.kernel, 30))).toBe('journal.forked');
    expect((await a.kernel.journal(COOP, 'P2', 'joint')).size).toBe(30);
    expect(await a.kernel.accusations(COOP)).toMatchObject([{ party: 'P2', fault: 'forked', looked: null, body: { size: 50, held: row?.note, prefix: 40 } }]);
    // Whoever holds the key can check it: the later tree, at the size signed before, has another root.
    const [{ body }] = (await a.kernel.accusations(COOP)) as unknown as [{ body: { root: string; prefixRoot: string; proof: string[] } }];
    expect(consistencyFault(40, 50, body.proof.map((each) => Buffer.from(each, 'base64')), Buffer.from(body.prefixRoot, 'hex'), Buffer.from(body.root, 'hex'))).toBeNull();
    expect(body.prefixRoot).not.toBe(row?.root);
  });
});

onEngines('acts that repeat an id', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('given long stretches with ids that were used before, in the same and in an earlier one, then these are void and all else stands', async () => {
    const { a } = nodes;
    const p2 = new Forger('P2', nodes.all.cooperation, nodes.b.signer);
    for (let n = 0; n < 150; n += 1) p2.act([putItem(newRecord(), { text: { en: `Told ${n}` } })]);
    p2.raw(p2.leaves[149]!).raw(p2.leaves[3]!);
    for (let n = 0; n < 148; n += 1) p2.act([putItem(newRecord(), { text: { en: `Told later ${n}` } })]);
    p2.raw(p2.leaves[7]!);
    await stream(p2, a.kernel, 200);
    await a.kernel.caughtUp(COOP);
    expect((await read(a).list({ coop: COOP, kind: 'story' })).total).toBe(298);
    expect(await a.kernel.leaves(COOP, 'P2', 'joint', 150, 2)).toEqual([p2.leaves[149]!, p2.leaves[3]!].map((leaf) => (engine.name === 'PGlite' ? leaf : Buffer.from(leaf))));
    const before = await a.kernel.dump(COOP);
    await a.kernel.rebuild(COOP);
    expect(await a.kernel.dump(COOP)).toBe(before);
  });
});

onEngines('a stream that was cut off', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('given a node that stopped behind its stream, when it starts again, then the records follow; meanwhile nothing is written in view of them', async () => {
    const { a, b } = nodes;
    const p2 = new Forger('P2', nodes.all.cooperation, b.signer);
    for (let n = 0; n < 50; n += 1) p2.act([putItem(newRecord(), { text: { en: `Story ${n}` } })]);
    await stream(p2, a.kernel, 20, 40);
    await done(a, storyOf('Mine'));
    const [mine] = await a.kernel.leaves(COOP, 'P1', 'joint', 0, 1);
    expect(JSON.parse(new TextDecoder().decode(mine))).toMatchObject({ seen: { P2: 0 } });
    await a.kernel.close();
    const again = await createKernel({ party: 'P1', cooperations: [nodes.all.cooperation], kinds: testKinds, database: a.database, keys: a.keys });
    await again.caughtUp(COOP);
    expect(await again.journal(COOP, 'P2', 'joint')).toMatchObject({ size: 40, projected: 40 });
    // A plain bundle while a stretch is still ahead is stored behind it.
    const note = await p2.checkpoint();
    expect(ids(await again.admit(SOURCE, 40, p2.leaves.slice(40, 45), note, await proofFor(p2, 45)))).toBe('taken');
    expect(ids(await again.admit(SOURCE, 45, p2.leaves.slice(45), note))).toBe('taken');
    await again.caughtUp(COOP);
    expect((await again.reader(a.person()).list({ coop: COOP, kind: 'story' })).total).toBe(51);
    await again.close();
  });
});
