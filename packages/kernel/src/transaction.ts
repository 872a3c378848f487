import type { Audience } from './act.ts';
import type { Context } from './context.ts';
import type { Database } from './database/index.ts';
import { journalsAsked, type JournalRow } from './journal/append.ts';
import { Work } from './project/index.ts';
import { together, type Handle, type Statement } from './store/index.ts';

/**
 * One writing transaction on one cooperation. Its revision row is locked first: what is derived depends on everything
 * held, so two writers of one cooperation never derive at the same time, whatever process they are in. `asking` is a
 * question that goes with it, its answers are given to `act`.
 */
export async function writing<T>(database: Database, context: Context, act: (work: Work, journals: readonly JournalRow[], answers: readonly object[]) => Promise<T>, asking?: Statement): Promise<T> {
  const done = await database.kysely.transaction().execute(async (trx) => {
    const coop = context.cooperation.id;
    const lock = { text: 'insert into revision (coop, n) values ($1, 1) on conflict (coop) do update set n = revision.n + 1', values: [coop] };
    const [, journals = [], answers = []] = await together(trx, [lock, journalsAsked(coop), ...(asking ? [asking] : [])]) as [object[], JournalRow[]?, object[]?];
    return act(workOn(context, trx, journals), journals, answers);
  });
  context.changed?.();
  return done;
}

export function workOn(context: Context, handle: Handle, journals: readonly Pick<JournalRow, 'party' | 'audience' | 'projected'>[]): Work {
  // What is stored and not projected yet is not known yet: nothing is judged, or written, in view of it.
  return new Work(context, handle, new Map(journals.map((row) => [sizeKey(row.party, row.audience), row.projected])));
}

export const sizeKey = (party: string, audience: Audience): string => `${party}/${audience}`;
