import { HASH_BYTES, nodeHash, type Hash } from './hashing.ts';
import type { ReadHash } from './prove.ts';

/** Hashes (or entries) in a full tile. */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** A tile of a C2SP tlog-tiles tree: `width` hashes of level 8 * `level`, or that many entries. */
export interface Tile {
  /** 0 holds leaf hashes, each level above the roots of full tiles below; `entries` holds the leaves themselves. */
  readonly level: number | 'entries';
  readonly index: number;
  /** 1 to 256; less than 256 is a partial tile. */
  readonly width: number;
}

/** Path of a tile under the journal's prefix, e.g. `tile/0/x001/x234/067.p/17`. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/gu) ?? [];
  const name = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${name}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

/** The tile a path names; null for any other path, and for a second spelling of the same tile. */
export function parseTilePath(path: string): Tile | null {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/u.exec(path);
  if (!match) return null;
  const tile: Tile = {
    level: match[1] === 'entries' ? 'entries' : Number(match[1]),
    index: Number(match[2]!.replaceAll(/[x/]/gu, '')),
    width: match[3] === undefined ? TILE_WIDTH : Number(match[3]),
  };
  const exists = Number.isSafeInteger(tile.index) && tile.width >= 1 && (tile.level === 'entries' || tile.level <= 63);
  return exists && tilePath(tile) === path ? tile : null;
}

/** Hashes that level `level` of the tiles holds in a tree of `size` leaves. */
const hashesAt = (level: number, size: number): number => Math.floor(size / TILE_WIDTH ** level);

/** Every tile of a tree of `size` leaves that a tree of `from` leaves does not have, entries first, then level by level. */
export function tilesBetween(from: number, size: number): Tile[] {
  const tiles: Tile[] = [];
  for (const level of ['entries', 0, 1, 2, 3, 4, 5, 6] as const) {
    const [before, after] = [from, size].map((each) => hashesAt(level === 'entries' ? 0 : level, each)) as [number, number];
    if (after === before) continue;
    for (let index = Math.floor(before / TILE_WIDTH); index * TILE_WIDTH < after; index += 1) {
      tiles.push({ level, index, width: Math.min(TILE_WIDTH, after - index * TILE_WIDTH) });
    }
  }
  return tiles;
}

/** The tile that holds entry or leaf `index` in a tree of `size` leaves. */
export function tileOfLeaf(level: 0 | 'entries', index: number, size: number): Tile {
  const tile = Math.floor(index / TILE_WIDTH);
  return { level, index: tile, width: Math.min(TILE_WIDTH, size - tile * TILE_WIDTH) };
}

/**
 * Reads hashes out of the tiles of a tree of `size` leaves, for `inclusionProof`, `consistencyProof` and `rootFrom`. Each
 * tile is fetched once; a wider one than asked for will do.
 * @throws (rejects) RangeError when a tile has fewer hashes than the tree says.
 */
export function tileReader(size: number, fetchTile: (tile: Tile) => Uint8Array | Promise<Uint8Array>): ReadHash {
  const fetched = new Map<string, Promise<Uint8Array>>();
  return async (level, index) => {
    const tileLevel = Math.floor(level / TILE_HEIGHT);
    const span = 2 ** (level % TILE_HEIGHT);
    const first = index * span;
    const tileIndex = Math.floor(first / TILE_WIDTH);
    const tile: Tile = { level: tileLevel, index: tileIndex, width: Math.min(TILE_WIDTH, hashesAt(tileLevel, size) - tileIndex * TILE_WIDTH) };
    const path = tilePath(tile);
    const bytes = await (fetched.get(path) ?? remember(fetched, path, Promise.resolve(fetchTile(tile))));
    if (tile.width < 1 || bytes.length < tile.width * HASH_BYTES) throw new RangeError(`${path} is too short`);
    return hashIn(bytes, first % TILE_WIDTH, span);
  };
}

function remember<T>(map: Map<string, T>, key: string, value: T): T {
  map.set(key, value);
  return value;
}

/** Root over `span` hashes of a tile from `first` on (a power of two). */
function hashIn(tile: Uint8Array, first: number, span: number): Hash {
  if (span === 1) return tile.slice(first * HASH_BYTES, (first + 1) * HASH_BYTES);
  return nodeHash(hashIn(tile, first, span / 2), hashIn(tile, first + span / 2, span / 2));
}
