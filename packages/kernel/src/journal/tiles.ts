import { nodeHash, TILE_WIDTH, type Hash } from '@entente/verify';
import { bulk, rowsInto, run, together, type Handle, type Statement } from '../store/index.ts';
import type { JournalName } from './name.ts';

const INSERT_TILE = bulk('tile', { coop: 'text', party: 'text', audience: 'text', level: 'short', n: 'int', hashes: 'bytes', root: 'bytes' });

/** The height of a tile: 256 hashes have their root eight levels above them. */
const HEIGHT = Math.log2(TILE_WIDTH);

/** Roots of whole tiles that were met while a tree grew, so that they need not be hashed again. */
export class TileRoots {
  readonly #roots = new Map<string, Hash>();

  /** A node that an append completed. */
  add(level: number, index: number, hash: Hash): void {
    if (level > 0 && level % HEIGHT === 0) this.#roots.set(`${level / HEIGHT - 1}/${index}`, hash);
  }

  of(level: number, n: number): Hash | undefined {
    return this.#roots.get(`${level}/${n}`);
  }
}

/**
 * Keeps the tiles that these leaf hashes complete, from `from` on (C2SP tlog-tiles: 256 hashes each, and 256 roots of
 * full tiles make one of the next level). Tiles that are not full yet are read from leaves and roots when asked for. `known`
 * roots are of the tree that these hashes made.
 */
export async function tilesOf(handle: Handle, journal: JournalName, from: number, hashes: readonly Uint8Array[], known?: TileRoots): Promise<void> {
  await together(handle, await tileStatements(handle, journal, from, hashes, known));
}

/** The same as statements, to be sent with others. What is read for them lies before `from`. */
export async function tileStatements(handle: Handle, journal: JournalName, from: number, hashes: readonly Uint8Array[], known?: TileRoots): Promise<Statement[]> {
  const statements: Statement[] = [];
  let [first, fresh] = [from, hashes];
  for (let level = 0; fresh.length > 0; level += 1) {
    const begun = first % TILE_WIDTH;
    if (begun + fresh.length < TILE_WIDTH) break;
    const row = [...(await begunTile(handle, journal, level, first - begun, first)), ...fresh];
    const start = Math.floor(first / TILE_WIDTH);
    const full = Array.from({ length: Math.floor(row.length / TILE_WIDTH) }, (_, at) => row.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH));
    const roots = full.map((each, at) => known?.of(level, start + at) ?? rootOfTile(each));
    const { coop, party, audience } = journal;
    statements.push(...rowsInto(INSERT_TILE, full.map((each, at) => ({ coop, party, audience, level, n: start + at, hashes: Buffer.concat(each), root: roots[at] }))));
    [first, fresh] = [start, roots];
  }
  return statements;
}

/**
 * The same for whoever remembers the leaf hashes of the tile that is begun: statements, and what is begun then. Null where a tile of
 * a higher level is completed too, of which nothing is remembered.
 */
export function tilesWith(begun: readonly Uint8Array[], journal: JournalName, from: number, hashes: readonly Uint8Array[]): { readonly statements: readonly Statement[]; readonly begun: readonly Uint8Array[] } | null {
  const row = [...begun, ...hashes];
  if (row.length < TILE_WIDTH) return { statements: [], begun: row };
  const start = Math.floor(from / TILE_WIDTH);
  const full = Math.floor(row.length / TILE_WIDTH);
  if ((start % TILE_WIDTH) + full >= TILE_WIDTH) return null;
  const tiles = Array.from({ length: full }, (_, at) => row.slice(at * TILE_WIDTH, (at + 1) * TILE_WIDTH));
  return { statements: rowsInto(INSERT_TILE, tiles.map((tile, at) => ({ ...journal, level: 0, n: start + at, hashes: Buffer.concat(tile), root: rootOfTile(tile) }))), begun: row.slice(full * TILE_WIDTH) };
}

/** Hashes of a level from one place to another, as they stand in storage. */
export async function begunTile(handle: Handle, { coop, party, audience }: JournalName, level: number, from: number, to: number): Promise<Uint8Array[]> {
  if (to <= from) return [];
  const rows = level === 0
    ? await run<{ hash: Uint8Array }>(handle, 'select leaf as hash from act where coop = $1 and party = $2 and audience = $3 and idx >= $4 and idx < $5 order by idx', [coop, party, audience, from, to])
    : await run<{ hash: Uint8Array }>(handle, 'select root as hash from tile where coop = $1 and party = $2 and audience = $3 and level = $4 and n >= $5 and n < $6 order by n', [coop, party, audience, level - 1, from, to]);
  return rows.map((row) => row.hash);
}

function rootOfTile(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) row = Array.from({ length: row.length / 2 }, (_, at) => nodeHash(row[2 * at]!, row[2 * at + 1]!));
  return row[0]!;
}
