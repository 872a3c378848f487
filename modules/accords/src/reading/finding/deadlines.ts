import { extract } from './context.ts';
import type { Context, Raw } from './context.ts';

/** Words before a date that make it a last day. */
const BY = new RegExp(`(?<![\\p{L}\\p{M}])(?:${[
  'trước', 'muộn nhất', 'chậm nhất', 'không muộn hơn', 'không chậm hơn', 'đến hết', 'đến cuối', 'tính đến', 'đến', 'tầm nhìn đến', 'tầm nhìn', 'hạn chót', 'thời hạn',
  'by', 'by the end of', 'before', 'no later than', 'not later than', 'until', 'up to', 'prior to', 'ກ່ອນ', 'ໃຫ້ສຳເລັດ', 'ໃຫ້ສຳເລັດກ່ອນ', 'ໃຫ້ສຳເລັດໃນ', 'ບໍ່ໃຫ້ກາຍ', 'ຮອດ', 'ພາຍໃນ',
].toSorted((a, b) => b.length - a.length).join('|')})[ \\t\\n]{0,3}(?:(?:là|vào|the|ngày|hết|ໃນ)[ \\t\\n]{1,3}){0,2}$`, 'iu');

const NUMBERS: Readonly<Record<string, number>> = {
  một: 1, hai: 2, ba: 3, bốn: 4, năm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9, mười: 10, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, thirty: 30, sixty: 60, ninety: 90,
};
const UNITS: readonly { readonly words: RegExp; readonly unit: 'day' | 'week' | 'month' | 'year' }[] = [
  { words: /^(?:ngày|days?|ວັນ|ມື້)/iu, unit: 'day' },
  { words: /^(?:tuần|weeks?|ອາທິດ)/iu, unit: 'week' },
  { words: /^(?:tháng|months?|ເດືອນ)/iu, unit: 'month' },
  { words: /^(?:năm|years?|ປີ)/iu, unit: 'year' },
];
const WITHIN = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:trong vòng|trong thời hạn|chậm nhất sau|within|not later than|no later than|ພາຍໃນ)[ \\t\\n]{0,3}(?:the )?(\\d{1,3}|${Object.keys(NUMBERS).join('|')})[ \\t\\n]{0,3}(?:\\(\\d{1,3}\\)[ \\t\\n]{1,2})?(?:calendar |working )?(ngày|tuần|tháng|năm|days?|weeks?|months?|years?|ວັນ|ມື້|ອາທິດ|ເດືອນ|ປີ)(?![\\p{Ll}\\p{M}])`, 'giu',
);

/** Last days and times allowed; the dates that become one are no longer plain dates. */
export function deadlinesIn(context: Context, dates: readonly Raw[]): { deadlines: Raw[]; dates: Raw[] } {
  const deadlines: Raw[] = [];
  const rest: Raw[] = [];
  for (const date of dates) {
    const before = context.plain.text.slice(Math.max(0, date.at.start - 28), date.at.start);
    const word = date.type === 'date' ? BY.exec(before)?.[0] : undefined;
    if (word === undefined || date.type !== 'date') rest.push(date);
    else deadlines.push({ type: 'deadline', ...extract(context, date.at.start - word.length, date.at.end), value: { by: date.value.date } });
  }
  for (const match of context.plain.text.matchAll(WITHIN)) {
    const within = NUMBERS[(match[1] ?? '').toLowerCase()] ?? Number(match[1]);
    const unit = UNITS.find(({ words }) => words.test(match[2] ?? ''))?.unit;
    if (unit && within > 0) deadlines.push({ type: 'deadline', ...extract(context, match.index, match.index + match[0].length), value: { within, unit } });
  }
  return { deadlines, dates: rest };
}
