/** The plan as a table to fill in: exactly the activities that the page shows, all of them. */
import { showLabel } from '@entente/text';
import type { RecordRow } from '@entente/kernel';
import { notFound, tableJob, type Context, type PageRoute } from '@entente/web';
import { activity } from '../kinds/index.ts';
import { itemsOf, planAt, scopeOf, type ActivityRow, type PlanRow } from './gather.ts';

/** GET `/work-plan/:plan/file?as=xlsx`, with the filters of the page. */
export const planFile: PageRoute = {
  path: '/work-plan/:plan/file',
  async render(ctx) {
    const plan = await planAt(ctx, ctx.params['plan'] ?? '');
    if (plan === undefined) return notFound;
    return ctx.longFile({ title: (lang) => showLabel(activity.label.many, lang), run: (work) => tableJob(ctx, activity, () => shownRows(ctx, plan), work) });
  },
};

/** How an activity stands is told by both sides' progress, so that filter is asked of each batch. */
async function* shownRows(ctx: Context, plan: PlanRow | null): AsyncGenerator<readonly RecordRow[]> {
  const { query, stand } = scopeOf(ctx, plan);
  for await (const rows of ctx.read.all({ ...query, sort: 'date', lang: ctx.lang })) {
    if (!stand) { yield rows; continue; }
    const items = await itemsOf(ctx, rows as unknown as readonly ActivityRow[]);
    const wanted = new Set(items.filter((item) => item.stand === stand).map((item) => item.row.id));
    yield rows.filter((row) => wanted.has(row.id));
  }
}
