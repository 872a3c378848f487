/** CSV and Excel of a list: the rows the filters leave, all of them, in the order and the words of the page. */
import type { AnyKind, ListPage } from '@entente/kernel';
import type { Context, FileParts } from '../module.ts';
import { scopeOf } from '../fields/scope.ts';
import { cellText, columnsOf } from './columns.ts';
import { asked } from './query.ts';

const MOST_ROWS = 50_000;
const BATCH = 500;

export interface ExportTable { readonly title: string; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Reads every row of a list as text. */
export async function exportTable(ctx: Context, kind: AnyKind): Promise<ExportTable> {
  const { query } = asked(ctx, kind);
  const columns = columnsOf(ctx, kind);
  const rows: (readonly string[])[] = [];
  for (let offset = 0; offset < MOST_ROWS; offset += BATCH) {
    const found: ListPage = await ctx.read.list({ ...query, offset, limit: BATCH, count: [] });
    const scope = await scopeOf(ctx, kind, found.rows.map((row) => row.content));
    for (const row of found.rows) rows.push(columns.map((column) => cellText(scope, column, row)));
    if (found.rows.length < BATCH) break;
  }
  return { title: ctx.show(kind.label.many), heads: columns.map((column) => column.label), rows };
}

/** A text that a spreadsheet would run as a formula is led by an apostrophe (OWASP, CSV injection). */
const tame = (text: string): string => (/^[=+\-@\t\r]/u.test(text) && !/^-?[\d.,\s]+$/u.test(text) ? `'${text}` : text);
const quote = (text: string): string => (/[",\n\r;]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** With a byte order mark, since Excel reads UTF-8 only then (RFC 4180 otherwise). */
export const csvFile = (name: string, table: ExportTable): FileParts => ({
  name: `${name}.csv`, type: 'text/csv; charset=utf-8',
  bytes: `\uFEFF${[table.heads, ...table.rows].map((cells) => cells.map((cell) => quote(tame(cell))).join(',')).join('\r\n')}\r\n`,
});

/** ExcelJS is loaded at the first export: most processes never need it. */
export async function excelFile(name: string, table: ExportTable): Promise<FileParts> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  // Names of sheets: at most 31 characters, none of these (ECMA-376).
  const sheet = book.addWorksheet(table.title.replaceAll(/[[\]:*?/\\]/gu, ' ').slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...table.heads]).font = { bold: true };
  for (const cells of table.rows) sheet.addRow([...cells]);
  sheet.columns.forEach((column, i) => {
    column.width = Math.min(60, Math.max(10, ...[table.heads, ...table.rows.slice(0, 50)].map((cells) => (cells[i] ?? '').length + 2)));
    column.alignment = { wrapText: true, vertical: 'top' };
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: table.heads.length } };
  return { name: `${name}.xlsx`, type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}
