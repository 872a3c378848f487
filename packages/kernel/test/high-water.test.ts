/** The high-water file by itself: its form, and how it is written (docs/decisions/0029). What a node does by it: `restore`, `serving`, `faults`. */
import { appendFileSync, chmodSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMark, slotOf, slotSizeFor, writtenIn, type Mark } from '../src/restore/high-water.ts';
import { MarkFile } from '../src/restore/mark-file.ts';
import { chance } from './support/trials.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-high-water-'));
afterAll(() => { rmSync(folder, { recursive: true }); });
const instance = 'c0ffee00-0000-4000-8000-000000000001';
const mark = (joint: number, own = 0): Mark => ({ instance, sizes: { 'vn-la/joint': joint, ...(own > 0 ? { 'vn-la/own': own } : {}) } });
const jointIn = (bytes: Buffer): number | undefined => writtenIn(bytes)?.mark.sizes['vn-la/joint'];

let turn = 0;
let path = '';
const opened: MarkFile[] = [];
const fileOf = (own = 'new'): MarkFile => {
  const file = new MarkFile(path, own);
  opened.push(file);
  return file;
};
beforeEach(() => { path = join(folder, String((turn += 1)), 'high-water.json'); });
afterEach(async () => { for (const file of opened.splice(0)) await file.close(); });

describe('the form', () => {
  const slots = (newer: number, older: number): Buffer => Buffer.concat([slotOf(mark(newer), 2, 4096)!, slotOf(mark(older), 1, 4096)!]);

  test('given two slots, then a person reads two lines of JSON, and the later one counts wherever it stands', () => {
    const lines = slots(8, 7).toString().trimEnd().split('\n').map((line) => JSON.parse(line) as unknown);
    expect(lines).toMatchObject([{ v: 2, seq: 2, instance, sizes: { 'vn-la/joint': 8 } }, { v: 2, seq: 1, instance, sizes: { 'vn-la/joint': 7 } }]);
    expect(jointIn(slots(8, 7))).toBe(8);
    const swapped = slots(8, 7);
    expect(jointIn(Buffer.concat([swapped.subarray(4096), swapped.subarray(0, 4096)]))).toBe(8);
  });

  test('given a writing cut at any byte, rest old or zeroes, then the mark is the one before or the one asked for', () => {
    const before = slots(7, 6);
    const next = slotOf(mark(8), 3, 4096)!;
    const wrong: unknown[] = [];
    for (let cut = 0; cut <= 4096; cut += 1) {
      for (const rest of ['old', 'zeroes']) {
        const bytes = Buffer.from(before);
        next.copy(bytes, 4096, 0, cut);
        if (rest === 'zeroes') bytes.fill(0, 4096 + cut);
        const isWhole = bytes.subarray(4096).equals(next);
        if (jointIn(bytes) !== (isWhole ? 8 : 7)) wrong.push([cut, rest, jointIn(bytes)]);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('given any of its sectors written, old, or zeroes, in a slot of several pages, then the mark is the one before or the one asked for', () => {
    const large = (joint: number): Mark => ({ instance, sizes: { ...Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`cooperation-${at}/joint`, joint + at])), 'vn-la/joint': joint } });
    const size = slotSizeFor(large(7));
    expect(size).toBe(12_288);
    const before = Buffer.concat([slotOf(large(7), 2, size)!, slotOf(large(6), 1, size)!]);
    const next = slotOf(large(8), 3, size)!;
    const draw = chance(29);
    const wrong: unknown[] = [];
    for (let trial = 0; trial < 500; trial += 1) {
      const bytes = Buffer.from(before);
      for (let at = 0; at < size; at += 512) {
        const what = draw(trial % 3 === 0 ? 12 : 3);
        if (what === 1) bytes.fill(0, size + at, size + at + 512);
        if (what > 1) next.copy(bytes, size + at, at, at + 512);
      }
      const isWhole = bytes.subarray(size).equals(next);
      if (jointIn(bytes) !== (isWhole ? 8 : 7)) wrong.push([trial, jointIn(bytes)]);
    }
    expect(wrong).toEqual([]);
  });

  test('given one slot that is damaged, then the other counts; given both, a wrong length, or rubbish, then nothing is guessed', () => {
    const [whole, file] = [slots(8, 7), join(folder, 'damaged.json')];
    const damaged = (...places: number[]): Buffer => { const bytes = Buffer.from(whole); for (const at of places) bytes[at]! ^= 1; return bytes; };
    expect(jointIn(damaged(60))).toBe(7);
    expect(jointIn(damaged(4096 + 60))).toBe(8);
    for (const bytes of [damaged(60, 4096 + 60), whole.subarray(0, 4096), whole.subarray(0, 8191), Buffer.concat([whole, Buffer.from('\n')]), Buffer.from('rubbish'), Buffer.alloc(8192), Buffer.alloc(0), Buffer.from('{"v":1,"instance":"x","sizes":{"a/joint":"1"}}')]) {
      expect(writtenIn(bytes)).toBeNull();
      writeFileSync(file, bytes);
      expect(() => readMark(file)).toThrow('data.high-water-damaged');
    }
    expect(readMark(join(folder, 'none.json'))).toBeNull();
  });
});

describe('writing it', () => {
  const inode = (): number => statSync(path).ino;

  test('given many writings, then it stays one file of one length, which tells each mark, and nothing lies beside it', async () => {
    const file = fileOf();
    await file.write(mark(1));
    const first = statSync(path);
    expect(first.mode & 0o777).toBe(0o600);
    for (let joint = 2; joint < 12; joint += 1) {
      const before = readFileSync(path);
      await file.write(mark(joint));
      expect(readMark(path)).toEqual(mark(joint));
      // The slot that told the mark before is as it was.
      const after = readFileSync(path);
      const same = [0, 4096].filter((at) => after.subarray(at, at + 4096).equals(before.subarray(at, at + 4096)));
      expect(same).toHaveLength(1);
      const without = Buffer.from(after).fill(0, 4096 - same[0]!, 8192 - same[0]!);
      expect(jointIn(without)).toBe(joint - 1);
    }
    expect([inode(), statSync(path).size]).toEqual([first.ino, 8192]);
    expect(readdirSync(join(path, '..'))).toEqual(['high-water.json']);
  });

  test('given a file of the form before, then it is read, and the first writing turns it into this one', async () => {
    await fileOf().write(mark(1));
    writeFileSync(path, `${JSON.stringify({ v: 1, ...mark(5, 3) })}\n`);
    expect(readMark(path)).toEqual(mark(5, 3));
    await fileOf().write(mark(6));
    // Nor is a journal lost that the writer has not heard of.
    expect(readMark(path)).toEqual(mark(6, 3));
    expect(readFileSync(path)).toHaveLength(8192);
  });

  test('given a file another process made, however it ended, then it is not written into: the first writing makes a new one', async () => {
    await fileOf().write(mark(1));
    const before = inode();
    const file = fileOf();
    await file.write(mark(2));
    expect(inode()).not.toBe(before);
    await file.write(mark(3));
    expect(readMark(path)).toEqual(mark(3));
  });

  test('given more journals than a slot holds, then the slots grow', async () => {
    const file = fileOf();
    await file.write(mark(1));
    const many: Mark = { instance, sizes: Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`cooperation-${at}/joint`, at])) };
    await file.write(many);
    expect(readMark(path)?.sizes['cooperation-399/joint']).toBe(399);
    const grown = statSync(path);
    expect(grown.size).toBeGreaterThan(16_384);
    await file.write({ ...many, sizes: { ...many.sizes, 'cooperation-0/joint': 1_000 } });
    expect([inode(), readMark(path)?.sizes['cooperation-0/joint']]).toEqual([grown.ino, 1_000]);
  });

  const lost: [string, () => void][] = [
    ['deleted', () => { rmSync(path); }],
    ['deleted with its folder', () => { rmSync(join(path, '..'), { recursive: true }); }],
    ['moved away', () => { renameSync(path, `${path}.moved`); }],
    ['replaced by an older copy', () => { cpSync(join(folder, 'copy'), `${path}.copy`); renameSync(`${path}.copy`, path); }],
    ['written over with an older copy', () => { writeFileSync(path, readFileSync(join(folder, 'copy'))); }],
    ['written over with one of another database', () => {
      const other = { instance: 'another', sizes: { 'vn-la/joint': 900 } };
      writeFileSync(path, Buffer.concat([slotOf(other, 900, 4096)!, slotOf(other, 901, 4096)!]));
      // A clock of milliseconds might not tell.
      utimesSync(path, 0, 0);
    }],
    ['written over with the form before', () => { writeFileSync(path, JSON.stringify({ v: 1, ...mark(2) })); }],
    ['written over with rubbish', () => { writeFileSync(path, 'rubbish'); }],
    ['cut', () => { truncateSync(path, 5_000); }],
    ['added to', () => { appendFileSync(path, '\n'); }],
    ['made read-only', () => { chmodSync(path, 0o400); }],
    ['of another database', () => { writeFileSync(`${path}.copy`, JSON.stringify({ v: 1, instance: 'another', sizes: { 'vn-la/joint': 900 } })); renameSync(`${path}.copy`, path); }],
  ];
  test.each(lost)('given it is %s while it is held open, then the next writing stands at its place, and so does the one after', async (_, happen) => {
    const file = fileOf();
    await file.write(mark(1));
    for (let again = 0; again < 7; again += 1) await file.write(mark(2));
    cpSync(path, join(folder, 'copy'));
    await fileOf().write(mark(2));
    await file.write(mark(3));
    happen();
    await file.write(mark(4));
    expect(readMark(path)).toEqual(mark(4));
    const stands = inode();
    await file.write(mark(5));
    expect([readMark(path), inode()]).toEqual([mark(5), stands]);
    expect(existsSync(`${path}.new`)).toBe(false);
  });

  test('given two who write at once, then whatever either was told is written stands there, and at the end the furthest of both', async () => {
    const [one, other] = [fileOf('one'), fileOf('other')];
    const told = { 'vn-la/joint': 0, 'vn-la/own': 0 };
    const work = async (file: MarkFile, journal: keyof typeof told): Promise<void> => {
      for (let size = 1; size <= 40; size += 1) {
        await file.write({ instance, sizes: { [journal]: size } });
        told[journal] = size;
        expect(readMark(path)?.sizes[journal]).toBeGreaterThanOrEqual(size);
      }
    };
    await Promise.all([work(one, 'vn-la/joint'), work(other, 'vn-la/own')]);
    expect(readMark(path)).toEqual({ instance, sizes: { 'vn-la/joint': 40, 'vn-la/own': 40 } });
    expect(readdirSync(join(path, '..'))).toEqual(['high-water.json']);
  });

  test('given it is to say exactly this, then what was further before does not come back', async () => {
    await fileOf().write(mark(9, 4));
    await fileOf().write(mark(5), true);
    expect(readMark(path)).toEqual(mark(5));
  });
});
