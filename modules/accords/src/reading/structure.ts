import { footnotesOf } from './layout/footnotes.ts';
import { pageMarks, runningLines } from './layout/furniture.ts';
import { linesOf, endsClause } from './layout/lines.ts';
import type { Line } from './layout/lines.ts';
import type { Plain } from './layout/plain.ts';
import type { Paragraph } from './layout/paragraphs.ts';
import { tableLines } from './layout/table.ts';
import { wrapOf } from './layout/wrap.ts';
import type { Wrap } from './layout/wrap.ts';
import { candidatesOf } from './lists/candidates.ts';
import { extentsOf } from './lists/extent.ts';
import type { Extent } from './lists/extent.ts';
import { selectItems } from './lists/numbering.ts';
import type { Selection } from './lists/numbering.ts';
import { outlineOf } from './lists/outline.ts';
import type { Outline } from './lists/outline.ts';
import { frameOf } from './page/page.ts';

/** The build of a text: which lines are its own, and the items in them. */
export interface Structure {
  readonly lines: readonly Line[];
  readonly wrap: Wrap;
  readonly removed: readonly { readonly line: Line; readonly role: 'noise' | 'footnote' }[];
  readonly tables: ReadonlySet<number>;
  /** Headline of a web page. */
  readonly title: readonly Line[];
  /** Line that tells when a web page was published. */
  readonly stamp: Line | undefined;
  readonly all: readonly Line[];
  readonly outline: Outline;
  readonly selection: Selection;
  readonly extents: readonly Extent[];
  /** Text after the items of a list. */
  readonly after: readonly Paragraph[];
}

export function structureOf(plain: Plain): Structure {
  const all = linesOf(plain.text);
  const marked = pageMarks(all);
  const { kept: text, removed: marks } = without(all, (line) => (marked.has(line.index) ? 'seam' : 'stays'));
  const frame = frameOf(text);
  const title = frame.title.flatMap((place) => text[place] ?? []);
  const headlines = new Set(title.map((line) => line.text));
  const headers = new Set([...runningLines(all, marked)].map((place) => all[place]).filter((line) => line && !headlines.has(line.text)).map((line) => line?.start));
  const { kept: own, removed: framed } = without(text, (line) => (headers.has(line.start) ? 'seam' : frame.noise.has(line.index) ? 'gap' : 'stays'));
  const notes = footnotesOf(own);
  const { kept: lines, removed: foot } = without(own, (line) => (notes.has(line.index) ? 'seam' : 'stays'));
  const wrap = wrapOf(lines);
  const tables = tableLines(lines);
  const { outline, selection } = itemsIn(lines, wrap, tables);
  const stops = [
    ...outline.sections.map(({ line }) => line), ...selection.headings.map(({ line }) => line),
    ...selection.leftOut.flatMap(({ list }) => (list.parent ? [] : list.nodes.slice(0, 1).map(({ line }) => line))),
  ];
  const { extents, after } = extentsOf(selection.entries, lines, wrap, stops);
  return {
    lines, wrap, tables, title, stamp: frame.dated === undefined ? undefined : text[frame.dated], all, outline, selection, extents, after,
    removed: [...[...marks, ...framed].map((line) => ({ line, role: 'noise' as const })), ...foot.map((line) => ({ line, role: 'footnote' as const }))],
  };
}

function itemsIn(lines: readonly Line[], wrap: Wrap, tables: ReadonlySet<number>): { outline: Outline; selection: Selection } {
  const outline = outlineOf(lines, candidatesOf(lines, wrap, tables));
  const selection = selectItems(outline, lines);
  if (selection.entries.length > 0 || outline.top.length > 0) return { outline, selection };
  const looser = outlineOf(lines, candidatesOf(lines, wrap, tables, true));
  return { outline: looser, selection: selectItems(looser, lines) };
}

/**
 * Takes lines out and counts the rest anew. A sentence that a page break cut in two (`seam`) is whole again; other noise
 * leaves a gap.
 */
function without(lines: readonly Line[], where: (line: Line) => 'stays' | 'seam' | 'gap'): { kept: Line[]; removed: Line[] } {
  const kept: Line[] = [];
  const removed: Line[] = [];
  let cut: 'stays' | 'seam' | 'gap' = 'stays';
  for (const line of lines) {
    const goes = where(line);
    if (goes !== 'stays') {
      removed.push(line);
      cut = cut === 'gap' ? cut : goes;
      continue;
    }
    const before = kept.at(-1);
    const whole = cut === 'seam' && before !== undefined && !endsClause(before.text);
    kept.push({ ...line, index: kept.length, gap: cut === 'stays' ? line.gap : whole ? 0 : Math.max(1, line.gap) });
    cut = 'stays';
  }
  return { kept, removed };
}
