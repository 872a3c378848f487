/** What the programme has by a day: reports of a period, milestones of activities. Dates are whatever was agreed, regular or not. */
import { indexedValue, type Localized } from '@entente/kernel';
import type { Context, DueItem, DueSource } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import { elements, told } from '../plan/asked.ts';
import { firstDay, lastDay } from '../plan/stand.ts';
import type { ProgressReport, ReportingPeriod, WorkPlan } from '../kinds/index.ts';
import { programmeWords } from '../words.ts';

/** Days ahead and back that are looked at. */
const [AHEAD, BACK] = [60, 400] as const;
/** Letters name fifteen of a group, a page fewer. */
const MOST_TOLD = 1_000;

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

/** Years before its plan begins and after it ends in which a milestone is looked for. */
const [BEFORE_PLAN, AFTER_PLAN] = [1, 3] as const;
const OVER = `('done', 'cancelled', 'suspended')`;

interface Milestone { readonly id: string; readonly due: string; readonly what: Localized }

/** Milestones of agreed activities, dated or not, that no side says are reached; of more than are told, those due last. */
export const milestonesDue: DueSource = {
  async items(ctx) {
    const { from, to } = near(ctx);
    const coop = ctx.cooperation.id;
    const plans = (await allOf<WorkPlan>(ctx.read, { coop, kind: 'work-plan' }))
      .filter(({ content }) => lastDay(content.to) >= shifted(from, -AFTER_PLAN) && firstDay(content.from) <= shifted(to, BEFORE_PLAN)).map(({ id }) => id);
    const found = await ctx.read.ask<Milestone>({ coop, kind: 'activity', standing: ['agreed', 'changing'] }, (asking) => {
      const [plan, first, last] = [indexedValue('r', 'plan'), asking.value(from), asking.value(to)];
      return `select r.id::text as id, m->>'due' as due, m->'what' as what from ${asking.rows} r cross join lateral ${elements(`r.content->'milestones'`)} m
        where (${plan} = any(${asking.value(plans)}::text[]) or ${plan} is null) and m->>'due' <= ${last} and m->>'due' >= left(${first}, length(m->>'due'))
          and not exists (select ${told(asking, 'activity-progress', 'activity', 'r.id')} and (p.content->>'status' in ${OVER} or exists (select from ${elements(`p.content->'milestones'`)} k where k->>'number' = m->>'number')))
        order by due desc, r.id limit ${MOST_TOLD}`;
    });
    const rows = await ctx.read.many(coop, found.map(({ id }) => id));
    return found.flatMap(({ id, due, what }): DueItem[] => { const row = rows.get(id); return row ? [{ title: ctx.title(row), href: ctx.href.record('activity', id), due, detail: ctx.pick(what).text }] : []; });
  },
};

const shifted = (day: string, years: number): string => Temporal.PlainDate.from(day).add({ years }).toString();
