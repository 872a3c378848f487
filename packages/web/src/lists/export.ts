/** CSV and Excel of a list: the rows the filters leave, all of them, in the order and the words of the page. */
import { type AnyKind, ok, problem, refuse } from '@entente/kernel';
import { writeCsv, writeXlsx, XLSX_TYPE } from '@entente/sheets';
import { showLabel } from '@entente/text';
import { file, type Context, type FileParts, type PageResult } from '../module.ts';
import { scopeOf } from '../fields/scope.ts';
import { cellText, columnsOf } from './columns.ts';
import { batchesOf } from '../tables/take.ts';
import { asked } from './query.ts';

/** Rows of a workbook that a node makes and an office's computer opens; a CSV has no end. */
const SHEET_ROWS = 250_000;

/** From so many rows on a file is made as a job, so that nobody waits before an empty window. */
const LONG_EXPORT = 5_000;

interface ExportTable { readonly title: string; readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Reads every row of a list as text; `told` hears how many. */
async function exportTable(ctx: Context, kind: AnyKind, told: (done: number) => void = () => {}): Promise<ExportTable> {
  const columns = columnsOf(ctx, kind);
  const rows: (readonly string[])[] = [];
  for await (const batch of batchesOf(ctx, asked(ctx, kind).query)) {
    const scope = await scopeOf(ctx, kind, batch.map((row) => row.content));
    rows.push(...batch.map((row) => columns.map((column) => cellText(scope, column, row))));
    told(rows.length);
  }
  return { title: ctx.show(kind.label.many), heads: columns.map((column) => column.label), rows };
}

/** GET of a list as a file: itself, or the job that makes it where the list is long. */
export async function exportPage(ctx: Context, kind: AnyKind, as: 'csv' | 'xlsx'): Promise<PageResult> {
  const { total } = await ctx.read.list({ ...asked(ctx, kind).query, offset: 0, limit: 1, count: [] });
  const made = async (told?: (done: number) => void): Promise<FileParts> => { const table = await exportTable(ctx, kind, told); return as === 'csv' ? csvFile(kind.path, table) : excelFile(kind.path, table); };
  if (total < LONG_EXPORT) return file(await made());
  return ctx.longFile({
    title: (lang) => showLabel(kind.label.many, lang),
    run: async (work) => (as === 'xlsx' && total > SHEET_ROWS ? refuse(problem('tables.too-many', [], { most: SHEET_ROWS }))
      : ok({ as: 'file', file: await made((done) => { work.signal.throwIfAborted(); work.report({ done, total }); }) })),
  });
}

const csvFile = (name: string, table: ExportTable): FileParts => ({
  name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: writeCsv([table.heads, ...table.rows]),
});

const excelFile = (name: string, table: ExportTable): FileParts => ({
  name: `${name}.xlsx`, type: XLSX_TYPE,
  bytes: writeXlsx({
    name: table.title, heads: [{ values: table.heads }], rows: table.rows,
    columns: table.heads.map((head, i) => ({ holds: 'text', width: Math.min(60, Math.max(10, head.length + 2, ...table.rows.slice(0, 50).map((cells) => (cells[i] ?? '').length + 2))) })),
  }),
});
