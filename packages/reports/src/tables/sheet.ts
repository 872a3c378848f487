/** What a column of a spreadsheet holds. Exact numbers travel as decimal strings. */
export interface SheetColumn {
  readonly label: string;
  readonly kind?: 'text' | 'number' | 'date';
  /** In characters; worked out from the content when left out. */
  readonly width?: number;
}

/** A decimal string for `number`; `YYYY`, `YYYY-MM` or `YYYY-MM-DD` for `date`; null for nothing known. */
export type SheetValue = string | number | null;

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
  /** Lines above the table (what it is, period, filters). They are kept off the CSV, which is for machines. */
  readonly notes?: readonly string[];
}

export interface Workbook {
  readonly lang: string;
  readonly title: string;
  /** `YYYY-MM-DD`; the creation date in the file. */
  readonly date?: string;
  readonly sheets: readonly Sheet[];
}

export const sheet = (name: string, columns: readonly SheetColumn[], rows: Sheet['rows'], notes?: readonly string[]): Sheet =>
  ({ name, columns, rows, ...(notes === undefined ? {} : { notes }) });
