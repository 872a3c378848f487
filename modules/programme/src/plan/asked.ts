/** What the views of a plan ask the database: pages, counts and sums, never more than is shown. */
import { indexedValue, type Asking } from '@entente/kernel';
import type { Context } from '@entente/web';
import type { Scope } from './gather.ts';
import { stands, type Stand } from './stand.ts';

/** Each status a bit: what the sides said of an activity is one number. */
const bit = (stand: Stand): number => 2 ** stands.indexOf(stand);

const SAID = `bit_or(case p.content->>'status' ${stands.map((stand) => `when '${stand}' then ${bit(stand)}`).join(' ')} else 0 end)`;

/** `standOf` in SQL, of `said` and of the last day; both are tried against each other. A partial date is over when all of it is. */
const standSql = (today: string): string => `case when said = ${bit('done')} then 'done' when said = ${bit('cancelled')} then 'cancelled'
    when said & ${bit('suspended') | bit('cancelled')} > 0 then 'suspended'
    when said & ${bit('late')} > 0 or ends < left(${today}, length(ends)) then 'late'
    when said & ${bit('under-way') | bit('done')} > 0 then 'under-way' else 'planned' end`;

export interface Tables extends Asking {
  /** Name of a table expression of the activities asked about: id, date, ends, and the columns asked for; with `stand` where `stood` is true. */
  readonly asked: string;
}

interface Wish {
  /** More columns, of the record `r`. */
  readonly columns?: string;
  /** Whether how they stand is asked for; what the sides said is read then. */
  readonly stood?: boolean;
  /** How they stand is asked for whatever the address says. */
  readonly every?: boolean;
  /** More that both sides' progress `p` says, gathered with how they stand: a column that aggregates. */
  readonly said?: string;
}

/**
 * What records of a kind tell of one record: found by the index of their link, one after another. As a join the planner, who knows nothing
 * of what an expression yields, reads all records of the kind.
 */
export const told = ({ of }: Pick<Asking, 'of'>, kind: string, link: string, id: string): string => `from ${of(kind)} p where ${indexedValue('p', link)} = ${id}::text`;

/** Asks about the activities that the filters in the address leave. */
export function askOf<Row extends object>(ctx: Context, scope: Scope, { columns, stood = false, every = false, said }: Wish, select: (tables: Tables) => string): Promise<readonly Row[]> {
  const stand = every ? undefined : scope.stand;
  return ctx.read.ask<Row>(scope.query, (asking) => {
    const of = `a as materialized (select r.id, r.date, coalesce(r.content->>'to', r.content->>'from') as ends${columns ? `, ${columns}` : ''} from ${asking.rows} r)`;
    if (!stood && stand === undefined) return `with ${of} ${select({ ...asking, asked: 'a' })}`;
    return `with ${of}, stood as (select * from (select a.*, t.*, ${standSql(`${asking.value(scope.today)}::text`)} as stand from a cross join lateral (select ${SAID} as said${said ? `, ${said}` : ''} ${told(asking, 'activity-progress', 'activity', 'a.id')}) t) x${stand === undefined ? '' : ` where stand = ${asking.value(stand)}`})
      ${select({ ...asking, asked: 'stood' })}`;
  });
}

/** Elements of a field that should be a list, each once. */
export const each = (column: string): string => `(select distinct e.value from jsonb_array_elements_text(case jsonb_typeof(${column}) when 'array' then ${column} else '[]' end) as e(value))`;
/** Elements of a field that should be a list, as they are. */
export const elements = (column: string): string => `jsonb_array_elements(case jsonb_typeof(${column}) when 'array' then ${column} else '[]' end)`;

/** How many stand how, whatever state the address asks for. */
export async function standCounts(ctx: Context, scope: Scope): Promise<ReadonlyMap<Stand, number>> {
  const rows = await askOf<{ stand: Stand; n: number }>(ctx, scope, { stood: true, every: true }, ({ asked }) => `select stand, count(*)::int as n from ${asked} group by stand`);
  return new Map(rows.map(({ stand, n }) => [stand, n]));
}

/** A page of activities in the order of their dates, and how many there are. */
export async function pageIds(ctx: Context, scope: Scope, { offset, limit, dated = false }: { readonly offset: number; readonly limit: number; readonly dated?: boolean }): Promise<{ readonly ids: readonly string[]; readonly total: number }> {
  const rows = await askOf<{ ids: string[] | null; total: number }>(ctx, scope, {}, ({ asked, value }) => `select
    (select array_agg(id::text order by date nulls last, id) from (select id, date from ${asked}${dated ? ' where ends is not null' : ''} order by date nulls last, id limit ${value(limit)}::int offset ${value(offset)}::int) x) as ids,
    (select count(*)::int from ${asked}${dated ? ' where ends is not null' : ''}) as total`);
  return { ids: rows[0]?.ids ?? [], total: rows[0]?.total ?? 0 };
}

/** The first of each state, and how many there are of it. */
export function firstOfEach(ctx: Context, scope: Scope, most: number): Promise<readonly { readonly id: string; readonly stand: Stand; readonly n: number }[]> {
  return askOf(ctx, scope, { stood: true }, ({ asked, value }) => `select id::text as id, stand, n from (
    select id, stand, count(*) over (partition by stand)::int as n, row_number() over (partition by stand order by date nulls last, id) as at from ${asked}) x where at <= ${value(most)}::int order by stand, at`);
}

/** Whether anything of the plan waits for this party. */
export async function waitsFor(ctx: Context, scope: Scope): Promise<boolean> {
  return (await ctx.read.list({ ...scope.query, waitsFor: ctx.party.id, limit: 0 })).total > 0;
}

/** Values of filters with their counts, for those of one state: how they stand is no field, so no tally knows it. */
export async function countsOfState(ctx: Context, scope: Scope, fields: readonly { readonly name: string; readonly list: boolean }[]): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>> {
  const rows = await askOf<{ by: string; value: string; n: number }>(ctx, scope, { columns: fields.map(({ name }) => `r.content->'${name}' as "${name}"`).join(', ') }, ({ asked }) => fields.map(({ name, list }) => (list
    ? `select '${name}' as by, v.value, count(*)::int as n from ${asked} s cross join lateral ${each(`s."${name}"`)} v group by 2`
    : `select '${name}' as by, s."${name}"#>>'{}' as value, count(*)::int as n from ${asked} s where s."${name}" is not null group by 2`)).join(' union all '));
  return Object.fromEntries(fields.map(({ name }) => [name, Object.fromEntries(rows.filter((row) => row.by === name).map(({ value, n }) => [value, n]))]));
}
