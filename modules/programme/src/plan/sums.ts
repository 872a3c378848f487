/** Sums over a plan, added up exactly by the database. Reads only. */
import type { Money } from '@entente/kernel';
import type { Context } from '@entente/web';
import { askOf, each, elements, told } from './asked.ts';
import type { Scope } from './gather.ts';
import type { People } from './people.ts';
import type { Stand } from './stand.ts';

/** A peer may have written anything: what is no amount is not added. */
const amount = (money: string): string => `trim_scale(sum(case when ${money}->>'amount' ~ '^-?[0-9]{1,40}([.][0-9]{1,20})?$' then (${money}->>'amount')::numeric end))`;
const isCurrency = (money: string): string => `${money}->>'currency' ~ '^[A-Z]{3}$'`;

interface SumRow { readonly what: string; readonly currency: string; readonly amount: string | null }
const moneyOf = (rows: readonly SumRow[], what: string): readonly Money[] => rows.flatMap((row) => (row.what === what && row.amount !== null ? [{ amount: row.amount, currency: row.currency }] : []));

export interface Sums { readonly planned: readonly Money[]; readonly paid: readonly Money[]; readonly received: readonly Money[] }

/** Exact sums by currency: budgets (lines, or the total where there are none), what was paid, what the receiving side confirmed. */
export async function moneySums(ctx: Context, scope: Scope): Promise<Sums> {
  const columns = `r.content->'budget' as budget, r.content->'total' as total`;
  const planned = askOf<SumRow>(ctx, scope, { columns }, ({ asked }) => `select 'planned' as what, m.money->>'currency' as currency, ${amount('m.money')}::text as amount
    from ${asked} s cross join lateral (select l->'money' as money from ${elements('s.budget')} l union all select s.total where coalesce(jsonb_typeof(s.budget), '') <> 'array' or s.budget = '[]') m
    where ${isCurrency('m.money')} group by 2 order by count(*) desc, 2`);
  const paid = askOf<SumRow>(ctx, scope, {}, (tables) => `, paid as (select t.* from ${tables.asked} s cross join lateral (select p.id, p.content->'money' as money ${told(tables, 'transaction', 'activity', 's.id')} and p.content->>'type' in ('disbursement', 'in-kind') offset 0) t),
    got as (select c.money from paid cross join lateral (select p.content->'money' as money ${told(tables, 'receipt', 'transaction', 'paid.id')} offset 0) c)
    (select 'paid' as what, money->>'currency' as currency, ${amount('money')}::text as amount from paid where ${isCurrency('money')} group by 2 order by count(*) desc, 2)
    union all (select 'received', money->>'currency', ${amount('money')}::text from got where ${isCurrency('money')} group by 2 order by count(*) desc, 2)`);
  const rows = (await Promise.all([planned, paid])).flat();
  return { planned: moneyOf(rows, 'planned'), paid: moneyOf(rows, 'paid'), received: moneyOf(rows, 'received') };
}

const count = (name: string): string => `(case when x->>'${name}' ~ '^[0-9]{1,9}$' then (x->>'${name}')::bigint end)`;

const PEOPLE = `'women', coalesce(sum(${count('women')}), 0), 'men', coalesce(sum(${count('men')}), 0),
    'unsexed', coalesce(sum(case when ${count('women')} is null or ${count('men')} is null then ${count('total')} end), 0), 'total', coalesce(sum(${count('total')}), 0)`;

export interface Glance {
  /** How many of each theme stand how; an activity of two themes is counted in both. */
  readonly themes: readonly { readonly theme: string; readonly stand: Stand; readonly n: number }[];
  /** People as each side counted them, by party. */
  readonly people: ReadonlyMap<string, People>;
  /** How many are late or suspended, and those whose end is longest over. */
  readonly stuck: { readonly ids: readonly string[]; readonly total: number };
}

/** Everything a dashboard tells of both sides' progress, for which that is read once. */
export async function glance(ctx: Context, scope: Scope, most: number): Promise<Glance> {
  const wish = { columns: `r.content->'themes' as themes`, stood: true, said: `jsonb_agg(jsonb_build_object('party', p.party, 'counted', p.content->'participants')) filter (where p.content ? 'participants') as people` };
  const [row] = await askOf<{ themes: Glance['themes'] | null; people: (People & { readonly party: string })[] | null; stuck: string[] | null; total: number }>(ctx, scope, wish, ({ asked, value }) => `select
      (select jsonb_agg(t) from (select v.value as theme, s.stand, count(*)::int as n from ${asked} s cross join lateral ${each('s.themes')} v group by 1, 2) t) as themes,
      (select jsonb_agg(c.one) from (select jsonb_build_object('party', p->>'party', ${PEOPLE}) as one from ${asked} s cross join lateral ${elements('s.people')} p cross join lateral ${elements(`(p->'counted')`)} x group by p->>'party') c) as people,
      (select array_agg(id::text order by ends nulls last, id) from (select id, ends from ${asked} where stand in ('late', 'suspended') order by ends nulls last, id limit ${value(most)}::int) l) as stuck,
      (select count(*)::int from ${asked} where stand in ('late', 'suspended')) as total`);
  const people = (row?.people ?? []).map(({ party, women, men, unsexed, total }) => [party, { women, men, unsexed, total }] as const);
  return { themes: row?.themes ?? [], people: new Map(people), stuck: { ids: row?.stuck ?? [], total: row?.total ?? 0 } };
}

/** Activities by the provinces they name together, the first few of each. */
export function byProvinces(ctx: Context, scope: Scope, most: number): Promise<readonly { readonly provinces: readonly string[]; readonly n: number; readonly first: readonly string[] }[]> {
  return askOf(ctx, scope, { columns: `r.content->'provinces' as provinces` }, ({ asked, value }) => `select provinces, count(*)::int as n, (array_agg(id::text order by date nulls last, id))[1:${value(most)}::int] as first
    from (select id, date, case jsonb_typeof(provinces) when 'array' then provinces else '[]' end as provinces from ${asked}) s group by provinces`);
}

/** A date of the plan: what begins, ends or is due. */
export interface Entry { readonly id: string; readonly date: string; readonly what: 'begins' | 'ends' | 'milestone'; readonly text: Readonly<Record<string, string>> | null; /** Of how many in its month. */ readonly n: number }

const DATES = `, entry as (select id, f as date, 'begins' as what, null::jsonb as text from asked where f is not null
    union all select id, t, 'ends', null from asked where t is not null and t is distinct from f
    union all select s.id, m->>'due', 'milestone', m->'what' from asked s cross join lateral ${elements('s.milestones')} m where m->>'due' is not null)`;
const datesOf = (asked: string): string => DATES.replaceAll(' from asked', ` from ${asked}`);
const CALENDAR = `r.content->>'from' as f, r.content->>'to' as t, r.content->'milestones' as milestones`;

/** Years with anything in them, in their order. */
export async function calendarYears(ctx: Context, scope: Scope): Promise<readonly string[]> {
  const rows = await askOf<{ year: string }>(ctx, scope, { columns: CALENDAR }, ({ asked }) => `${datesOf(asked)} select distinct left(date, 4) as year from entry where date ~ '^[0-9]{4}(-|$)' order by 1 limit 200`);
  return rows.map(({ year }) => year);
}

/** What happens in a year, or a month of it: month by month, the first few of each. */
export function calendarOf(ctx: Context, scope: Scope, span: string, most: number): Promise<readonly Entry[]> {
  return askOf(ctx, scope, { columns: CALENDAR }, ({ asked, value }) => `${datesOf(asked)} select id::text as id, date, what, text, n from (
    select *, count(*) over month::int as n, row_number() over (month order by date, id, what) as at from entry where starts_with(date, ${value(span)}) window month as (partition by left(date, 7))) x
    where at <= ${value(most)}::int order by date, id, what`);
}
