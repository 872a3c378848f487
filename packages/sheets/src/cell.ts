/** What stands in a cell of a spreadsheet, whatever program wrote it. */
export type Cell =
  | { readonly is: 'text'; readonly text: string }
  /** An exact decimal, at most the 15 digits a spreadsheet keeps. */
  | { readonly is: 'number'; readonly number: string }
  /** `YYYY-MM-DD`; a time of day is dropped. */
  | { readonly is: 'date'; readonly date: string }
  | { readonly is: 'flag'; readonly flag: boolean }
  /** Something whose value cannot be known: a formula that was never computed, an error, a merged area. */
  | { readonly is: 'fault'; readonly fault: 'formula' | 'error' | 'merged'; readonly detail: string };

export interface Row {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number;
  /** By column, from 0; blank cells are absent. */
  readonly cells: ReadonlyMap<number, Cell>;
}

export interface SheetRead {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that hold anything, in order. */
  readonly rows: readonly Row[];
}

/** `AB12` for column 27 (from 0) of row 12. */
export const cellName = (column: number, row: number): string => `${columnName(column)}${row}`;

export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** Column (from 0) and row (from 1) of `AB12`; null when it is no such name. */
export function cellPlace(name: string): { readonly column: number; readonly row: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name);
  if (!found) return null;
  const column = Array.from(found[1] ?? '', (letter) => letter.charCodeAt(0) - 64).reduce((sum, digit) => sum * 26 + digit, 0) - 1;
  return { column, row: Number(found[2]) };
}

/** The corners of `B2:C5`; null when it is no area. */
export function areaOf(reference: string): { readonly from: { readonly column: number; readonly row: number }; readonly to: { readonly column: number; readonly row: number } } | null {
  const [from, to] = reference.split(':').map(cellPlace);
  return from && to ? { from, to } : null;
}
