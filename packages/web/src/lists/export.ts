/** CSV and Excel of a list: the rows the filters leave, all of them, in the order and the words of the page. */
import { type AnyKind, ok, problem, refuse } from '@entente/kernel';
import { csvPieces, type SheetColumn, xlsxPieces, XLSX_TYPE } from '@entente/sheets';
import { showLabel } from '@entente/text';
import { spooled } from '../door/spool.ts';
import { file, type Context, type PageResult } from '../module.ts';
import { scopeOf } from '../fields/scope.ts';
import { cellText, columnsOf } from './columns.ts';
import { joined, LONG } from '../tables/pieces.ts';
import { asked } from './query.ts';

/** Rows of a workbook that a node makes and an office's computer opens; a CSV has no end. */
const SHEET_ROWS = 250_000;

/** Rows whose texts tell how wide a column has to be. */
const WEIGHED = 50;

type Lines = readonly (readonly string[])[];

/** Every row of a list as text, batch by batch; `told` hears how many. */
async function* linesOf(ctx: Context, kind: AnyKind, told: (done: number) => void): AsyncGenerator<Lines> {
  const columns = columnsOf(ctx, kind);
  let done = 0;
  for await (const batch of ctx.read.all(asked(ctx, kind).query)) {
    const scope = await scopeOf(ctx, kind, batch.map((row) => row.content));
    yield batch.map((row) => columns.map((column) => cellText(scope, column, row)));
    told(done += batch.length);
  }
}

/** The file as its rows are read. */
async function* filePieces(ctx: Context, kind: AnyKind, as: 'csv' | 'xlsx', told: (done: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  const heads = columnsOf(ctx, kind).map((column) => column.label);
  const lines = linesOf(ctx, kind, told);
  if (as === 'csv') {
    yield* csvPieces(joined([heads], lines));
    return;
  }
  const next = await lines.next();
  const first: Lines = next.done ? [] : next.value;
  const columns = heads.map((head, i): SheetColumn => ({ holds: 'text', width: Math.min(60, Math.max(10, head.length + 2, ...first.slice(0, WEIGHED).map((cells) => (cells[i] ?? '').length + 2))) }));
  yield* xlsxPieces({ name: ctx.show(kind.label.many), columns, heads: [{ values: heads }] }, joined(first, lines));
}

/** GET of a list as a file: itself, or the job that makes it on the disk where the list is long. */
export async function exportPage(ctx: Context, kind: AnyKind, as: 'csv' | 'xlsx'): Promise<PageResult> {
  const { total } = await ctx.read.list({ ...asked(ctx, kind).query, offset: 0, limit: 1, count: [] });
  const named = { name: `${kind.path}.${as}`, type: as === 'csv' ? 'text/csv; charset=utf-8' : XLSX_TYPE };
  if (total < LONG) return file({ ...named, bytes: Buffer.concat(await Array.fromAsync(filePieces(ctx, kind, as))) });
  return ctx.longFile({
    title: (lang) => showLabel(kind.label.many, lang),
    run: async (work) => (as === 'xlsx' && total > SHEET_ROWS ? refuse(problem('tables.too-many', [], { most: SHEET_ROWS }))
      : ok({ as: 'file', file: { ...named, bytes: await spooled(filePieces(ctx, kind, as, (done) => { work.signal.throwIfAborted(); work.report({ done, total }); })) } })),
  });
}
