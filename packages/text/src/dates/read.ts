import { cleanName } from '../clean.ts';
import type { LanguageTag } from '../language.ts';
import { asciiDigits } from '../numbers/digits.ts';
import { read, refuse } from '../problem.ts';
import type { Reading } from '../problem.ts';
import { formatDate } from './format.ts';
import { monthNamed } from './months.ts';
import { isOfCalendar } from './partial.ts';
import type { PartialDate } from './partial.ts';

interface Found {
  readonly year: string;
  readonly month?: number;
  readonly day?: number;
}

const yearWord = '(?:,? ?(?:năm|ປີ|ຄ\\.ສ\\.?|of)? ?)';

/** Every way of writing that is read; the first that fits decides. Numeric dates are day first, in every language. */
const ways: readonly { shape: RegExp; take: (m: readonly string[]) => Found | undefined }[] = [
  { shape: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, take: ([, y = '', m, d]) => ({ year: y, month: Number(m), day: Number(d) }) },
  { shape: /^(\d{4})[-/.](\d{1,2})$/, take: ([, y = '', m]) => ({ year: y, month: Number(m) }) },
  { shape: /^(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d+)$/, take: ([, d, , m, y = '']) => ({ year: y, month: Number(m), day: Number(d) }) },
  { shape: /^(?:tháng |ເດືອນ ?)?(\d{1,2}) ?[-/.] ?(\d{4})$/, take: ([, m, y = '']) => ({ year: y, month: Number(m) }) },
  { shape: /^(?:năm |ປີ ?)?(\d{4})$/, take: ([, y = '']) => ({ year: y }) },
  {
    shape: new RegExp(`^(\\d{1,2}) ?(?:tháng|ເດືອນ) ?(\\d{1,2})${yearWord}(\\d+)$`),
    take: ([, d, m, y = '']) => ({ year: y, month: Number(m), day: Number(d) }),
  },
  { shape: new RegExp(`^(?:tháng|ເດືອນ) ?(\\d{1,2})${yearWord}(\\d+)$`), take: ([, m, y = '']) => ({ year: y, month: Number(m) }) },
  {
    shape: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ?(?:ເດືອນ ?)?(\\D+?)${yearWord}(\\d+)$`),
    take: ([, d, name = '', y = '']) => named(y, name, Number(d)),
  },
  { shape: /^(\D+?) (\d{1,2})(?:st|nd|rd|th)?,? (\d+)$/, take: ([, name = '', d, y = '']) => named(y, name, Number(d)) },
  { shape: new RegExp(`^(?:ເດືອນ ?)?(\\D+?)${yearWord}(\\d+)$`), take: ([, name = '', y = '']) => named(y, name) },
];

function named(year: string, name: string, day?: number): Found | undefined {
  const found = monthNamed(name.trim().replace(/,$/, ''));
  if (found === undefined) return undefined;
  return day === undefined ? { year, month: found } : { year, month: found, day };
}

/**
 * Reads a date as people write it in any of the three languages, day first: 1/7/2013, 01-07-2013, 01.07.2013,
 * 2013-07-01, "1 tháng 7 năm 2013", "tháng 7/2013", "1 July 2013", "July 2013", "2013", "1 ກໍລະກົດ 2013",
 * "ວັນທີ 1 ເດືອນ 7 ປີ 2013", Lao digits. `lang` only words what is shown in a problem.
 *
 * Refused: a day or month the calendar does not have (7/13/2013 is not turned round), a year of two digits, a year of
 * the Buddhist era, a year outside 1800 to 2199.
 */
export function readDate(input: string, lang: LanguageTag): Reading<PartialDate> {
  const text = asciiDigits(cleanName(input)).toLowerCase().replace(/^(?:ngày|ວັນທີ|on) ?/, '').replace(/ {2,}/g, ' ');
  if (text === '') return refuse('text.date-missing');
  for (const way of ways) {
    const match = way.shape.exec(text);
    const found = match ? way.take(match) : undefined;
    if (found) return check(found, input.trim(), lang);
  }
  return refuse('text.date-unreadable', { input: shown(input) });
}

function check(found: Found, input: string, lang: LanguageTag): Reading<PartialDate> {
  const year = Number(found.year);
  if (found.year.length !== 4) return refuse('text.date-year-digits', { input: shown(input) });
  if (year > 2400 && year < 2700) return refuse('text.date-buddhist-era', { year: found.year, common: String(year - 543) });
  if (year < 1800 || year > 2199) return refuse('text.date-year-range', { year: found.year });
  if (found.month !== undefined && !isOfCalendar(year, found.month)) {
    return refuse('text.date-no-month', { input: shown(input), month: found.month });
  }
  const upTo = found.month === undefined ? found.year : `${found.year}-${two(found.month)}`;
  if (found.day === undefined) return read(upTo);
  if (!isOfCalendar(year, found.month, found.day)) {
    return refuse('text.date-no-day', { day: found.day, month: formatDate(upTo, lang) });
  }
  return read(`${upTo}-${two(found.day)}`);
}

const two = (value: number) => String(value).padStart(2, '0');

/** Input quoted in a message is kept short. */
const shown = (input: string) => (input.length > 60 ? `${input.slice(0, 60)}…` : input).toWellFormed();
