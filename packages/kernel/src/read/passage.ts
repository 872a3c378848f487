import type { Mark, TextMarks } from '@entente/text';

/** Letters shown before the first of the marks and behind it. */
const AROUND = 90;
/** Letters of a text that are looked through for words. */
const LOOKED = 100_000;

export interface Around { /** The paragraph as it is. */ readonly line: string; /** What of it is shown. */ readonly text: string; readonly marks: readonly Mark[] }

/**
 * The paragraph of a text in which most of the words stand, cut to what is around them: at spaces, or where there are none (Lao) never
 * between a letter and its signs. The beginning of the text when none of them is found in one.
 */
export function around(body: string, look: (text: string) => TextMarks): Around {
  const lines = body.slice(0, LOOKED).split('\n').filter((each) => each.trim() !== '');
  let best = { line: lines[0] ?? '', marks: [] as readonly Mark[], terms: 0 };
  for (const line of lines) {
    const { marks, terms, isAll } = look(line);
    if (terms > best.terms) best = { line, marks, terms };
    if (isAll) break;
  }
  const { line, marks } = best;
  const [first] = marks[0] ?? [0];
  const start = line.length <= 2 * AROUND || first <= AROUND ? 0 : cut(line, first - AROUND);
  const end = Math.max(start + 2 * AROUND, marks[0]?.[1] ?? 0) >= line.length ? line.length : cut(line, Math.max(start + 2 * AROUND, marks[0]?.[1] ?? 0));
  const [before, behind] = [start > 0 ? '…' : '', end < line.length ? '…' : ''];
  const shift = before.length - start;
  const shown = marks.filter(([from, to]) => from >= start && to <= end).map(([from, to]): Mark => [from + shift, to + shift]);
  return { line, text: `${before}${line.slice(start, end)}${behind}`, marks: shown };
}

/** The nearest space behind a place, so that no word is cut where words have spaces between them. */
function cut(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  if (space >= 0 && space - at < 30) return space;
  let place = at;
  while (place < text.length && /\p{M}/u.test(text[place] ?? '')) place += 1;
  return place;
}
