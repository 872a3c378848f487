/** From a record's form to cells and back: a cell that was not touched gives the very entry it came from. */
import { canonicalDecimal, cleanLine, formatDate, formatNumber, type Lang, readDate, readNumber } from '@entente/text';
import type { Cell } from '@entente/sheets';
import type { Problem } from '@entente/kernel';
import type { Form } from '../forms/form.ts';
import type { Register } from './choices.ts';
import type { TableColumn } from './columns.ts';

type Entry = readonly [string, string];
export type Typed = { readonly ok: true; readonly entries: readonly Entry[] } | { readonly ok: false; readonly problem: Problem };

/** What a column holds, for the format of its cells. */
export function holds({ field, part, several }: TableColumn): 'text' | 'number' | 'date' {
  if (several) return 'text';
  if (part === 'amount' || field.type === 'decimal' || field.type === 'integer') return 'number';
  return part === 'from' || part === 'to' || field.type === 'date' ? 'date' : 'text';
}
const isChoice = ({ field }: TableColumn): boolean => ['code', 'link', 'flag'].includes(field.type);

/** A number as readers of the language type it, so that only one reading is possible: three decimals could be a group. */
export function plainNumber(decimal: string, lang: Lang): string {
  const value = canonicalDecimal(decimal);
  return formatNumber(value, lang, value.split('.')[1]?.length === 3 ? 4 : 0);
}

/** The cell of a form's entry: exact decimals and ISO dates in workbooks, as people type them in CSV. */
export function valueFor(column: TableColumn, form: Form, register: Register, lang: Lang, as: 'xlsx' | 'csv'): string {
  if (column.several) return entriesAt(form, column).map(([, value]) => (isChoice(column) ? register.labelOf(column.field, value) : value)).join(isChoice(column) ? '; ' : '\n');
  const typed = form.text(column.key);
  if (typed === '') return '';
  if (isChoice(column)) return register.labelOf(column.field, typed);
  if (holds(column) === 'number') {
    const number = readNumber(typed, lang);
    return number.ok ? (as === 'xlsx' ? canonicalDecimal(number.value) : plainNumber(number.value, lang)) : typed;
  }
  if (holds(column) !== 'date') return typed;
  const date = readDate(typed, lang);
  return !date.ok || as === 'csv' ? typed : date.value.length === 10 ? date.value : formatDate(date.value, lang, 'short');
}

/** Entries of a column in a form: one, or of a list all of them. */
export function entriesAt(form: Form, { key, several, field }: TableColumn): readonly Entry[] {
  const isOwn = (name: string) => (several && field.type === 'text' ? name.startsWith(`${key}.`) && !name.endsWith('._row') : name === key);
  return form.entries.filter(([name]) => isOwn(name));
}

/** What a cell would have typed into the form. */
export function typedFrom(column: TableColumn, cell: Cell | undefined, register: Register, lang: Lang): Typed {
  if (!cell) return { ok: true, entries: [] };
  if (cell.is === 'fault') return { ok: false, problem: { id: `tables.${cell.fault}`, path: [], params: { detail: cell.detail } } };
  if (column.several) return severalFrom(column, textOf(cell, lang), register);
  if (isChoice(column)) return chosen(column, cell.is === 'flag' ? (cell.flag ? 'yes' : 'no') : textOf(cell, lang), register);
  const one = (value: string): Typed => ({ ok: true, entries: [[column.key, value]] });
  if (holds(column) === 'number') return one(cell.is === 'number' ? plainNumber(cell.number, lang) : certainNumber(textOf(cell, lang), lang));
  if (holds(column) === 'date') return one(cell.is === 'date' ? dayOrYear(cell.date, lang) : cell.is === 'number' ? cell.number : dateText(textOf(cell, lang), lang));
  return one(column.field.long ? textOf(cell, lang) : cleanLine(textOf(cell, lang)));
}

function textOf(cell: Exclude<Cell, { is: 'fault' }>, lang: Lang): string {
  switch (cell.is) {
    case 'text': return cell.text;
    case 'number': return cell.number;
    case 'date': return formatDate(cell.date, lang, 'short');
    case 'flag': return cell.flag ? 'yes' : 'no';
    default: return cell satisfies never;
  }
}

/** "1,234.56" in a Vietnamese table can only be 1.234,56; "1,234" can be two numbers and stays as typed, to be refused. */
function certainNumber(text: string, lang: Lang): string {
  const own = readNumber(text, lang);
  if (own.ok) return plainNumber(own.value, lang);
  if (own.problem.id !== 'text.number-other-convention') return text;
  const other = readNumber(text, lang === 'en' ? 'vi' : 'en');
  return other.ok ? plainNumber(other.value, lang) : text;
}

/** A year alone, typed into a cell that shows dates, becomes the day of that number: 2019 is shown as 11/07/1905. */
function dayOrYear(date: string, lang: Lang): string {
  const { days } = Temporal.PlainDate.from('1899-12-30').until(date, { largestUnit: 'day' });
  return days >= 1900 && days < 2200 ? String(days) : formatDate(date, lang, 'short');
}

function dateText(text: string, lang: Lang): string {
  const date = readDate(text, lang);
  return date.ok ? formatDate(date.value, lang, 'short') : text;
}

function chosen(column: TableColumn, text: string, register: Register): Typed {
  const reading = register.valueOf(column.field, text);
  return reading.ok ? { ok: true, entries: [[column.key, reading.value]] } : reading;
}

/** Semicolons a title may hold. */
const MOST_PARTS = 4;

function severalFrom(column: TableColumn, text: string, register: Register): Typed {
  if (!isChoice(column)) return { ok: true, entries: text.split('\n').map((line) => line.trim()).filter(Boolean).map((line, i) => [`${column.key}.${i}`, line]) };
  const entries: Entry[] = [];
  // A title may hold a semicolon itself: what is no value by itself is tried with what follows it.
  for (let rest = text.split(/[;\n]/u); rest.length > 0;) {
    const found = rest.slice(0, MOST_PARTS).map((_, i) => { const said = rest.slice(0, i + 1).join(';').trim(); return { n: i + 1, reading: said === '' ? null : register.valueOf(column.field, said) }; });
    const good = found.find(({ reading }) => reading?.ok);
    if (good?.reading?.ok) { entries.push([column.key, good.reading.value]); rest = rest.slice(good.n); continue; }
    const [first] = found;
    if (first?.reading && !first.reading.ok) return first.reading;
    rest = rest.slice(1);
  }
  return { ok: true, entries };
}

/** How a value that was written into a file is read back, when nobody touched it. */
export function cellOf(column: TableColumn, value: string, as: 'xlsx' | 'csv'): Cell | undefined {
  if (value === '') return undefined;
  if (as === 'xlsx' && holds(column) === 'number' && /^-?\d+(\.\d+)?$/u.test(value)) return { is: 'number', number: value };
  if (as === 'xlsx' && holds(column) === 'date' && /^\d{4}-\d{2}-\d{2}$/u.test(value)) return { is: 'date', date: value };
  return { is: 'text', text: value };
}
