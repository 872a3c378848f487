/** Tables: taken, filled in by a spreadsheet program, brought back. */
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Intent, RecordRow } from '@entente/kernel';
import { tablesModule, type Context, type Module } from '../src/index.ts';
import type { FilePieces } from '../src/routes/file-parts.ts';
import type { RowLook } from '../src/tables/look.ts';
import { tableFile } from '../src/tables/take.ts';
import { writeRows } from '../src/tables/write.ts';
import { cooperation, memo, pledge, rowOf, signedIn, world, type Browser, type World } from './world.ts';

let w: World;
let ann: Browser;
let token: string;
const trial: Module = { name: 'trial', kinds: [pledge, memo] };
beforeAll(async () => {
  w = await world({ modules: [trial, tablesModule] });
  ann = await signedIn(w.vn, 'ann', ['coordinator']);
  const account = await w.vn.accounts.byLogin('ann');
  token = (await w.vn.accounts.tokens.create(account?.id ?? '', 'test')).secret;
});
afterAll(() => w.close());

const by = { id: 'tester', party: 'VN', roles: ['coordinator' as const], office: null };
const all = async (kind: string): Promise<readonly RecordRow[]> => (await w.vn.kernel.reader(by).list({ coop: cooperation.id, kind, limit: 1_000 })).rows;
const commandOf = async (name: string, input: object, lang = 'en'): Promise<Response> => w.vn.web.request(`http://node.test/api/commands/${name}`, {
  method: 'POST', body: JSON.stringify(input), headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': lang },
});
interface Answer { counts?: Record<string, number>; strangers?: string[]; problems?: { cell?: string; path?: string[]; id: string; message: string }[]; written?: number }
const bring = async (kind: string, bytes: Uint8Array, more: object = {}, lang = 'en', name = 'table.xlsx'): Promise<Answer> =>
  await (await commandOf('tables.import', { kind, name, file: Buffer.from(bytes).toString('base64'), ...more }, lang)).json() as Answer;
const take = async (kind: string, input: object = {}, lang = 'vi'): Promise<Uint8Array> => new Uint8Array(await (await commandOf('tables.export', { kind, ...input }, lang)).arrayBuffer());
const opened = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => { const book = new ExcelJS.Workbook(); await book.xlsx.load(new Uint8Array(bytes).buffer); return book; };
const saved = async (book: ExcelJS.Workbook): Promise<Uint8Array> => new Uint8Array(await book.xlsx.writeBuffer());
/** Fills a row of a table by the keys of its hidden heading. */
function fill(book: ExcelJS.Workbook, row: number, values: Record<string, ExcelJS.CellValue>): ExcelJS.Worksheet {
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error('no sheet');
  const keys = (sheet.getRow(1).values as (string | undefined)[]);
  for (const [key, value] of Object.entries(values)) {
    const at = keys.indexOf(key);
    if (at < 0) throw new Error(`no column ${key}: ${keys.join(' ')}`);
    sheet.getRow(row).getCell(at).value = value;
  }
  return sheet;
}
const cellOf = (book: ExcelJS.Workbook, row: number, key: string): string => `${book.worksheets[0]?.getColumn((book.worksheets[0].getRow(1).values as string[]).indexOf(key)).letter ?? '?'}${row}`;

describe('a table filled in offline', () => {
  test('makes records; the same file again changes nothing', async () => {
    const book = await opened(await take('memo', { blank: true }));
    fill(book, 3, { 'title.vi': 'Biên bản một', body: '=1+1 chữ' });
    fill(book, 4, { 'title.vi': 'Biên bản hai', 'title.lo': 'ບົດບັນທຶກ' });
    const bytes = await saved(book);
    expect(await bring('memo', bytes, { dryRun: true })).toMatchObject({ counts: { new: 2, problem: 0 }, written: 0 });
    expect(await all('memo')).toHaveLength(0);
    expect(await bring('memo', bytes)).toMatchObject({ written: 2 });
    expect((await all('memo')).map((row) => row.content['body']).filter(Boolean)).toEqual(['=1+1 chữ']);
    expect(await bring('memo', bytes)).toMatchObject({ counts: { new: 0, same: 2 }, written: 0 });
  });

  test('of what is there changes only the rows that were touched', async () => {
    for (const format of ['xlsx', 'csv'] as const) {
      const bytes = await take('memo', { format });
      expect(await bring('memo', bytes, {}, 'lo', `t.${format}`)).toMatchObject({ counts: { same: 2, change: 0 }, written: 0 });
    }
    const before = await all('memo');
    const book = await opened(await take('memos'));
    fill(book, 3, { body: 'dòng một\ndòng hai' });
    expect(await bring('memo', await saved(book))).toMatchObject({ counts: { change: 1, same: 1 }, written: 1 });
    const after = await all('memo');
    expect(after.filter((row) => !before.some((old) => old.version === row.version)).map((row) => [row.content['body'], row.ordinal])).toEqual([['dòng một\ndòng hai', 2]]);
  });

  test('does not write over what someone else changed since it was taken', async () => {
    const book = await opened(await take('memo'));
    const id = book.worksheets[0]?.getRow(3).getCell(1).text ?? '';
    const now = await rowOf(w.vn, id);
    await w.vn.kernel.commit([{ verb: 'put', kind: 'memo', record: id, content: { ...now?.content, body: 'theirs' } }], { coop: cooperation.id, by });
    fill(book, 3, { body: 'mine' });
    const answer = await bring('memo', await saved(book), { dryRun: true }, 'vi');
    expect(answer).toMatchObject({ counts: { conflict: 1, same: 1 }, problems: [{ cell: 'A3', id: 'tables.changed-since' }] });
    expect(await bring('memo', await saved(book), { goodRows: true })).toMatchObject({ written: 0 });
    expect((await rowOf(w.vn, id))?.content['body']).toBe('theirs');
  });

  test('says every problem at its cell in the reader’s language, and writes nothing until it is told to', async () => {
    const book = await opened(await take('memo', { blank: true }));
    const sheet = fill(book, 3, { 'title.vi': 'Tốt' });
    fill(book, 4, { body: 'không có tên' });
    fill(book, 5, { 'title.vi': { formula: 'A1' }, pledge: 'không có cam kết này' });
    fill(book, 6, { 'title.vi': 'Gộp' });
    sheet.mergeCells(6, 5, 7, 5);
    fill(book, 9, { 'title.vi': 'Tốt' });
    const bytes = await saved(book);
    const count = (await all('memo')).length;
    const answer = await bring('memo', bytes, {}, 'vi');
    expect(answer.problems?.map((one) => [one.path?.[0], one.id])).toEqual([
      [cellOf(book, 4, 'title.vi'), 'field.required'], [cellOf(book, 5, 'title.vi'), 'tables.formula'], [cellOf(book, 5, 'pledge'), 'tables.no-choice'],
      ['E6', 'tables.merged'], [cellOf(book, 9, 'title.vi'), 'tables.row-twice'],
    ]);
    expect(answer.problems?.[1]?.message).toContain('Công thức');
    expect(await all('memo')).toHaveLength(count);
    expect(await bring('memo', bytes, { goodRows: true })).toMatchObject({ written: 1 });
  });
});

describe('figures, dates and choices', () => {
  const good = { 'text.vi': 'Cam kết', state: 'Open (vi)', on: '1/7/2019', people: 5 };
  const amounts = async (cells: readonly ExcelJS.CellValue[], lang = 'vi') => {
    const book = await opened(await take('pledge', { blank: true }, lang));
    cells.forEach((cell, i) => fill(book, 3 + i, { ...good, 'text.vi': `Cam kết ${i} ${lang}`, state: lang === 'vi' ? 'Open (vi)' : 'open', 'amount.amount': cell, 'amount.currency': 'VND' }));
    return { book, bytes: await saved(book) };
  };

  test('written as text are understood where only one reading is possible, else refused at their cell', async () => {
    const { book, bytes } = await amounts(['1.234,56', '1,234.56', '640 triệu', 1234.567, '1,234', '2.800.000.000', '໑໒໓']);
    const answer = await bring('pledge', bytes, { dryRun: true }, 'vi');
    expect(answer.problems?.map(({ cell, id }) => [cell, id])).toEqual([[cellOf(book, 7, 'amount.amount'), 'text.number-ambiguous']]);
    expect(await bring('pledge', bytes, { goodRows: true })).toMatchObject({ written: 6 });
    const values = (await all('pledge')).map((row) => (row.content['amount'] as { amount: string }).amount).toSorted();
    expect(values).toEqual(['123', '1234.56', '1234.56', '1234.567', '2800000000', '640000000']);
  });

  test('follow the language the table was taken in, whoever brings it back', async () => {
    const { book, bytes } = await amounts(['1,234', '1.234'], 'en');
    const answer = await bring('pledge', bytes, { dryRun: true }, 'vi');
    expect(answer.problems?.map(({ cell }) => cell)).toEqual([cellOf(book, 4, 'amount.amount')]);
    expect(answer.counts).toMatchObject({ new: 1, problem: 1 });
  });

  test('a day no month has is told in the reader’s language, a currency nobody knows with its name, and a column somebody added by its heading', async () => {
    const { book } = await amounts([1, 2], 'en');
    const sheet = fill(book, 3, { on: '31/2/2020', 'amount.currency': 'DOLLAR' });
    const last = sheet.columnCount + 1;
    sheet.getRow(2).getCell(last).value = 'Ghi chú của phòng';
    sheet.getRow(4).getCell(last).value = 'đã gọi điện';
    sheet.getRow(4).getCell(last + 1).value = 7;
    const answer = await bring('pledge', await saved(book), { dryRun: true }, 'vi');
    expect(answer.problems?.map(({ cell, id, message }) => [cell, id, message])).toEqual(expect.arrayContaining([
      [cellOf(book, 3, 'on'), 'text.date-no-day', 'Không có ngày 31 trong tháng 02 năm 2020.'],
      [cellOf(book, 3, 'amount.currency'), 'field.currency', 'Không biết loại tiền “DOLLAR”. Hãy dùng mã ISO 4217, ví dụ VND, LAK, USD.'],
    ]));
    expect(answer.strangers).toEqual(['Ghi chú của phòng', sheet.getColumn(last + 1).letter]);
    expect(answer.counts).toMatchObject({ new: 1, problem: 1 });
  });

  test('a file that is none is refused in words', async () => {
    const answer = await bring('memo', Buffer.from('%PDF-1.7 ...'), { dryRun: true }, 'vi', 'bảng.xlsx');
    expect(answer.problems?.map(({ message }) => message)).toEqual(['Tệp “bảng.xlsx” không phải bảng Excel (.xlsx) hay CSV, dù tên là gì.']);
  });

  test('lists, groups and dates of any cell type come back as they went', async () => {
    const book = await opened(await take('pledge', { blank: true }));
    fill(book, 3, { ...good, 'text.vi': 'Đủ loại', on: new Date('2021-03-05T00:00:00Z'), themes: 'Kỹ năng; remains', 'period.from': 2019, 'period.to': 'tháng 7/2021', exercise: true, 'items.0.number': 1, 'items.1.number': '2', 'items.0.text.vi': 'Một', 'items.1.text.vi': 'Hai', sources: 'a\nb' });
    fill(book, 4, { ...good, 'text.vi': 'Sai', on: '43466', 'items.1.number': '3', people: -3, 'period.from': '2021', 'period.to': '2019', state: 'nope' });
    const bytes = await saved(book);
    const answer = await bring('pledge', bytes, { dryRun: true });
    expect(answer.problems?.map(({ cell, id }) => [cell, id])).toEqual(expect.arrayContaining([
      [cellOf(book, 4, 'on'), 'text.date-unreadable'], [cellOf(book, 4, 'items.1.text.vi'), 'field.required'], [cellOf(book, 4, 'people'), 'field.too-small'],
      [cellOf(book, 4, 'period.to'), 'field.period-order'], [cellOf(book, 4, 'state'), 'tables.no-choice'],
    ]));
    expect(answer.problems).toHaveLength(5);
    expect(await bring('pledge', bytes, { goodRows: true })).toMatchObject({ written: 1 });
    const row = (await all('pledge')).find((one) => (one.content['text'] as { vi: string }).vi === 'Đủ loại');
    expect(row?.content).toMatchObject({ on: '2021-03-05', themes: ['skills', 'remains'], period: { from: '2019', to: '2021-07' }, exercise: true, items: [{ number: '1', text: { vi: 'Một' } }, { number: '2', text: { vi: 'Hai' } }], sources: ['a', 'b'] });
    for (const [format, lang] of [['xlsx', 'vi'], ['csv', 'lo'], ['csv', 'en']] as const) {
      expect(await bring('pledge', await take('pledge', { format }, lang), {}, 'vi', `x.${format}`)).toMatchObject({ counts: { change: 0, new: 0, problem: 0 }, written: 0 });
    }
  });

  test('a joint kind is proposed and agreed as one act; brought in again while it waits, it waits once', async () => {
    await w.sync();
    const lao = { ...by, party: 'LA' };
    const reader = w.la.kernel.reader(lao);
    const open = (await reader.waitingFor(cooperation.id, 'LA', 100)).kinds.flatMap((each) => each.rows);
    await w.la.kernel.commit(open.map((row) => ({ verb: 'consent', record: row.id, h: row.version })), { coop: cooperation.id, by: lao });
    await w.sync();
    const before = await w.vn.kernel.journal(cooperation.id, 'VN', 'joint');
    const book = await opened(await take('pledge'));
    const rows = (book.worksheets[0]?.rowCount ?? 0) - 2;
    for (let row = 3; row < 3 + rows; row += 1) fill(book, row, { people: 70 + row });
    const bytes = await saved(book);
    expect(await bring('pledge', bytes)).toMatchObject({ written: rows });
    expect((await w.vn.kernel.journal(cooperation.id, 'VN', 'joint')).size).toBe(before.size + 1);
    expect(await bring('pledge', bytes)).toMatchObject({ counts: { same: rows }, written: 0 });
    await w.sync();
    expect((await reader.waitingFor(cooperation.id, 'LA')).total).toBe(rows);
  });

  test('of rows that the consent rules refuse, the others are written when asked for', async () => {
    const book = await opened(await take('pledge'));
    fill(book, 3, { people: 900 });
    fill(book, 4 + (book.worksheets[0]?.rowCount ?? 0), { ...good, 'text.vi': 'Dòng mới, tốt' });
    const bytes = await saved(book);
    expect((await bring('pledge', bytes)).problems?.map(({ path, id }) => [path?.[0], id])).toEqual([['C3', 'consent.needs-release']]);
    expect(await bring('pledge', bytes, { goodRows: true })).toMatchObject({ written: 1, counts: { problem: 1, new: 1 }, problems: [{ cell: 'C3', id: 'consent.needs-release' }] });
  });
});

describe('long tables', () => {
  /** A list of so many rows, without a database: what is read is what is asked for. */
  const listOf = (count: number) => ({
    ...contextStub, read: { ...contextStub.read, async *all() { for (let at = 0; at < count; at += 1_000) yield Array.from({ length: Math.min(1_000, count - at) }, (_, i) => ({ ...stub, id: String(at + i) })); } },
  }) as unknown as Context;
  const stub = { kind: 'memo', version: 'v', content: { title: { vi: 'Một' } }, translations: {} };
  const contextStub = { cooperation, party: cooperation.parties[0], query: {}, lang: 'vi', show: (labels: { vi: string }) => labels.vi, read: { many: async () => new Map(), list: async () => ({ rows: [], total: 0, counts: {} }) }, prepareTitles: async () => {} };

  test('are taken whole, whatever their length', async () => {
    const ctx = listOf(21_234);
    const made = await tableFile(ctx, memo, () => ctx.read.all({ coop: cooperation.id, kind: 'memo' }), 'csv');
    // So long a file lies on the disk, and is made of pieces there.
    const bytes = made.ok ? made.value.bytes as FilePieces : null;
    const text = Buffer.concat(await Array.fromAsync(bytes!.pieces())).toString();
    await bytes!.close();
    expect(text.trim().split('\r\n')).toHaveLength(21_234 + 2);
    expect(text).toContain('\r\n21233,v,');
  });

  test('beyond what can be brought back are refused with the number, never cut off', async () => {
    const ctx = listOf(100_001);
    expect(await tableFile(ctx, memo, () => ctx.read.all({ coop: cooperation.id, kind: 'memo' }), 'csv')).toEqual({ ok: false, problems: [{ id: 'tables.too-many', path: [], params: { most: 100_000 } }] });
  });
});

test('rows that wait for a side’s own approvals are told apart from those that are written', async () => {
  const look = (row: number): RowLook => ({ row, state: 'new', record: null, problems: [], cellOf: () => 'A1', intent: { verb: 'put', kind: 'memo', content: { title: { vi: `${row}` } } } });
  let asked = 0;
  const commit = async (intents: readonly Intent[]) => { asked += 1; return { ok: true as const, value: { records: intents.map(() => ({ record: 'r', version: '' })), ...(asked === 1 ? { waits: 'approval-1' } : {}) } as never }; };
  const rows = Array.from({ length: 200 }, (_, at) => look(at));
  expect(await writeRows(commit, memo, rows, { agree: false, onlyGood: false })).toEqual({ written: 200, waiting: expect.any(Number) as number, approvals: ['approval-1'], problems: [] });
  expect(asked).toBeGreaterThan(1);
});

describe('on the pages', () => {
  test('a file is looked at, then written as a job, and its person comes to the list', async () => {
    const book = await opened(await take('memo', { blank: true }));
    fill(book, 3, { 'title.vi': 'Từ trang' });
    fill(book, 4, { body: 'lỗi' });
    const form = new FormData();
    form.append('file', new Blob([Buffer.from(await saved(book))]), 'biểu mẫu.xlsx');
    form.append('_do', 'look');
    const answer = await ann.post('/tables/memos', form);
    const page = await (await ann.get(answer.headers.get('location')?.split('#')[0] ?? '')).text();
    expect(page).toContain('biểu mẫu.xlsx');
    expect(page).toContain('Write only the 1 good row');
    expect(page).toContain(cellOf(book, 4, 'title.vi'));
    const kept = /name="token" value="([^"]+)"/u.exec(page)?.[1] ?? '';
    const job = (await ann.post('/tables/memos', { token: kept, _do: 'good' })).headers.get('location') ?? '';
    await expect.poll(async () => (await ann.get(job)).text(), { timeout: 20_000 }).toContain('1 row is written.');
    expect(await (await ann.get('/memos')).text()).toContain('Từ trang');
  });

  test('the wrong table, no table and a blank form are answered at the file', async () => {
    const wrong = await bring('pledge', await take('memo'), {}, 'en');
    expect(wrong.problems?.[0]).toMatchObject({ id: 'tables.other-kind', message: 'This is a table of “Memos”, not of “Pledges”.' });
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Sheet A').addRow(['một', 'hai']);
    expect((await bring('memo', await saved(book))).problems?.[0]?.message).toContain('Sheet A');
    expect((await ann.post('/tables/memos', { _do: 'look' })).status).toBe(422);
    const typed = new ExcelJS.Workbook();
    typed.addWorksheet('Bìa').addRow(['BÁO CÁO']);
    const sheet = typed.addWorksheet('Dữ liệu');
    sheet.addRow(['DANH SÁCH BIÊN BẢN']);
    sheet.addRow(['Title (vi)', 'Body (vi)']);
    sheet.addRow(['Gõ tay', 'không có dòng khóa']);
    expect(await bring('memo', await saved(typed), { dryRun: true }, 'vi')).toMatchObject({ counts: { new: 1 } });
  });

  test('who may not write does not bring in, and another’s file is not theirs to write', async () => {
    const reader = await signedIn(w.vn, 'rita', ['reader']);
    expect((await reader.get('/tables/memos')).status).toBe(403);
    expect((await reader.get('/tables/memos/file?as=csv')).status).toBe(200);
    const bob = await signedIn(w.vn, 'bob', ['coordinator']);
    const secret = await w.vn.kernel.blobs.put(await take('memo', { blank: true }), 'x/y');
    expect((await bob.post('/tables/memos', { token: `${secret.sha256}:5:x%2Fy:a.xlsx`, _do: 'write' })).status).toBe(422);
  });
});
