/** CSV and Excel of a list: the rows the filters leave, all of them, in the order and the words of the page. */
import type { AnyKind, ListPage } from '@entente/kernel';
import { writeCsv, writeXlsx, XLSX_TYPE } from '@entente/sheets';
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

export const csvFile = (name: string, table: ExportTable): FileParts => ({
  name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: writeCsv([table.heads, ...table.rows]),
});

export const excelFile = (name: string, table: ExportTable): FileParts => ({
  name: `${name}.xlsx`, type: XLSX_TYPE,
  bytes: writeXlsx({
    name: table.title, heads: [{ values: table.heads }], rows: table.rows,
    columns: table.heads.map((head, i) => ({ holds: 'text', width: Math.min(60, Math.max(10, head.length + 2, ...table.rows.slice(0, 50).map((cells) => (cells[i] ?? '').length + 2))) })),
  }),
});
