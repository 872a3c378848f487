/** What the programme has by a day: reports of a period, milestones of activities. Dates are whatever was agreed, regular or not. */
import type { RecordRow } from '@entente/kernel';
import type { Context, DueItem, DueSource } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import { elements } from '../plan/asked.ts';
import type { Activity, ActivityProgress, ProgressReport, ReportingPeriod } from '../kinds/index.ts';
import { programmeWords } from '../words.ts';

/** Days ahead and back that are looked at. */
const [AHEAD, BACK] = [60, 400] as const;
const ASKED_AT_ONCE = 500;

const near = (ctx: Context): { readonly from: string; readonly to: string } => {
  const today = Temporal.Now.plainDateISO(ctx.party.zone);
  return { from: today.subtract({ days: BACK }).toString(), to: today.add({ days: AHEAD }).toString() };
};

/** Reports this side owes: in a period that is over or ends soon, what the other side or nobody has reported and we have not. */
export const reportsDue: DueSource = {
  async items(ctx) {
    const { from, to } = near(ctx);
    const all = await allOf<ReportingPeriod>(ctx.read, { coop: ctx.cooperation.id, kind: 'reporting-period', standing: ['agreed', 'changing'], sort: '-date' });
    const periods = all.filter((row) => row.content.to >= from && row.content.to <= to);
    const items = await Promise.all(periods.map(async (period): Promise<DueItem[]> => {
      const reports = await allOf<ProgressReport>(ctx.read, { coop: ctx.cooperation.id, kind: 'progress-report', filters: [{ field: 'period', is: period.id }] });
      const told = new Set(reports.map((row) => row.content.commitment));
      const ours = new Set(reports.filter((row) => row.party === ctx.party.id).map((row) => row.content.commitment));
      if (ours.size > 0 && ours.size >= told.size) return [];
      const t = programmeWords.t(ctx.lang);
      return [{ title: ctx.title(period), href: `/reporting/${period.id}`, due: period.content.to, detail: t('report-due', { done: ours.size, total: told.size }) }];
    }));
    return items.flat();
  },
};

/** Milestones of agreed activities that our own progress does not say are reached. */
export const milestonesDue: DueSource = {
  async items(ctx) {
    const { from, to } = near(ctx);
    const coop = ctx.cooperation.id;
    // Asked of all of them: one that a longer list would leave out is one that nobody is reminded of.
    const found = await ctx.read.ask<{ id: string }>({ coop, kind: 'activity', standing: ['agreed', 'changing'] }, ({ rows, value }) => `select r.id::text as id from ${rows} r
      where exists (select from ${elements(`r.content->'milestones'`)} m where m->>'due' <= ${value(to)} and m->>'due' >= left(${value(from)}, length(m->>'due'))) order by r.date nulls last, r.id`);
    const batches = Array.from({ length: Math.ceil(found.length / ASKED_AT_ONCE) }, (_, at) => found.slice(at * ASKED_AT_ONCE, (at + 1) * ASKED_AT_ONCE).map(({ id }) => id));
    return (await Promise.all(batches.map((ids) => milestonesIn(ctx, ids, from, to)))).flat();
  },
};

async function milestonesIn(ctx: Context, ids: readonly string[], from: string, to: string): Promise<readonly DueItem[]> {
  const coop = ctx.cooperation.id;
  const [rows, said] = await Promise.all([ctx.read.many(coop, ids), allOf<ActivityProgress>(ctx.read, { coop, kind: 'activity-progress', filters: [{ field: 'activity', in: ids }] })]);
  const progress = Map.groupBy(said, (one) => one.content.activity);
  return ids.flatMap((id) => { const row = rows.get(id); return row ? milestonesOf(ctx, row as unknown as RecordRow<Activity>, progress.get(id) ?? [], from, to) : []; });
}

const OVER = ['done', 'cancelled', 'suspended'];

function milestonesOf(ctx: Context, row: RecordRow<Activity>, progress: readonly RecordRow<ActivityProgress>[], from: string, to: string): readonly DueItem[] {
  if (progress.some((one) => OVER.includes(one.content.status))) return [];
  const reached = new Set(progress.flatMap((one) => (one.content.milestones ?? []).map(({ number }) => number)));
  return (row.content.milestones ?? []).flatMap(({ number, what, due }): DueItem[] => (due !== undefined && due >= from.slice(0, due.length) && due <= to && !reached.has(number)
    ? [{ title: ctx.title(row), href: ctx.href.record('activity', row.id), due, detail: ctx.pick(what).text }] : []));
}
