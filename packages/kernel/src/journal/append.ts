import { equalBytes, formatCheckpoint, Frontier, leafHash, signNote, toHex, type Signer } from '@entente/verify';
import type { Audience } from '../act.ts';
import { bulk, insertMany, run, type Handle } from '../store/index.ts';
import { DatabaseProblem } from '../database/index.ts';
import { tilesOf } from './tiles.ts';

export interface JournalRow { readonly party: string; readonly audience: Audience; readonly size: number; readonly frontier: string; readonly root: string; readonly checkpoint: string | null }

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

const INSERT_ACT = bulk('act', {
  coop: 'text', party: 'text', audience: 'text', idx: 'int', bytes: 'bytes', leaf: 'bytes', class: 'text', reason: 'text', id: 'text', made: 'text', actor: 'json', note: 'text', seen: 'json', stored: 'instant',
});

export const journalsOf = (handle: Handle, coop: string): Promise<JournalRow[]> =>
  run<JournalRow>(handle, 'select party, audience, size, frontier, root, checkpoint from journal where coop = $1', [coop]);

export function frontierOf(row: Pick<JournalRow, 'frontier'> | undefined): Frontier {
  if (!row) return new Frontier();
  const restored = Frontier.restore(JSON.parse(row.frontier) as ReturnType<Frontier['save']>);
  if (!restored.ok) throw new DatabaseProblem({ id: 'journal.damaged', path: [] });
  return restored.value;
}

export interface JournalName { readonly coop: string; readonly party: string; readonly audience: Audience }

/** Stores leaves behind those that stand in `frontier` and advances it. */
export async function storeLeaves(handle: Handle, journal: JournalName, frontier: Frontier, leaves: readonly Leaf[], hashes: readonly Uint8Array[]): Promise<void> {
  const { coop, party, audience } = journal;
  const from = frontier.size;
  for (const hash of hashes) frontier.append(hash);
  await insertMany(handle, INSERT_ACT, leaves.map((leaf, at) => ({ coop, party, audience, idx: from + at, leaf: hashes[at], ...leaf })));
  await tilesOf(handle, journal, from, hashes);
}

/** Signs what is stored: the new leaves are read back and hashed again first, so that no signature covers bytes that are not there. */
export async function signStored(handle: Handle, journal: JournalName, origin: string, before: Frontier, after: Frontier, signer: Signer): Promise<string> {
  const rows = await run<{ bytes: Uint8Array }>(handle, 'select bytes from act where coop = $1 and party = $2 and audience = $3 and idx >= $4 order by idx', [journal.coop, journal.party, journal.audience, before.size]);
  const again = before.clone();
  for (const row of rows) again.append(leafHash(row.bytes));
  if (again.size !== after.size || !equalBytes(again.root(), after.root())) throw new DatabaseProblem({ id: 'journal.damaged', path: [], params: { party: journal.party } });
  return signNote(formatCheckpoint({ origin, size: after.size, root: after.root() }), signer);
}

/** Moves the journal's row on from the size it had, and keeps the checkpoint. Throws when another writer was there first. */
export async function advance(handle: Handle, journal: JournalName, from: number, frontier: Frontier, note: string, stored: string): Promise<void> {
  const { coop, party, audience } = journal;
  const root = toHex(frontier.root());
  const key = [coop, party, audience];
  const moved = await run(handle, `insert into journal (coop, party, audience, size, frontier, root, checkpoint) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (coop, party, audience) do update set size = excluded.size, frontier = excluded.frontier, root = excluded.root, checkpoint = excluded.checkpoint where journal.size = $8 returning 1`,
    [...key, frontier.size, JSON.stringify(frontier.save()), root, note, from]);
  if (moved.length !== 1) throw new DatabaseProblem({ id: 'journal.moved', path: [], params: { party } });
  await run(handle, `insert into checkpoint (coop, party, audience, size, root, note, stored) values ($1, $2, $3, $4, $5, $6, $7::timestamptz)
    on conflict (coop, party, audience, size) do update set note = excluded.note`, [...key, frontier.size, root, note, stored]);
}
