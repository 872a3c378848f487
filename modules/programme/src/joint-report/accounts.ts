/** Puts a corpus in the order of a report: by commitment, what each side says of it, and the figures beside each other. */
import { addDecimals } from '@entente/text';
import type { Figure, Indicator, ProgressReport } from '../kinds/index.ts';
import { choosePeriods, combineFigures, figuresDiffer, type Combination, type PeriodChoice, type Span } from './combine.ts';
import type { CommitmentView, Corpus, Entry } from './corpus.ts';

/** One side's account of one commitment: its reports, latest last. */
export interface Account {
  readonly party: string;
  readonly reports: readonly Entry<ProgressReport>[];
  /** State it gave last; null when it did not report. */
  readonly state: string | null;
}

export interface FigureLine {
  readonly indicator: Entry<Indicator>;
  /** By party, over the periods counted. */
  readonly said: Readonly<Record<string, Figure | null>>;
  readonly settled: Figure | null;
  /** Some counted periods are settled and some are not. */
  readonly partlySettled: boolean;
  readonly differs: boolean;
}

export interface CommitmentAccount {
  readonly commitment: Entry<CommitmentView>;
  readonly accounts: readonly Account[];
  readonly lines: readonly FigureLine[];
  /** Reports of periods that are listed and not counted. */
  readonly beside: readonly Entry<ProgressReport>[];
  readonly state: OverallState;
}

/** How a commitment stands for both sides together. */
export type OverallState = 'done' | 'under-way' | 'stuck' | 'dropped' | 'not-started' | 'not-reported';

export interface Accounts {
  readonly periods: PeriodChoice;
  readonly commitments: readonly CommitmentAccount[];
}

/** `parties` in the order in which they are named. */
export function accountsOf(corpus: Corpus, span: Span, parties: readonly string[]): Accounts {
  const periods = choosePeriods(corpus.periods.map((each) => ({ record: each.record, from: each.content.from, to: each.content.to })), span);
  const commitments = corpus.commitments.map((commitment) => accountOf(commitment, corpus, periods, parties));
  return { periods, commitments };
}

function accountOf(commitment: Entry<CommitmentView>, corpus: Corpus, periods: PeriodChoice, parties: readonly string[]): CommitmentAccount {
  const order = new Map([...periods.inside].map((period, at) => [period.record, at]));
  const about = corpus.reports.filter((report) => report.content.commitment === commitment.record);
  const counted = about.filter((report) => order.has(report.content.period))
    .toSorted((a, b) => (order.get(a.content.period) ?? 0) - (order.get(b.content.period) ?? 0));
  const listed = new Set(periods.listed.map((period) => period.record));
  const accounts = parties.map((party): Account => {
    const reports = counted.filter((report) => report.party === party);
    return { party, reports, state: reports.at(-1)?.content.state ?? null };
  });
  return {
    commitment, accounts,
    lines: linesOf(commitment.record, counted, corpus, periods, parties),
    beside: about.filter((report) => listed.has(report.content.period)),
    state: overallState(accounts.map((account) => account.state)),
  };
}

function linesOf(commitment: string, reports: readonly Entry<ProgressReport>[], corpus: Corpus, periods: PeriodChoice, parties: readonly string[]): FigureLine[] {
  const used = new Set(reports.flatMap((report) => (report.content.figures ?? []).map((figure) => figure.indicator)));
  return corpus.indicators.filter((indicator) => used.has(indicator.record)).map((indicator) => {
    const how = indicator.content.combine as Combination;
    const figuresOf = (mine: readonly Entry<ProgressReport>[]): Figure[] =>
      mine.flatMap((report) => (report.content.figures ?? []).filter((figure) => figure.indicator === indicator.record));
    const said = Object.fromEntries(parties.map((party) => [party, combineFigures(figuresOf(reports.filter((report) => report.party === party)), how)]));
    const reported = periods.inside.filter((period) => figuresOf(reports.filter((report) => report.content.period === period.record)).length > 0);
    const settled = reported.flatMap((period) => corpus.settlements.filter((each) => each.standing !== 'proposed' && each.standing !== 'declined'
      && each.content.commitment === commitment && each.content.indicator === indicator.record && each.content.period === period.record).slice(0, 1));
    const whole = settled.length === reported.length && settled.length > 0;
    return {
      indicator, said,
      settled: whole ? combineFigures(settled.map((each) => each.content), how) : null,
      partlySettled: !whole && settled.length > 0,
      differs: figuresDiffer(Object.values(said)),
    };
  });
}

/** Done only when every side says so; one side stuck makes it stuck; silence of one side does not undo the other's word. */
export function overallState(states: readonly (string | null)[]): OverallState {
  const said = states.filter((state) => state !== null);
  if (said.length === 0) return 'not-reported';
  if (said.includes('stuck')) return 'stuck';
  if (states.every((state) => state === 'done')) return 'done';
  if (said.every((state) => state === 'dropped')) return 'dropped';
  if (said.every((state) => state === 'not-started')) return 'not-started';
  return 'under-way';
}

/** Totals over all commitments, by indicator: the state of the cooperation in figures. A settled total stands only where every figure in it is settled. */
export function totalsOf(accounts: Accounts, parties: readonly string[]): readonly { readonly indicator: Entry<Indicator>; readonly said: Readonly<Record<string, string | null>>; readonly settled: string | null }[] {
  const indicators = new Map(accounts.commitments.flatMap((each) => each.lines.map((line) => [line.indicator.record, line.indicator] as const)));
  return [...indicators.values()].filter((indicator) => indicator.content.combine === 'sum').map((indicator) => {
    const lines = accounts.commitments.flatMap((each) => each.lines.filter((line) => line.indicator.record === indicator.record));
    const sum = (values: readonly (string | undefined)[]): string | null => {
      const given = values.filter((value) => value !== undefined);
      return given.length === 0 ? null : given.reduce((total, value) => addDecimals(total, value), '0');
    };
    return {
      indicator,
      said: Object.fromEntries(parties.map((party) => [party, sum(lines.map((line) => line.said[party]?.value))])),
      settled: lines.every((line) => line.settled !== null) ? sum(lines.map((line) => line.settled?.value)) : null,
    };
  });
}
