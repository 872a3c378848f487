import ExcelJS from 'exceljs';
import type { Sheet, SheetColumn, SheetValue, Workbook } from './sheet.ts';

/** Excel keeps 15 significant digits (ECMA-376 numbers are doubles); longer decimals stay text, so no digit is lost. */
const SIGNIFICANT_DIGITS = 15;

const WIDEST = 60;
const NARROWEST = 8;

/** Forbidden in sheet names, or too long for one (Excel: 31 characters). */
function sheetName(name: string, taken: ReadonlySet<string>): string {
  const clean = name.replace(/[[\]:*?/\\]/g, ' ').replace(/^'|'$/g, '').trim().slice(0, 31).trim() || 'Sheet';
  let unique = clean;
  for (let copy = 2; taken.has(unique.toLowerCase()); copy += 1) unique = `${clean.slice(0, 27)} (${copy})`;
  return unique;
}

/** Writes the workbook: frozen header, filters, widths by content, exact numbers, real dates. */
export async function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const created = workbook.date === undefined ? new Date() : new Date(`${workbook.date}T00:00:00Z`);
  book.title = workbook.title;
  book.creator = '';
  book.created = created;
  book.modified = created;
  book.lastModifiedBy = '';
  const taken = new Set<string>();
  for (const sheet of workbook.sheets) {
    const name = sheetName(sheet.name, taken);
    taken.add(name.toLowerCase());
    fill(book.addWorksheet(name), sheet);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function fill(target: ExcelJS.Worksheet, sheet: Sheet): void {
  const notes = sheet.notes ?? [];
  for (const note of notes) target.addRow([note]).font = { italic: true, color: { argb: 'FF55585E' } };
  if (notes.length > 0) target.addRow([]);
  const header = target.addRow(sheet.columns.map(({ label }) => label));
  header.font = { bold: true };
  header.alignment = { vertical: 'bottom', wrapText: true };
  header.border = { bottom: { style: 'thin' } };
  for (const row of sheet.rows) target.addRow(row.map((value, index) => cellValue(value, sheet.columns[index])));
  for (const [index, column] of sheet.columns.entries()) shape(target.getColumn(index + 1), column, widthOf(sheet, index), header.number);
  target.views = [{ state: 'frozen', ySplit: header.number }];
  target.autoFilter = { from: { row: header.number, column: 1 }, to: { row: header.number + sheet.rows.length, column: Math.max(1, sheet.columns.length) } };
  // 9 is A4 (ECMA-376 part 1, pageSetup); ExcelJS declares the name but does not export the value.
  Object.assign(target.pageSetup, { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `${header.number}:${header.number}` });
}

function shape(target: ExcelJS.Column, column: SheetColumn, width: number, headerRow: number): void {
  target.width = width;
  target.eachCell((cell, row) => {
    if (row <= headerRow) return;
    cell.alignment = { vertical: 'top', wrapText: column.kind !== 'number', horizontal: column.kind === 'number' ? 'right' : 'left' };
    if (typeof cell.value === 'number') cell.numFmt = numberFormat(cell.value);
    if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd';
  });
}

/** Thousands apart in the reader's own way (Excel's locale decides which sign), as many decimals as the number has. */
function numberFormat(value: number): string {
  const places = (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length;
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
}

/** Text never becomes a formula: it is written as a string cell, whatever it begins with. */
function cellValue(value: SheetValue, column: SheetColumn | undefined): string | number | Date | null {
  if (value === null || value === '') return null;
  if (column?.kind === 'number') return exactNumber(String(value));
  if (column?.kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(value))) return new Date(`${value}T00:00:00Z`);
  return typeof value === 'number' ? value : value.slice(0, 32_767);
}

function exactNumber(decimal: string): string | number {
  if (!/^-?\d+(\.\d+)?$/.test(decimal)) return decimal;
  const digits = decimal.replace(/[-.]/g, '').replace(/^0+/, '');
  return digits.length <= SIGNIFICANT_DIGITS ? Number(decimal) : decimal;
}

function widthOf(sheet: Sheet, index: number): number {
  const column = sheet.columns[index];
  if (column?.width !== undefined) return column.width;
  const lengths = sheet.rows.map((row) => String(row[index] ?? '').length);
  return Math.min(WIDEST, Math.max(NARROWEST, column?.label.length ?? 0, ...lengths.slice(0, 1_000)) + 2);
}
