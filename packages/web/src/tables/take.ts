/** A list, or rows made up for somebody to fill in, as a file: what is brought back is exactly what was taken (decision 0014). */
import { type AnyKind, contentHash, type Fields, type ListQuery, type RecordRow } from '@entente/kernel';
import { type SheetColumn, writeCsv, writeXlsx, XLSX_TYPE } from '@entente/sheets';
import type { Values } from '../fields/content.ts';
import { linkedIds } from '../fields/content.ts';
import { fillForm } from '../forms/fill.ts';
import { asked } from '../lists/query.ts';
import type { Context, FileParts } from '../module.ts';
import { holds, valueFor } from './cells.ts';
import { registerOf, type Register } from './choices.ts';
import { tableColumns, type TableColumn } from './columns.ts';
import { tables } from './words.ts';

export type TableFormat = 'xlsx' | 'csv';

/** Names the table in its first cell: what it is of, which version of the kind, in whose writing of numbers and dates. */
export const markOf = (kind: AnyKind, lang: string): string => `entente:${kind.name}:${kind.version}:${lang}`;
export const VERSION_KEY = '_version';
/** In place of a version: the row was offered with this content and no record stands behind it. */
export const OFFERED = 'offered:';

const MOST_ROWS = 20_000;
const BATCH = 500;
const WIDEST = 50;

/** A row of the table: a record, or a content offered for one that does not exist yet. */
export type TableRow = RecordRow | { readonly offered: Values };

/** Every row of a list as its filters leave it; the address is the question, as on the page. */
export async function listedRows(ctx: Context, kind: AnyKind): Promise<readonly RecordRow[]> {
  return rowsOf(ctx, asked(ctx, kind).query);
}

/** All rows of a query, in batches. */
export async function rowsOf(ctx: Context, query: ListQuery): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = [];
  for (let offset = 0; offset < MOST_ROWS; offset += BATCH) {
    const found = await ctx.read.list({ ...query, offset, limit: BATCH, count: [] });
    rows.push(...found.rows);
    if (found.rows.length < BATCH) break;
  }
  return rows;
}

/** The file. Hidden row of keys, row of labels in the reader's language, then the rows; id and version of each stand hidden before it. */
export async function tableFile(ctx: Context, kind: AnyKind, rows: readonly TableRow[], as: TableFormat): Promise<FileParts> {
  const contents = rows.map(contentOf);
  const columns = tableColumns(ctx, kind, contents);
  const register = await registerOf(ctx, columns.map(({ field }) => field), contents.flatMap((content) => linkedIds(kind, content)));
  const w = tables.t(ctx.lang);
  const keys = [markOf(kind, ctx.lang), VERSION_KEY, ...columns.map(({ key }) => key)];
  const labels = [w('record'), w('version'), ...columns.map((column) => column.label(ctx.lang))];
  const values = rows.map((row, i) => lineOf(ctx, kind, row, contents[i] ?? {}, columns, register, as));
  const name = `${kind.path}-${Temporal.Now.plainDateISO(ctx.party.zone).toString()}.${as}`;
  if (as === 'csv') return { name, type: 'text/csv; charset=utf-8', bytes: writeCsv([keys, labels, ...values]) };
  const hidden: SheetColumn = { holds: 'text', width: 12, hidden: true };
  const shown = columns.map((column, i): SheetColumn => ({ holds: holds(column), width: widthOf(labels[i + 2] ?? '', values, i + 2), ...choicesOf(column, register) }));
  return { name, type: XLSX_TYPE, bytes: writeXlsx({ name: ctx.show(kind.label.many), columns: [hidden, hidden, ...shown], heads: [{ values: keys, hidden: true }, { values: labels }], rows: values }) };
}

const contentOf = (row: TableRow): Values => ('offered' in row ? row.offered : row.content);

function lineOf(ctx: Context, kind: AnyKind, row: TableRow, content: Values, columns: readonly TableColumn[], register: Register, as: TableFormat): readonly string[] {
  const form = fillForm(kind.fields as Fields, content, ctx.lang);
  const head = 'offered' in row ? ['', `${OFFERED}${contentHash(content)}`] : [row.id, row.version];
  return [...head, ...columns.map((column) => valueFor(column, form, register, ctx.lang, as))];
}

function choicesOf(column: TableColumn, register: Register): Pick<SheetColumn, 'choices'> {
  if (!['code', 'link', 'flag'].includes(column.field.type)) return {};
  const values = register.offered(column.field);
  return values.length === 0 ? {} : { choices: { values, open: column.several || column.field.type === 'link' } };
}

function widthOf(label: string, rows: readonly (readonly string[])[], column: number): number {
  return Math.min(WIDEST, Math.max(12, Math.ceil(label.length / 2), ...rows.slice(0, 100).map((row) => (row[column] ?? '').length + 2)));
}
