/** What is kept in the database of a restoring: that it goes on, and who has answered. A restart in the middle forgets nothing. */
import { randomUUID } from 'node:crypto';
import { run, type Handle } from '../store/index.ts';

/** Why a node takes itself for restored: no high-water file; one of another database; one further than the database; a peer further than it. */
export type RestoredBecause = 'no-high-water' | 'other-instance' | 'behind-high-water' | 'peer-ahead';

export interface Excuse { readonly peer: string; readonly by: string; readonly reason: string; readonly at: string }

export interface Restoring {
  readonly because: RestoredBecause;
  readonly since: string;
  /** Peers whose mirror of our journals was read to its end, as `cooperation/party`. */
  readonly answered: readonly string[];
  /** Peers gone for good, by the word of an administrator. */
  readonly excused: readonly Excuse[];
  /** Sizes the high-water file named when the restoring began. */
  readonly due: Readonly<Record<string, number>>;
  /** An administrator's word that what no mirror holds is lost. */
  readonly loss: Omit<Excuse, 'peer'> | null;
}

const KEEP = 'insert into setting (name, value) values ($1, $2::jsonb) on conflict (name) do update set value = excluded.value';

export async function restoringIn(handle: Handle): Promise<Restoring | null> {
  const [row] = await run<{ value: Restoring }>(handle, "select value from setting where name = 'restoring'");
  return row?.value ?? null;
}
export const keepRestoring = (handle: Handle, state: Restoring): Promise<unknown> => run(handle, KEEP, ['restoring', JSON.stringify(state)]);
export const endRestoring = (handle: Handle): Promise<unknown> => run(handle, "delete from setting where name = 'restoring'");

/** The id of this database; null before its first start. */
export async function instanceIn(handle: Handle): Promise<string | null> {
  const [row] = await run<{ value: string }>(handle, "select value from setting where name = 'instance'");
  return row?.value ?? null;
}

/** Gives it one; of two processes that start at once, one does. */
export async function newInstance(handle: Handle): Promise<string> {
  await run(handle, "insert into setting (name, value) values ('instance', $1::jsonb) on conflict (name) do nothing", [JSON.stringify(randomUUID())]);
  return (await instanceIn(handle))!;
}

/** Sizes of this party's journals, by `cooperation/audience`. */
export async function ownSizes(handle: Handle, party: string): Promise<Record<string, number>> {
  const rows = await run<{ coop: string; audience: string; size: number }>(handle, 'select coop, audience, size from journal where party = $1', [party]);
  return Object.fromEntries(rows.map((row) => [`${row.coop}/${row.audience}`, row.size]));
}
