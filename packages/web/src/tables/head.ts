/** Finding the table in a file: by its hidden keys, or by the labels of its heading in any language. */
import type { AnyKind, Problem } from '@entente/kernel';
import { columnName, type Row, type SheetRead } from '@entente/sheets';
import { isLang, type Lang, langs, nameKey, showLabel } from '@entente/text';
import type { TableColumn } from './columns.ts';
import { VERSION_KEY } from './take.ts';

export interface Head {
  readonly rows: readonly Row[];
  /** Where each column stands in the file. */
  readonly columns: ReadonlyMap<TableColumn, number>;
  readonly recordAt: number | null;
  readonly versionAt: number | null;
  /** What stands above columns that have values and are none of the kind's: somebody added them. */
  readonly strangers: readonly string[];
  /** Whose writing of numbers and dates the table follows. */
  readonly lang: Lang;
}
export type HeadReading = { readonly ok: true; readonly head: Head } | { readonly ok: false; readonly problem: Problem };

/** Rows from the top in which a heading is looked for: titles may stand above it. */
const HEADING_WITHIN = 20;

const textAt = (row: Row, column: number): string => { const cell = row.cells.get(column); return cell?.is === 'text' ? cell.text.trim() : ''; };
const no = (id: string, params: Problem['params']): HeadReading => ({ ok: false, problem: { id: `tables.${id}`, path: [], ...(params ? { params } : {}) } });

/**
 * The table of a kind in the sheets of a file. `columnsFor` gives the kind's columns with as many places for repeated groups as the
 * file's keys name. Of several sheets the first that has one counts; hidden ones never do.
 */
export function findHead(sheets: readonly SheetRead[], kind: AnyKind, kinds: ReadonlyMap<string, AnyKind>, lang: Lang, columnsFor: (keys: readonly string[]) => readonly TableColumn[]): HeadReading {
  const seen = sheets.filter((sheet) => !sheet.hidden);
  for (const sheet of seen) {
    const at = sheet.rows.findIndex((row, i) => i < HEADING_WITHIN && [...row.cells.keys()].some((column) => textAt(row, column).startsWith('entente:')));
    const row = sheet.rows[at];
    if (row) return byKeys(sheet, at, row, kind, kinds, lang, columnsFor);
  }
  for (const sheet of seen) {
    const found = byLabels(sheet, lang, columnsFor([]));
    if (found) return found;
  }
  const names = seen.map((sheet) => sheet.name).filter(Boolean).join(', ');
  return no('not-this-kind', { kind: showLabel(kind.label.many, lang), sheets: names === '' ? '-' : names });
}

function byKeys(sheet: SheetRead, at: number, row: Row, kind: AnyKind, kinds: ReadonlyMap<string, AnyKind>, lang: Lang, columnsFor: (keys: readonly string[]) => readonly TableColumn[]): HeadReading {
  const keys = [...row.cells.keys()].map((column) => [column, textAt(row, column)] as const);
  const [recordAt = null, mark = ''] = keys.find(([, key]) => key.startsWith('entente:')) ?? [];
  const [, name = '', , written] = mark.split(':');
  const other = kinds.get(name);
  if (name !== kind.name) return no('other-kind', { found: other ? showLabel(other.label.many, lang) : name, kind: showLabel(kind.label.many, lang) });
  const columns = new Map<TableColumn, number>();
  for (const column of columnsFor(keys.map(([, key]) => key))) {
    const places = keys.filter(([, key]) => key === column.key);
    if (places.length > 1) return no('column-twice', { label: column.label(lang) });
    if (places[0]) columns.set(column, places[0][0]);
  }
  const versionAt = keys.find(([, key]) => key === VERSION_KEY)?.[0] ?? null;
  // The row of labels that stands under the keys holds no data.
  const rows = sheet.rows.slice(at + 2);
  const labels = sheet.rows[at + 1];
  return { ok: true, head: { rows, columns, recordAt, versionAt, strangers: strangersIn(rows, (place) => (labels ? textAt(labels, place) : ''), [...columns.values(), recordAt, versionAt]), lang: isLang(written) ? written : lang } };
}

/** A table somebody typed: at least half of its heading, and two columns, are labels of the kind. */
function byLabels(sheet: SheetRead, lang: Lang, all: readonly TableColumn[]): HeadReading | null {
  const named = new Map<string, TableColumn>();
  for (const column of all.toReversed()) for (const one of langs) for (const label of labelsOf(column, one)) named.set(nameKey(label), column);
  for (const [at, row] of sheet.rows.slice(0, HEADING_WITHIN).entries()) {
    const columns = new Map<TableColumn, number>();
    for (const place of row.cells.keys()) {
      const column = named.get(nameKey(textAt(row, place)));
      if (column && columns.has(column)) return no('column-twice', { label: column.label(lang) });
      if (column) columns.set(column, place);
    }
    if (columns.size >= 2 && columns.size * 2 >= row.cells.size) {
      const rows = sheet.rows.slice(at + 1);
      return { ok: true, head: { rows, columns, recordAt: null, versionAt: null, strangers: strangersIn(rows, (place) => textAt(row, place), [...columns.values()]), lang } };
    }
  }
  return null;
}

function strangersIn(rows: readonly Row[], labelOf: (place: number) => string, known: readonly (number | null)[]): readonly string[] {
  const filled = new Set(rows.flatMap((row) => [...row.cells.keys()]));
  return [...filled].filter((place) => !known.includes(place)).toSorted((a, b) => a - b).map((place) => labelOf(place) || columnName(place));
}

/** The whole label; for a text in the reader's own language the label without the language too. */
function labelsOf(column: TableColumn, lang: Lang): readonly string[] {
  const label = column.label(lang);
  return column.part === 'language' && column.key.endsWith(`.${lang}`) ? [label, label.replace(/ \([^()]*\)$/u, '')] : [label];
}
