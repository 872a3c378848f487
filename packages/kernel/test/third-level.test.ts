/** A journal so long that its tree has a third level of tiles: 256 x 256 leaves and some more. */
import { consistencyProof, Frontier, inclusionProof, leafHash, rootFrom, TILE_WIDTH, tileReader, toHex, verifyConsistency, verifyInclusion, type Hash, type Tile } from '@entente/verify';
import { expect, test } from 'vitest';
import { auditNode } from '../src/index.ts';
import { testKinds } from './support/kinds.ts';
import { Forger } from './support/forger.ts';
import { COOP, nodesFor, onEngines } from './support/nodes.ts';

const FULL = TILE_WIDTH * TILE_WIDTH;
const SIZE = FULL + 2 * TILE_WIDTH + 7;
const SOURCE = { coop: COOP, party: 'P2', audience: 'joint' } as const;
const WIDTH = 8_192;

onEngines('a journal of more than 65,536 acts', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('is taken in, proves any of its acts and sizes by its tiles, and stands an audit that finds a changed one', { timeout: 240_000 }, async () => {
    const { a, all } = nodes;
    const p2 = new Forger('P2', all.cooperation, nodes.b.signer);
    // Leaves that are no acts are stored like any other: the tree does not ask what they say.
    const encoder = new TextEncoder();
    for (let n = 0; n < SIZE; n += 1) p2.raw(encoder.encode(`leaf ${n}`));
    const known = new Map<string, Hash>();
    const frontier = new Frontier();
    for (const leaf of p2.leaves) frontier.append(leafHash(leaf), (level, index, hash) => known.set(`${level}/${index}`, hash));
    const root = frontier.root();
    const note = await p2.checkpoint();
    for (let from = 0; from < SIZE; from += WIDTH) {
      const end = Math.min(SIZE, from + WIDTH);
      const proof = end === SIZE ? undefined : await consistencyProof(end, SIZE, (level, index) => known.get(`${level}/${index}`)!);
      expect(await a.kernel.admit(SOURCE, from, p2.leaves.slice(from, end), note, proof)).toMatchObject({ ok: true });
    }
    await a.kernel.caughtUp(COOP);
    expect(await a.kernel.journal(COOP, 'P2', 'joint')).toMatchObject({ size: SIZE, projected: SIZE, root: toHex(root) });

    const tile = async ({ level, index, width }: Tile) => (await a.kernel.tile(COOP, 'P2', 'joint', { level: Number(level), index, width })) ?? new Uint8Array();
    expect(Buffer.from(await tile({ level: 2, index: 0, width: 1 }))).toEqual(Buffer.from(known.get('16/0')!));
    expect([(await tile({ level: 1, index: 0, width: 256 })).length, (await tile({ level: 1, index: 1, width: 2 })).length, (await tile({ level: 2, index: 0, width: 2 })).length]).toEqual([256 * 32, 2 * 32, 0]);
    const reader = tileReader(SIZE, tile);
    expect(await rootFrom(SIZE, reader)).toEqual(root);
    for (const index of [0, FULL - 1, FULL, FULL + TILE_WIDTH, SIZE - 1]) expect(verifyInclusion(index, SIZE, leafHash(p2.leaves[index]!), await inclusionProof(index, SIZE, reader), root)).toBe(true);
    for (const size of [1, FULL - 1, FULL, FULL + 1, FULL + TILE_WIDTH]) expect(verifyConsistency(size, SIZE, await consistencyProof(size, SIZE, reader), p2.frontier(size).root(), root)).toBe(true);

    const audit = () => auditNode({ database: a.database, party: a.party, cooperations: [all.cooperation], kinds: testKinds, keys: a.keys, records: false });
    const sound = await audit();
    expect(sound.faults).toEqual([]);
    expect(sound.journals.find(({ party }) => party === 'P2')).toMatchObject({ leaves: SIZE, tiles: 256 + 2 + 1 });
    await a.database.kysely.updateTable('tile').set({ hashes: Buffer.alloc(256 * 32) }).where('party', '=', 'P2').where('level', '=', 1).execute();
    expect((await audit()).faults).toMatchObject([{ id: 'audit.tile', params: { level: 1, n: 0 } }]);
  });
});
