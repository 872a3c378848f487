import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof, encodeEntries, Frontier, fromBase64, inclusionProof, leafHash, openCheckpoint, parseEntries, parseTilePath, parseVerifierKey, rootFrom, rootOf, tileOfLeaf,
  tilePath, tileReader, tilesBetween, toHex, utf8, verifyConsistency, verifyInclusion, type Hash, type Tile,
} from '../src/index.ts';

const SIZE = 70_000;
const leaves: Hash[] = Array.from({ length: SIZE }, (_, i) => leafHash(utf8(`entry ${i}`)));

const frontier = new Frontier();
for (const leaf of leaves) frontier.append(leaf);

describe('tile paths', () => {
  it.each<[Tile, string]>([
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 0, index: 1_234_067, width: 17 }, 'tile/0/x001/x234/067.p/17'],
    [{ level: 'entries', index: 0, width: 1 }, 'tile/entries/000.p/1'],
    [{ level: 63, index: 999, width: 256 }, 'tile/63/999'],
    [{ level: 2, index: 1000, width: 255 }, 'tile/2/x001/000.p/255'],
  ])('%j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each(['tile/0/1', 'tile/00/001', 'tile/64/001', 'tile/0/x000/001', 'tile/0/001.p/0', 'tile/0/001.p/256', 'tile/0/001.p/05', 'tile/0/001/',
    'tile/data/001', 'tile/0/x001', '/tile/0/001', 'tile/0/001.p/', 'tile/-1/001', 'tile/0/x999/x999/x999/x999/x999/999'])('%s names no tile', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });
});

describe('tiles of a tree', () => {
  it('are those of the example in C2SP tlog-tiles', () => {
    const tiles = tilesBetween(0, SIZE).filter((tile) => tile.level !== 'entries');
    const count = (level: number, full: boolean): number => tiles.filter((tile) => tile.level === level && (tile.width === 256) === full).length;
    expect([count(0, true), count(0, false), count(1, true), count(1, false), count(2, true), count(2, false)]).toEqual([273, 1, 1, 1, 0, 1]);
    expect(tiles.filter((tile) => tile.width < 256).map((tile) => tile.width)).toEqual([112, 17, 1]);
    expect(tilesBetween(255, 256).map(tilePath)).toEqual(['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1']);
    expect(tilesBetween(300, 300)).toEqual([]);
    expect(tileOfLeaf('entries', 69_999, SIZE)).toEqual({ level: 'entries', index: 273, width: 112 });
  });
});

describe('proofs from tiles', () => {
  const level1 = Array.from({ length: 273 }, (_, i) => rootOf(leaves.slice(i * 256, (i + 1) * 256)));
  const stored: readonly (readonly Hash[])[] = [leaves, level1, [rootOf(level1.slice(0, 256))]];
  const asked: string[] = [];
  const fetchTile = (tile: Tile): Uint8Array => {
    asked.push(tilePath(tile));
    const hashes = stored[tile.level as number]!.slice(tile.index * 256, tile.index * 256 + tile.width);
    return Uint8Array.from(hashes.flatMap((hash) => [...hash]));
  };

  it('agree with the tree that grew', async () => {
    const root = await rootFrom(SIZE, tileReader(SIZE, fetchTile));
    expect(toHex(root)).toBe(toHex(frontier.root()));
    await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: SIZE - 1 }), async (index) => {
      const read = tileReader(SIZE, fetchTile);
      expect(verifyInclusion(index, SIZE, leaves[index]!, await inclusionProof(index, SIZE, read), root)).toBe(true);
      const earlier = await rootFrom(index, tileReader(index, fetchTile));
      expect(verifyConsistency(index, SIZE, await consistencyProof(index, SIZE, read), earlier, root)).toBe(true);
    }), { numRuns: 50 });
  });

  it('fetch each tile once and only tiles of this tree', async () => {
    asked.length = 0;
    await inclusionProof(69_999, SIZE, tileReader(SIZE, fetchTile));
    expect(asked.toSorted()).toEqual(['tile/0/273.p/112', 'tile/1/001.p/17', 'tile/2/000.p/1']);
  });

  it('refuse a tile that is too short', async () => {
    await expect(inclusionProof(5, SIZE, tileReader(SIZE, (tile) => fetchTile(tile).subarray(32)))).rejects.toThrow(RangeError);
  });
});

describe('a log that another implementation made (Tessera), at each of its sizes', () => {
  const log = JSON.parse(readFileSync(new URL('./vectors/log.json', import.meta.url), 'utf8')) as { vkey: string; checkpoints: string[]; entries: string[]; hashes: string[] };
  const key = parseVerifierKey(log.vkey);
  const roots: Hash[] = [];

  it.each(log.checkpoints.map((note, size) => [size, note] as const))('%i', async (size, note) => {
    if (!key.ok) throw new Error(key.reason);
    const opened = await openCheckpoint(note, { journal: [key.value], origin: 'example.com/log/testdata' });
    if (!opened.ok) throw new Error(opened.reason);
    expect(opened.value.size).toBe(size);
    roots[size] = opened.value.root;
    const entries = size === 0 ? { ok: true as const, value: [] } : parseEntries(fromBase64(log.entries[size - 1]!)!, size);
    if (!entries.ok) throw new Error(entries.reason);
    const hashes = entries.value.map(leafHash);
    expect(toHex(opened.value.root)).toBe(toHex(rootOf(hashes)));
    expect(hashes.map(toHex).join('')).toBe(size === 0 ? '' : toHex(fromBase64(log.hashes[size - 1]!)!));
    expect(parseEntries(encodeEntries(entries.value), size)).toEqual(entries);
  });

  it('each of them continues every earlier one', async () => {
    const read = tileReader(15, ({ level, width }) => (level === 0 && width === 15 ? fromBase64(log.hashes[14]!)! : new Uint8Array()));
    for (let earlier = 1; earlier < 15; earlier += 1) {
      expect(verifyConsistency(earlier, 15, await consistencyProof(earlier, 15, read), roots[earlier]!, roots[15]!)).toBe(true);
    }
  });
});

describe('entry bundles', () => {
  it('give back what went in', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 400 })), (entries) => {
      const parsed = parseEntries(encodeEntries(entries), entries.length);
      expect(parsed.ok && parsed.value.map(toHex)).toEqual(entries.map(toHex));
    }));
    expect(toHex(encodeEntries([new Uint8Array(), new Uint8Array(258)]).subarray(0, 4))).toBe('00000102');
  });

  it('refuse what is cut off, miscounted or too long', () => {
    const bundle = encodeEntries([utf8('one'), utf8('two')]);
    expect(parseEntries(bundle.subarray(0, 9))).toEqual({ ok: false, reason: 'truncated' });
    expect(parseEntries(bundle.subarray(0, 6))).toEqual({ ok: false, reason: 'truncated' });
    expect(parseEntries(bundle, 3)).toEqual({ ok: false, reason: 'wrong-count' });
    expect([parseEntries(bundle, undefined, 1), parseEntries(bundle, undefined, 2).ok]).toEqual([{ ok: false, reason: 'wrong-count' }, true]);
    // What is cut off behind more entries than may be is not looked at.
    expect(parseEntries(new Uint8Array(2 * 257 + 1), 256)).toEqual({ ok: false, reason: 'wrong-count' });
    expect(() => encodeEntries([new Uint8Array(65_536)])).toThrow(RangeError);
  });
});
