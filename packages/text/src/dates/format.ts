import { isLang } from '../language.ts';
import type { Lang, LanguageTag } from '../language.ts';
import { monthNames, shortMonths } from './months.ts';
import { isPartialDate } from './partial.ts';
import type { PartialDate, Period } from './partial.ts';

/**
 * long: "ngày 01 tháng 7 năm 2013", "1 ກໍລະກົດ 2013", "1 July 2013", for texts and titles.
 * medium: "1/7/2013", "1 ກ.ລ. 2013", "1 Jul 2013", for running pages.
 * short: "01/07/2013" in every language, for tables.
 */
export type DateStyle = 'long' | 'medium' | 'short';

type Writer = (year: string, month?: number, day?: number) => string;

const two = (value: number) => String(value).padStart(2, '0');

const short: Writer = (year, month, day) =>
  month === undefined ? year : day === undefined ? `${two(month)}/${year}` : `${two(day)}/${two(month)}/${year}`;

const named = (names: readonly string[]): Writer => (year, month, day) =>
  month === undefined ? year : `${day === undefined ? '' : `${day} `}${names[month - 1]} ${year}`;

const writers: Record<DateStyle, Record<Lang, Writer>> = {
  long: {
    // A zero before days 1-9 and months 1-2: Decree 30/2020/NĐ-CP on records, appendix I.
    vi: (year, month, day) => {
      if (month === undefined) return year;
      const monthText = `tháng ${month < 3 ? two(month) : month} năm ${year}`;
      return day === undefined ? monthText : `ngày ${two(day)} ${monthText}`;
    },
    lo: named(monthNames.lo),
    en: named(monthNames.en),
  },
  medium: {
    vi: (year, month, day) => (month === undefined ? year : `${day === undefined ? '' : `${day}/`}${month}/${year}`),
    lo: named(shortMonths.lo),
    en: named(shortMonths.en),
  },
  short: { vi: short, lo: short, en: short },
};

/** A partial date in words of `lang` (English for a language without its own), in full as far as it is known. */
export function formatDate(date: PartialDate, lang: LanguageTag, style: DateStyle = 'long'): string {
  if (!isPartialDate(date)) return date;
  const [year = '', month, day] = date.split('-');
  const write = writers[style][isLang(lang) ? lang : 'en'];
  return write(year, month === undefined ? undefined : Number(month), day === undefined ? undefined : Number(day));
}

const openEnds: Record<Lang, { from: (date: string) => string; to: (date: string) => string }> = {
  vi: { from: (date) => `từ ${date}`, to: (date) => `đến ${date}` },
  lo: { from: (date) => `ແຕ່ ${date}`, to: (date) => `ເຖິງ ${date}` },
  en: { from: (date) => `from ${date}`, to: (date) => `until ${date}` },
};

/** "2019–2021", "1 Jul 2013 – 30 Jun 2014", "từ 2019" where the end is open; one date where both ends are the same. */
export function formatPeriod({ from, to }: Period, lang: LanguageTag, style: DateStyle = 'medium'): string {
  const words = openEnds[isLang(lang) ? lang : 'en'];
  if (from === null) return to === null ? '' : words.to(formatDate(to, lang, style));
  if (to === null) return words.from(formatDate(from, lang, style));
  if (from === to) return formatDate(from, lang, style);
  const joint = from.length === 4 && to.length === 4 ? '–' : ' – ';
  return formatDate(from, lang, style) + joint + formatDate(to, lang, style);
}

/**
 * An instant on the clock of a time zone: "21/11/2026 14:05" (short, the default), with the date in the style asked for
 * otherwise. Takes a Temporal.Instant or its ISO text. Throws RangeError on a zone the runtime does not know.
 */
export function formatInstant(instant: Temporal.Instant | string, lang: LanguageTag, zone: string, style: DateStyle = 'short'): string {
  const at = (typeof instant === 'string' ? Temporal.Instant.from(instant) : instant).toZonedDateTimeISO(zone);
  const date = `${String(at.year).padStart(4, '0')}-${two(at.month)}-${two(at.day)}`;
  return `${formatDate(date, lang, style)} ${two(at.hour)}:${two(at.minute)}`;
}
