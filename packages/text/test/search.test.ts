import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, markerOf, searchDocument, searchQuery, searchTokens, words } from '../src/index.ts';
import { canonicalLao, laoSyllables } from '../src/search/lao.ts';
import { matches } from './lexemes.ts';
import { laoNames, laoSentences, offices, people, vietnamesePlaces } from './names.ts';

const finds = (query: string, text: string) => matches(searchDocument(text, 'vi'), searchQuery(query));

describe('search', () => {
  test('words that differ in accents stay apart when typed with them, and come together without', () => {
    const texts = ['bắn', 'bạn', 'ban', 'bản'];
    expect(texts.filter((text) => finds('ban', text))).toEqual(texts);
    for (const typed of ['bắn', 'bạn', 'bản']) expect(texts.filter((text) => finds(typed, text))).toEqual([typed]);
  });

  test('case, composed and decomposed forms, two spellings of one syllable', () => {
    expect(finds('ĐÀO ngọc', 'Đào Ngọc Dung'.normalize('NFD'))).toBe(true);
    expect(finds('dao ngoc dung', 'Bộ trưởng Đào Ngọc Dung')).toBe(true);
    expect(finds('Thanh Hoá', 'tỉnh Thanh Hóa')).toBe(true);
    expect(finds('kĩ năng', 'Kỹ năng nghề')).toBe(true);
    expect(finds('quý', 'quí')).toBe(false);
  });

  test('the last word may be a beginning, the others not, and a quoted one not', () => {
    for (const typed of ['hiệp định hợp t', 'hiệp định hợp tá', 'hiệp dinh ta']) expect([typed, finds(typed, 'Hiệp định hợp tác')]).toEqual([typed, true]);
    for (const typed of ['hiệp định hơp ta', 'hiệ định', 'hiệp định tạ']) expect([typed, finds(typed, 'Hiệp định hợp tác')]).toEqual([typed, false]);
    expect(finds('agree coop', 'Agreement on cooperation')).toBe(false);
    expect(finds('agreement coop', 'Agreement on cooperation')).toBe(true);
    expect(finds('"lao động" hợp', 'hợp tác lao động')).toBe(true);
    expect(finds('"động lao"', 'hợp tác lao động')).toBe(false);
    expect(finds('"lao dong"', 'hợp tác lao động')).toBe(true);
  });

  test('numbers are found by their parts, Lao digits too', () => {
    expect(finds('2021', 'giai đoạn 2019-2021')).toBe(true);
    expect(finds('2022', 'ngày 29.11.2022')).toBe(true);
    expect(finds('2022', 'ປີ ໒໐໒໒')).toBe(true);
    expect(finds('686', 'Trung tâm 686 Bản Keun')).toBe(true);
  });

  test('Lao words are found wherever the dictionary would hide them', () => {
    for (const text of ['ຕະຫຼາດແຮງງານ', 'ຜູ້ອອກແຮງງານ', 'ກະຊວງແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ', 'ສັນຍາວ່າດ້ວຍການຮ່ວມມືດ້ານແຮງງານ']) expect(finds('ແຮງງານ', text)).toBe(true);
    expect(finds('ຮ່ວມມື', 'ການຮ່ວມມື')).toBe(true);
    expect(finds('ຮວມມື', 'ການຮ່ວມມື')).toBe(true);
    expect(finds('ຄຸ້ມຄອງ', 'ການຄຸ້ມຄອງແຮງງານ')).toBe(true);
    expect(finds('ຫລວງພະບາງ', 'ຫຼວງພະບາງ')).toBe(true);
    expect(finds('ກະຊວງແຮງງານ', 'ກະຊວງ ແຮງງານ')).toBe(true);
    expect(finds('ໄຊສົມແພງ', 'ຄຳແພງ ໄຊສົມແພງ')).toBe(true);
    expect(finds('ແຮງງານ', 'ງານແຮງ')).toBe(false);
  });

  test('what is found is marked where it stands', () => {
    const marked = (query: string, text: string): string[] => markerOf(query)(text).marks.map(([from, to]) => text.slice(from, to));
    expect(marked('ban', 'Ban, bạn và bắn')).toEqual(['Ban', 'bạn', 'bắn']);
    expect(marked('bắn', 'Ban, bạn và bắn')).toEqual(['bắn']);
    expect(marked('lao dong', 'Bộ Lao động, lao công')).toEqual(['Lao động', 'lao']);
    expect(marked('hiệp đị', 'Hiệp định hợp tác'.normalize('NFD'))).toEqual(['Hiệp định'.normalize('NFD')]);
    expect(marked('đị hiệ', 'Hiệp định')).toEqual(['Hiệp']);
    expect(marked('"lao động" hợp', 'hợp tác lao động')).toEqual(['hợp', 'lao động']);
    expect(marked('ແຮງງານ', 'ກະຊວງແຮງງານ ແລະ ສະຫວັດດີການ')).toEqual(['ແຮງງານ']);
    expect(marked('ກະຊວງແຮງງານ', 'ກະຊວງ ແຮງງານ')).toEqual(['ກະຊວງ ແຮງງານ']);
    // One word in two spellings, and letters behind it in their places.
    expect(marked('ຫຼວງພະບາງ', 'ແຂວງ ຫລວງພະບາງ')).toEqual(['ຫລວງພະບາງ']);
    expect(marked('ນ້ຳ', 'ເຂື່ອນນໍ້າໃຫຍ່')).toEqual(['ນໍ້າ']);
    expect(marked('ໃຫຍ່', 'ເຂື່ອນນໍ້າໃຫຍ່')).toEqual(['ໃຫຍ່']);
    expect([marked('', 'Ban'), marked('"', 'Ban'), marked('ban', '')]).toEqual([[], [], []]);
  });

  test('every name and text is found by each of its words, with and without accents', () => {
    for (const text of [...people, ...vietnamesePlaces, ...offices, ...laoNames, ...laoSentences]) {
      expect([text, finds(text, text)]).toEqual([text, true]);
      // One letter alone is a dictionary's cut through a name it does not know.
      for (const word of words(text, 'vi').filter((each) => !/^[\u0E80-\u0EFF]$/.test(each))) {
        expect([word, text, markerOf(`${word} `)(text).marks.length > 0, markerOf(fold(word))(text).marks.length > 0]).toEqual([word, text, true, true]);
        expect([word, text, finds(word, text), finds(fold(word), text)]).toEqual([word, text, true, true]);
      }
    }
  });

  test('every stretch of Lao syllables is found in its text', () => {
    for (const text of [...laoNames, ...laoSentences]) {
      for (const run of canonicalLao(text).match(/[\u0E81-\u0EDF]+/g) ?? []) {
        const syllables = laoSyllables(run);
        expect(syllables.join('')).toBe(run);
        for (let from = 0; from < syllables.length; from += 1) {
          for (let to = from + 1; to <= Math.min(from + 5, syllables.length); to += 1) {
            const part = syllables.slice(from, to).join('');
            expect([part, finds(part, text)]).toEqual([part, true]);
          }
        }
      }
    }
  });

  test('both literals are safe whatever is typed', () => {
    const nasty = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('"', "'", '\\', '&', '|', '!', ':*', '(', ')', '<->', ' ', 'bắn', 'ແຮງງານ', '=', '\u0000')).map((parts) => parts.join('')));
    fc.assert(fc.property(nasty, (text) => {
      const query = searchQuery(text);
      const term = String.raw`'=?[\p{L}\p{M}\p{N}]+'`;
      expect(query).toMatch(new RegExp(`^(?:(?:${term}(?::\\*)?|\\(${term}(?: <-> ${term})+\\))(?: & |$))*$`, 'u'));
      expect(searchDocument(text, 'lo')).toMatch(/^(?:=?[\p{L}\p{M}\p{N}]+:\d+(?:,\d+)*(?: |$))*$/u);
    }), { numRuns: 600 });
    expect([searchQuery(''), searchQuery(' … "'), searchDocument('—', 'vi')]).toEqual(['', '', '']);
  });

  test('a text too long for an index is cut, not refused', () => {
    const document = searchDocument(Array.from({ length: 150_000 }, (_, n) => `w${n}`).join(' '), 'en');
    expect(Buffer.byteLength(document)).toBeLessThan(1_048_576);
    expect(Math.max(...(searchDocument('a b '.repeat(20_000), 'en').match(/\d+/g) ?? []).map(Number))).toBeLessThanOrEqual(16_383);
    expect(searchDocument('x'.repeat(5_000), 'en')).toBe(`${'x'.repeat(100)}:1`);
  });

  test('tokens stand place by place in both forms', () => {
    expect(searchTokens('Bộ Nội vụ', 'vi')).toEqual({ exact: ['bộ', 'nội', 'vụ'], folded: ['bo', 'noi', 'vu'] });
    expect(searchTokens('ຮ່ວມມື', 'lo')).toEqual({ exact: ['ຮ່ວມ', 'ມື', 'ຮ່ວມມື'], folded: ['ຮວມ', 'ມື', 'ຮວມມື'] });
  });

  test('canonical Lao is canonical', () => {
    expect(canonicalLao('ນໍ້າ')).toBe('ນ້ຳ');
    expect(canonicalLao('ເເຂວງ')).toBe('ແຂວງ');
    fc.assert(fc.property(fc.array(fc.constantFrom(...Array.from('ກຫນມລໍາຳ້່ເແັົິ'))).map((parts) => parts.join('')), (text) => {
      expect(canonicalLao(canonicalLao(text))).toBe(canonicalLao(text));
    }), { numRuns: 3_000 });
  });
});
