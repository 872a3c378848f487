/** What both sides said of one period, commitment by commitment, with the figures beside each other. Reads only. */
import { compareDecimals, formatMoney, formatNumber, subtractDecimals, type Lang } from '@entente/text';
import type { Reader, RecordRow } from '@entente/kernel';
import { figuresDiffer } from '../joint-report/combine.ts';
import { allOf } from '../joint-report/gather.ts';
import type { Figure, Indicator, ProgressReport, Settlement } from '../kinds/index.ts';

export interface FigureComparison {
  readonly indicator: RecordRow<Indicator>;
  readonly said: Readonly<Record<string, Figure | null>>;
  /** The settled figure, or the proposal that waits. */
  readonly settlement: RecordRow<Settlement> | null;
  readonly differs: boolean;
  /** A report it settles has a newer version. */
  readonly changedSince: boolean;
}

export interface Comparison {
  readonly commitment: RecordRow;
  /** Latest report of each side that gave one. */
  readonly reports: Readonly<Record<string, RecordRow<ProgressReport>>>;
  readonly figures: readonly FigureComparison[];
}

export const isSettled = (row: RecordRow<unknown> | null): boolean => row !== null && (row.standing === 'agreed' || row.standing === 'changing');
export const isOpen = (comparison: FigureComparison): boolean => comparison.differs && !isSettled(comparison.settlement);

/** Every commitment of a period that some side reported on, in the order of their texts; or one commitment alone. */
export async function compare(read: Reader, coop: string, period: string, commitment?: string): Promise<Comparison[]> {
  const filters = [{ field: 'period', is: period }, ...(commitment === undefined ? [] : [{ field: 'commitment', is: commitment }])];
  const [reports, settlements] = await Promise.all([
    allOf<ProgressReport>(read, { coop, kind: 'progress-report', filters }), allOf<Settlement>(read, { coop, kind: 'settlement', filters }),
  ]);
  const named = new Set([...reports.map((row) => row.content.commitment), ...(commitment === undefined ? [] : [commitment])]);
  const used = new Set(reports.flatMap((row) => (row.content.figures ?? []).map((figure) => figure.indicator)));
  const records = await read.many(coop, [...named, ...used]);
  return [...named].flatMap((id): Comparison[] => {
    const row = records.get(id);
    if (!row) return [];
    const mine = reports.filter((report) => report.content.commitment === id);
    const about = settlements.filter((settlement) => settlement.content.commitment === id && settlement.standing !== 'declined');
    return [{ commitment: row, reports: Object.fromEntries(mine.map((report) => [report.party, report])), figures: figuresOf(mine, about, records) }];
  }).toSorted((a, b) => placeOf(a).localeCompare(placeOf(b), 'en', { numeric: true }));
}

function figuresOf(reports: readonly RecordRow<ProgressReport>[], settlements: readonly RecordRow<Settlement>[], records: ReadonlyMap<string, RecordRow>): FigureComparison[] {
  const ids = [...new Set(reports.flatMap((report) => (report.content.figures ?? []).map((figure) => figure.indicator)))];
  return ids.flatMap((id): FigureComparison[] => {
    const indicator = records.get(id) as RecordRow<Indicator> | undefined;
    if (!indicator) return [];
    const said = Object.fromEntries(reports.map((report) => [report.party, report.content.figures?.find((figure) => figure.indicator === id) ?? null]));
    const candidates = settlements.filter((settlement) => settlement.content.indicator === id);
    const settlement = candidates.find(isSettled) ?? candidates[0] ?? null;
    const changedSince = settlement !== null && settlement.content.reports.some((cited) => reports.some((report) => report.id === cited.record && report.version !== cited.version));
    return [{ indicator, said, settlement, differs: figuresDiffer(Object.values(said)), changedSince }];
  });
}

function placeOf({ commitment }: Comparison): string {
  const content = commitment.content as { readonly item?: string; readonly part?: string; readonly instrument?: string };
  return `${commitment.date ?? ''} ${content.instrument ?? ''} ${content.item ?? ''} ${content.part ?? ''} ${commitment.id}`;
}

/** A value in the reader's convention, money with its currency. */
export const valueText = (indicator: Indicator, value: string, lang: Lang): string =>
  (indicator.currency === undefined ? formatNumber(value, lang) : formatMoney({ amount: value, currency: indicator.currency }, lang));

/** How far apart two sides are, as a positive value; null unless exactly two said something. */
export function gapOf(said: Readonly<Record<string, Figure | null>>): string | null {
  const [a, b, ...more] = Object.values(said).filter((figure) => figure !== null);
  if (!a || !b || more.length > 0) return null;
  return compareDecimals(a.value, b.value) >= 0 ? subtractDecimals(a.value, b.value) : subtractDecimals(b.value, a.value);
}
