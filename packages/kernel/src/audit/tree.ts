/** Every leaf of a journal hashed again, and every hash above it compared with what is stored. */
import { equalBytes, Frontier, leafHash, TILE_WIDTH } from '@entente/verify';
import type { JournalPlace } from '../contract.ts';
import type { JournalRow } from '../journal/append.ts';
import { copyOut, literal } from '../store/copy.ts';
import { run, type Handle } from '../store/index.ts';
import type { Faults } from './report.ts';

/** Leaves of one statement: some megabytes, whatever the journal's length. */
const AT_ONCE = 2_048;
const HASH = 32;

export interface TreeAudit {
  readonly leaves: number;
  readonly bytes: number;
  readonly tiles: number;
  /** Root at each of the sizes asked for, hex. */
  readonly roots: ReadonlyMap<number, string>;
}

/** Leaves of a stretch one behind the other, their stored hashes, and their lengths as 32-bit numbers. */
interface Stretch { readonly bytes: Uint8Array; readonly leaves: Uint8Array; readonly lengths: Buffer; readonly first: number; readonly last: number; readonly count: number }

// A few values instead of a row a leaf, in their exact bytes: a driver spends more on two thousand small texts than hashing
// them costs. Should an engine not keep the order of the inner query, the hashes would tell.
const stretchOf = ({ coop, party, audience }: JournalPlace, from: number): string => `select string_agg(bytes, ''::bytea), string_agg(leaf, ''::bytea), string_agg(int4send(octet_length(bytes)), ''::bytea),
  int4send(min(idx)) || int4send(max(idx)) || int4send(count(*)::int4) from (select idx, bytes, leaf from act
  where coop = ${literal(coop)} and party = ${literal(party)} and audience = ${literal(audience)} and idx >= ${from} and idx < ${from + AT_ONCE} order by idx) as held`;

export async function auditTree(handle: Handle, place: JournalPlace, row: JournalRow, sizes: ReadonlySet<number>, faults: Faults, told: (done: number) => void): Promise<TreeAudit> {
  const { coop, party, audience } = place;
  const frontier = new Frontier();
  const tiles = new Tiles();
  const roots = new Map<number, string>(sizes.has(0) ? [[0, hex(frontier.root())]] : []);
  let bytes = 0;
  let checked = 0;
  let ahead = stretchFrom(handle, place, 0);
  for (let from = 0; from < row.size; from += AT_ONCE) {
    const part = await ahead;
    // Read while the one before is hashed.
    ahead = stretchFrom(handle, place, from + AT_ONCE);
    const due = Math.min(AT_ONCE, row.size - from);
    if (part?.count !== due || part.first !== from || part.last !== from + due - 1) {
      faults.add('audit.gap', coop, { from, due, found: part?.count ?? 0 }, place);
      break;
    }
    bytes += part.bytes.length;
    walk(part, from, (index, leaf) => {
      const hash = leafHash(leaf);
      if (!sameAt(hash, part.leaves, (index - from) * HASH)) faults.add('audit.leaf', coop, { index }, place);
      frontier.append(hash, tiles.take);
      if (sizes.has(index + 1)) roots.set(index + 1, hex(frontier.root()));
    });
    checked += await tiles.compare(handle, place, faults);
    told(from + due);
  }
  await ahead;
  if (frontier.size === row.size && hex(frontier.root()) !== row.root) faults.add('audit.root', coop, { size: row.size }, place);
  if (frontier.size === row.size && JSON.stringify(frontier.save()) !== JSON.stringify(JSON.parse(row.frontier))) faults.add('audit.frontier', coop, { size: row.size }, place);
  const [beyond] = await run<{ acts: number; tiles: number }>(handle, `select (select count(*) from act where coop = $1 and party = $2 and audience = $3 and idx >= $4)::int as acts,
    (select count(*) from tile where coop = $1 and party = $2 and audience = $3)::int as tiles`, [coop, party, audience, row.size]);
  if ((beyond?.acts ?? 0) > 0) faults.add('audit.beyond', coop, { acts: beyond?.acts ?? 0 }, place);
  if (frontier.size === row.size && (beyond?.tiles ?? 0) !== checked) faults.add('audit.tiles', coop, { stored: beyond?.tiles ?? 0, due: checked }, place);
  return { leaves: frontier.size, bytes, tiles: checked, roots };
}

async function stretchFrom(handle: Handle, place: JournalPlace, from: number): Promise<Stretch | undefined> {
  const [row] = await copyOut(handle, stretchOf(place, from));
  const [bytes, leaves, lengths, numbers] = row ?? [];
  if (!bytes || !leaves || !lengths || !numbers) return undefined;
  const [first, last, count] = [0, 4, 8].map((at) => Buffer.from(numbers).readInt32BE(at)) as [number, number, number];
  return { bytes, leaves, lengths: Buffer.from(lengths), first, last, count };
}

function walk({ bytes, lengths, count }: Stretch, from: number, take: (index: number, leaf: Uint8Array) => void): void {
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    const end = at + lengths.readInt32BE(4 * n);
    take(from + n, bytes.subarray(at, end));
    at = end;
  }
}

const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');

function sameAt(hash: Uint8Array, all: Uint8Array, at: number): boolean {
  for (let i = 0; i < HASH; i += 1) if (hash[i] !== all[at + i]) return false;
  return all.length >= at + HASH;
}

/** Gathers the hashes of full tiles (C2SP tlog-tiles) as the tree grows. */
class Tiles {
  readonly #open: Uint8Array[] = [];
  #full: { readonly level: number; readonly n: number; readonly hashes: Uint8Array; root: Uint8Array | null }[] = [];

  readonly take = (level: number, index: number, hash: Uint8Array): void => {
    if (level % 8 !== 0) return;
    const tileLevel = level / 8;
    // The root of a tile is the node above it: told right after the tile's last hash.
    if (tileLevel > 0) { const below = this.#full.findLast((each) => each.level === tileLevel - 1 && each.n === index); if (below) below.root = hash; }
    const open = (this.#open[tileLevel] ??= new Uint8Array(TILE_WIDTH * HASH));
    open.set(hash, (index % TILE_WIDTH) * HASH);
    if (index % TILE_WIDTH === TILE_WIDTH - 1) this.#full.push({ level: tileLevel, n: Math.floor(index / TILE_WIDTH), hashes: open.slice(), root: null });
  };

  /** Compares the tiles that were filled since with the stored ones; answers how many there were. */
  async compare(handle: Handle, place: JournalPlace, faults: Faults): Promise<number> {
    const { coop, party, audience } = place;
    const full = this.#full.splice(0);
    if (full.length === 0) return 0;
    const rows = await run<{ level: number; n: number; hashes: Uint8Array; root: Uint8Array }>(handle,
      'select t.level, t.n, t.hashes, t.root from tile t join unnest($4::int4[], $5::int4[]) as x(level, n) on x.level = t.level and x.n = t.n where t.coop = $1 and t.party = $2 and t.audience = $3',
      [coop, party, audience, full.map(({ level }) => level), full.map(({ n }) => n)]);
    const stored = new Map(rows.map((row) => [`${row.level}/${row.n}`, row]));
    for (const { level, n, hashes, root } of full) {
      const row = stored.get(`${level}/${n}`);
      if (!row || !equalBytes(row.hashes, hashes) || !root || !equalBytes(row.root, root)) faults.add('audit.tile', coop, { level, n }, place);
    }
    return full.length;
  }
}
