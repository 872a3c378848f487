import type { Reading } from '@entente/text';
import { read } from '@entente/text';
import type { Cell, Row, SheetRead } from '../cell.ts';
import { undefused } from '../formula-guard.ts';
import { fault, MOST_ROWS } from '../refusal.ts';

/** CSV as spreadsheets write it (RFC 4180 with any of three separators; Excel's "Unicode text" is UTF-16 with tabs). */
export function readCsv(bytes: Uint8Array, file: string): Reading<readonly SheetRead[]> {
  const text = decoded(bytes);
  if (text === null) return fault('encoding', { file });
  if (text.includes('\0')) return fault('not-a-table', { file });
  const split = fieldsOf(text, separatorOf(text));
  if ('open' in split) return fault('open-quote', { file, row: split.open });
  if (split.rows.length > MOST_ROWS) return fault('too-many-rows', { file, limit: MOST_ROWS });
  return read([{ name: '', hidden: false, rows: split.rows.map(rowOf).filter((row) => row.cells.size > 0) }]);
}

function decoded(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The separator that stands most often outside quotes in the first line; Excel writes a semicolon where the comma is the decimal mark. */
function separatorOf(text: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/u.exec(text.slice(0, 65_536))?.[0].replaceAll(/"(?:[^"]|"")*"/gu, '') ?? '';
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function fieldsOf(text: string, separator: string): { readonly rows: readonly (readonly string[])[] } | { readonly open: number } {
  const rows: string[][] = [];
  let row: string[] = [];
  const endRow = () => { rows.push(row); row = []; };
  for (let at = 0; at < text.length;) {
    if (text[at] === '"') {
      const { value, end } = quoted(text, at);
      if (end < 0) return { open: rows.length + 1 };
      row.push(value);
      at = end;
    } else {
      const end = fieldEnd(text, at, separator);
      row.push(text.slice(at, end));
      at = end;
    }
    if (text[at] === separator) {
      at += 1;
      if (at === text.length || text[at] === '\n' || text[at] === '\r') row.push('');
      else continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    endRow();
  }
  return { rows };
}

function fieldEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** A quoted field and where it ends; what stands between the closing quote and the separator belongs to it, as in Excel. */
function quoted(text: string, open: number): { readonly value: string; readonly end: number } {
  const parts: string[] = [];
  for (let from = open + 1; ;) {
    const close = text.indexOf('"', from);
    if (close < 0) return { value: '', end: -1 };
    parts.push(text.slice(from, close));
    if (text[close + 1] !== '"') {
      let end = close + 1;
      while (end < text.length && !',;\t\r\n'.includes(text.charAt(end))) end += 1;
      return { value: parts.join('"') + text.slice(close + 1, end), end };
    }
    from = close + 2;
  }
}

function rowOf(fields: readonly string[], at: number): Row {
  const cells = fields.map((field, column) => [column, { is: 'text', text: undefused(field) } satisfies Cell] as const).filter(([, cell]) => cell.text.trim() !== '');
  return { number: at + 1, cells: new Map(cells) };
}
