/** Totals and counts of a list from the tallies, where they tell them. */
import type { ListPage, ListQuery } from '../contract.ts';
import type { AnyKind } from '../kind.ts';
import type { Statement } from '../store/index.ts';
import { LONGEST_VALUE } from './cells.ts';
import { dimensionsOf, WAITS } from './dimensions.ts';

export interface Figures { readonly total: number; readonly counts: ListPage['counts'] }

/** Columns of every tally, so that any count can be kept to a value of them. */
const COLUMNS = ['standing', 'party'];

interface TallyRow { readonly total: boolean; readonly by: string; readonly value: string; readonly standing: string | null; readonly party: string | null; readonly n: number }

/** Where the total of a filter stands, and the counts within it. */
interface Place { readonly within: string; readonly at: string; readonly total: readonly [within: string, at: string, by: string, value: string] }

/**
 * The one query that answers the total and counts of a list for a reader of these audiences; null where tallies are not kept for
 * what it asks: words, links, ranges, several filters at once, or counts within a field whose values are not counted apart.
 */
export function talliesFor(query: ListQuery, kind: AnyKind, audiences: readonly string[]): { readonly statement: Statement; read(rows: readonly object[]): Figures } | null {
  const place = placeOf(query, kind);
  if (!place) return null;
  const fields = (query.count ?? []).filter((name) => !COLUMNS.includes(name));
  const values: unknown[] = [query.coop, kind.name, place.within, place.at, fields, audiences, ...place.total];
  const also: string[] = [query.standing ? `standing = any($${values.push(query.standing)}::text[])` : `standing <> 'retired'`];
  if (query.party !== undefined) also.push(`party = $${values.push(query.party)}`);
  const scope = `coop = $1 and kind = $2 and audience = any($6::text[]) and ${also.join(' and ')}`;
  const text = `select false as total, by, value, null as standing, null as party, sum(n)::int as n from tally where ${scope} and within = $3 and at = $4 and by = any($5::text[]) group by by, value having sum(n) <> 0
    union all select true, '', '', standing, party, sum(n)::int from tally where ${scope} and within = $7 and at = $8 and by = $9 and value = $10 group by standing, party having sum(n) <> 0`;
  return { statement: { text, values }, read: (rows) => figuresOf(rows as readonly TallyRow[], query.count ?? [], place) };
}

function placeOf({ filters = [], words, linkedTo, waitsFor, count = [] }: ListQuery, kind: AnyKind): Place | null {
  const { by, within } = dimensionsOf(kind);
  const [filter, another] = filters;
  const fields = count.filter((name) => !COLUMNS.includes(name));
  if ((words !== undefined && words.trim() !== '') || linkedTo || another || !fields.every((name) => by.includes(name))) return null;
  if (waitsFor !== undefined && fields.length > 0) return null;
  const all = { within: '', at: '' };
  if (!filter) return { ...all, total: waitsFor === undefined ? ['', '', '', ''] : ['', '', WAITS, waitsFor] };
  if (!('is' in filter) || !by.includes(filter.field) || String(filter.is).length > LONGEST_VALUE) return null;
  const value = String(filter.is);
  if (waitsFor !== undefined) return within.includes(filter.field) ? { ...all, total: [filter.field, value, WAITS, waitsFor] } : null;
  const total = ['', '', filter.field, value] as const;
  if (fields.length === 0) return { ...all, total };
  return within.includes(filter.field) && isSingle(kind, filter.field) ? { within: filter.field, at: value, total } : null;
}

/** How many records of each kind wait for a party, for a reader of these audiences. */
export const waitingByKind = (coop: string, kinds: readonly string[], party: string, audiences: readonly string[]): Statement => ({
  text: `select kind, sum(n)::int as n from tally where coop = $1 and kind = any($2::text[]) and within = '' and at = '' and by = '${WAITS}' and value = $3 and audience = any($4::text[]) and standing <> 'retired' group by kind having sum(n) <> 0`,
  values: [coop, kinds, party, audiences],
});

const isSingle = (kind: AnyKind, name: string): boolean => (kind.fields as Readonly<Record<string, { readonly type: string } | undefined>>)[name]?.type !== 'list';

function figuresOf(rows: readonly TallyRow[], count: readonly string[], { within, at }: Place): Figures {
  const counts: Record<string, Record<string, number>> = Object.fromEntries(count.map((name) => [name, {}]));
  let total = 0;
  for (const row of rows) {
    if (!row.total) {
      (counts[row.by] ??= {})[row.value] = row.n;
      continue;
    }
    total += row.n;
    for (const name of COLUMNS) {
      const of = counts[name];
      const value = name === 'standing' ? row.standing : row.party;
      if (of && value !== null) of[value] = (of[value] ?? 0) + row.n;
    }
  }
  // The field that is filtered by has the one value.
  const own = counts[within];
  if (own && within !== '' && total > 0) own[at] = total;
  return { total, counts };
}
