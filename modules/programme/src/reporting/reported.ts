/** What was reported of one commitment in every period, and from it how far each side is and who acts next. Reads only. */
import type { RecordRow } from '@entente/kernel';
import type { NextStep, PartyState } from '@entente/ui';
import type { Context, RecordStand } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import { reportStates, type ProgressReport, type ReportingPeriod } from '../kinds/index.ts';
import { compare, isOpen, type Comparison } from './compare.ts';
import { mayReport, partyIds, SHAPES, wordsOf } from './parts.tsx';

export interface Reported {
  /** The newest period there is, reported on or not. */
  readonly latest: RecordRow<ReportingPeriod> | undefined;
  /** Periods some side reported on, newest first. */
  readonly periods: readonly { readonly period: RecordRow<ReportingPeriod>; readonly comparison: Comparison }[];
}

/** The head of a page and what stands after its content ask the same of the same row. */
const asked = new WeakMap<RecordRow, Promise<Reported>>();

export function reportedOf(ctx: Context, row: RecordRow): Promise<Reported> {
  let known = asked.get(row);
  if (!known) asked.set(row, known = ask(ctx, row));
  return known;
}

async function ask(ctx: Context, row: RecordRow): Promise<Reported> {
  const coop = ctx.cooperation.id;
  const [reports, all] = await Promise.all([
    allOf<ProgressReport>(ctx.read, { coop, kind: 'progress-report', filters: [{ field: 'commitment', is: row.id }] }),
    allOf<ReportingPeriod>(ctx.read, { coop, kind: 'reporting-period', sort: '-date' }),
  ]);
  const reported = all.filter((period) => reports.some((report) => report.content.period === period.id));
  const periods = await Promise.all(reported.map(async (period) => ({ period, comparison: (await compare(ctx.read, coop, period.id, row.id))[0] })));
  return { latest: all[0], periods: periods.flatMap(({ period, comparison }) => (comparison ? [{ period, comparison }] : [])) };
}

/** Under the title of a commitment; nobody reports on what is not agreed yet. */
export async function commitmentStand(ctx: Context, row: RecordRow): Promise<RecordStand> {
  const reported = await reportedOf(ctx, row);
  return { states: row.ordinal === 0 ? [] : partyIds(ctx).map((party) => stateOf(ctx, reported, party)), next: reported.periods.flatMap(({ period, comparison }) => nextOf(ctx, period, comparison)) };
}

function stateOf(ctx: Context, { periods }: Reported, party: string): PartyState {
  const state = periods.map(({ comparison }) => comparison.reports[party]?.content.state).find((each) => each !== undefined);
  const labels = state === undefined ? undefined : reportStates.values[state];
  return { party, is: state === undefined ? 'none' : SHAPES[state] ?? 'none', label: labels ? ctx.show(labels) : wordsOf(ctx)('filter-none') };
}

/** Sides that are silent report; what differs is settled by all; what is proposed is answered. */
function nextOf(ctx: Context, period: RecordRow<ReportingPeriod>, { commitment, reports, figures }: Comparison): NextStep[] {
  const t = wordsOf(ctx);
  const name = (row: RecordRow<unknown>): string => ctx.title(row as RecordRow).text;
  const silent = partyIds(ctx).filter((party) => !reports[party]).map((party): NextStep => ({
    parties: [party], what: t('next-report', { period: name(period) }),
    href: party === ctx.party.id && mayReport(ctx) ? ctx.href.create('progress-report', { commitment: commitment.id, period: period.id }) : '#waits',
  }));
  const open = figures.filter(isOpen);
  const proposed = open.flatMap((figure): NextStep[] => (figure.settlement && figure.settlement.waitsFor.length > 0
    ? [{ parties: figure.settlement.waitsFor, what: t('next-answer', { indicator: name(figure.indicator) }), href: ctx.href.record('settlement', figure.settlement.id) }] : []));
  const differing = open.length - proposed.length;
  return [...silent, ...proposed, ...(differing === 0 ? [] : [{ parties: partyIds(ctx), what: t('next-settle', { count: differing }), href: `/reporting/${period.id}/${commitment.id}#settle` }])];
}
