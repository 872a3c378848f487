import { equalBytes, formatCheckpoint, Frontier, leafHash, signNote, toHex, type Signer } from '@entente/verify';
import type { Audience } from '../act.ts';
import { run, together, type Handle, type Statement } from '../store/index.ts';
import { DatabaseProblem } from '../database/index.ts';
import { checkpointKept, mergeCheckpoint } from './checkpoint.ts';

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

export function frontierOf(row: Pick<JournalRow, 'frontier'> | undefined): Frontier {
  if (!row) return new Frontier();
  const restored = Frontier.restore(JSON.parse(row.frontier) as ReturnType<Frontier['save']>);
  if (!restored.ok) throw new DatabaseProblem({ id: 'journal.damaged', path: [] });
  return restored.value;
}

export interface JournalName { readonly coop: string; readonly party: string; readonly audience: Audience }

/** Asks for the leaves from an index on, to be hashed again. */
export const readBack = ({ coop, party, audience }: JournalName, from: number): Statement =>
  ({ text: 'select bytes from act where coop = $1 and party = $2 and audience = $3 and idx >= $4 order by idx', values: [coop, party, audience, from] });

/** Signs what is stored: the new leaves, as they were read back, are hashed again first, so that no signature covers bytes that are not there. */
export async function signStored(rows: readonly { readonly bytes: Uint8Array }[], journal: JournalName, origin: string, before: Frontier, after: Frontier, signer: Signer): Promise<string> {
  const again = before.clone();
  for (const row of rows) again.append(leafHash(row.bytes));
  if (again.size !== after.size || !equalBytes(again.root(), after.root())) throw new DatabaseProblem({ id: 'journal.damaged', path: [], params: { party: journal.party } });
  return signNote(formatCheckpoint({ origin, size: after.size, root: after.root() }), signer);
}

export interface Advance {
  /** Size it had. */
  readonly from: number;
  readonly frontier: Frontier;
  /** Leaves that are in the records then. */
  readonly projected: number;
  /** The signed note of exactly this size; null while the checkpoint speaks of more than is held. */
  readonly note: string | null;
  /** Parties whose cosignatures the note carries, with their times. */
  readonly cosigned?: Readonly<Record<string, number>>;
  readonly stored: string;
}

/** Moves the journal's row on from the size it had, and keeps the checkpoint. Throws when another writer was there first. */
export async function advance(handle: Handle, journal: JournalName, { from, frontier, projected, note, cosigned = {}, stored }: Advance): Promise<void> {
  const { coop, party, audience } = journal;
  const root = toHex(frontier.root());
  const key = [coop, party, audience];
  const kept = note === null ? null : { size: frontier.size, root, note, cosigned, stored };
  const [moved = [], fresh = []] = await together(handle, [{ text: `insert into journal (coop, party, audience, size, frontier, root, checkpoint, projected) values ($1, $2, $3, $4, $5, $6, $7, $9)
    on conflict (coop, party, audience) do update set size = excluded.size, frontier = excluded.frontier, root = excluded.root,
      checkpoint = coalesce(excluded.checkpoint, journal.checkpoint), projected = greatest(excluded.projected, journal.projected) where journal.size = $8 returning 1`,
    values: [...key, frontier.size, JSON.stringify(frontier.save()), root, note, from, projected] }, ...(kept ? [checkpointKept(journal, kept)] : [])]);
  if (moved.length !== 1) throw new DatabaseProblem({ id: 'journal.moved', path: [], params: { party } });
  if (kept && fresh.length === 0) await mergeCheckpoint(handle, journal, kept);
}
