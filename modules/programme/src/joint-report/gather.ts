import type { ListQuery, Reader, RecordRow, RecordVersion } from '@entente/kernel';
import type { Indicator, ProgressReport, ReportingPeriod, Settlement } from '../kinds/index.ts';
import { choosePeriods, type Span } from './combine.ts';
import { entryOf, type CommitmentView, type Corpus, type InstrumentView, type MeetingView, type OfficeView } from './corpus.ts';

export interface Scope extends Span {
  /** Empty: every theme. */
  readonly themes: readonly string[];
}

export interface Gathered {
  readonly corpus: Corpus;
  /** Commitments of the span that only one side has recorded; a joint report leaves them out and says how many. */
  readonly unconfirmed: number;
}

const PAGE = 500;

/** Everything of a kind, page by page. */
export async function allOf<C>(read: Reader, query: ListQuery): Promise<RecordRow<C>[]> {
  const rows: RecordRow<C>[] = [];
  for (;;) {
    const page = await read.list({ ...query, offset: rows.length, limit: PAGE });
    rows.push(...(page.rows as unknown as RecordRow<C>[]));
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

const agreed = (row: RecordRow<unknown>): boolean => row.standing === 'agreed' || row.standing === 'changing';
const within = (date: string | undefined, span: Span): boolean => date !== undefined && date <= span.to.slice(0, date.length) && date >= span.from.slice(0, date.length);

/** What the records say now of a span of time and some themes. */
export async function gather(read: Reader, coop: string, scope: Scope): Promise<Gathered> {
  const of = <C>(kind: string): Promise<RecordRow<C>[]> => allOf<C>(read, { coop, kind });
  const [commitments, instruments, meetings, indicators, periods, reports, settlements, translations] = await Promise.all([
    of<CommitmentView>('commitment'), of<InstrumentView>('instrument'), of<MeetingView>('meeting'), of<Indicator>('indicator'),
    of<ReportingPeriod>('reporting-period'), of<ProgressReport>('progress-report'), of<Settlement>('settlement'), of<{ record: string }>('translation'),
  ]);
  const known = periods.filter(agreed);
  const choice = choosePeriods(known.map((row) => ({ record: row.id, from: row.content.from, to: row.content.to })), scope);
  const near = new Set([...choice.inside, ...choice.listed].map((period) => period.record));
  const nearReports = reports.filter((row) => near.has(row.content.period));
  const concerned = concerns(scope, instruments, new Set(nearReports.map((row) => row.content.commitment)));
  const inScope = commitments.filter(concerned);
  const kept = inScope.filter(agreed);
  const keptIds = new Set(kept.map((row) => row.id));
  const offices = await read.many(coop, [...new Set(kept.flatMap((row) => row.content.responsible ?? []))]);
  const shown = {
    commitments: kept.toSorted(byItem),
    instruments: instruments.filter((row) => agreed(row) && (within(row.content.signedOn, scope) || kept.some((each) => each.content.instrument === row.id))).toSorted(byDate),
    meetings: meetings.filter((row) => agreed(row) && (within(row.content.dates.from, scope) || kept.some((each) => each.content.meeting === row.id))).toSorted(byDate),
    offices: [...offices.values()] as unknown as RecordRow<OfficeView>[],
    indicators: indicators.filter(agreed),
    periods: known.filter((row) => near.has(row.id)),
    reports: nearReports.filter((row) => keptIds.has(row.content.commitment)),
    settlements: settlements.filter((row) => agreed(row) && near.has(row.content.period) && keptIds.has(row.content.commitment)),
  };
  const ids = new Set(Object.values(shown).flatMap((rows) => rows.map((row) => row.id)));
  return {
    corpus: { ...mapEntries(shown), translations: translations.filter((row) => ids.has(row.content.record)).map((row) => ({ record: row.id, version: row.version })) },
    unconfirmed: inScope.length - kept.length,
  };
}

type Rows = { readonly [K in Exclude<keyof Corpus, 'translations'>]: readonly RecordRow<Corpus[K][number]['content']>[] };
const mapEntries = (rows: Rows): Omit<Corpus, 'translations'> =>
  Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, (list as readonly RecordRow[]).map(entryOf)])) as unknown as Omit<Corpus, 'translations'>;

/** A commitment belongs to a span when it was made in it, was to be carried out in it, or was reported on in it. */
function concerns(scope: Scope, instruments: readonly RecordRow<InstrumentView>[], reported: ReadonlySet<string>): (row: RecordRow<CommitmentView>) => boolean {
  const periodOf = new Map(instruments.map((row) => [row.id, row.content.period]));
  return (row) => {
    if (scope.themes.length > 0 && !row.content.themes.some((theme) => scope.themes.includes(theme))) return false;
    const period = row.content.period ?? periodOf.get(row.content.instrument ?? '');
    return reported.has(row.id) || within(row.content.undertakenOn, scope)
      || (period !== undefined && period.from.slice(0, 10) <= scope.to && period.to >= scope.from.slice(0, period.to.length));
  };
}

const byDate = (a: RecordRow<unknown>, b: RecordRow<unknown>): number => (a.date ?? '').localeCompare(b.date ?? '') || a.id.localeCompare(b.id);
const byItem = (a: RecordRow<CommitmentView>, b: RecordRow<CommitmentView>): number =>
  byDate(a, b) || (a.content.instrument ?? '').localeCompare(b.content.instrument ?? '')
  || Number(a.content.item ?? 0) - Number(b.content.item ?? 0) || (a.content.part ?? '').localeCompare(b.content.part ?? '');

/** The exact versions a corpus is made of: what freezing a joint report cites. */
export function citesOf(corpus: Corpus): RecordVersion[] {
  const { translations, ...entries } = corpus;
  const shown = Object.values(entries).flat() as readonly { readonly record: string; readonly version: string }[];
  return [...shown, ...translations].map(({ record, version }) => ({ record, version })).toSorted((a, b) => a.record.localeCompare(b.record));
}
