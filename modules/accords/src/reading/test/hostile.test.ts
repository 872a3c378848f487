import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, readUpload, suggestThemes } from '../index.ts';
import { faultsIn } from './laws.ts';
import { people, register } from './register.ts';

const read = (text: string) => readText(text, { register, people });

/** Pieces that texts of this kind are made of, put together without sense. */
const piece = fc.constantFrom(
  '1. ', '2. ', '3) ', '(a) ', 'b) ', 'I. ', 'II. ', '(i) ', '- ', '• ', 'Điều 1. ', 'Điều 2 ', 'Article 3', 'ມາດຕາ ໑. ', 'ກ) ', '1.1 ', '1.2. ', 'Phụ lục 1', 'Chương II', '1 0. ', 'l. ', '\n', '\n\n', '\r\n', '\t', '\f', ' ', '   ', '\u00A0', '\u200B',
  'Hai bên thống nhất', ' sẽ tăng cường hợp tác', '; ', '. ', ': ', ', ', 'Bộ Lao động – Thương binh và Xã hội', 'Bộ LĐ-TB&XH', 'Lào', 'Bộ trưởng Đào Ngọc Dung', 'ông Nguyễn Văn A', '640 triệu đồng', '2,8 tỷ', '2025. Đồng', '24/24', '12/11/2025', 'ngày 11/11',
  'giai đoạn 2019 - 2021', 'Hiệp định hợp tác', 'Quyết định số 12/QĐ-TTg', 'The two sides agreed to', 'ສອງຝ່າຍ ຕົກລົງ', 'Trang 2/5', '- 3 -', '25 °C', 'Tin liên quan', 'Làm tại Hà Nội', 'e\u0301', '\uD83D\uDE00', '\uD800', '|', '[1] ', '_____', 'Thứ nhất, ', '……… 3',
);
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

describe('any text', () => {
  it('is read without a throw, with every place exact', () => {
    fc.assert(fc.property(text, (sample) => { expect(faultsIn(sample, read(sample))).toEqual([]); }), { numRuns: 400 });
  });
  it('is read the same twice', () => {
    fc.assert(fc.property(text, (sample) => { expect(read(sample)).toEqual(read(sample)); }), { numRuns: 50 });
  });
  it('of random characters too', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (sample) => { expect(faultsIn(sample, read(sample))).toEqual([]); }), { numRuns: 200 });
  });
  it('and any bytes are taken or refused, never thrown at', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('', 'PK\u0003\u0004', '\u00FF\u00FE', '%PDF-'), (bytes, head) => {
      const start = Uint8Array.from(head, (char) => char.charCodeAt(0));
      const whole = new Uint8Array(start.length + bytes.length);
      whole.set(start);
      whole.set(bytes, start.length);
      const result = readUpload(whole, 'x');
      expect(result.ok || result.problems.length === 1).toBe(true);
    }), { numRuns: 300 });
  });
});

describe('adding to a list', () => {
  it('adds exactly the items that continue it, whatever stands in them', () => {
    const words = fc.constantFrom(
      'Hai bên trao đổi đoàn.', 'Tổ chức 2 khóa: 1. lý thuyết, 2. thực hành.', 'Đến năm 2025. Đồng thời rà soát.', 'Hỗ trợ 2,8 tỷ đồng; bàn giao trước 30/6/2026.', 'Theo Điều 5 Hiệp định, phục vụ 24/24.', 'ສອງຝ່າຍ ຮ່ວມມື.', 'The sides meet (i) yearly; (ii) online.',
    );
    fc.assert(fc.property(fc.array(words, { minLength: 2, maxLength: 40 }), fc.constantFrom('. ', ') ', ' – ', './', '.\u00A0', ' . '), fc.constantFrom('\n', '\n\n', '\r\n'), (items, mark, gap) => {
      const style = mark === './' ? '/ ' : mark;
      const sample = `Hai bên thống nhất:${gap}${items.map((item, at) => `${at + 1}${style}${item}`).join(gap)}`;
      const found = read(sample).items.filter(({ parent }) => parent === undefined);
      expect(found.map(({ number, text: own }) => [number, own])).toEqual(items.map((item, at) => [String(at + 1), item]));
    }), { numRuns: 120 });
  });
});

describe('long and hostile texts', () => {
  // A fifth of a long text: what grows with the square still takes far too long.
  const LENGTH = 200_000;
  const of = (unit: string) => unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
  const samples: readonly (readonly [string, string])[] = [
    ['300 pages of items', Array.from({ length: 5_000 }, (_, at) => `${at + 1}. Hai bên tiếp tục phối hợp với Bộ Lao động – Thương binh và Xã hội và Bộ Lao động và Phúc lợi xã hội Lào; hỗ trợ 640 triệu đồng trong giai đoạn 2019 - 2021, trước ngày 30/6/2021.`).join('\n')],
    ['one line', of('Hai bên thống nhất tăng cường hợp tác; ')],
    ['a thousand lists', of('1. Một việc.\n2. Hai việc.\n')],
    ['only first numbers', of('1.\n')],
    ['only "a)"', of('a) b) c)\n')],
    ['only spaces', of(' ')],
    ['only line ends', of('\n')],
    ['digits', of('1')],
    ['digits and points', of('1.1.')],
    ['digits and spaces', of('1 ')],
    ['numbers with long gaps', of(`640${' '.repeat(400)}triệu`)],
    ['months without a year', of('29 tháng ')],
    ['Lao months without a year', of('1 ມັງກອນ   ')],
    ['capitals', of('Nguyễn Văn ')],
    ['titles', of('Bộ trưởng ông ')],
    ['the beginning of a name', of('Bộ Lao động - ')],
    ['dashes between letters', of('a-b-c-d-')],
    ['brackets', of('((((')],
    ['brackets in a sentence', of('; (a; ')],
    ['tabs', of('a\tb\tc\n')],
    ['bars', of('| a | b |\n')],
    ['combining marks', of('a\u0301\u0302')],
    ['marks alone', of('\u0301')],
    ['Lao without spaces', of('ກະຊວງແຮງງານ')],
    ['letters without spaces', of('abcdefghij')],
    ['nested letters and numerals', of('I.\nA.\n1.\na)\n(i)\n-\n+\n')],
    ['headlines twice', of('Một dòng tiêu đề dài\n')],
    ['quotes', of('"\'')],
    ['instruments', of('Hiệp định ')],
    ['days and months', of('ngày 1/2 ')],
    ['years', of('2019-')],
    ['periods', of('từ năm 2019 đến ')],
    ['semicolons in an item', `1. a\n2. ${of('x y z; ')}`],
  ];
  for (const [name, sample] of samples) {
    it(`are read in bounded time: ${name}`, () => {
      const start = performance.now();
      const reading = read(sample);
      const seconds = (performance.now() - start) / 1_000;
      expect(reading.passages.every(({ span }) => span.end <= sample.length)).toBe(true);
      // A loaded machine takes seconds; a runaway pattern takes minutes.
      expect(seconds).toBeLessThan(20);
      if (process.env['READER_TIMES']) console.log(`${seconds.toFixed(2)} s  ${name}: ${reading.items.length} items, ${reading.found.length} found`);
    });
  }
  it('are cut at five million characters, and say so', () => {
    const reading = read('a '.repeat(2_700_000));
    expect(reading.notes.map(({ id }) => id)).toContain('reading.too-long');
  });
});

describe('themes', () => {
  it('are suggested in three languages', () => {
    const first = (sample: string, lang: 'vi' | 'lo' | 'en') => suggestThemes(sample, lang)[0]?.theme;
    expect(first('tìm kiếm, quy tập hài cốt quân tình nguyện', 'vi')).toBe('remains');
    expect(first('hai bên kết nghĩa giữa các tỉnh', 'vi')).toBe('twinning');
    expect(first('ໃຫ້ທຶນການສຶກສາ ແກ່ນັກສຶກສາ', 'lo')).toBe('scholarships');
    expect(first('mutual recognition of skills and occupational standards', 'en')).toBe('skills_recognition');
    expect(suggestThemes('', 'vi')).toEqual([]);
    expect(suggestThemes('abc xyz', 'en')).toEqual([]);
  });
  it('take the table of another cooperation', () => {
    expect(suggestThemes('cấp nước sạch', 'vi', { water: { vi: ['nước sạch'], lo: [], en: [] } }).map(({ theme }) => theme)).toEqual(['water']);
  });
});
