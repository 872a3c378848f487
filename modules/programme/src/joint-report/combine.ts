/** What a span of time gives: reporting periods wholly inside are summed, overlapping ones listed, nothing prorated. */
import { addDecimals, compareDecimals } from '@entente/text';
import type { Figure } from '../kinds/index.ts';

export interface Span { readonly from: string; readonly to: string }
export interface PeriodSpan extends Span { readonly record: string }

/** How the reporting periods of a cooperation stand to the span of a joint report. */
export interface PeriodChoice {
  /** Wholly inside and not covered by one another: their figures may be put together. Oldest first. */
  readonly inside: readonly PeriodSpan[];
  /** Partly outside, or inside a longer period already counted: their figures are shown, never added. */
  readonly listed: readonly PeriodSpan[];
}

const overlap = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;
const days = (span: Span): number => Temporal.PlainDate.from(span.from).until(Temporal.PlainDate.from(span.to)).days;

/**
 * Chooses which periods are counted. Of periods inside the span that overlap each other the longer one counts (a half-year
 * inside a reported year would be counted twice), the others are listed.
 */
export function choosePeriods(periods: readonly PeriodSpan[], span: Span): PeriodChoice {
  const near = periods.filter((period) => overlap(period, span));
  const candidates = near.filter((period) => period.from >= span.from && period.to <= span.to)
    .toSorted((a, b) => days(b) - days(a) || a.from.localeCompare(b.from) || a.record.localeCompare(b.record));
  const inside: PeriodSpan[] = [];
  for (const period of candidates) if (!inside.some((counted) => overlap(counted, period))) inside.push(period);
  const byDate = (a: PeriodSpan, b: PeriodSpan): number => a.from.localeCompare(b.from) || a.to.localeCompare(b.to);
  return { inside: inside.toSorted(byDate), listed: near.filter((period) => !inside.includes(period)).toSorted(byDate) };
}

export type Combination = 'sum' | 'latest' | 'none';

/** Several periods' figures as one: summed, the latest, or not at all. Null where nothing was reported or nothing may be combined. */
export function combineFigures(figures: readonly Figure[], how: Combination): Figure | null {
  const [first] = figures;
  if (!first) return null;
  if (figures.length === 1) return first;
  if (how === 'none') return null;
  if (how === 'latest') return figures.at(-1) ?? null;
  return figures.slice(1).reduce(add, first);
}

/** Women and men are summed only where every figure gives them: a part would look like the whole. */
function add(sum: Figure, figure: Figure): Figure {
  const value = addDecimals(sum.value, figure.value);
  if (sum.women === undefined || sum.men === undefined || figure.women === undefined || figure.men === undefined) return { value };
  return { value, women: addDecimals(sum.women, figure.women), men: addDecimals(sum.men, figure.men) };
}

/** Whether two sides' figures say different things. A side that says nothing does not differ. */
export function figuresDiffer(figures: readonly (Figure | null)[]): boolean {
  const given = figures.filter((figure) => figure !== null);
  return given.some((figure) => given.some((other) => compareDecimals(figure.value, other.value) !== 0
    || differs(figure.women, other.women) || differs(figure.men, other.men)));
}

const differs = (a: string | undefined, b: string | undefined): boolean => a !== undefined && b !== undefined && compareDecimals(a, b) !== 0;
