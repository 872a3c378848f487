import { comparePartials, isPartialDate, readDate } from '@entente/text';
import type { PartialDate } from '@entente/text';
import { extract, Spans } from './context.ts';
import type { Context, Raw } from './context.ts';

const YEAR = '((?:19|20|21)\\d\\d)';
const ANY = '[ \\t\\n]{0,3}';
/** "2017-2019", with or without the word for a period before it. A phone number or a decision's number is none. */
const YEARS = new RegExp(
  `(?<![\\p{L}\\p{M}\\d/.,-])(?:(?:[Gg]iai đoạn|[Tt]hời kỳ|[Nn]ăm|[Nn]iên khóa|[Pp]eriod|[Yy]ears|ໄລຍະ|ສົກປີ|ປີ)${ANY})?(?:(?:năm|of|ປີ)${ANY})?${YEAR}${ANY}[-/]${ANY}${YEAR}(?![\\d/]|[.,]\\d|-[\\p{L}\\d])`, 'gu',
);
/** "11-12/11/2025", "30/11-2/12/2025", "10-12 December 2015": days set close together. */
const DAYS = /(?<![\p{L}\p{M}\d/.,-])(?:(?:[Nn]gày|ວັນທີ)[ \t\n]{0,3})?(\d{1,2})(?:\/(\d{1,2}))?-(\d{1,2}(?:\/\d{1,2}\/| \p{L}{3,9},? )(?:19|20|21)\d\d)(?![\d/]|[.,]\d)/gu;
/** What stands between the two ends of a period, and the word before the first. */
const BETWEEN = /^[ \t\n]{0,3}(?:-|đến|tới|đến hết|to|until|till|and|ຫາ|ເຖິງ|ຮອດ)[ \t\n]{0,3}(?:hết |the end of |ວັນທີ )?$/u;
const FROM = /(?:[Tt]ừ|[Ff]rom|[Bb]etween|ແຕ່|ຕັ້ງແຕ່|ນັບແຕ່|[Gg]iai đoạn|ໄລຍະ)[ \t\n]{0,3}$/u;
/** "11-12/11/2025", "từ ngày 10 đến ngày 12/12/2015", "10 - 12 December 2015": the first day lacks what the second has. */
const FIRST_DAY = /(?:(?:[Tt]ừ |[Ff]rom |ແຕ່ ?)?(?:ngày |ວັນທີ ?)?)(\d{1,2})(?:\/(\d{1,2}))?[ \t\n]{0,2}(?:-|đến|to|and|và|ຫາ|ເຖິງ|,)[ \t\n]{0,2}(?:ngày |ວັນທີ ?)?$/u;
const LONGEST = 60;

/** Periods, and the dates that are no end of one. */
export function periodsIn(context: Context, dates: readonly Raw[]): { periods: Raw[]; dates: Raw[] } {
  const periods = [...yearsIn(context), ...daysIn(context)];
  const taken = new Spans(periods.map(({ at }) => at));
  const free = dates.filter(({ at }) => !taken.touching(at));
  const rest: Raw[] = [];
  for (let at = 0; at < free.length; at += 1) {
    const date = free[at] as Raw;
    const pair = paired(context, date, free[at + 1]);
    if (pair) at += 1;
    const found = pair ?? daysTo(context, date);
    if (found) periods.push(found);
    else rest.push(date);
  }
  return { periods: periods.toSorted((a, b) => a.at.start - b.at.start), dates: rest };
}

function yearsIn(context: Context): Raw[] {
  const found: Raw[] = [];
  for (const match of context.plain.text.matchAll(YEARS)) {
    const [from = '', to = ''] = match.slice(1);
    const years = Number(to) - Number(from);
    if (years < 0 || years > LONGEST) continue;
    found.push(period(context, match.index, match.index + match[0].length, from, to));
  }
  return found;
}

function daysIn(context: Context): Raw[] {
  const found: Raw[] = [];
  for (const match of context.plain.text.matchAll(DAYS)) {
    const last = readDate(match[3] ?? '', context.lang);
    const first = last.ok ? firstDayOf(match[1] ?? '', match[2], last.value) : undefined;
    if (last.ok && first) found.push(period(context, match.index, match.index + match[0].length, first, last.value));
  }
  return found;
}

/** The first day of a stretch that ends on `last`, of the month written or of the same. */
function firstDayOf(day: string, month: string | undefined, last: PartialDate): PartialDate | undefined {
  const first = `${last.slice(0, 4)}-${month ? month.padStart(2, '0') : last.slice(5, 7)}-${day.padStart(2, '0')}`;
  return last.length === 10 && isPartialDate(first) && comparePartials(first, last) < 0 ? first : undefined;
}

function period(context: Context, start: number, end: number, from: PartialDate, to: PartialDate): Raw {
  return { type: 'period', ...extract(context, start, end), value: { from, to } };
}

/** "từ tháng 3/2019 đến tháng 6/2021", "between 2019 and 2021", "1/7/2013 - 30/6/2014". */
function paired(context: Context, first: Raw, second: Raw | undefined): Raw | undefined {
  if (first.type !== 'date' || second?.type !== 'date') return undefined;
  const { text } = context.plain;
  const between = text.slice(first.at.end, second.at.start);
  if (!BETWEEN.test(between)) return undefined;
  const word = FROM.exec(text.slice(Math.max(0, first.at.start - 16), first.at.start))?.[0];
  if (/and|và/u.test(between) && word === undefined) return undefined;
  const { date: from } = first.value;
  const { date: to } = second.value;
  if (comparePartials(from, to) >= 0) return undefined;
  return period(context, first.at.start - (word?.length ?? 0), second.at.end, from, to);
}

function daysTo(context: Context, last: Raw): Raw | undefined {
  if (last.type !== 'date' || last.value.date.length !== 10) return undefined;
  const from = Math.max(0, last.at.start - 34);
  const match = FIRST_DAY.exec(context.plain.text.slice(from, last.at.start));
  if (!match || /[\d/.,\p{L}]$/u.test(context.plain.text.slice(0, from + match.index).slice(-1))) return undefined;
  const first = firstDayOf(match[1] ?? '', match[2], last.value.date);
  return first === undefined ? undefined : period(context, from + match.index, last.at.end, first, last.value.date);
}
