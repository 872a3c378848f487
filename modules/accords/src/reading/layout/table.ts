import { markersOf } from '../lists/marker.ts';
import type { Line } from './lines.ts';

/** The cells of a line set with tabs, bars or wide gaps; one for ordinary text. */
export function cellsOf(line: string): string[] {
  if (line.includes('|')) {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length > 2) return cells.filter((cell, at) => cell !== '' || (at > 0 && at < cells.length - 1));
  }
  const apart = line.includes('\t') ? line.split(/ *\t[\t ]*/) : line.split(/ {3,}/);
  return apart.length > 1 ? apart.map((cell) => cell.trim()) : [line];
}

/** Rows of tables: at least two lines together that have columns beside a possible number. */
export function tableLines(lines: readonly Line[]): Set<number> {
  const rows = new Set<number>();
  for (const line of lines) if (isRow(line)) rows.add(line.index);
  return new Set([...rows].filter((at) => rows.has(at - 1) || rows.has(at + 1)));
}

function isRow({ text }: Line): boolean {
  if (!/[\t|]| {3}/.test(text)) return false;
  const number = markersOf(text)[0];
  // The tab or the spaces right after an item's number make no column.
  const rest = number && number.style !== 'decimal:tab' ? text.slice(number.length) : text.replace(/^\d{1,3}\.?\t/, '');
  return cellsOf(rest.trim()).length > 1;
}
