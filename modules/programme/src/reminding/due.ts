/** What the programme has by a day: reports of a period, milestones of activities. Dates are whatever was agreed, regular or not. */
import type { RecordRow } from '@entente/kernel';
import type { Context, DueItem, DueSource } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import type { Activity, ActivityProgress, ProgressReport, ReportingPeriod } from '../kinds/index.ts';
import { programmeWords } from '../words.ts';

/** Days ahead and back that are looked at. */
const [AHEAD, BACK] = [60, 400] as const;
const MOST_ACTIVITIES = 1_000;

const near = (ctx: Context): { readonly from: string; readonly to: string } => {
  const today = Temporal.Now.plainDateISO(ctx.party.zone);
  return { from: today.subtract({ days: BACK }).toString(), to: today.add({ days: AHEAD }).toString() };
};

/** Reports this side owes: in a period that is over or ends soon, what the other side or nobody has reported and we have not. */
export const reportsDue: DueSource = {
  async items(ctx) {
    const { from, to } = near(ctx);
    const { rows } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'reporting-period', standing: ['agreed', 'changing'], sort: '-date', limit: 12 });
    const periods = (rows as unknown as RecordRow<ReportingPeriod>[]).filter((row) => row.content.to >= from && row.content.to <= to);
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
    const { rows } = await ctx.read.list({ coop, kind: 'activity', standing: ['agreed', 'changing'], sort: '-date', limit: MOST_ACTIVITIES });
    const dated = (rows as unknown as RecordRow<Activity>[]).filter((row) => row.content.milestones?.some(({ due }) => due !== undefined && due >= from.slice(0, due.length) && due <= to));
    if (dated.length === 0) return [];
    const progress = await allOf<ActivityProgress>(ctx.read, { coop, kind: 'activity-progress', filters: [{ field: 'activity', in: dated.map((row) => row.id) }] });
    return dated.flatMap((row) => milestonesOf(ctx, row, progress.filter((one) => one.content.activity === row.id), from, to));
  },
};

const OVER = ['done', 'cancelled', 'suspended'];

function milestonesOf(ctx: Context, row: RecordRow<Activity>, progress: readonly RecordRow<ActivityProgress>[], from: string, to: string): readonly DueItem[] {
  if (progress.some((one) => OVER.includes(one.content.status))) return [];
  const reached = new Set(progress.flatMap((one) => (one.content.milestones ?? []).map(({ number }) => number)));
  return (row.content.milestones ?? []).flatMap(({ number, what, due }): DueItem[] => (due !== undefined && due >= from.slice(0, due.length) && due <= to && !reached.has(number)
    ? [{ title: ctx.title(row), href: ctx.href.record('activity', row.id), due, detail: ctx.pick(what).text }] : []));
}
