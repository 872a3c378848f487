/** Activities of a plan with what each side says of them. Reads only. */
import type { Filter, ListQuery, RecordRow } from '@entente/kernel';
import type { Context } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import type { Activity, ActivityProgress, ExchangeRate, Receipt, Transaction, WorkPlan } from '../kinds/index.ts';
import { standOf, stands, type Stand, type StandOf } from './stand.ts';

export type ActivityRow = RecordRow<Activity>;
export type ProgressRow = RecordRow<ActivityProgress>;
export type PlanRow = RecordRow<WorkPlan>;

export interface Item extends StandOf {
  readonly row: ActivityRow;
  /** By party. */
  readonly progress: ReadonlyMap<string, ProgressRow>;
  /** Offices and bodies that some side waits for. */
  readonly waitsFor: readonly string[];
}

export interface Work {
  /** Null: activities of every plan and of none. */
  readonly plan: PlanRow | null;
  readonly items: readonly Item[];
  /** How many there are; more than `items` holds where there are too many to draw. */
  readonly total: number;
}

/** What a drawn view can hold and a person can read. */
const MOST = 500;
const BATCH = 200;
export const ALL = 'all';

/** Filters in the address. */
export const FILTERS = { type: 'type', theme: 'themes', form: 'form', office: 'responsible', province: 'provinces' } as const;
export type FilterName = keyof typeof FILTERS;

/** The plan an address names: null for all; undefined where there is none. */
export async function planAt(ctx: Context, id: string): Promise<PlanRow | null | undefined> {
  if (id === ALL) return null;
  const row = /^[0-9a-f-]{36}$/u.test(id) ? await ctx.read.get(ctx.cooperation.id, id) : null;
  return row?.kind === 'work-plan' ? (row as unknown as PlanRow) : undefined;
}

export const standAsked = (ctx: Context): Stand | undefined => stands.find((one) => one === ctx.query['state']);

/** Everything a view of a plan shows, in the order of its dates, as the filters in the address leave it. */
export async function workOf(ctx: Context, plan: PlanRow | null): Promise<Work> {
  const { rows, total } = await ctx.read.list({ ...queryOf(ctx, plan), limit: MOST });
  const items = await itemsOf(ctx, rows as unknown as readonly ActivityRow[]);
  const stand = standAsked(ctx);
  return { plan, items: stand ? items.filter((item) => item.stand === stand) : items, total };
}

/** The activities of a plan as the filters in the address leave them, apart from how they stand. */
export function queryOf(ctx: Context, plan: PlanRow | null): ListQuery {
  const filters: Filter[] = [
    ...(plan ? [{ field: 'plan', is: plan.id }] : []),
    ...(Object.entries(FILTERS) as [FilterName, string][]).flatMap(([name, field]): Filter[] => { const value = ctx.query[name]; return value ? [{ field, is: value }] : []; }),
  ];
  const words = ctx.query['q']?.trim().slice(0, 200);
  return { coop: ctx.cooperation.id, kind: 'activity', filters, sort: 'date', lang: ctx.lang, ...(words ? { words } : {}) };
}

/** Activities with their progress and how they stand today. */
export async function itemsOf(ctx: Context, rows: readonly ActivityRow[]): Promise<readonly Item[]> {
  const today = Temporal.Now.plainDateISO(ctx.party.zone).toString();
  const progress = Map.groupBy(await ofActivities<ActivityProgress>(ctx, 'activity-progress', rows.map((row) => row.id)), (row) => row.content.activity);
  return rows.map((row): Item => {
    const own = progress.get(row.id) ?? [];
    return {
      row, progress: new Map(own.map((each) => [each.party, each])), waitsFor: [...new Set(own.flatMap((each) => each.content.waitsFor ?? []))],
      ...standOf(own.map((each) => each.content.status), row.content.to ?? row.content.from, today),
    };
  });
}

/** Records of a kind that name these activities. */
export async function ofActivities<C>(ctx: Context, kind: string, activities: readonly string[], field = 'activity'): Promise<RecordRow<C>[]> {
  const batches = Array.from({ length: Math.ceil(activities.length / BATCH) }, (_, i) => activities.slice(i * BATCH, (i + 1) * BATCH));
  return (await Promise.all(batches.map((ids) => allOf<C>(ctx.read, { coop: ctx.cooperation.id, kind, filters: [{ field, in: ids }], sort: 'date' })))).flat();
}

export interface Paid {
  readonly row: RecordRow<Transaction>;
  readonly receipts: readonly RecordRow<Receipt>[];
}

/** Transactions of activities, each with what the other side says it received. */
export async function paidFor(ctx: Context, activities: readonly string[]): Promise<readonly Paid[]> {
  const rows = await ofActivities<Transaction>(ctx, 'transaction', activities);
  const receipts = Map.groupBy(await ofActivities<Receipt>(ctx, 'receipt', rows.map((row) => row.id), 'transaction'), (row) => row.content.transaction);
  return rows.map((row) => ({ row, receipts: receipts.get(row.id) ?? [] }));
}

/** Rates both sides agreed to. */
export const agreedRates = (ctx: Context): Promise<RecordRow<ExchangeRate>[]> =>
  allOf<ExchangeRate>(ctx.read, { coop: ctx.cooperation.id, kind: 'exchange-rate', standing: ['agreed', 'changing'] });
