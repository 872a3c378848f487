import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatabaseProblem, field, type Fields } from '@entente/kernel';
import { langs } from '@entente/text';
import { readForm } from '../src/door/body.ts';
import { Spool } from '../src/door/spool.ts';
import { pressed } from '../src/forms/controls.ts';
import { keptUnder } from '../src/forms/place.ts';
import { tell } from '../src/context.ts';
import '../src/words/problems.ts';
import { fillForm, Form, readContent, withoutBlankRows } from '../src/index.ts';
import { rowsOf } from '../src/forms/rows.ts';
import { pledge } from './world.ts';

const fields = pledge.fields as unknown as Fields;
const LIMITS = { form: 1_000_000, upload: 1_000_000, fields: 1_000 };

const word = fc.stringMatching(/^[a-zA-ZđĐ0-9ກ-ຮ]{1,12}$/u);
const line = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ').normalize('NFC'));
const localized = fc.dictionary(fc.constantFrom('vi', 'lo', 'en'), line, { minKeys: 1 });
const decimal = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.integer({ min: 1, max: 99 }), fc.boolean()).map(([whole, part, fraction]) => (fraction ? `${whole}.${part}`.replace(/0+$/u, '') : String(whole)).replace(/^-0$/u, '0'));
const date = fc.oneof(fc.integer({ min: 1900, max: 2100 }).map(String), fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10)), fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`));
const content = fc.record({
  text: localized, state: fc.constantFrom('open', 'kept'), on: date,
  themes: fc.uniqueArray(fc.constantFrom('skills', 'remains'), { minLength: 1 }),
  amount: fc.record({ amount: decimal, currency: fc.constantFrom('VND', 'LAK', 'USD') }),
  share: decimal, people: fc.nat(), exercise: fc.boolean(),
  items: fc.array(fc.record({ number: word, text: localized }), { minLength: 1, maxLength: 4 }),
  sources: fc.array(line, { minLength: 1, maxLength: 3 }),
  foreign: fc.record({ kept: fc.string() }),
}, { requiredKeys: ['text', 'state', 'on'] });

describe('forms', () => {
  it('what a form is filled with is what it reads, in every language; what it does not know is kept', () => {
    fc.assert(fc.property(content, fc.constantFrom(...langs), (value, lang) => {
      const read = readContent(fields, withoutBlankRows(fillForm(fields, value, lang)), lang, value);
      expect(read.problems).toEqual([]);
      expect(read.content).toEqual(value);
    }), { numRuns: 300 });
  });

  it('blank rows go, filled ones keep their order', () => {
    fc.assert(fc.property(fc.array(fc.option(word, { nil: '' }), { maxLength: 8 }), (numbers) => {
      const typed = new Form(numbers.flatMap((number, i): [string, string][] => [[`items.${i}._row`, ''], [`items.${i}.number`, number], [`items.${i}.text.vi`, '']]));
      const kept = withoutBlankRows(typed);
      expect(rowsOf(kept, 'items').map((i) => kept.text(`items.${i}.number`))).toEqual(numbers.filter((number) => number !== ''));
      expect(rowsOf(kept, 'items')).toEqual(rowsOf(kept, 'items').map((_, i) => i));
    }));
  });

  it('adding and removing the added row leaves the form as it was', () => {
    const typed = new Form([['items.0.number', '1'], ['items.2.number', '3'], ['other', 'x']]);
    const added = pressed(new Form([...typed.entries, ['_add', 'items']])).form;
    expect(rowsOf(added, 'items')).toEqual([0, 2, 3]);
    const removed = pressed(new Form([...added.entries, ['_remove', 'items.3']])).form;
    expect(rowsOf(removed, 'items').map((i) => removed.text(`items.${i}.number`))).toEqual(['1', '3']);
  });

  it('a row moves up and down with all that was typed in it, and the reader goes on there', () => {
    const typed = new Form([['items.0.number', '1'], ['items.1.number', '2'], ['items.1.text.lo', 'ສອງ'], ['items.2.number', '3'], ['other', 'x']]);
    const numbers = (form: Form) => rowsOf(form, 'items').map((i) => form.text(`items.${i}.number`));
    const up = pressed(new Form([...typed.entries, ['_up', 'items.1']])).form;
    expect([numbers(up), up.text('items.0.text.lo'), up.text('_focus')]).toEqual([['2', '1', '3'], 'ສອງ', 'items.0']);
    const down = pressed(new Form([...up.without('_focus').entries, ['_down', 'items.0']])).form;
    expect([numbers(down), down.text('items.1.text.lo'), down.text('_focus')]).toEqual([['1', '2', '3'], 'ສອງ', 'items.1']);
    for (const beyond of ['items.0', 'items.9', 'none.1']) expect(numbers(pressed(new Form([...typed.entries, ['_up', beyond]])).form)).toEqual(['1', '2', '3']);
  });

  it('what cannot be read keeps its place, so that problems of the rows after it are told at theirs', () => {
    const read = readContent(fields, new Form([['items.0.number', '1'], ['on', '31/2/2013'], ['period.from', 'khi nào'], ['period.to', '2014'], ['amount.amount', 'nhiều'], ['amount.currency', 'LAK']]), 'vi');
    expect(read.content).toMatchObject({ on: null, period: null, amount: { amount: null, currency: 'LAK' } });
    expect(read.problems.map(({ path }) => path.join('.'))).toEqual(['on', 'period.from', 'amount.amount']);
  });

  it('cleans what is pasted: NFC, no invisible marks, other spaces as plain ones', () => {
    const read = readContent(fields, new Form([['text.vi', 'Lao đo\u0323\u0302ng\u00a0\u200bviệt\r\nxuống dòng '], ['code', ' VN1 ']]), 'vi');
    expect(read.content).toEqual({ text: { vi: 'Lao động việt\nxuống dòng' }, code: 'VN1' });
  });

  it('the reader’s convention decides what a number is', () => {
    const amount = (typed: string, lang: 'vi' | 'en') => readContent(fields, new Form([['amount.amount', typed], ['amount.currency', 'VND']]), lang);
    expect(amount('1.234,56', 'vi').content['amount']).toEqual({ amount: '1234.56', currency: 'VND' });
    expect(amount('1,234.56', 'en').content['amount']).toEqual({ amount: '1234.56', currency: 'VND' });
    expect(amount('1,234.56', 'vi').problems).toMatchObject([{ path: ['amount', 'amount'] }]);
    expect(amount('2,8 tỷ', 'vi').content['amount']).toEqual({ amount: '2800000000', currency: 'VND' });
  });
});

describe('bodies of forms', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((text) => !text.includes('\0'));

  it('multipart is read as browsers write it, however it is cut on the way', async () => {
    await fc.assert(fc.asyncProperty(
      fc.array(fc.tuple(fc.stringMatching(/^[a-z.0-9]{1,10}$/u), anyText), { maxLength: 5 }),
      fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,5}$/u), fc.uint8Array({ minLength: 1, maxLength: 300 })), { maxLength: 3 }),
      fc.integer({ min: 1, max: 97 }),
      async (texts, files, size) => {
        const data = new FormData();
        for (const [name, value] of texts) data.append(name, value);
        for (const [name, bytes] of files) data.append(name, new File([Uint8Array.from(bytes)], 'tệp "1".bin', { type: 'application/x-bin' }));
        const whole = new Request('http://x/', { method: 'POST', body: data });
        const bytes = new Uint8Array(await whole.clone().arrayBuffer());
        const pieces = new ReadableStream<Uint8Array>({
          start(controller) {
            for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
            controller.close();
          },
        });
        const spool = new Spool();
        const read = await readForm(new Request('http://x/', { method: 'POST', body: pieces, duplex: 'half', headers: { 'content-type': whole.headers.get('content-type') ?? '' } } as RequestInit), LIMITS, spool);
        if (!read.ok) throw new Error(JSON.stringify(read.problems));
        expect(read.value.entries.map(([name, value]) => [name, value])).toEqual(texts.map(([name, value]) => [name, value.replace(/\r\n|\r|\n/gu, '\r\n')]));
        const uploads = await Promise.all(read.value.uploaded().map(async ([name, upload]) => [name, upload.name, [...await upload.bytes()]]));
        await spool.close();
        expect(uploads).toEqual(files.map(([name, content]) => [name, 'tệp "1".bin', [...content]]));
      },
    ), { numRuns: 150 });
  });

  it('a large file goes to the disk as it comes: no more of it is asked for than was written, and none of it stays', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-spool-'));
    const spool = new Spool(folder);
    const [pieces, piece] = [600, new Uint8Array(256 * 1024).fill(97)];
    let [sent, written, ahead] = [0, 0, 0];
    const begin = spool.begin.bind(spool);
    spool.begin = (...named) => {
      const file = begin(...named);
      return { ...file, write: async (bytes) => { await file.write(bytes); written += bytes.length; } };
    };
    const file = new ReadableStream<Uint8Array>({
      pull(controller) {
        ahead = Math.max(ahead, sent * piece.length - written);
        if (sent === 0) controller.enqueue(Buffer.from('--b\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n'));
        else if (sent <= pieces) controller.enqueue(piece);
        else controller.enqueue(Buffer.from('\r\n--b--\r\n'));
        sent += 1;
        if (sent > pieces + 1) controller.close();
      },
    });
    const read = await readForm(new Request('http://x/', { method: 'POST', body: file, duplex: 'half', headers: { 'content-type': 'multipart/form-data; boundary=b' } } as RequestInit), { ...LIMITS, upload: 200 * 1024 * 1024 }, spool);
    const upload = read.ok ? read.value.upload('f') : null;
    expect([upload?.size, ahead <= 8 * piece.length]).toEqual([pieces * piece.length, true]);
    const digest = createHash('sha256');
    for await (const each of upload!.pieces()) digest.update(each);
    expect(digest.digest('hex')).toBe(upload?.sha256);
    expect(readdirSync(folder)).toEqual([]);
    await spool.close();
    rmdirSync(folder);
  });

  it('given a disk without room, then that is said', async () => {
    const body = `--b\r\nContent-Disposition: form-data; name="f"; filename="a.bin"\r\n\r\n${'x'.repeat(10_000)}\r\n--b--`;
    const full = new Spool(tmpdir());
    full.begin = () => ({ write: () => Promise.reject(new DatabaseProblem({ id: 'data.full', path: [] })), end: () => { throw new Error('never'); } });
    expect(await readForm(new Request('http://x/', { method: 'POST', body, headers: { 'content-type': 'multipart/form-data; boundary=b' } }), LIMITS, full)).toMatchObject({ ok: false, problems: [{ id: 'data.full' }] });
  });

  it('no bytes whatever make it throw', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('multipart/form-data; boundary=b', 'application/x-www-form-urlencoded', 'text/plain', ''), async (bytes, type) => {
      const read = await readForm(new Request('http://x/', { method: 'POST', body: Uint8Array.from(bytes), headers: { 'content-type': type } }), LIMITS);
      expect(typeof read.ok).toBe('boolean');
    }), { numRuns: 300 });
  });

  it('stops at the limit though the length was not told', async () => {
    const endless = new ReadableStream<Uint8Array>({ pull(controller) { controller.enqueue(new Uint8Array(100_000).fill(97)); } });
    const read = await readForm(new Request('http://x/', { method: 'POST', body: endless, duplex: 'half', headers: { 'content-type': 'multipart/form-data; boundary=b' } } as RequestInit), LIMITS);
    expect(read).toMatchObject({ ok: false, problems: [{ id: 'upload.too-large' }] });
  });
});

it('what has happened is not written with a day that is still to come, in three languages', () => {
  const label = { vi: 'Ngày', lo: 'ວັນທີ', en: 'On' };
  const on = (typed: string, past: boolean) => readContent({ on: field.date({ label, past }) }, new Form([['on', typed]]), 'vi');
  expect(on('1/7/2099', true)).toEqual({ content: { on: null }, problems: [{ id: 'field.in-future', path: ['on'], params: { date: '2099-07-01' } }] });
  expect(on('2099', true).problems.map(({ id }) => id)).toEqual(['field.in-future']);
  const today = Temporal.Now.plainDateISO('UTC').toString();
  for (const read of [on('1/7/2013', true), on(today, true), on('1/7/2099', false)]) expect(read.problems).toEqual([]);
  expect(new Set(langs.map((lang) => tell({ id: 'field.in-future', path: [], params: { date: '2099-07-01' } }, lang))).size).toBe(3);
});

it('a draft of something new is kept under its cooperation, where there are several; a link to it leads there', () => {
  const [one, several] = [['a'], ['a', 'b']].map((ids) => ({ kernel: { cooperations: ids.map((id) => ({ id })) as never }, cooperation: { id: 'b' } }));
  expect(keptUnder('/memos/new', one!)).toBe('/memos/new');
  expect(keptUnder('/memos/new', several!)).toBe('/memos/new?coop=b');
  expect(keptUnder('/memos/new?pledge=1', several!)).toBe('/memos/new?pledge=1&coop=b');
  for (const key of ['/memos/new?coop=a', '/memos/1/edit', '/import/1:bench', 'table:memo:1']) expect(keptUnder(key, several!)).toBe(key);
});
