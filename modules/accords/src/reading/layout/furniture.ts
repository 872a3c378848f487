import { markersOf } from '../lists/marker.ts';
import { byWord } from '../vocabulary/index.ts';
import { beginsSmall, endsClause } from './lines.ts';
import type { Line } from './lines.ts';

const PAGE_NUMBER = /^(?:[-|~]\s*)?\d{1,4}(?:\s*[-|~])?$/;
const OF_PAGES = /^\d{1,4}\s*\/\s*\d{1,4}$/;
const RULE = /^[-_=*~.·\s]{3,}$/;

/** Page numbers and rules: what a printed page adds to its text. */
export function isPageMark(text: string): boolean {
  return text.length < 40 && (PAGE_NUMBER.test(text) || OF_PAGES.test(text) || byWord.page.test(text));
}
export const isRule = (text: string) => RULE.test(text);

const LEADERS = /(?:\.{4,}|…{2,}|(?: \.){4,}) ?\d{1,4}$/;

/** Page numbers, rules, and entries of a table of contents: lines of the page and not of the text. */
export function pageMarks(lines: readonly Line[]): Set<number> {
  const marks = lines.filter(({ text }) => isPageMark(text) || isRule(text) || LEADERS.test(text));
  return new Set(marks.map((line) => line.index));
}

/** Headers and footers: short lines that come on every page. */
export function runningLines(lines: readonly Line[], marks: ReadonlySet<number>): Set<number> {
  const repeated = repeatedLines(lines, marks);
  const running = lines.filter((line) => !marks.has(line.index) && repeated.has(key(line.text)) && markersOf(line.text).length === 0);
  return new Set(running.map((line) => line.index));
}

const key = (text: string) => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');

/**
 * Short lines that come again where a page ends: twice beside a page number or a break, or three times and each time in
 * the middle of a sentence. A line of wrapped text may come again too; it begins small, or not where pages end.
 */
function repeatedLines(lines: readonly Line[], marks: ReadonlySet<number>): Set<string> {
  const times = new Map<string, { count: number; beside: number; inside: number }>();
  for (const line of lines) {
    if (line.text.length > 110 || line.text.length < 4 || endsClause(line.text) || beginsSmall(line.text)) continue;
    const name = key(line.text);
    const seen = times.get(name) ?? { count: 0, beside: 0, inside: 0 };
    const [before, after] = [lines[line.index - 1], lines[line.index + 1]];
    const inside = before !== undefined && after !== undefined && !endsClause(before.text) && beginsSmall(after.text);
    const beside = line.page || after?.page === true || marks.has(line.index - 1) || marks.has(line.index + 1);
    times.set(name, { count: seen.count + 1, beside: seen.beside + (beside ? 1 : 0), inside: seen.inside + (inside ? 1 : 0) });
  }
  const isOfPage = ({ count, beside, inside }: { count: number; beside: number; inside: number }) => (count >= 2 && beside > 0) || (count >= 3 && inside === count);
  return new Set([...times].filter(([, seen]) => isOfPage(seen)).map(([name]) => name));
}
