import { Frontier, HASH_BYTES, rootFrom, TILE_WIDTH, tileReader, type Tile } from '@entente/verify';
import { run, type Handle } from '../store/index.ts';
import { begunTile } from './tiles.ts';
import type { JournalName } from './name.ts';

/** Hashes of one tile of a journal held here, full or in part. */
export async function tileHashes(handle: Handle, journal: JournalName, { level, index, width }: Tile): Promise<Uint8Array> {
  if (level === 'entries') throw new RangeError('entries hold no hashes');
  const { coop, party, audience } = journal;
  const [full] = await run<{ hashes: Uint8Array }>(handle, 'select hashes from tile where coop = $1 and party = $2 and audience = $3 and level = $4 and n = $5', [coop, party, audience, level, index]);
  if (full) return full.hashes;
  const first = index * TILE_WIDTH;
  return Buffer.concat(await begunTile(handle, journal, level, first, first + width));
}

/** Hashes of one tile exactly as wide as asked for; null when the journal is not as long, or no tile is of this form. */
export async function tileOf(handle: Handle, journal: JournalName, tile: { readonly level: number; readonly index: number; readonly width: number }): Promise<Uint8Array | null> {
  const { level, index, width } = tile;
  if (![level, index, width].every(Number.isSafeInteger) || level < 0 || level > MAX_LEVEL || index < 0 || index > MAX_INDEX || width < 1 || width > TILE_WIDTH) return null;
  const hashes = await tileHashes(handle, journal, tile);
  return hashes.length < width * HASH_BYTES ? null : hashes.subarray(0, width * HASH_BYTES);
}

/** Beyond these no journal here has tiles: its indexes are 32-bit numbers. */
const [MAX_LEVEL, MAX_INDEX] = [7, 2 ** 31 / TILE_WIDTH];

/** Reads any complete subtree of the journal as it was at a size. */
export const hashReader = (handle: Handle, journal: JournalName, size: number) => tileReader(size, (tile) => tileHashes(handle, journal, tile));

/** Root of a journal as it was at a size not beyond what is held. */
export async function rootAt(handle: Handle, journal: JournalName, size: number): Promise<Uint8Array> {
  return size === 0 ? new Frontier().root() : rootFrom(size, hashReader(handle, journal, size));
}

/** The right edge of a journal as it was at a size: what further leaves are appended to. */
export async function frontierAt(handle: Handle, journal: JournalName, size: number): Promise<Frontier> {
  const read = hashReader(handle, journal, size);
  const hashes: string[] = [];
  for (let at = 0, rest = size; rest > 0;) {
    const level = Math.floor(Math.log2(rest));
    const width = 2 ** level;
    hashes.push(Buffer.from(await read(level, at / width)).toString('hex'));
    at += width;
    rest -= width;
  }
  const restored = Frontier.restore({ size, hashes });
  if (!restored.ok) throw new RangeError(`no frontier at ${size}`);
  return restored.value;
}
