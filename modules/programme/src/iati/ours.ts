/** What is said of our file before it is made. Reads only. */
import type { RecordRow } from '@entente/kernel';
import type { Context } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import type { Activity, WorkPlan } from '../kinds/index.ts';
import { isTimeless } from './activity.ts';

/** How many activities the file has, and those with money planned that nothing says the time of. */
export async function oursOf(ctx: Pick<Context, 'read' | 'cooperation'>): Promise<{ readonly total: number; readonly timeless: readonly RecordRow<Activity>[] }> {
  const coop = ctx.cooperation.id;
  const found = await ctx.read.ask<{ n: number; doubtful: string[] | null }>({ coop, kind: 'activity', standing: ['agreed', 'changing'] }, ({ rows, of }) => `select count(*)::int as n,
      array_agg(a.id::text order by a.date nulls last, a.id) filter (where a.costs and (a.starts is null or a.ends is null or a.ends || '~' < a.starts)) as doubtful
    from (select r.id, r.date, r.content ? 'total' or r.content ? 'budget' as costs, coalesce(r.content->>'from', p.content->>'from') as starts, coalesce(r.content->>'to', p.content->>'to') as ends
      from ${rows} r left join ${of('work-plan')} p on p.id::text = r.content->>'plan' where r.content->'exercise' is distinct from 'true'::jsonb) a`);
  const [plans, rows] = await Promise.all([allOf<WorkPlan>(ctx.read, { coop, kind: 'work-plan' }), ctx.read.many(coop, found[0]?.doubtful ?? [])]);
  const named = new Map(plans.map((row) => [row.id, row as unknown as RecordRow]));
  return { total: found[0]?.n ?? 0, timeless: ([...rows.values()] as unknown as RecordRow<Activity>[]).filter((row) => isTimeless(row.content, { named })) };
}
