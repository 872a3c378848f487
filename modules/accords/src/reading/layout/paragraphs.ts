import type { Line } from './lines.ts';
import type { Plain } from './plain.ts';
import type { Wrap } from './wrap.ts';

/** Lines that are one paragraph; the first may begin after the number of an item. */
export interface Paragraph {
  readonly lines: readonly Line[];
  /** Place of the first word and after the last, in the plain text. */
  readonly start: number;
  readonly end: number;
  /** Its plain words, lines joined. */
  readonly text: string;
}

/** Groups lines into paragraphs; `skip` units of the first line are an item's number. */
export function paragraphsOf(lines: readonly Line[], wrap: Wrap, skip = 0): Paragraph[] {
  const groups: Line[][] = [];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const group = groups.at(-1);
    if (before && group && (isOnlyNumber(before, at - 1, skip) || wrap.joins(before, line))) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group, at) => paragraphFrom(group, at === 0 ? skip : 0)).filter((paragraph) => paragraph.end > paragraph.start);
}

/** The number stands on a line of its own: its words begin on the next, whatever lies between. */
const isOnlyNumber = (line: Line, at: number, skip: number) => at === 0 && skip > 0 && skip >= line.text.length;

function paragraphFrom(group: readonly Line[], skip: number): Paragraph {
  const first = group[0] as Line;
  const onlyNumber = skip >= first.text.length;
  const lines = onlyNumber ? group.slice(1) : group;
  const start = onlyNumber ? lines[0]?.start ?? first.end : first.start + skip;
  const text = joined(lines.map((line, at) => (at === 0 && !onlyNumber ? line.text.slice(skip) : line.text)));
  return { lines, start, end: lines.at(-1)?.end ?? start, text };
}

const BROKEN = /\p{L}-$/u;

/** Lines that were one: a hyphen at the end binds, anything else stood before a space. */
function joined(parts: readonly string[]): string {
  return parts.map((part, at) => (at === 0 || BROKEN.test(parts[at - 1]?.slice(-3) ?? '') ? part : ` ${part}`)).join('');
}

/** The given words of paragraphs: wrapped lines joined, a line feed between paragraphs. */
export function wordsOfParagraphs(paragraphs: readonly Paragraph[], plain: Plain): string {
  return paragraphs
    .map(({ lines, start }) => joined(lines.map((line) => plain.words(Math.max(line.start, start), line.end))))
    .join('\n');
}
