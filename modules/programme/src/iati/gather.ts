/** What of the cooperation is published: agreed activities, no exercises, with both sides' progress and money. */
import type { Localized, RecordRow } from '@entente/kernel';
import type { Context } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import type { Activity, ActivityProgress, Indicator, Transaction } from '../kinds/index.ts';

export interface Corpus {
  readonly activities: readonly RecordRow<Activity>[];
  readonly progress: ReadonlyMap<string, readonly RecordRow<ActivityProgress>[]>;
  readonly money: ReadonlyMap<string, readonly RecordRow<Transaction>[]>;
  /** Plans, offices, bodies and indicators that are named, by id. */
  readonly named: ReadonlyMap<string, RecordRow>;
}

/** Activities whose progress and money are read together: as much of the cooperation as is held at one time. */
const AT_ONCE = 200;

/** The published activities in the order of their dates, some at a time with all that is told of them. */
export async function* gatherActivities(ctx: Pick<Context, 'read' | 'cooperation'>): AsyncGenerator<Corpus> {
  for await (const rows of ctx.read.all({ coop: ctx.cooperation.id, kind: 'activity', standing: ['agreed', 'changing'], sort: 'date' })) {
    const activities = real(rows as unknown as readonly RecordRow<Activity>[]);
    for (let from = 0; from < activities.length; from += AT_ONCE) yield corpusOf(ctx, activities.slice(from, from + AT_ONCE));
  }
}

/** Exercises are not published. */
const real = <C extends { readonly exercise?: boolean | undefined }>(rows: readonly RecordRow<C>[]): readonly RecordRow<C>[] => rows.filter((row) => row.content.exercise !== true);

async function corpusOf(ctx: Pick<Context, 'read' | 'cooperation'>, activities: readonly RecordRow<Activity>[]): Promise<Corpus> {
  const coop = ctx.cooperation.id;
  const filters = [{ field: 'activity', in: activities.map((row) => row.id) }];
  const [progress, transactions] = await Promise.all([allOf<ActivityProgress>(ctx.read, { coop, kind: 'activity-progress', filters }), allOf<Transaction>(ctx.read, { coop, kind: 'transaction', filters, sort: 'date' })]);
  const money = real(transactions);
  const ids = [
    ...activities.flatMap(({ content }) => [
      ...(content.plan ? [content.plan] : []), ...content.responsible ?? [], ...content.partners ?? [], ...content.provinces ?? [], ...(content.budget ?? []).flatMap(({ funder }) => funder?.office ?? []),
      ...(content.indicators ?? []).flatMap(({ indicator }) => indicator ?? []),
    ]),
    ...money.flatMap(({ content }) => [content.provider.office, content.receiver.office].filter((id) => id !== undefined)),
  ];
  return {
    activities, named: await ctx.read.many(coop, [...new Set(ids)]),
    progress: Map.groupBy(real(progress), (row) => row.content.activity), money: Map.groupBy(money, (row) => row.content.activity),
  };
}

/** A localized field in every language it has: its own wording, and the translations of it. */
export function allLanguages(row: Pick<RecordRow<unknown>, 'translations'>, path: string, own: Localized | undefined): Localized {
  const translated = Object.fromEntries(Object.values(row.translations[path] ?? {}).filter(({ stale }) => !stale).map(({ lang, text }) => [lang, text]));
  return { ...translated, ...own };
}

/** The name of an office, body or indicator. */
export const nameOf = (row: RecordRow | undefined): Localized => (row ? allLanguages(row, 'name', row.content['name'] as Localized | undefined) : {});
export type { Activity, ActivityProgress, Indicator, Transaction };
