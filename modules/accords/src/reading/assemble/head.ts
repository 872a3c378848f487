import { firstDay, readDate } from '@entente/text';
import type { PartialDate } from '@entente/text';
import { endsSentence, wordCount } from '../layout/lines.ts';
import type { Line } from '../layout/lines.ts';
import type { Raw } from '../finding/context.ts';
import { byWord } from '../vocabulary/index.ts';
import { instrumentWords } from '../vocabulary/instruments.ts';
import type { Structure } from '../structure.ts';

const KINDS = instrumentWords.filter(({ kind }) => kind !== 'law').flatMap(({ words }) => words).toSorted((a, b) => b.length - a.length);
const IS_INSTRUMENT = new RegExp(`^(?:DỰ THẢO |DRAFT |ຮ່າງ ?)?(?:${KINDS.join('|')}|Agreed minutes)(?![\\p{Ll}\\p{M}])`, 'iu');
/** "Độc lập - Tự do - Hạnh phúc": three words of state with dashes between. */
const MOTTO = /^[^-]{2,30}-[^-]{2,30}-[^-]{2,30}(?:-[^-]{2,30}){0,4}$/;
const FILE_NUMBER = /^(?:Số|No|ເລກທີ)[ .:]/u;
const LONGEST = 160;

/** The lines of the title: of a page its headline; of an instrument what it calls itself, with the lines that go on. */
export function titleLines(structure: Structure): readonly Line[] {
  if (structure.title.length > 0) return structure.title;
  const until = structure.selection.entries[0]?.node.line ?? structure.lines.length;
  const head = structure.lines.slice(0, Math.min(until, 20));
  const at = head.findIndex(({ text }) => text.length < LONGEST && IS_INSTRUMENT.test(text) && !endsSentence(text));
  if (at >= 0) return goingOn(head, at);
  const plain = head.find(({ text }) => text.length < LONGEST && wordCount(text) >= 3 && !endsSentence(text) && !MOTTO.test(text) && !FILE_NUMBER.test(text));
  return plain && head[0] && plain.index <= 6 ? [plain] : [];
}

function goingOn(head: readonly Line[], at: number): Line[] {
  const title = [head[at] as Line];
  for (const line of head.slice(at + 1, at + 8)) {
    const last = title.at(-1) as Line;
    const brief = title.length === 1 && wordCount(last.text) <= 5;
    if (line.gap > (brief ? 1 : 0) || line.text.length > LONGEST || endsSentence(last.text) || isBody(line.text)) break;
    title.push(line);
  }
  return title;
}

/** "Viêng Chăn, ngày 28 tháng 3 năm 2019", "Vientiane, 28 March 2019": a line of its own under the title. */
const PLACE_AND_DAY = /^\p{L}[^,;:]{1,40}, ?(?:ngày |ngày$|on |the |ວັນທີ ?)?\d{1,2}(?:[/.-]\d{1,2}[/.-]\d{4}| ?(?:tháng|ເດືອນ) ?\d| \p{L}{3,9} \d{4})/u;
const isBody = (text: string) => endsSentence(text) || PLACE_AND_DAY.test(text) || text.endsWith(':') || byWord.recital.test(text) || FILE_NUMBER.test(text) || /^(?:Hôm nay|Thời gian|Địa điểm|On |Ngày |ວັນທີ)/u.test(text);

/** The day a web page was published. */
export function stampOf(structure: Structure): { date: PartialDate; line: Line } | undefined {
  const line = structure.stamp;
  const written = line && /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}/.exec(line.text)?.[0];
  const date = written ? readDate(written, 'vi') : undefined;
  return line && date?.ok ? { date: date.value, line } : undefined;
}

const NEAR_DAYS = 45;

/**
 * When the text was made: the date behind words of closing, else the first full date near the beginning (near the day
 * of publication, where there is one), else that day.
 */
export function dateOf(structure: Structure, dates: readonly Raw[], stamp: PartialDate | undefined): Raw | undefined {
  const days = dates.filter((found) => found.type === 'date' && found.value.date.length === 10);
  const signed = structure.after.findLast(({ text }) => byWord.closing.test(text));
  const closing = signed && days.find(({ at }) => at.start >= signed.start && at.start < signed.end + 200);
  if (closing) return closing;
  const beginning = (structure.lines[Math.min(structure.lines.length - 1, 14)]?.end ?? 0) + 200;
  const early = days.filter(({ at }) => at.start < beginning);
  if (stamp === undefined) return early[0];
  return early.find((found) => found.type === 'date' && Math.abs(firstDay(found.value.date).until(firstDay(stamp)).days) <= NEAR_DAYS);
}

const AT = /(?:tại|ở|in|at|ທີ່|ຢູ່)(?: (?:the )?(?:\p{L}{2,12} ){0,3}| ?)$/u;

/** What stands between the place and the day of a dateline: "Viêng Chăn, ngày 28 tháng 3", "(Hà Nội – 28/3)". */
const DATELINE = /^ ?[,–-] ?(?:ngày |on |the |ວັນທີ ?)*$/iu;
const NEAR = 300;

/**
 * Where the text was made: the place of a dateline, else the one named with "tại", "in", "ທີ່" near the date. Of a text
 * without a date, the first place named so; one far from the date is a place of the matter, not of the text.
 */
export function placeOf(flow: string, found: readonly Raw[], date: Raw | undefined): Raw | undefined {
  const places = found.filter(({ type }) => type === 'place');
  const dateline = date && places.find(({ at }) => at.end <= date.at.start && date.at.start - at.end < 20 && DATELINE.test(flow.slice(at.end, date.at.start)));
  if (dateline) return dateline;
  const named = places.filter(({ at }) => AT.test(flow.slice(Math.max(0, at.start - 40), at.start)));
  if (!date) return named[0];
  const distance = ({ at }: Raw) => Math.abs(at.start - date.at.start);
  const nearest = named.toSorted((a, b) => distance(a) - distance(b))[0];
  return nearest && distance(nearest) < NEAR ? nearest : undefined;
}
