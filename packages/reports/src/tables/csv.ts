import { defused } from '@entente/sheets';
import type { Sheet, SheetValue } from './sheet.ts';

function field(value: SheetValue): string {
  const text = value === null ? '' : defused(String(value));
  return /[",;\n\r\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * The sheet as CSV (RFC 4180, CRLF) in UTF-8 with a byte order mark, without which Excel reads Vietnamese and Lao wrongly.
 * Numbers keep the decimal point; formulas are defused.
 */
export function renderCsv(table: Sheet): Uint8Array {
  const lines = [table.columns.map((column) => column.label), ...table.rows].map((cells) => cells.map(field).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}
