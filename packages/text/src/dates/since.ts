import type { Lang } from '../language.ts';
import { formatDate } from './format.ts';

const writers = new Map<Lang, Intl.RelativeTimeFormat>();

function writerOf(lang: Lang): Intl.RelativeTimeFormat {
  let writer = writers.get(lang);
  if (!writer) writers.set(lang, (writer = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' })));
  return writer;
}

const [MINUTE, HOUR, DAY] = [60, 3_600, 86_400] as const;
/** Days after which a date says more than a count of days. */
const FAR = 14;

/** How long ago an instant was: "4 phút trước", "hôm qua", "2 days ago"; the date beyond two weeks. Days are those of the zone's calendar. */
export function formatSince(instant: Temporal.Instant | string, lang: Lang, zone: string, now: Temporal.Instant = Temporal.Now.instant()): string {
  const then = typeof instant === 'string' ? Temporal.Instant.from(instant) : instant;
  const seconds = Math.max(0, Math.round((now.epochMilliseconds - then.epochMilliseconds) / 1_000));
  const days = dayOf(then, zone).until(dayOf(now, zone)).days;
  if (days > FAR) return formatDate(dayOf(then, zone).toString(), lang, 'medium');
  if (seconds < MINUTE) return writerOf(lang).format(0, 'second');
  if (seconds < HOUR) return writerOf(lang).format(-Math.floor(seconds / MINUTE), 'minute');
  if (days === 0 || seconds < DAY / 4) return writerOf(lang).format(-Math.floor(seconds / HOUR), 'hour');
  return writerOf(lang).format(-Math.max(1, days), 'day');
}

/** How far a day lies ahead or behind: "còn 9 ngày" is for the caller to say; here "trong 9 ngày nữa", "hôm qua", "in 3 months". */
export function formatDaysFrom(today: string, day: string, lang: Lang): string {
  const { days } = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(day));
  if (Math.abs(days) <= 60) return writerOf(lang).format(days, 'day');
  return writerOf(lang).format(Math.trunc(days / 30.44), 'month');
}

const dayOf = (instant: Temporal.Instant, zone: string): Temporal.PlainDate => instant.toZonedDateTimeISO(zone).toPlainDate();
