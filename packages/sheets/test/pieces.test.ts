/** Tables of any length are written as their rows come: the same file, and never more of it held than a few batches. */
import { describe, expect, it } from 'vitest';
import { csvPieces, readTables, xlsxPieces, type SheetToWrite } from '../src/index.ts';
import { together, writeCsv, writeXlsx } from './whole.ts';

const COLUMNS: SheetToWrite['columns'] = [{ holds: 'text', width: 40, choices: { values: ['a', 'b'] } }, { holds: 'date', width: 12 }, { holds: 'number', width: 16 }];
const sheet: SheetToWrite = { name: 'Rows', heads: [{ values: ['key', 'on', 'amount'], hidden: true }, { values: ['Tên', 'Ngày', 'Số'] }], columns: COLUMNS, rows: Array.from({ length: 7 }, (_, n) => [`=row ${n}`, '2019-03-28', `${n}.5`]) };

async function* inBatches<T>(all: readonly T[], size: number): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}
const cellsOf = (bytes: Uint8Array, name: string) => {
  const read = readTables(bytes, name);
  return read.ok ? read.value.map((each) => [each.name, each.rows.map(({ number, cells }) => [number, ...cells])]) : read.problem;
};

describe('tables in pieces', () => {
  it('given rows in batches of any size, then the workbook reads the same', async () => {
    const whole = cellsOf(await writeXlsx(sheet), 'a.xlsx');
    for (const size of [1, 3, 100]) expect(cellsOf(await together(xlsxPieces(sheet, inBatches(sheet.rows, size))), 'a.xlsx')).toEqual(whole);
    expect(cellsOf(await together(xlsxPieces(sheet, inBatches([], 1))), 'a.xlsx')).toEqual(cellsOf(await writeXlsx({ ...sheet, rows: [] }), 'a.xlsx'));
  });

  it('given the same as CSV, then it is the same to the byte', async () => {
    expect(await together(csvPieces(inBatches(sheet.rows, 2)))).toEqual(await writeCsv(sheet.rows));
  });

  it('given many rows, then what is made of the first is out before the last are asked for', async () => {
    const batches = 60;
    for (const write of [(rows: AsyncIterable<SheetToWrite['rows']>) => xlsxPieces(sheet, rows), csvPieces]) {
      let asked = 0;
      let held = 0;
      let most = 0;
      // Rows no packer shortens much.
      const rows = async function* (): AsyncGenerator<SheetToWrite['rows']> {
        for (let at = 0; at < batches; at += 1) {
          asked += 1;
          const batch = Array.from({ length: 200 }, (_, n) => [`${Math.sin(at * 200 + n)} ${Math.cos(at + n)} ${Math.tan(at * n)}`, '2020', `${n}`]);
          held += JSON.stringify(batch).length;
          most = Math.max(most, held);
          yield batch;
        }
      };
      let firstAt = 0;
      for await (const piece of write(rows())) {
        if (piece.length > 1_000) { firstAt ||= asked; held = 0; }
      }
      expect(asked).toBe(batches);
      expect(firstAt).toBeLessThan(batches / 4);
      // Of some 1.2 MB never more waits than a packer's window of rows.
      expect(most).toBeLessThan(400_000);
    }
  });
});
