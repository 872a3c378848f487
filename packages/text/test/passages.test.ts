import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignParagraphs, diffWords, paragraphs, sentences } from '../src/index.ts';
import type { Run } from '../src/index.ts';

/** A difference in one line: [-went-] and [+came+]. */
const marked = (runs: readonly Run[]) =>
  runs.map(({ type, text }) => (type === 'same' ? text : type === 'del' ? `[-${text}-]` : `[+${text}+]`)).join('');

const fragment = fc.constantFrom('Hai', 'bên', 'tiếp', 'tục', 'hợp', 'tác', 'ແຮງງານ', 'ສັງຄົມ', 'ແລະ', 'the', 'agreed', '2019', '2021', ' ', ' ', ', ', '.\n', '–');
const text = fc.array(fragment, { maxLength: 25 }).map((parts) => parts.join(''));

describe('differences, word by word', () => {
  test('what went and what came stand at their words', () => {
    expect(marked(diffWords('Hai bên tiếp tục phối hợp với Bộ Quốc phòng.', 'Hai bên tăng cường phối hợp với Bộ Quốc phòng và các ngành liên quan.', 'vi')))
      .toBe('Hai bên [-tiếp tục-][+tăng cường+] phối hợp với Bộ Quốc phòng[+ và các ngành liên quan+].');
    expect(marked(diffWords('agreed to train 20 officials in 2019', 'agreed to train 25 officials and teachers in 2020', 'en')))
      .toBe('agreed to train [-20-][+25+] officials[+ and teachers+] in [-2019-][+2020+]');
  });

  test('Lao is compared by dictionary words, not as one long one', () => {
    expect(marked(diffWords('ສັນຍາຮ່ວມມືດ້ານແຮງງານ ປີ 2013', 'ສັນຍາຮ່ວມມືດ້ານແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ ປີ 2022', 'lo')))
      .toBe('ສັນຍາຮ່ວມມືດ້ານແຮງງານ [+ແລະ ສະຫວັດດີການສັງຄົມ +]ປີ [-2013-][+2022+]');
  });

  test('a comma and words that came with it are one run', () => {
    expect(marked(diffWords('tìm kiếm hài cốt', 'tìm kiếm, quy tập hài cốt', 'vi'))).toBe('tìm kiếm[+, quy tập+] hài cốt');
  });

  test('the runs give back both texts to the last space, and neighbours differ', () => {
    fc.assert(fc.property(text, text, (a, b) => {
      const runs = diffWords(a, b, 'vi');
      expect(runs.filter((run) => run.type !== 'ins').map((run) => run.text).join('')).toBe(a);
      expect(runs.filter((run) => run.type !== 'del').map((run) => run.text).join('')).toBe(b);
      for (const [place, run] of runs.entries()) {
        expect(run.text).not.toBe('');
        expect(run.type).not.toBe(runs[place + 1]?.type);
      }
    }), { numRuns: 1_000 });
  });

  test('equal texts have no difference', () => {
    fc.assert(fc.property(text, (a) => {
      expect(diffWords(a, a, 'lo')).toEqual(a === '' ? [] : [{ type: 'same', text: a }]);
    }));
  });

  test('two long texts with nothing in common end, as a whole replaced', () => {
    const a = Array.from({ length: 12_000 }, (_, n) => `a${n}`).join(' ');
    const b = Array.from({ length: 12_000 }, (_, n) => `b${n}`).join(' ');
    const runs = diffWords(a, b, 'en');
    expect(runs.filter((run) => run.type !== 'ins').map((run) => run.text).join('')).toBe(a);
  });
});

describe('passages', () => {
  test('an item keeps its number, short forms close no sentence, a line end does', () => {
    const found = sentences('1. Chia sẻ kinh nghiệm tại TP. Hồ Chí Minh. Hai bên trao đổi 1.234 lượt, v.v. và 2,8 tỷ đồng\na) Tiếp tục', 'vi');
    expect(found.map((passage) => passage.text)).toEqual([
      '1. Chia sẻ kinh nghiệm tại TP. Hồ Chí Minh.', 'Hai bên trao đổi 1.234 lượt, v.v. và 2,8 tỷ đồng', 'a) Tiếp tục',
    ]);
    expect(sentences('H.E. Dr. Khampheng spoke. He left.', 'en').map((passage) => passage.text)).toEqual(['H.E. Dr. Khampheng spoke.', 'He left.']);
  });

  test('passages stand where they say', () => {
    fc.assert(fc.property(text, (whole) => {
      for (const passage of [...sentences(whole, 'vi'), ...paragraphs(whole)]) {
        expect(whole.slice(passage.start, passage.end)).toBe(passage.text);
        expect(passage.text).toBe(passage.text.trim());
      }
    }));
  });

  test('every kind of line end parts paragraphs, blank lines are none', () => {
    expect(paragraphs('Một\r\n\r\n  Hai \n\u00A0\nBa\u2028Bốn').map((line) => line.text)).toEqual(['Một', 'Hai', 'Ba', 'Bốn']);
  });

  test('languages pair by length and number; a merged paragraph stays with both its own', () => {
    const rows = alignParagraphs({
      vi: 'Hai bên thống nhất:\n1. Tiếp tục triển khai Hiệp định hợp tác lao động năm 2013.\n2. Tìm kiếm, quy tập hài cốt quân tình nguyện. Tạo điều kiện cho các đoàn.\n3. Đào tạo cán bộ.',
      en: 'The two sides agree:\n1. To go on carrying out the labour cooperation agreement of 2013.\n2. To search for and recover the remains of volunteer soldiers.\nTo make visits of delegations easier.\n3. To train officials.',
    });
    expect(rows.map((row) => [row['vi']?.slice(0, 2), row['en']?.split('\n').length])).toEqual([['Ha', 1], ['1.', 1], ['2.', 2], ['3.', 1]]);
  });

  test('no paragraph is lost or doubled, whatever the counts', () => {
    const lines = fc.array(fc.constantFrom('1. Một', 'Hai bên cùng nhau trao đổi và thống nhất', 'Ba', '2. Bốn'), { maxLength: 7 });
    fc.assert(fc.property(lines, lines, lines, (vi, lo, en) => {
      const rows = alignParagraphs({ vi: vi.join('\n'), lo: lo.join('\n'), en: en.join('\n') }, 'vi');
      for (const [lang, all] of Object.entries({ vi, lo, en })) expect(rows.flatMap((row) => row[lang]?.split('\n') ?? [])).toEqual(all);
    }));
  });
});
