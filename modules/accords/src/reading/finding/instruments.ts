import { instrumentWords } from '../vocabulary/instruments.ts';
import { extract } from './context.ts';
import type { Context, Raw } from './context.ts';

const kindOf = new Map(instrumentWords.flatMap(({ kind, words }) => words.map((word) => [word, kind] as const)));
const WORD = [...kindOf.keys()].toSorted((a, b) => b.length - a.length).map((word) => word.replaceAll(' ', '[ \\n]{1,3}')).join('|');
const NAMED = new RegExp(`(?<![\\p{Ll}\\p{Lu}\\p{M}])(${WORD})(?![\\p{Ll}\\p{Lu}\\p{M}])`, 'gu');
/** "số 2640/QĐ-TTg", "No. 12/2019/ND-CP", "ເລກທີ 45/ລບ". */
const NUMBER = /^[ \n]{0,3}(?:số|No\.?|number|ເລກທີ)?[ \n]{0,3}(\d{1,5}(?:\/\d{4})?[-/][\p{L}\d][\p{L}\d/&.-]{1,24})/u;
/** Where a title ends: a stop, a bracket, or a word that goes on with the sentence. */
const END = /[.;:()"\n\u2029]|,(?! (?:việc làm|người|Invalids|Social))|[ \n](?:ký|được ký|đã|để|sẽ|nhằm|cho các|cho đơn vị|của Hội nghị|do |là |trong hai|trong thời|trong việc|với các|với sự|theo đó|đạt|trên cơ sở|ban hành|giai đoạn|mà |nếu |và (?:\p{Lu}|kế hoạch|các|của)|signed|was|were|is |are |will|shall|that|which|to |in order|between|dated|ລົງວັນທີ|ໄດ້|ຈະ|ເຊິ່ງ|ເພື່ອ)/u;
const LONGEST = 120;

/** Other texts that the text names: treaties, minutes, decisions, with their number or the date they carry. */
export function instrumentsIn(context: Context, dates: readonly Raw[]): Raw[] {
  const { text } = context.plain;
  const found: Raw[] = [];
  let reached = 0;
  for (const match of text.matchAll(NAMED)) {
    const start = match.index;
    if (start < reached) continue;
    const after = start + match[0].length;
    const kind = kindOf.get((match[1] ?? '').replace(/\s+/g, ' ')) ?? 'agreement';
    const number = NUMBER.exec(text.slice(after, after + 60));
    const end = number ? after + number[0].length : titleEnd(text, after);
    // "Thỏa thuận" alone, "kế hoạch" in passing: a kind of text, not one text.
    if (!number && end - after < 6) continue;
    const date = dateOf(text, start, end, dates);
    reached = end;
    found.push({
      type: 'instrument', ...extract(context, start, end),
      value: { kind, ...(number?.[1] ? { number: number[1] } : {}), ...(date?.type === 'date' ? { date: date.value.date } : {}) },
    });
  }
  return found;
}

function titleEnd(text: string, after: number): number {
  const rest = text.slice(after, after + LONGEST);
  const stop = END.exec(rest)?.index ?? rest.length;
  const whole = stop === LONGEST ? rest.lastIndexOf(' ') : stop;
  return after + rest.slice(0, Math.max(0, whole)).trimEnd().length;
}

/** The date in the title or right behind it: "ký năm 2013", "(2013)", "ngày 21/6/2024", "signed on 1 July 2013". */
function dateOf(text: string, start: number, end: number, dates: readonly Raw[]): Raw | undefined {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.at.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const date = dates[low];
  if (!date || date.at.start > end + 24) return undefined;
  return date.at.start < end || BIND.test(text.slice(end, date.at.start)) ? date : undefined;
}
const BIND = /^[ \n]{0,3}(?:\(|,? ?(?:được )?ký(?: kết)?[ \n](?:ngày |vào )?|ngày |signed[ \n](?:on |in )?|of |dated |ລົງວັນທີ ?)?[ \n]{0,2}$/u;
