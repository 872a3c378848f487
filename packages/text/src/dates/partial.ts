/**
 * A date as far as it is known: "2013", "2013-07", "2013-07-01" (ISO 8601; years 1000 to 9999). Plain text order is
 * order in time among dates of one precision; use `comparePartials` otherwise.
 */
export type PartialDate = string;

export type Precision = 'year' | 'month' | 'day';

/** From one partial date to another, both included; null is open. */
export interface Period {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

const shape = /^([1-9]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/;

export function isPartialDate(value: unknown): value is PartialDate {
  if (typeof value !== 'string') return false;
  const [, year, month, day] = shape.exec(value) ?? [];
  return year !== undefined && isOfCalendar(Number(year), month === undefined ? undefined : Number(month), day === undefined ? undefined : Number(day));
}

/** Whether the calendar has this year, month or day. */
export function isOfCalendar(year: number, month?: number, day?: number): boolean {
  if (month === undefined) return day === undefined;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth);
}

export function precisionOf(date: PartialDate): Precision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';
}

/** The first day the partial date may mean. Throws RangeError on what is no partial date. */
export function firstDay(date: PartialDate): Temporal.PlainDate {
  if (!isPartialDate(date)) throw new RangeError(`not a partial date: ${String(date)}`);
  return Temporal.PlainDate.from(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);
}

/** The last day the partial date may mean: 2013-12-31 for "2013". */
export function lastDay(date: PartialDate): Temporal.PlainDate {
  const first = firstDay(date);
  if (date.length === 4) return first.with({ month: 12, day: 31 });
  return date.length === 7 ? first.with({ day: first.daysInMonth }) : first;
}

/** By first day, the vaguer first: 2013, 2013-01, 2013-01-01, 2013-02. */
export function comparePartials(a: PartialDate, b: PartialDate): number {
  return Temporal.PlainDate.compare(firstDay(a), firstDay(b)) || a.length - b.length;
}

/** "2021/2023", a partial date alone, "2021/.." or "../2023" as a period; undefined when it is none or runs backwards. */
export function parsePeriod(text: string): Period | undefined {
  const [first = '', second, ...more] = text.split('/');
  if (more.length > 0) return undefined;
  const open = (side: string) => side === '..' || side === '';
  const from = open(first) ? null : first;
  const to = second === undefined ? from : open(second) ? null : second;
  if ((from === null && to === null) || (from !== null && !isPartialDate(from)) || (to !== null && !isPartialDate(to))) return undefined;
  return isPeriod({ from, to }) ? { from, to } : undefined;
}

/** The text form that `parsePeriod` reads. */
export function periodText({ from, to }: Period): string {
  return from === to && from !== null ? from : `${from ?? '..'}/${to ?? '..'}`;
}

/** Whether both ends are partial dates (or open) in order. */
export function isPeriod({ from, to }: Period): boolean {
  if (from !== null && !isPartialDate(from)) return false;
  if (to !== null && !isPartialDate(to)) return false;
  return from === null || to === null || Temporal.PlainDate.compare(firstDay(from), lastDay(to)) <= 0;
}

/** Whether every day of `inner` lies in `outer`. */
export function periodWithin(inner: Period, outer: Period): boolean {
  return startsNoEarlier(inner, outer) && endsNoLater(inner, outer);
}

/** Whether the periods share a day. */
export function periodsOverlap(a: Period, b: Period): boolean {
  return isPeriod({ from: a.from, to: b.to }) && isPeriod({ from: b.from, to: a.to });
}

function startsNoEarlier(inner: Period, outer: Period): boolean {
  if (outer.from === null) return true;
  return inner.from !== null && Temporal.PlainDate.compare(firstDay(inner.from), firstDay(outer.from)) >= 0;
}

function endsNoLater(inner: Period, outer: Period): boolean {
  if (outer.to === null) return true;
  return inner.to !== null && Temporal.PlainDate.compare(lastDay(inner.to), lastDay(outer.to)) <= 0;
}
