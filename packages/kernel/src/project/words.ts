import type { Context } from '../context.ts';
import type { AnyKind } from '../kind.ts';
import { rowsInto, run, together, type Handle, type Statement } from '../store/index.ts';
import { INSERT_SEARCH, NEW_DUE, SEARCH_DUE } from './statements.ts';
import { searchRows, type Translations } from './texts.ts';

/** Records made findable in one transaction: a search waits for none of them longer than a moment. */
const AT_ONCE = 500;

/** Their words are made anew right behind the transaction (docs/decisions/0017). Whoever makes them now waits for it. */
export const wordsDue = (coop: string, records: readonly string[]): Statement[] => rowsInto(SEARCH_DUE, records.map((record) => ({ coop, record })));

/** The same of records that begin: nothing can be due of them yet. */
export const newWordsDue = (coop: string, records: readonly string[]): Statement[] => rowsInto(NEW_DUE, records.map((record) => ({ coop, record })));

// What another process makes findable is left to it, and what newer software wrote, beside which this one still runs.
// Each record is asked for by itself: joined, a planner that takes few for many reads all records for the words of some.
const TAKE = `delete from search_due d using (select s.record from search_due s
    where s.coop = $1 and coalesce((select coalesce(($2::jsonb->>r.kind)::int4 >= r.kv, false) from record r where r.coop = s.coop and r.id = s.record), true)
    order by s.record limit ${AT_ONCE} for update of s skip locked) as x
  where d.coop = $1 and d.record = x.record returning d.record::text as record`;

interface Source { readonly id: string; readonly kind: string; readonly content: Readonly<Record<string, unknown>>; readonly translations: Translations }

/**
 * Makes the next records findable whose texts changed; answers how many were looked at. In one transaction: a crash leaves
 * them due. They are read in a statement of their own, behind their rows' locks, so that no change between is lost.
 */
export async function makeFindable(handle: Handle, { cooperation: { id: coop }, kinds }: Context): Promise<number> {
  const due = (await run<{ record: string }>(handle, TAKE, [coop, versionsOf(kinds)])).map(({ record }) => record);
  if (due.length === 0) return 0;
  const sources = await run<Source>(handle, 'select id::text as id, kind, content, translations from record where coop = $1 and id = any($2::uuid[])', [coop, due]);
  const known = sources.flatMap((source) => {
    const kind = kinds.get(source.kind);
    return kind ? [{ ...source, kind }] : [];
  });
  await together(handle, [{ text: 'delete from search where coop = $1 and record = any($2::uuid[])', values: [coop, due] }, ...wordsOf(coop, known)]);
  return due.length;
}

/** Makes records findable of which no words are stored. */
export const wordsOf = (coop: string, records: readonly (Omit<Source, 'kind'> & { readonly kind: AnyKind })[]): Statement[] => rowsInto(INSERT_SEARCH,
  records.flatMap(({ id, kind, content, translations }) => searchRows(kind, content, translations).map(({ lang, a, b, c, body }) => ({ coop, record: id, lang, body, _a: a, _b: b, _c: c }))));

const known = new WeakMap<Context['kinds'], string>();

/** The newest version known of each kind, as JSON. */
function versionsOf(kinds: Context['kinds']): string {
  let versions = known.get(kinds);
  if (versions === undefined) known.set(kinds, versions = JSON.stringify(Object.fromEntries([...kinds.values()].map(({ name, version }) => [name, version]))));
  return versions;
}

/** Until nothing is due, within a transaction that must leave everything findable. */
export async function makeAllFindable(handle: Handle, context: Context): Promise<void> {
  while (await makeFindable(handle, context) > 0);
}
