/** What each side said last of commitments, and how they stand for both together. Reads only. */
import type { VNode } from 'preact';
import { PartyStates, State, type StateName } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import type { Context } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import { reportStates, type ProgressReport, type ReportingPeriod } from '../kinds/index.ts';
import { partyIds, ReportedState, SHAPES, wordsOf } from './parts.tsx';

/** By commitment, then by party. */
export type Latest = ReadonlyMap<string, ReadonlyMap<string, RecordRow<ProgressReport>>>;

/** The newest report of each side on each commitment, by the end of its period; of these commitments, or of all. */
export async function latestReports(ctx: Context, commitments?: readonly string[]): Promise<Latest> {
  const coop = ctx.cooperation.id;
  const [reports, periods] = await Promise.all([
    allOf<ProgressReport>(ctx.read, { coop, kind: 'progress-report', ...(commitments ? { filters: [{ field: 'commitment', in: commitments }] } : {}) }),
    allOf<ReportingPeriod>(ctx.read, { coop, kind: 'reporting-period' }),
  ]);
  const ends = new Map(periods.map((period) => [period.id, period.content.to]));
  const found = new Map<string, Map<string, RecordRow<ProgressReport>>>();
  for (const report of reports.toSorted((a, b) => (ends.get(a.content.period) ?? '').localeCompare(ends.get(b.content.period) ?? ''))) {
    const of = found.get(report.content.commitment) ?? new Map<string, RecordRow<ProgressReport>>();
    found.set(report.content.commitment, of.set(report.party, report));
  }
  return found;
}

const NONE: StateName = 'none';
const LEGEND = ['done', 'under-way', 'stuck', 'dropped'] as const;

/** Beside the passages of an instrument: what each side says of every commitment, by the commitment's id; and what the marks mean, by the instrument's own. */
export async function reportedMargin(ctx: Context, row: RecordRow): Promise<ReadonlyMap<string, VNode>> {
  const { rows } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'commitment', linkedTo: { record: row.id, rel: 'instrument' }, limit: 500 });
  const latest = await latestReports(ctx, rows.map(({ id }) => id));
  const none = wordsOf(ctx)('filter-none');
  if (latest.size === 0) return new Map();
  const legend = <>{LEGEND.map((state) => <ReportedState key={state} ctx={ctx} state={state} />)}<State is={NONE}>{none}</State></>;
  return new Map([[row.id, legend], ...rows.flatMap(({ id }): [string, VNode][] => {
    const said = latest.get(id);
    if (!said) return [];
    return [[id, <PartyStates states={partyIds(ctx).map((party) => {
      const state = said.get(party)?.content.state;
      const labels = state === undefined ? undefined : reportStates.values[state];
      return { party, is: state === undefined ? NONE : SHAPES[state] ?? NONE, label: labels ? ctx.show(labels) : none };
    })} />]];
  })]);
}
