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

export async function gatherActivities(ctx: Pick<Context, 'read' | 'cooperation'>): Promise<Corpus> {
  const coop = ctx.cooperation.id;
  const [activities, progress, money] = await Promise.all([
    allOf<Activity>(ctx.read, { coop, kind: 'activity', standing: ['agreed', 'changing'], sort: 'date' }),
    allOf<ActivityProgress>(ctx.read, { coop, kind: 'activity-progress' }), allOf<Transaction>(ctx.read, { coop, kind: 'transaction', sort: 'date' }),
  ]);
  const real = <C extends { readonly exercise?: boolean | undefined }>(rows: readonly RecordRow<C>[]): readonly RecordRow<C>[] => rows.filter((row) => row.content.exercise !== true);
  const shown = { activities: real(activities), progress: real(progress), money: real(money) };
  const ids = [
    ...shown.activities.flatMap(({ content }) => [
      ...(content.plan ? [content.plan] : []), ...content.responsible ?? [], ...content.partners ?? [], ...content.provinces ?? [], ...(content.budget ?? []).flatMap(({ funder }) => funder?.office ?? []),
      ...(content.indicators ?? []).flatMap(({ indicator }) => indicator ?? []),
    ]),
    ...shown.money.flatMap(({ content }) => [content.provider.office, content.receiver.office].filter((id) => id !== undefined)),
  ];
  const named = new Map<string, RecordRow>();
  const unique = [...new Set(ids)];
  for (let from = 0; from < unique.length; from += 1_000) for (const [id, row] of await ctx.read.many(coop, unique.slice(from, from + 1_000))) named.set(id, row);
  return {
    activities: shown.activities, named,
    progress: Map.groupBy(shown.progress, (row) => row.content.activity), money: Map.groupBy(shown.money, (row) => row.content.activity),
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
