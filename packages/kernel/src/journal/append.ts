import { equalBytes, formatCheckpoint, Frontier, leafHash, signNote, toHex, type Signer } from '@entente/verify';
import type { Audience } from '../act.ts';
import { run, together, type Handle, type Statement } from '../store/index.ts';
import { DatabaseProblem } from '../database/index.ts';
import { checkpointKept, mergeCheckpoint } from './checkpoint.ts';
import type { JournalName } from './name.ts';

export interface JournalRow {
  readonly party: string;
  readonly audience: Audience;
  readonly size: number;
  /** Leaves of it that are in the records; behind `size` only while a long journal is taken in. */
  readonly projected: number;
  readonly frontier: string;
  readonly root: string;
  /** The latest signed note all of whose leaves are held. */
  readonly checkpoint: string | null;
}

export const journalsAsked = (coop: string): Statement =>
  ({ text: 'select party, audience, size, projected, frontier, root, checkpoint from journal where coop = $1', values: [coop] });

export async function journalsOf(handle: Handle, coop: string): Promise<JournalRow[]> {
  const { text, values } = journalsAsked(coop);
  return run<JournalRow>(handle, text, values);
}

/** Whether acts of this party are stored whose records are not made. */
export const isOwnBehind = (journals: readonly Pick<JournalRow, 'party' | 'size' | 'projected'>[], party: string): boolean => journals.some((row) => row.party === party && row.projected < row.size);

export function frontierOf(row: Pick<JournalRow, 'frontier'> | undefined): Frontier {
  if (!row) return new Frontier();
  const restored = Frontier.restore(JSON.parse(row.frontier) as ReturnType<Frontier['save']>);
  if (!restored.ok) throw new DatabaseProblem({ id: 'journal.damaged', path: [] });
  return restored.value;
}

/** Asks for the leaves from an index on, to be hashed again. */
export const readBack = ({ coop, party, audience }: JournalName, from: number): Statement =>
  ({ text: 'select bytes from act where coop = $1 and party = $2 and audience = $3 and idx >= $4 order by idx', values: [coop, party, audience, from] });

/** Throws unless the leaves, as they were read back from where they are stored, make the tree that is signed: no signature leaves that covers bytes that are not there. */
export function checkStored(rows: readonly { readonly bytes: Uint8Array }[], { party }: JournalName, before: Frontier, after: Frontier): void {
  const again = before.clone();
  for (const row of rows) again.append(leafHash(row.bytes));
  if (again.size !== after.size || !equalBytes(again.root(), after.root())) throw new DatabaseProblem({ id: 'journal.damaged', path: [], params: { party } });
}

/**
 * The same by the database itself, for a flight nobody looks into: it hashes the leaves again from where it stores them, and the
 * transaction fails with `DAMAGED` unless they are what was signed.
 */
export const storedAs = ({ coop, party, audience }: JournalName, from: number, hashes: readonly Uint8Array[]): Statement => ({
  text: `select case when coalesce(string_agg(sha256('\\x00'::bytea || bytes), ''::bytea order by idx), ''::bytea) = $4::bytea then 1 else ('${DAMAGED} ' || count(*))::int end as n
    from act where coop = $1 and party = $2 and audience = $3 and idx = any((select $5::int4[])::int4[])`,
  // A planner that saw the places would plan anew each time, which takes longer than reading them.
  values: [coop, party, audience, Buffer.concat(hashes), hashes.map((_, at) => from + at)],
});
export const DAMAGED = 'journal.damaged';

export const signTree = (origin: string, tree: Frontier, signer: Signer): Promise<string> => signNote(formatCheckpoint({ origin, size: tree.size, root: tree.root() }), signer);

export interface Advance {
  /** Size it had. */
  readonly from: number;
  /** Root it had; not looked at when left out. */
  readonly root?: string;
  readonly frontier: Frontier;
  /** Leaves that are in the records then. */
  readonly projected: number;
  /** The signed note of exactly this size; null while the checkpoint speaks of more than is held. */
  readonly note: string | null;
  /** Parties whose cosignatures the note carries, with their times. */
  readonly cosigned?: Readonly<Record<string, number>>;
  readonly stored: string;
}

const move = (where: string): string => `insert into journal (coop, party, audience, size, frontier, root, checkpoint, projected) values ($1, $2, $3, $4, $5, $6, $7, $9)
  on conflict (coop, party, audience) do update set size = excluded.size, frontier = excluded.frontier, root = excluded.root,
    checkpoint = coalesce(excluded.checkpoint, journal.checkpoint), projected = greatest(excluded.projected, journal.projected) where journal.size = $8 and ($10::text is null or journal.root = $10)${where} returning 1`;
const MOVE = move('');
/** Records that go with their acts never pass over acts that have none yet. */
const MOVE_OWN = move(' and ($9::int4 = 0 or journal.projected = $8)');

const moved = ({ coop, party, audience }: JournalName, { from, root, frontier, projected, note }: Advance): readonly unknown[] =>
  [coop, party, audience, frontier.size, JSON.stringify(frontier.save()), toHex(frontier.root()), note, from, projected, root ?? null];

const keeping = ({ frontier, cosigned = {}, stored }: Advance, note: string) => ({ size: frontier.size, root: toHex(frontier.root()), note, cosigned, stored });

/** Moves the journal's row on from the size it had, and keeps the checkpoint; `also` goes ahead in the same flight. Throws when another writer was there first. */
export async function advance(handle: Handle, journal: JournalName, to: Advance, also: readonly Statement[] = []): Promise<void> {
  const kept = to.note === null ? null : keeping(to, to.note);
  const [rows = [], fresh = []] = (await together(handle, [...also, { text: MOVE, values: moved(journal, to) }, ...(kept ? [checkpointKept(journal, kept)] : [])])).slice(also.length);
  if (rows.length !== 1) throw new DatabaseProblem({ id: 'journal.moved', path: [], params: { party: journal.party } });
  if (kept && fresh.length === 0) await mergeCheckpoint(handle, journal, kept);
}

/**
 * The same of our own journal as statements that end a transaction. Nobody can look at an answer then: where another writer
 * was there first, which the lock on the revision keeps from happening, the division fails and with it the transaction.
 */
export const advancing = (journal: JournalName, to: Advance & { readonly note: string }): Statement[] =>
  [{ text: `with moved as (${MOVE_OWN}) select 1 / count(*)::int as n from moved`, values: moved(journal, to) }, checkpointKept(journal, keeping(to, to.note))];

/** Records reach so far into our own journal now. Fails, as a division by zero, where they did not reach as far as was thought, or acts do not reach so far. */
export const recordsReach = ({ coop, party, audience }: JournalName, from: number, to: number): Statement => ({
  text: `with moved as (update journal set projected = $5 where coop = $1 and party = $2 and audience = $3 and projected = $4 and size >= $5 returning 1) select 1 / count(*)::int as n from moved`, values: [coop, party, audience, from, to],
});
