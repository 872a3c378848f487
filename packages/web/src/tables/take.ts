/** A list, or rows made up for somebody to fill in, as a file: what is brought back is exactly what was taken (decision 0014). */
import { type AnyKind, contentHash, type Fields, type ListQuery, ok, problem, type RecordRow, refuse, type Result } from '@entente/kernel';
import { csvPieces, MOST_ROWS, type SheetColumn, xlsxPieces, XLSX_TYPE } from '@entente/sheets';
import type { Values } from '../fields/content.ts';
import { linkedIds } from '../fields/content.ts';
import { fillForm } from '../forms/fill.ts';
import { asked } from '../lists/query.ts';
import { bytesOf, joined } from './pieces.ts';
import type { Context, FileParts } from '../module.ts';
import { holds, valueFor } from './cells.ts';
import { registerOf, type Register } from './choices.ts';
import { placesIn, tableColumns, type TableColumn } from './columns.ts';
import { tables } from './words.ts';

export type TableFormat = 'xlsx' | 'csv';

/** Names the table in its first cell: what it is of, which version of the kind, in whose writing of numbers and dates. */
export const markOf = (kind: AnyKind, lang: string): string => `entente:${kind.name}:${kind.version}:${lang}`;
export const VERSION_KEY = '_version';
/** In place of a version: the row was offered with this content and no record stands behind it. */
export const OFFERED = 'offered:';

const WIDEST = 50;

/** A row of the table: a record, or a content offered for one that does not exist yet. */
export type TableRow = RecordRow | { readonly offered: Values };

/** Rows in batches, from the beginning each time it is asked: a table is read twice, first for its columns. */
export type RowSource = () => AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>;

/** Every row of a list as its filters leave it; the address is the question, as on the page. */
export const listedRows = (ctx: Context, kind: AnyKind): RowSource => () => ctx.read.all(asked(ctx, kind).query);

/** All rows of a query at once: for what is known to be few. */
export const rowsOf = async (ctx: Context, query: ListQuery): Promise<readonly RecordRow[]> => (await Array.fromAsync(ctx.read.all(query))).flat();

/**
 * The file. Hidden row of keys, row of labels in the reader's language, then the rows; id and version of each stand hidden before it.
 * Refused (`tables.too-many`) beyond what can be brought back. `told` hears how many rows are written.
 */
export async function tableFile(ctx: Context, kind: AnyKind, rows: readonly TableRow[] | RowSource, as: TableFormat, told: (done: number) => void = () => {}): Promise<Result<FileParts>> {
  const source: RowSource = typeof rows === 'function' ? rows : () => [rows];
  const sight = await sightOf(ctx, kind, source);
  if (sight === null) return refuse(problem('tables.too-many', [], { most: MOST_ROWS }));
  const { columns } = sight;
  const register = await registerOf(ctx, columns.map(({ field }) => field), sight.linked);
  const lines = async function* (): AsyncGenerator<Lines> {
    let done = 0;
    for await (const batch of source()) {
      yield batch.map((row) => lineOf(ctx, kind, row, contentOf(row), columns, register, as));
      told(done += batch.length);
    }
  };
  const name = `${kind.path}-${Temporal.Now.plainDateISO(ctx.party.zone).toString()}.${as}`;
  const type = as === 'csv' ? 'text/csv; charset=utf-8' : XLSX_TYPE;
  return ok({ name, type, bytes: await bytesOf(sight.count, piecesOf(ctx, kind, columns, register, lines(), as)) });
}

type Lines = readonly (readonly string[])[];

async function* piecesOf(ctx: Context, kind: AnyKind, columns: readonly TableColumn[], register: Register, lines: AsyncGenerator<Lines>, as: TableFormat): AsyncGenerator<Uint8Array> {
  const w = tables.t(ctx.lang);
  const keys = [markOf(kind, ctx.lang), VERSION_KEY, ...columns.map(({ key }) => key)];
  const labels = [w('record'), w('version'), ...columns.map((column) => column.label(ctx.lang))];
  if (as === 'csv') {
    yield* csvPieces(joined([keys, labels], lines));
    return;
  }
  const { done, value } = await lines.next();
  const first: Lines = done ? [] : value;
  const hidden: SheetColumn = { holds: 'text', width: 12, hidden: true };
  const shown = columns.map((column, i): SheetColumn => ({ holds: holds(column), width: widthOf(labels[i + 2] ?? '', first, i + 2), ...choicesOf(column, register) }));
  yield* xlsxPieces({ name: ctx.show(kind.label.many), columns: [hidden, hidden, ...shown], heads: [{ values: keys, hidden: true }, { values: labels }] }, joined(first, lines));
}

/** The columns that all rows together need, and the records they name; null where they are more than a table holds. */
async function sightOf(ctx: Context, kind: AnyKind, source: RowSource): Promise<{ readonly columns: readonly TableColumn[]; readonly linked: readonly string[]; readonly count: number } | null> {
  const keys = new Set(tableColumns(ctx, kind, []).map(({ key }) => key));
  const linked = new Set<string>();
  let count = 0;
  for await (const batch of source()) {
    count += batch.length;
    if (count > MOST_ROWS) return null;
    const contents = batch.map(contentOf);
    for (const { key } of tableColumns(ctx, kind, contents)) keys.add(key);
    for (const id of contents.flatMap((content) => linkedIds(kind, content))) linked.add(id);
  }
  return { columns: tableColumns(ctx, kind, placesIn([...keys]), true).filter(({ key }) => keys.has(key)), linked: [...linked], count };
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
