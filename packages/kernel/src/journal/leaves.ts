import { codeOf, UNIQUE_VIOLATION } from '../database/problem.ts';
import { CopyRows, fixed, microsOf, NOTHING } from '../store/copy-rows.ts';
import { copyIn } from '../store/copy.ts';
import { columnOf, run, type Carriage, type Handle, type Statement } from '../store/index.ts';
import type { Outline } from '../envelope/outline.ts';
import type { JournalName } from './name.ts';
import { tilesOf, type TileRoots } from './tiles.ts';

/** A leaf ready to be stored, with what its act says where that can be read. */
export interface Leaf {
  readonly bytes: Uint8Array;
  readonly class: 'admitted' | 'held' | 'void';
  readonly reason: string | null;
  readonly id: string | null;
  readonly made: string | null;
  readonly actor: unknown;
  readonly note: string | null;
  readonly seen: unknown;
  readonly stored: string;
}

const INSERT = `insert into act (coop, party, audience, idx, bytes, leaf, class, reason, id, made, actor, note, seen, stored)
  select $1, $2, $3, $4::int + x.n::int - 1, x.bytes, x.leaf, x.class, x.reason, x.id, x.made, x.actor::jsonb, x.note, x.seen::jsonb, x.stored::timestamptz
  from unnest($5::bytea[], $6::bytea[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[])
    with ordinality as x(bytes, leaf, class, reason, id, made, actor, note, seen, stored, n)`;

// The unique index of ids says which were used before. Asking for them beforehand is left to no plan: of a table that was
// empty a moment ago the planner knows nothing, and reads the whole journal for each id.
const INSERT_NEW = `with stored as (${INSERT} on conflict (coop, party, audience, id) where class <> 'void' do nothing returning 1) select count(*)::int as count from stored`;

/** What an act is whose id was used before in its journal. */
export const REPEATED = { class: 'void', reason: 'act.repeated' } as const;
export const repeatedLeaf = (leaf: Leaf): Leaf => ({ ...leaf, ...REPEATED, id: null, made: null, actor: null, note: null, seen: null });

/** Most rows and most bytes of one statement: what a server keeps in memory without a file. */
const [ROWS, BYTES] = [2_048, 2 * 1024 * 1024];

/**
 * Stores leaves from an index on, with their hashes, and keeps the tiles that are full now. Answers the indexes of acts
 * whose id was used before in the journal: they are stored as void.
 */
export async function storeLeaves(handle: Handle, journal: JournalName, from: number, leaves: readonly Leaf[], hashes: readonly Uint8Array[], roots?: TileRoots): Promise<Set<number>> {
  const repeated = new Set<number>();
  for (let at = 0; at < leaves.length;) {
    const end = endOfPart(leaves, at);
    for (const index of await insert(handle, journal, from + at, leaves.slice(at, end), hashes.slice(at, end))) repeated.add(index);
    at = end;
  }
  await tilesOf(handle, journal, from, hashes, roots);
  return repeated;
}

function endOfPart(leaves: readonly Leaf[], from: number): number {
  let end = from;
  for (let bytes = 0; end < leaves.length && end - from < ROWS; end += 1) {
    bytes += leaves[end]!.bytes.length;
    if (bytes > BYTES && end > from) break;
  }
  return end;
}

/** Fewer leaves than this are not worth a conversation of their own. */
const COPIED_FROM = 64;

/** Answers the indexes of those that repeat an id. */
async function insert(handle: Handle, journal: JournalName, from: number, leaves: readonly Leaf[], hashes: readonly Uint8Array[]): Promise<number[]> {
  if (leaves.length >= COPIED_FROM && (await copied(handle, journal, from, leaves, hashes))) return [];
  const [done] = await run<{ count: number }>(handle, INSERT_NEW, columns(journal, from, leaves, hashes));
  if (done?.count === leaves.length) return [];
  const { coop, party, audience } = journal;
  const there = new Set((await run<{ idx: number }>(handle, 'select idx from act where coop = $1 and party = $2 and audience = $3 and idx >= $4 and idx < $5', [coop, party, audience, from, from + leaves.length])).map((row) => row.idx));
  const repeated = leaves.flatMap((_, at) => (there.has(from + at) ? [] : [from + at]));
  for (const index of repeated) await run(handle, INSERT, columns(journal, index, [repeatedLeaf(leaves[index - from]!)], [hashes[index - from]!]));
  return repeated;
}

/** A few leaves of ids that are new for certain: our own. */
export const newLeaves = (journal: JournalName, from: number, leaves: readonly Leaf[], hashes: readonly Uint8Array[]): Statement => ({ text: INSERT, values: columns(journal, from, leaves, hashes) });

const COLUMNS = 'coop, party, audience, idx, bytes, leaf, class, reason, id, made, actor, note, seen, stored';

/** Hashes of leaves by their place: an array, or what needs less memory. */
export interface Hashes { readonly length: number; at(index: number): Uint8Array | undefined }

const ADMITTED = Buffer.concat([fixed('admitted'), NOTHING]);

/** Rows of leaves as COPY takes them. */
export class LeafRows {
  readonly #rows: CopyRows;
  readonly #name: Uint8Array;

  /** `bytes` of all leaves together. */
  constructor({ coop, party, audience }: JournalName, count: number, bytes: number) {
    this.#rows = new CopyRows(bytes + count * ROOM);
    this.#name = fixed(coop, party, audience);
  }

  add(index: number, leaf: Leaf, hash: Uint8Array): void {
    this.#rows.row(14).raw(this.#name).int(index).bytes(leaf.bytes).bytes(hash).text(leaf.class).text(leaf.reason).text(leaf.id).text(leaf.made)
      .json(jsonOf(leaf.actor)).text(leaf.note).json(jsonOf(leaf.seen)).instant(microsOf(leaf.stored));
  }

  /** An act that is admitted, of which no more is known than where its parts stand. */
  outlined(index: number, bytes: Uint8Array, hash: Uint8Array, { id, made, actor, note, seen }: Outline, stored: string): void {
    const rows = this.#rows.row(14).raw(this.#name).int(index).bytes(bytes).bytes(hash).raw(ADMITTED).part(bytes, ...id).part(bytes, ...made).jsonPart(bytes, ...actor);
    (note ? rows.part(bytes, ...note) : rows.nothing()).jsonPart(bytes, ...seen).instant(microsOf(stored));
  }

  end(): Buffer {
    return this.#rows.end();
  }
}

/** Bytes of a row beside the leaf, as a guess. */
const ROOM = 600;

/** Stores rows made before. Fails as a whole, with `23505` where an id was used before in the journal. */
export const storeRows = (handle: Handle, rows: Uint8Array): Promise<void> => copyIn(handle, 'act', COLUMNS, rows);

/** COPY knows no exceptions: false when one of them repeats an id, and nothing of it is stored. */
async function copied(handle: Handle, journal: JournalName, from: number, leaves: readonly Leaf[], hashes: readonly Uint8Array[]): Promise<boolean> {
  await run(handle, 'savepoint copied');
  try {
    await copyIn(handle, 'act', COLUMNS, rowsOf(journal, from, leaves, hashes));
  } catch (error) {
    if (codeOf(error) !== UNIQUE_VIOLATION) throw error;
    await run(handle, 'rollback to savepoint copied');
    return false;
  }
  await run(handle, 'release savepoint copied');
  return true;
}

function rowsOf(journal: JournalName, from: number, leaves: readonly Leaf[], hashes: readonly Uint8Array[]): Buffer {
  const rows = new LeafRows(journal, leaves.length, leaves.reduce((sum, leaf) => sum + leaf.bytes.length, 0));
  for (const [at, leaf] of leaves.entries()) rows.add(from + at, leaf, hashes[at]!);
  return rows.end();
}

function columns({ coop, party, audience }: JournalName, from: number, leaves: readonly Leaf[], hashes: readonly Uint8Array[]): unknown[] {
  const column = (type: Carriage, of: (leaf: Leaf) => unknown) => columnOf(type, leaves.map(of));
  return [
    coop, party, audience, from, column('bytes', (leaf) => leaf.bytes), columnOf('bytes', hashes), column('text', (leaf) => leaf.class), column('text', (leaf) => leaf.reason),
    column('text', (leaf) => leaf.id), column('text', (leaf) => leaf.made), column('json', (leaf) => leaf.actor), column('text', (leaf) => leaf.note), column('json', (leaf) => leaf.seen),
    column('instant', (leaf) => leaf.stored),
  ];
}

const jsonOf = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));
