import ExcelJS from 'exceljs';
import { afterAll, describe, expect, it } from 'vitest';
import { closeRenderer, renderCsv, renderXlsx, sheet } from '../src/index.ts';

afterAll(closeRenderer);

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

describe('CSV', () => {
  it('begins with a byte order mark and quotes what must be', () => {
    const csv = decode(renderCsv(sheet('s', [{ label: 'Tên' }, { label: 'n', kind: 'number' }], [['a,"b"\nc', '-12.50'], [' ງ', null]])));
    expect(csv).toBe('\uFEFFTên,n\r\n"a,""b""\nc",-12.50\r\n" ງ",\r\n');
  });
});

describe('Excel', () => {
  it('holds numbers as numbers where that is exact, dates as dates, and formulas as the text they are', async () => {
    const rows = [['640000000', '2019-03-28', '=1+1'], ['12345678901234567.89', '2019-03', '+x'], [null, null, 'ແຮງງານ']];
    const bytes = await renderXlsx({ lang: 'vi', title: 'Sổ', date: '2026-01-02', sheets: [
      sheet('A/B:C', [{ label: 'amount', kind: 'number' }, { label: 'date', kind: 'date' }, { label: 'text' }], rows, ['2019–2021']), sheet('a b c', [], []),
    ] });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['A B C', 'a b c (2)']);
    const values = [4, 5, 6].map((row) => [1, 2, 3].map((column) => book.worksheets[0]?.getCell(row, column).value));
    expect(values).toEqual([[640_000_000, new Date('2019-03-28T00:00:00Z'), '=1+1'], ['12345678901234567.89', '2019-03', '+x'], [null, null, 'ແຮງງານ']]);
    expect(book.worksheets[0]?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
  });
});
