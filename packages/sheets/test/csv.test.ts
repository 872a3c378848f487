import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defused, readTables, undefused } from '../src/index.ts';
import { writeCsv } from './whole.ts';

const rowsOf = (bytes: Uint8Array): string[][] => {
  const reading = readTables(bytes, 'a.csv');
  if (!reading.ok) throw new Error(reading.problem.id);
  return (reading.value[0]?.rows ?? []).map(({ cells }) => Array.from({ length: Math.max(...cells.keys()) + 1 }, (_, i) => { const cell = cells.get(i); return cell?.is === 'text' ? cell.text : ''; }));
};
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('CSV', () => {
  it('never gives a spreadsheet a formula to run, and import takes the guard off again', () => {
    for (const text of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '=HYPERLINK("x")']) expect(defused(text)).toBe(`'${text}`);
    for (const text of ['-5', '+84.5', 'a=b', '2019–2021', "'quoted'"]) expect(defused(text)).toBe(text);
    expect(defused("'+")).toBe("''+");
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '1', 'a') })), (text) => { expect(undefused(defused(text))).toBe(text); }));
  });

  it('reads back whatever it wrote', async () => {
    const field = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `x${text}`.replaceAll('\0', ''));
    await fc.assert(fc.asyncProperty(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), async (rows) => {
      const bytes = await writeCsv(rows);
      expect(bytes.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
      expect(rowsOf(bytes)).toEqual(rows.map((row) => row.map((one) => one)));
    }));
  });

  it('understands the separators and encodings Excel writes', () => {
    expect(rowsOf(utf8('a;b,c;d\r\n"x;1";"y ""z""";\r\n'))).toEqual([['a', 'b,c', 'd'], ['x;1', 'y "z"']]);
    expect(rowsOf(utf8('a\tb\n1\t2'))).toEqual([['a', 'b'], ['1', '2']]);
    const text = '\uFEFFtên\tnăm\r\nĐào tạo\t2019\r\n';
    const utf16 = new Uint8Array(text.length * 2);
    for (let i = 0; i < text.length; i += 1) new DataView(utf16.buffer).setUint16(i * 2, text.charCodeAt(i), true);
    expect(rowsOf(utf16)).toEqual([['tên', 'năm'], ['Đào tạo', '2019']]);
  });
});
