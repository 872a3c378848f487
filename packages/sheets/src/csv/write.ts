import { defused } from '../formula-guard.ts';

type Lines = Iterable<readonly string[]>;

/** RFC 4180 in UTF-8 with a byte order mark, without which Excel reads Vietnamese and Lao wrongly; formulas are defused. Piece by piece as the rows come. */
export async function* csvPieces(batches: AsyncIterable<Lines>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode('\uFEFF');
  for await (const rows of batches) yield encoder.encode(linesOf(rows));
}

const linesOf = (rows: Lines): string => Array.from(rows, (fields) => `${fields.map(quoted).join(',')}\r\n`).join('');

function quoted(field: string): string {
  const text = defused(field);
  return /[",;\n\r\t]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
