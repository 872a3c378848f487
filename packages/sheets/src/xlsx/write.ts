/** Writes an Excel workbook that is made to be filled in (ECMA-376 part 1): column formats, choices, hidden keys. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { columnName } from '../cell.ts';
import { STYLES, styleOf } from './styles.ts';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A decimal string in a number column, `YYYY-MM-DD` in a date column; '' for nothing. */
export type Value = string;

export interface Choices {
  readonly values: readonly string[];
  /** A cell may hold several, or something not listed. */
  readonly open?: boolean;
}

export interface SheetColumn {
  readonly holds: 'text' | 'number' | 'date';
  /** In characters. */
  readonly width: number;
  readonly hidden?: boolean;
  readonly choices?: Choices;
}

/** All of a sheet but its rows. */
export type SheetFrame = Omit<SheetToWrite, 'rows'>;

export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Rows above the data; the last one is the heading that stays in view. `hidden` ones are for programs. */
  readonly heads: readonly { readonly values: readonly string[]; readonly hidden?: boolean }[];
  readonly rows: readonly (readonly Value[])[];
}

/** Excel keeps 15 significant digits (its numbers are doubles); longer decimals stay text, so that no digit is lost. */
const DIGITS = 15;
/** Rows under the data that offer the same choices. */
const SPARE = 500;
const LISTS = 'lists';

/**
 * Writes the workbook piece by piece as its rows come: neither they nor the file are held. A sheet of data and, where columns offer
 * choices, a hidden one that lists them.
 */
export async function* xlsxPieces(sheet: SheetFrame, batches: AsyncIterable<SheetToWrite['rows']>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const begun = (name: string): ZipDeflate => { const entry = new ZipDeflate(name, { level: LEVEL }); zip.add(entry); return entry; };
  const lists = listsOf(sheet);
  for (const [name, bytes] of Object.entries(partsAround(sheet, lists))) begun(name).push(bytes, true);
  const data = begun(DATA);
  data.push(xml(headOf(sheet)));
  let count = 0;
  for await (const rows of batches) {
    data.push(strToU8(rowsOf(sheet, count, rows)));
    count += rows.length;
    yield* ready.splice(0);
  }
  data.push(strToU8(endOf(sheet, lists, count)), true);
  zip.end();
  yield* ready.splice(0);
}

const DATA = 'xl/worksheets/sheet1.xml';
const LEVEL = 6;

type Lists = readonly { readonly column: number; readonly choices: Choices }[];
const listsOf = ({ columns }: SheetFrame): Lists => columns.flatMap(({ choices }, column) => (choices && choices.values.length > 0 ? [{ column, choices }] : []));

function partsAround(sheet: SheetFrame, lists: Lists): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': xml(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${XLSX_TYPE}.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${[1, ...(lists.length > 0 ? [2] : [])].map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`),
    '_rels/.rels': xml(relations([['officeDocument', 'xl/workbook.xml']])),
    'xl/_rels/workbook.xml.rels': xml(relations([['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml'], ...(lists.length > 0 ? [['worksheet', 'worksheets/sheet2.xml'] as const] : [])])),
    'xl/workbook.xml': xml(`<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets><sheet name="${escaped(sheetName(sheet.name))}" sheetId="1" r:id="rId1"/>${lists.length > 0 ? `<sheet name="${LISTS}" sheetId="2" state="hidden" r:id="rId3"/>` : ''}</sheets></workbook>`),
    'xl/styles.xml': xml(STYLES),
  };
  if (lists.length > 0) files['xl/worksheets/sheet2.xml'] = xml(listSheet(lists.map(({ choices }) => choices.values)));
  return files;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const xml = (body: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);

const relations = (all: readonly (readonly [string, string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** At most 31 characters, none of these (Excel). */
const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\]/gu, ' ').replaceAll(/^'|'$/gu, '').trim().slice(0, 31).trim() || 'Sheet1';

/** XML 1.0 has no place for most control characters. */
// oxlint-disable-next-line no-control-regex -- these are the characters to leave out
const UNSAYABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const escaped = (text: string): string => text.toWellFormed().replaceAll(UNSAYABLE, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function headOf({ columns, heads }: SheetFrame): string {
  const left = columns.findIndex((column) => !column.hidden) + 1;
  const cols = columns.map(({ holds, width, hidden }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${styleOf(holds)}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`).join('');
  const headRows = heads.map(({ values, hidden }, i) => `<row r="${i + 1}"${hidden ? ' hidden="1"' : ''}>${values.map((value, c) => (value === '' ? '' : textCell(c, i + 1, 1, value))).join('')}</row>`);
  return `<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0"><pane xSplit="${left}" ySplit="${heads.length}" topLeftCell="${columnName(left)}${heads.length + 1}" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>${cols}</cols><sheetData>${headRows.join('')}`;
}

/** Rows behind the first `before`. */
function rowsOf({ columns, heads }: SheetFrame, before: number, rows: SheetToWrite['rows']): string {
  const first = heads.length + 1 + before;
  return rows.map((values, i) => `<row r="${first + i}">${values.map((value, c) => cell(columns[c]?.holds ?? 'text', c, first + i, value)).join('')}</row>`).join('');
}

function endOf({ heads }: SheetFrame, lists: Lists, count: number): string {
  const first = heads.length + 1;
  const last = first + count + SPARE;
  const validations = lists.map(({ column, choices }, i) => {
    const [name, source] = [columnName(column), columnName(i)];
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="${choices.open ? 0 : 1}" sqref="${name}${first}:${name}${last}"><formula1>${LISTS}!$${source}$1:$${source}$${choices.values.length}</formula1></dataValidation>`;
  });
  return `</sheetData>${validations.length > 0 ? `<dataValidations count="${validations.length}">${validations.join('')}</dataValidations>` : ''}<pageSetup paperSize="9" orientation="landscape"/></worksheet>`;
}

function listSheet(lists: readonly (readonly string[])[]): string {
  const rows = Array.from({ length: Math.max(...lists.map((list) => list.length)) }, (_, r) =>
    `<row r="${r + 1}">${lists.map((list, c) => (list[r] === undefined ? '' : textCell(c, r + 1, 0, list[r]))).join('')}</row>`);
  return `<worksheet ${MAIN}><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function cell(holds: SheetColumn['holds'], column: number, row: number, value: Value): string {
  if (value === '') return '';
  const at = `${columnName(column)}${row}`;
  if (holds === 'number' && isExact(value)) return `<c r="${at}" s="${styleOf('number', value)}"><v>${value}</v></c>`;
  if (holds === 'date' && /^(19|2\d)\d\d-\d\d-\d\d$/u.test(value)) return `<c r="${at}" s="${styleOf('date')}"><v>${daysOf(value)}</v></c>`;
  return textCell(column, row, styleOf('text'), value);
}

/** Text never becomes a formula: it is a string cell, whatever it begins with. Excel holds 32,767 characters in one. */
const textCell = (column: number, row: number, style: number, text: string): string =>
  `<c r="${columnName(column)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text.slice(0, 32_767))}</t></is></c>`;

const isExact = (decimal: string): boolean => /^-?\d+(\.\d+)?$/u.test(decimal) && decimal.replaceAll(/[-.]/gu, '').replace(/^0+/u, '').length <= DIGITS;

/** Excel's days since 1899-12-30; from 1 March 1900 on they are right. */
const daysOf = (date: string): number => Temporal.PlainDate.from('1899-12-30').until(date, { largestUnit: 'day' }).days;
