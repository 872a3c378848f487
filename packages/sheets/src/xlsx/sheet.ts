/** The cells of one worksheet. */
import { areaOf, cellName, cellPlace, type Cell, type Row } from '../cell.ts';
import { MOST_ROWS } from '../refusal.ts';
import { eventsOf } from '../xml.ts';
import { attributesOf } from './attributes.ts';
import { unescaped } from './shared.ts';

export interface Book {
  readonly strings: readonly string[];
  readonly isDate: (style: number) => boolean;
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean;
}

export class TooManyRows extends Error {}

/** A cell as its tags say it, before it is understood. */
interface Raw { column: number; type: string; style: number; value: string | null; text: string; formula: boolean }

/** Rows that hold something. A merged area of more than one cell is a fault at each of its cells: which of them the value is meant for is not known. */
export function readSheet(xml: string, book: Book): readonly Row[] {
  const rows: { number: number; cells: Map<number, Cell> }[] = [];
  const merged: string[] = [];
  let row: { number: number; cells: Map<number, Cell> } = { number: 0, cells: new Map() };
  let raw: Raw | null = null;
  let last = -1;
  let into: 'value' | 'text' | 'formula' | null = null;
  for (const event of eventsOf(xml)) {
    if (event.is === 'text') {
      if (!raw) continue;
      if (into === 'value') raw.value = (raw.value ?? '') + event.text;
      if (into === 'text') raw.text += event.text;
      continue;
    }
    const opens = event.is === 'open' && !event.closed;
    switch (event.name) {
      case 'row':
        if (event.is === 'open') {
          row = { number: Number(attributesOf(event.attributes)['r'] ?? row.number + 1), cells: new Map() };
          rows.push(row);
          last = -1;
          if (rows.length > MOST_ROWS) throw new TooManyRows();
        }
        break;
      case 'c':
        if (event.is === 'open') raw = begin(event.attributes, last);
        if (raw) last = raw.column;
        if (raw && !opens) { const cell = understood(raw, book); if (cell) row.cells.set(raw.column, cell); raw = null; }
        break;
      case 'v': into = opens ? 'value' : null; break;
      case 't': into = opens ? 'text' : null; break;
      case 'f':
        if (raw && event.is === 'open') raw.formula = true;
        into = opens ? 'formula' : null;
        break;
      case 'mergeCell': if (event.is === 'open') merged.push(attributesOf(event.attributes)['ref'] ?? ''); break;
      default: break;
    }
  }
  const filled = rows.filter(({ cells }) => cells.size > 0);
  markMerged(filled, merged);
  return filled;
}

function begin(attributes: string, last: number): Raw {
  const { r, t = 'n', s = '0' } = attributesOf(attributes);
  return { column: (r === undefined ? null : cellPlace(r))?.column ?? last + 1, type: t, style: Number(s), value: null, text: '', formula: false };
}

function understood(raw: Raw, { strings, isDate, from1904 }: Book): Cell | null {
  const { value, type } = raw;
  if (raw.formula && (value === null || value === '') && type !== 'str') return { is: 'fault', fault: 'formula', detail: '' };
  if (type === 'e') return { is: 'fault', fault: 'error', detail: value ?? '' };
  if (type === 's') return textCell(strings[Number(value)] ?? '');
  if (type === 'inlineStr') return textCell(unescaped(raw.text));
  if (type === 'str') return textCell(unescaped(value ?? ''));
  if (value === null || value.trim() === '') return null;
  if (type === 'b') return { is: 'flag', flag: value === '1' };
  if (type === 'd') return { is: 'date', date: value.slice(0, 10) };
  const number = Number(value);
  if (!Number.isFinite(number)) return { is: 'fault', fault: 'error', detail: value };
  return isDate(raw.style) ? dateCell(number, from1904) : { is: 'number', number: exact(number) };
}

const textCell = (text: string): Cell | null => (text.trim() === '' ? null : { is: 'text', text });

/** The decimal a person typed: a spreadsheet keeps 15 digits, what lies beyond is the machine's. */
function exact(value: number): string {
  const [digits = '0', exponent = '0'] = value.toExponential(14).split('e');
  const negative = digits.startsWith('-');
  const plain = digits.replace('-', '').replace('.', '');
  const point = Number(exponent) + 1;
  const whole = point <= 0 ? '0' : plain.slice(0, point).padEnd(point, '0');
  const rest = (point <= 0 ? '0'.repeat(-point) + plain : plain.slice(point)).replace(/0+$/u, '');
  const text = `${whole.replace(/^0+(?=\d)/u, '')}${rest === '' ? '' : `.${rest}`}`;
  return negative && text !== '0' ? `-${text}` : text;
}

/** Excel counts days from 1900 with a 29 February that never was, so real days begin at 61. */
function dateCell(serial: number, from1904: boolean): Cell {
  const days = Math.floor(serial);
  if (days < 0 || days > 2_958_465) return { is: 'number', number: exact(serial) };
  const first = Temporal.PlainDate.from(from1904 ? '1904-01-01' : days < 60 ? '1899-12-31' : '1899-12-30');
  return { is: 'date', date: first.add({ days }).toString() };
}

/** Cells marked as merged, over all areas: no honest file has more, and one that lies must not take the processor. */
const MOST_MERGED = 1_000_000;

function markMerged(rows: readonly { readonly number: number; readonly cells: Map<number, Cell> }[], references: readonly string[]): void {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const lastRow = rows.at(-1)?.number ?? 0;
  let left = MOST_MERGED;
  for (const reference of references) {
    const area = areaOf(reference);
    if (!area) continue;
    const { from, to } = area;
    const detail = `${cellName(from.column, from.row)}:${cellName(to.column, to.row)}`;
    for (let number = from.row; number <= Math.min(to.row, lastRow); number += 1) {
      for (let column = from.column; column <= to.column; column += 1) {
        if ((left -= 1) < 0) return;
        byNumber.get(number)?.cells.set(column, { is: 'fault', fault: 'merged', detail });
      }
    }
  }
}
