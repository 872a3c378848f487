import { isPartialDate, readDate } from '@entente/text';
import type { PartialDate } from '@entente/text';
import { extract, Spans } from './context.ts';
import type { Context, Raw } from './context.ts';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const LAO_MONTHS = 'ມັງກອນ|ກຸມພາ|ມີນາ|ເມສາ|ພຶດສະພາ|ມິຖຸນາ|ກໍລະກົດ|ສິງຫາ|ກັນຍາ|ຕຸລາ|ພະຈິກ|ທັນວາ';
const YEAR = '(?:1[89]|20|21)\\d\\d';
/** No letter, digit or stroke before: 2640/QĐ, 84-KL, 1/2/3/2020 are no dates. */
const START = '(?<![\\p{L}\\p{M}\\d/.,-])';
const LAO_START = '(?<![\\d/.,-])';
const STOP = '(?![\\d/]|[.,]\\d|-\\p{L}|-\\d)';

/** Spaces, also a wrapped line's end; few, so that no pattern can run long. */
const ANY = '[ \\t\\n]{0,3}';
const SOME = '[ \\t\\n]{1,3}';
const ORDINAL = '(?:st|nd|rd|th)?';
/** What a bare year may not be followed by: then it counts something. */
const COUNTED = 'people|persons|workers|trainees|officials|students|households|VND|LAK|USD|million|billion';

/** Full dates, then months, then years; the longest way of writing first. */
const WAYS: readonly RegExp[] = [
  `${START}(?:[Nn]gày${SOME})?\\d{1,2}${ANY}tháng${ANY}\\d{1,2},?${ANY}(?:năm${ANY})?${YEAR}(?!\\d)`,
  `${LAO_START}(?:ວັນທີ${ANY})?\\d{1,2}${ANY}(?:(?:ເດືອນ${ANY})?(?:${LAO_MONTHS})|ເດືອນ${ANY}\\d{1,2})${ANY},?${ANY}(?:(?:ປີ|ຄ\\.ສ\\.?)${ANY})?${YEAR}(?!\\d)`,
  `${START}\\d{1,2}${ORDINAL}(?: of)?${SOME}(?:${MONTHS})\\.?,?${SOME}${YEAR}(?!\\d)`,
  `${START}(?:${MONTHS})\\.?${SOME}\\d{1,2}${ORDINAL},?${SOME}${YEAR}(?!\\d)`,
  `${START}(?:[Nn]gày${SOME}|ວັນທີ${ANY})?\\d{1,2} ?([/.-]) ?\\d{1,2} ?\\1 ?${YEAR}${STOP}`,
  `${START}${YEAR}-\\d{2}-\\d{2}(?!\\d)`,
  `${START}[Tt]háng${ANY}\\d{1,2}(?:${ANY}năm${ANY}|${ANY}[/-]${ANY})${YEAR}${STOP}`,
  `${LAO_START}ເດືອນ${ANY}(?:\\d{1,2}|${LAO_MONTHS})(?:${ANY}ປີ${ANY}|${ANY}[/-]${ANY}|${SOME})${YEAR}${STOP}`,
  `${START}(?:${MONTHS})\\.?,?${SOME}${YEAR}(?!\\d)`,
  `${START}(?<!(?:số|No\\.?|ເລກທີ) ?)(?:0?[1-9]|1[0-2])/${YEAR}(?![\\d/-]|[.,]\\d)`,
  `${START}[Nn]ăm${SOME}${YEAR}(?![\\d/]|[.,]\\d| ?%)`,
  `${LAO_START}ປີ${ANY}(?:ຄ\\.ສ\\.?${ANY})?${YEAR}(?![\\d/]|[.,]\\d)`,
  `(?<=(?<!\\p{L})(?:[Ii]n|[Ss]ince|[Oo]f|[Dd]uring|[Yy]ear|[Ff]rom|[Tt]o|[Bb]etween|[Aa]nd|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter)[ \\n])${YEAR}(?=[ ,;.)]|$)(?! (?:${COUNTED})|[.,]\\d)`,
  `(?<=\\()${YEAR}(?=\\))`,
].map((way) => new RegExp(way, 'gmu'));

/** Day and month only: a word must say that it is a date, for 24/24 and 24/7 are none. */
const WITHOUT_YEAR: readonly { readonly shape: RegExp; readonly order: 'dm' | 'md' }[] = [
  {
    shape: new RegExp(`(?<![\\p{L}\\p{M}])(?:(?:[Nn]gày|[Mm]ồng|[Mm]ùng|[Ss]áng|[Cc]hiều|[Tt]ối)${SOME}|ວັນທີ${ANY})(\\d{1,2})/(\\d{1,2})(?![\\d/]|[.,]\\d|-\\p{L})`, 'gu'),
    order: 'dm',
  },
  { shape: new RegExp(`(?<![\\p{L}\\p{M}])[Nn]gày${SOME}(\\d{1,2})${SOME}tháng${SOME}(\\d{1,2})(?![\\d/]|[.,]\\d|${ANY}năm|${ANY}\\d{4})`, 'gu'), order: 'dm' },
  { shape: new RegExp(`(?<![\\p{L}\\p{M}\\d])(\\d{1,2})${ORDINAL}${SOME}(${MONTHS})(?![\\p{L}\\d]|,?${SOME}\\d)`, 'gu'), order: 'dm' },
  { shape: new RegExp(`(?<![\\p{L}\\p{M}\\d])(${MONTHS})${SOME}(\\d{1,2})${ORDINAL}(?![\\p{L}\\d/]|,?${SOME}\\d{4}|[.,]\\d)`, 'gu'), order: 'md' },
];

/** Dates as written. `stamp`, the date of the page, lends its year to days without one until a full date comes. */
export function datesIn(context: Context, stamp: PartialDate | undefined): Raw[] {
  const full = fullDates(context);
  const taken = new Spans(full.map(({ at }) => at));
  const known = full.filter((found) => found.type === 'date' && found.value.date.length === 10);
  const more: Raw[] = [];
  for (const { shape, order } of WITHOUT_YEAR) {
    for (const match of context.plain.text.matchAll(shape)) {
      const at = { start: match.index, end: match.index + match[0].length };
      const date = taken.touching(at) ? undefined : completed(match, order, at.start, known, stamp);
      if (date) more.push({ type: 'date', ...extract(context, at.start, at.end), value: { date, yearGiven: false } });
    }
  }
  return [...full, ...more].toSorted((a, b) => a.at.start - b.at.start);
}

function fullDates(context: Context): Raw[] {
  const found: Raw[] = [];
  for (const shape of WAYS) {
    const taken = new Spans(found.map(({ at }) => at));
    for (const match of context.plain.text.matchAll(shape)) {
      const at = { start: match.index, end: match.index + match[0].length };
      if (taken.touching(at)) continue;
      const date = readDate(match[0].replace(/^[Nn]gày +/, ''), context.lang);
      if (date.ok) found.push({ type: 'date', ...extract(context, at.start, at.end), value: { date: date.value, yearGiven: true } });
    }
  }
  return found.toSorted((a, b) => a.at.start - b.at.start);
}

function completed(match: RegExpExecArray, order: 'dm' | 'md', start: number, known: readonly Raw[], stamp: PartialDate | undefined): PartialDate | undefined {
  const before = lastBefore(known, start) ?? known[0];
  const year = (before?.type === 'date' ? before.value.date : stamp)?.slice(0, 4);
  if (year === undefined) return undefined;
  const [day, month] = order === 'dm' ? [match[1], match[2]] : [match[2], match[1]];
  const written = /^\d+$/.test(month ?? '') ? `${day}/${month}/${year}` : `${day} ${month} ${year}`;
  const date = readDate(written, 'vi');
  return date.ok && isPartialDate(date.value) ? date.value : undefined;
}

function lastBefore(known: readonly Raw[], start: number): Raw | undefined {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle]?.at.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return known[low - 1];
}
