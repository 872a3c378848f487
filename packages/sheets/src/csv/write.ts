import { defused } from '../formula-guard.ts';

/** RFC 4180 in UTF-8 with a byte order mark, without which Excel reads Vietnamese and Lao wrongly; formulas are defused. */
export function writeCsv(rows: Iterable<readonly string[]>): Uint8Array {
  const lines = Array.from(rows, (fields) => fields.map(quoted).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function quoted(field: string): string {
  const text = defused(field);
  return /[",;\n\r\t]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
