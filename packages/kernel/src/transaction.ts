import type { Audience } from './act.ts';
import type { Context } from './context.ts';
import type { Database } from './database/index.ts';
import { journalsAsked, type JournalRow } from './journal/append.ts';
import { Work } from './project/index.ts';
import { together, type Handle, type Statement } from './store/index.ts';
import { definitionOf } from './tally/index.ts';

/**
 * One writing transaction on one cooperation. Its revision row is locked first: what is derived depends on everything
 * held, so two writers of one cooperation never derive at the same time, whatever process they are in. `asking` is a
 * question that goes with it, its answers are given to `act`.
 */
export async function writing<T>(database: Database, context: Context, act: (work: Work, journals: readonly JournalRow[], answers: readonly object[]) => Promise<T>, asking?: Statement): Promise<T> {
  const coop = context.cooperation.id;
  const locked = database.engine === 'pglite' ? [] : [recordsLocked(coop)];
  const first = [
    ...locked, { text: REVISION, values: [coop, definitionOf(context.kinds)] }, journalsAsked(coop), ...(asking ? [asking] : []),
  ];
  const done = await within(database, first, async (handle, answered) => {
    const [, rows = [], answers = []] = answered.slice(locked.length);
    const journals = rows as JournalRow[];
    const work = workOn(context, handle, journals);
    return [await act(work, journals, answers), work.ending];
  });
  context.changed?.();
  return done;
}

/** Tallies go along as long as whoever writes counts by the same as whoever wrote before. */
const REVISION = `insert into revision (coop, n, tallied, tallied_by) values ($1, 1, 1, $2) on conflict (coop) do update set n = revision.n + 1,
  tallied = case when revision.tallied = revision.n and revision.tallied_by = excluded.tallied_by then revision.n + 1 else revision.tallied end`;

/** The same for whoever has judged at a revision already: fails (a division by zero) where another has moved it since. */
export const revisionMoved = (coop: string, definition: string, from: number): Statement => ({
  text: `with moved as (update revision set n = n + 1, tallied = case when tallied = n and tallied_by = $2 then n + 1 else tallied end where coop = $1 and n = $3 returning 1)
    select 1 / count(*)::int as n from moved`, values: [coop, definition, from],
});

/**
 * Held by whoever makes records until his transaction ends, asked before anything else is locked. Acts that go ahead of
 * their records do without it.
 */
export const recordsLocked = (coop: string): Statement => ({ text: `select pg_advisory_xact_lock(hashtext('entente.records'), hashtext(current_schema() || '/' || $1))`, values: [coop] });

/** Tallies that moved with records count for nobody who counts by something else; the revision stays, so that acts may go ahead meanwhile. */
export const countedBy = (coop: string, definition: string): Statement => ({ text: 'update revision set tallied = 0 where coop = $1 and tallied_by <> $2', values: [coop, definition] });

type Acting<T> = (handle: Handle, answers: readonly object[][]) => Promise<[T, readonly Statement[]]>;

/** A transaction whose first statements travel with its beginning and its last with its end: on a server each flight counts. */
export async function within<T>({ kysely, engine }: Database, first: readonly Statement[], act: Acting<T>): Promise<T> {
  if (engine === 'pglite') {
    return kysely.transaction().execute(async (trx) => {
      const [done, last] = await act(trx, await together(trx, first));
      await together(trx, last);
      return done;
    });
  }
  return kysely.connection().execute(async (connection) => {
    try {
      const [, ...answers] = await together(connection, [BEGIN, ...first]);
      const [done, last] = await act(connection, answers);
      // After a statement that failed the server makes a commit a rollback.
      await together(connection, [...last, COMMIT]);
      return done;
    } catch (error) {
      // A connection that is gone has rolled back already.
      await together(connection, [ROLLBACK]).catch(() => undefined);
      throw error;
    }
  });
}

export const BEGIN: Statement = { text: 'begin', values: [] };
export const COMMIT: Statement = { text: 'commit', values: [] };
export const ROLLBACK: Statement = { text: 'rollback', values: [] };
/** For what a loss of power may take, since it is made again. */
export const UNFLUSHED: Statement = { text: 'set local synchronous_commit = off', values: [] };

export function workOn(context: Context, handle: Handle, journals: readonly Pick<JournalRow, 'party' | 'audience' | 'projected'>[]): Work {
  // What is stored and not projected yet is not known yet: nothing is judged, or written, in view of it.
  return new Work(context, handle, new Map(journals.map((row) => [sizeKey(row.party, row.audience), row.projected])));
}

export const sizeKey = (party: string, audience: Audience): string => `${party}/${audience}`;
