/** Table files that somebody else made: whatever stands in them, they are read or refused by name, soon, and never throw. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTables, type SheetToWrite } from '../src/index.ts';
import { writeCsv, writeXlsx } from './whole.ts';

/** Files that once were trouble, or might be: met in every run, one file each, kept for ever. */
const folder = join(import.meta.dirname, 'corpus');
mkdirSync(folder, { recursive: true });
const corpus = readdirSync(folder).toSorted().map((name): [string, Uint8Array] => [name, new Uint8Array(readFileSync(join(folder, name)))]);

const sheet: SheetToWrite = {
  name: 'Kế hoạch', heads: [{ values: ['_key', 'name', 'on', 'amount'], hidden: true }, { values: ['', 'Tên', 'Ngày', 'Số tiền'] }],
  columns: [{ holds: 'text', width: 10, hidden: true }, { holds: 'text', width: 40, choices: { values: ['Đào tạo', 'ຝຶກອົບຮົມ'] } }, { holds: 'date', width: 12 }, { holds: 'number', width: 16 }],
  rows: [['k1', '=1+1 <&> "ແຮງງານ"\nhai dòng', '2019-03-28', '640000000.125'], ['k2', '', '2019', '-0.1']],
};
const workbook = await writeXlsx(sheet);
const parts = unzipSync(workbook);

/** Answers what it is read as; anything but an answer or a refusal by name fails the test. */
const verdict = (bytes: Uint8Array, name = 'a.xlsx'): string => {
  const reading = readTables(bytes, name);
  return reading.ok ? 'read' : reading.problem.id.replace(/^sheet-file\..+$/u, 'refused');
};
const isSound = (bytes: Uint8Array, name?: string): boolean => ['read', 'refused'].includes(verdict(bytes, name));

/** One thing that was true, changed a little: bytes turned, a piece cut out, put in or doubled. */
const near = (bytes: Uint8Array) => fc.tuple(fc.constantFrom('turn', 'cut', 'put', 'double', 'end'), fc.nat(bytes.length - 1), fc.nat(200), fc.uint8Array({ minLength: 1, maxLength: 8 })).map(([how, at, length, given]) => {
  const [before, piece, after] = [bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at + length)];
  if (how === 'turn') return Buffer.concat([before, given, bytes.subarray(at + given.length)]);
  return Buffer.concat(how === 'cut' ? [before, after] : how === 'put' ? [before, given, piece, after] : how === 'double' ? [before, piece, piece, after] : [before]);
});
const words = fc.constantFrom('<', '>', '</', '/>', '"', '&', '&lt;', '&#x0;', '&#55296;', '&#1114112;', '&a;', '<!DOCTYPE a>', '<![CDATA[', ']]>', '<!--', '<?xml?>', '<c r="A1" t="s"><v>', '</v></c>', '<row r="', '<row r="1048577">', '<v>1e309</v>', '<v>NaN</v>', '<c t="d"><v>9999-99-99', 't="inlineStr"', '<mergeCell ref="A1:XFD1048576"/>', '99999999999', '-1', ' ', 'x'.repeat(300), '\u0000', 'ກ\u0300');

describe('a table file that somebody else made', () => {
  test.each(corpus)('%s', (name, bytes) => { expect(isSound(bytes, name)).toBe(true); });

  test('a workbook with its bytes changed', () => {
    fc.assert(fc.property(near(workbook), (bytes) => { expect(isSound(bytes)).toBe(true); }), { numRuns: 400, seed: 21 });
  });

  test('a workbook with its parts changed, cut out or mixed with anything', () => {
    const part = fc.constantFrom(...Object.keys(parts));
    const changed = part.chain((name) => fc.oneof(near(parts[name]!).map((bytes) => new Uint8Array(bytes)), fc.array(words, { maxLength: 12 }).map((found) => strToU8(found.join(''))), fc.tuple(fc.nat(parts[name]!.length), fc.array(words, { maxLength: 3 })).map(([at, found]) => new Uint8Array(Buffer.concat([parts[name]!.subarray(0, at), strToU8(found.join('')), parts[name]!.subarray(at)])))).map((bytes) => ({ ...parts, [name]: bytes })));
    const lacking = part.map((name) => Object.fromEntries(Object.entries(parts).filter(([each]) => each !== name)));
    fc.assert(fc.property(fc.oneof({ weight: 6, arbitrary: changed }, { weight: 1, arbitrary: lacking }), (all) => { expect(isSound(zipSync(all, { level: 0 }))).toBe(true); }), { numRuns: 500, seed: 21 });
  });

  test('text, however it is parted, quoted and coded', async () => {
    const csv = await writeCsv([['k1', 'một "hai"\nba', '=1'], ['k2', '', 'ແຮງງານ']]);
    const field = fc.constantFrom('"', '""', ',', ';', '\t', '\r\n', '\n', '\r', '\uFEFF', 'a', '=', "'", '\u0000', 'ກ', ' ', '1,5', '\ud800');
    const text = fc.array(field, { maxLength: 60 }).map((all) => all.join(''));
    const coded = text.chain((each) => fc.constantFrom(new Uint8Array(Buffer.from(each)), new Uint8Array(Buffer.from(`\uFEFF${each}`, 'utf16le')), new Uint8Array(Buffer.from(each, 'latin1'))));
    fc.assert(fc.property(fc.oneof(coded, near(csv), fc.uint8Array({ maxLength: 300 })), (bytes) => { expect(isSound(bytes, 'a.csv')).toBe(true); }), { numRuns: 800, seed: 21 });
  });
});
