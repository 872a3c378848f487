import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readTables, type SheetRead, type SheetToWrite } from '../src/index.ts';
import { writeXlsx } from './whole.ts';

const sheetsOf = (bytes: Uint8Array, name = 'a.xlsx'): readonly SheetRead[] => {
  const reading = readTables(bytes, name);
  if (!reading.ok) throw new Error(reading.problem.id);
  return reading.value;
};
const whyNot = (bytes: Uint8Array, name = 'a.xlsx'): string => { const reading = readTables(bytes, name); return reading.ok ? 'read' : reading.problem.id; };
const bytesOf = async (book: ExcelJS.Workbook): Promise<Uint8Array> => new Uint8Array(await book.xlsx.writeBuffer());

const plan: SheetToWrite = {
  name: 'Kế hoạch: 2026/27', heads: [{ values: ['_key', 'name', 'on', 'amount'], hidden: true }, { values: ['', 'Tên', 'Ngày', 'Số tiền'] }],
  columns: [{ holds: 'text', width: 10, hidden: true }, { holds: 'text', width: 40, choices: { values: ['Đào tạo', 'ຝຶກອົບຮົມ'] } }, { holds: 'date', width: 12 }, { holds: 'number', width: 16 }],
  rows: [['k1', '=1+1 <&> "ແຮງງານ"\nhai dòng', '2019-03-28', '640000000.125'], ['k2', '', '2019', '12345678901234567.89'], ['k3', '007', '1950-01-01', '-0.1']],
};

describe('a workbook that is written', () => {
  it('reads back as it was, and Excel libraries see the same cells', async () => {
    const bytes = await writeXlsx(plan);
    const [data, lists] = sheetsOf(bytes);
    expect(data?.name).toBe('Kế hoạch  2026 27');
    expect(lists?.hidden).toBe(true);
    expect(data?.rows.slice(2).map(({ cells }) => [...cells.values()].map((cell) => ('text' in cell ? cell.text : 'date' in cell ? cell.date : 'number' in cell ? cell.number : '?')))).toEqual([
      ['k1', '=1+1 <&> "ແຮງງານ"\nhai dòng', '2019-03-28', '640000000.125'], ['k2', '2019', '12345678901234567.89'], ['k3', '007', '1950-01-01', '-0.1'],
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(bytes).buffer);
    const sheet = book.worksheets[0];
    expect([sheet?.getRow(1).hidden, sheet?.getColumn(1).hidden, sheet?.views[0]]).toMatchObject([true, true, { state: 'frozen', xSplit: 2, ySplit: 2 }]);
    expect(sheet?.getCell('C3').value).toEqual(new Date('2019-03-28T00:00:00Z'));
    expect(sheet?.getCell('D3').value).toBe(640_000_000.125);
    expect(sheet?.getCell('B3').value).toBe('=1+1 <&> "ແຮງງານ"\nhai dòng');
    expect(sheet?.getCell('B4').dataValidation).toMatchObject({ type: 'list', formulae: ['lists!$A$1:$A$2'] });
  });
});

describe('a workbook from an office', () => {
  it('gives dates, numbers, computed values and rich text as what they mean', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Sheet1');
    sheet.addRow([new Date('2026-07-01T00:00:00Z'), 0.1 + 0.2, { formula: 'A1', result: 5 }, { richText: [{ text: 'Lao ' }, { text: 'ພາສາ', font: { bold: true } }] }, true, { formula: 'X', result: 'chữ' }, 1e21, 5e-7]);
    const [read] = sheetsOf(await bytesOf(book));
    expect([...read?.rows[0]?.cells.values() ?? []]).toEqual([
      { is: 'date', date: '2026-07-01' }, { is: 'number', number: '0.3' }, { is: 'number', number: '5' }, { is: 'text', text: 'Lao ພາສາ' },
      { is: 'flag', flag: true }, { is: 'text', text: 'chữ' }, { is: 'number', number: '1000000000000000000000' }, { is: 'number', number: '0.0000005' },
    ]);
  });

  it('names formulas that were never computed, errors and merged areas as faults of their cells', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Sheet1');
    sheet.addRow([{ formula: 'SUM(B1:B9)' }, { error: '#REF!' }, { formula: '1/0', result: { error: '#DIV/0!' } }]);
    sheet.addRow(['a', 'b']);
    sheet.addRow(['c', 'd']);
    sheet.mergeCells('A2:A3');
    const [read] = sheetsOf(await bytesOf(book));
    const faults = read?.rows.map(({ cells }) => [...cells].toSorted(([a], [b]) => a - b).map(([, cell]) => (cell.is === 'fault' ? `${cell.fault} ${cell.detail}` : cell.is)));
    expect(faults).toEqual([['formula ', 'error #REF!', 'error #DIV/0!'], ['merged A2:A3', 'text'], ['merged A2:A3', 'text']]);
  });

  it('reads what other programs write: prefixes, no cell names, days from 1904', () => {
    const rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/worksheet" Target="/xl/w.xml"/></Relationships>';
    const workbook = '<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="T" sheetId="1" r:id="r1"/></x:sheets></x:workbook>';
    const styles = '<x:styleSheet><x:cellXfs><x:xf numFmtId="0"/><x:xf numFmtId="14"/></x:cellXfs></x:styleSheet>';
    const sheet = '<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c/><x:c s="1"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const bytes = zipSync({ 'xl/workbook.xml': strToU8(workbook), 'xl/_rels/workbook.xml.rels': strToU8(rels), 'xl/styles.xml': strToU8(styles), 'xl/w.xml': strToU8(sheet) });
    expect([...sheetsOf(bytes)[0]?.rows[0]?.cells ?? []]).toEqual([[0, { is: 'text', text: 'a' }], [2, { is: 'date', date: '1904-01-01' }]]);
  });
});

describe('a file that is none', () => {
  it('is refused by what it holds, not by its name', () => {
    expect(whyNot(new Uint8Array())).toBe('sheet-file.empty');
    expect(whyNot(strToU8('%PDF-1.7 ...'))).toBe('sheet-file.not-a-table');
    expect(whyNot(strToU8('<html><table><tr><td>1</td></tr></table></html>'), 'report.xls')).toBe('sheet-file.not-a-table');
    expect(whyNot(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0))).toBe('sheet-file.old-excel');
    expect(whyNot(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toBe('sheet-file.not-a-table');
    expect(whyNot(zipSync({ 'xl/workbook.xml': strToU8('<w/>') }).slice(0, 60))).toBe('sheet-file.damaged');
    expect(whyNot(strToU8('a,b\n"open,1\n'), 'x.csv')).toBe('sheet-file.open-quote');
    expect(whyNot(Uint8Array.of(0x61, 0x2c, 0xd0, 0xe9, 0x0a), 'x.csv')).toBe('sheet-file.encoding');
    expect(whyNot(strToU8('name,on\nx,1\n'), 'lies.xlsx')).toBe('read');
  });

  it('that would unfold without end is stopped', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(66 * 1024 * 1024) }, { level: 3 });
    expect(bomb.length).toBeLessThan(400_000);
    expect(whyNot(bomb)).toBe('sheet-file.too-large');
    const entities = zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a "b">]><workbook/>') });
    expect(whyNot(entities)).toBe('sheet-file.damaged');
  });

  it('that claims a merged area of everything costs little', () => {
    const merges = Array.from({ length: 5_000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join('');
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
    const bytes = zipSync({ 'xl/workbook.xml': strToU8('<workbook><sheet name="a" id="r"/></workbook>'), 'xl/_rels/workbook.xml.rels': strToU8('<R><Relationship Id="r" Target="s.xml"/></R>'), 'xl/s.xml': strToU8(sheet) });
    expect(sheetsOf(bytes)[0]?.rows[0]?.cells.get(0)?.is).toBe('fault');
  });
});
