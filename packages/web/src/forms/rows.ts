/** Rows of repeated groups in a form: `items.0.text`, `items.1.text`; a hidden `items.1._row` keeps a blank one. */
import { Form } from './form.ts';

type Entry = readonly [string, string];

/** Numbers of the rows of a list, in order. */
export function rowsOf(form: Form, list: string): readonly number[] {
  const numbers = form.names(`${list}.`).map((name) => /^(\d{1,5})(\.|$)/u.exec(name.slice(list.length + 1))?.[1]).filter((found) => found !== undefined);
  return [...new Set(numbers.map(Number))].toSorted((a, b) => a - b);
}

/** The form with one more, blank row. */
export function withRow(form: Form, list: string): Form {
  const next = (rowsOf(form, list).at(-1) ?? -1) + 1;
  return new Form([...form.entries, [`${list}.${next}._row`, '']]);
}

/** The form without one row (`items.2`); those after it move up. */
export function withoutRow(form: Form, row: string): Form {
  const cut = row.lastIndexOf('.');
  const list = row.slice(0, cut);
  return keepRows(form, list, rowsOf(form, list).filter((i) => i !== Number(row.slice(cut + 1))));
}

/** The form with one row (`items.2`) changed places with its neighbour, and the row's name now. */
export function withMovedRow(form: Form, row: string, by: 1 | -1): { readonly form: Form; readonly to: string } {
  const cut = row.lastIndexOf('.');
  const [list, rows] = [row.slice(0, cut), [...rowsOf(form, row.slice(0, cut))]];
  const [at, number] = [rows.indexOf(Number(row.slice(cut + 1))), rows[rows.indexOf(Number(row.slice(cut + 1))) + by]];
  if (at < 0 || number === undefined) return { form, to: row };
  [rows[at], rows[at + by]] = [number, rows[at] ?? 0];
  return { form: keepRows(form, list, rows), to: `${list}.${at + by}` };
}

/**
 * The form without rows in which nothing was typed, inner lists first, so that positions in problems are positions on
 * the page. A choice that is there without being made (currency, provenance) is not something typed.
 */
export function withoutBlankRows(form: Form): Form {
  const lists = new Set(form.names().flatMap((name) => [...name.matchAll(/\.\d{1,5}(?=\.|$)/gu)].map((found) => name.slice(0, found.index))));
  return [...lists].toSorted((a, b) => b.length - a.length).reduce((kept, list) => {
    const rows = rowsOf(kept, list);
    const filled = filledRows(kept, list);
    return filled.length === rows.length && rows.every((row, at) => row === at) ? kept : keepRows(kept, list, filled);
  }, form);
}

/** Rows of a list in which something was typed, by their numbers: the nth of them becomes row n of `withoutBlankRows`. */
export const filledRows = (form: Form, list: string): readonly number[] =>
  rowsOf(form, list).filter((i) => form.entries.some(([name, value]) => isIn(name, `${list}.${i}`) && isTyped(name, value)));

const isIn = (name: string, row: string): boolean => name === row || name.startsWith(`${row}.`);
const isTyped = (name: string, value: string): boolean => value.trim() !== '' && !/(\._row|\.currency|:from|\.query)$/u.test(name);

function keepRows(form: Form, list: string, rows: readonly number[]): Form {
  const entries = form.entries.flatMap(([name, value]): Entry[] => {
    if (!name.startsWith(`${list}.`)) return [[name, value]];
    const found = /^(\d{1,5})(.*)$/u.exec(name.slice(list.length + 1));
    if (!found) return [[name, value]];
    const at = rows.indexOf(Number(found[1]));
    return at < 0 ? [] : [[`${list}.${at}${found[2]}`, value]];
  });
  return new Form(entries);
}
