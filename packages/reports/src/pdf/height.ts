import { isCell } from '../model/check.ts';
import type { Block, Cell, Comparison, Table, Text } from '../model/document.ts';
import { plainText } from '../model/spans.ts';
import { advance } from '../figures/ink.ts';

/** Text width of the page, in points (A4 less margins). */
const MEASURE = 454;
/** What stays whole: a quarter of the page's text, so that never more than that is left empty. */
const WHOLE = 180;

const widthOf = (text: Text, size: number): number => Array.from(plainText(text), advance).reduce((sum, each) => sum + each, 0) * size;
const linesOf = (text: Text, room: number, size: number): number => Math.max(1, Math.ceil((widthOf(text, size) * 1.04) / room));

/** Whether a comparison is short enough to be kept on one page. */
export function isShortComparison(comparison: Comparison, lineHeight: number): boolean {
  const room = comparison.sides.length > 1 ? MEASURE / 2 - 16 : MEASURE - 9;
  const heights = comparison.sides.map(({ blocks }) => 14 + heightOf(blocks, room, lineHeight));
  let total = 0;
  for (let first = 0; first < heights.length; first += 2) total += Math.max(...heights.slice(first, first + 2)) + 12;
  return total < WHOLE;
}

/** Whether a table is short enough to be kept on one page. */
export function isShortTable(table: Table, lineHeight: number): boolean {
  const size = table.compact ? 7.8 : 8.8;
  const shares = table.columns.reduce((sum, { width = 1 }) => sum + width, 0);
  const rooms = table.columns.map(({ width = 1 }) => Math.max(20, (MEASURE * width) / shares - 10));
  const rowHeight = (cells: readonly (Text | Cell)[]): number => {
    let column = 0;
    const lines = cells.map((cell) => {
      const { text = '', span = 1 } = isCell(cell) ? cell : { text: cell };
      const room = rooms.slice(column, column + span).reduce((sum, each) => sum + each, 0);
      column += span;
      return linesOf(text, room || MEASURE, size);
    });
    return Math.max(1, ...lines) * size * lineHeight + 7;
  };
  const head = [...(table.head ?? []), table.columns.map(({ label }) => label)];
  return [...head, ...table.rows.map(({ cells }) => cells)].reduce((sum, cells) => sum + rowHeight(cells), 0) < WHOLE;
}

/** Paragraphs and lists are estimated; anything else counts as long. */
function heightOf(blocks: readonly Block[], room: number, lineHeight: number): number {
  let height = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') height += linesOf(block.text, room, 10.5) * 10.5 * lineHeight + 5;
    else if (block.kind === 'list') for (const { text, list } of block.items) height += linesOf(text, room - 18, 10.5) * 10.5 * lineHeight + 3 + (list ? WHOLE : 0);
    else return WHOLE;
  }
  return height;
}
