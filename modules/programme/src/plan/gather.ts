/** Activities of a plan with what each side says of them. Reads only. */
import type { Filter, ListScope, RecordRow } from '@entente/kernel';
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

/** What an address asks for: a plan, or everything, and the filters that leave some of it. */
export interface Scope {
  /** Null: activities of every plan and of none. */
  readonly plan: PlanRow | null;
  /** Everything but how they stand, which no record says by itself. */
  readonly query: ListScope;
  readonly stand: Stand | undefined;
  /** Where this side is: what is not done after its last day is late. */
  readonly today: string;
}

const BATCH = 200;
export const ALL = 'all';

/** Filters in the address. */
export const FILTERS = { type: 'type', theme: 'themes', form: 'form', office: 'responsible', province: 'provinces' } as const;
export type FilterName = keyof typeof FILTERS;
export const filterNames = Object.keys(FILTERS) as FilterName[];

/** The plan an address names: null for all; undefined where there is none. */
export async function planAt(ctx: Context, id: string): Promise<PlanRow | null | undefined> {
  if (id === ALL) return null;
  const row = /^[0-9a-f-]{36}$/u.test(id) ? await ctx.read.get(ctx.cooperation.id, id) : null;
  return row?.kind === 'work-plan' ? (row as unknown as PlanRow) : undefined;
}

export function scopeOf(ctx: Context, plan: PlanRow | null): Scope {
  const filters: Filter[] = [
    ...(plan ? [{ field: 'plan', is: plan.id }] : []),
    ...filterNames.flatMap((name): Filter[] => { const value = ctx.query[name]; return value ? [{ field: FILTERS[name], is: value }] : []; }),
  ];
  const words = ctx.query['q']?.trim().slice(0, 200);
  return { plan, today: Temporal.Now.plainDateISO(ctx.party.zone).toString(), stand: stands.find((one) => one === ctx.query['state']), query: { coop: ctx.cooperation.id, kind: 'activity', filters, ...(words ? { words } : {}) } };
}

export const pageAsked = (ctx: Context): number => Math.max(1, Math.min(100_000, Number.parseInt(ctx.query['page'] ?? '1', 10) || 1));

/** Every activity of a plan, in the order of their dates. */
export const activitiesOf = (ctx: Context, plan: PlanRow): ListScope & { readonly sort: string } => ({ coop: ctx.cooperation.id, kind: 'activity', filters: [{ field: 'plan', is: plan.id }], sort: 'date' });

/** Activities by their ids, in that order. */
export async function itemsById(ctx: Context, ids: readonly string[]): Promise<readonly Item[]> {
  const rows = await ctx.read.many(ctx.cooperation.id, ids);
  return itemsOf(ctx, ids.flatMap((id) => (rows.get(id) ?? []) as unknown as ActivityRow[]));
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
