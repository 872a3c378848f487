import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanName, cleanText, fold, isLang, isLanguageTag, isNfc, languageInfo, languagesOf, nfc, pick, pickText, problem, problemAt } from '../src/index.ts';

describe('localized content', () => {
  const title = { vi: 'Hiệp định hợp tác lao động', en: 'Agreement on labour cooperation' };

  test('the reader\'s language, else the nearest one, said to be another', () => {
    expect(pick(title, 'vi')).toEqual({ lang: 'vi', text: title.vi, exact: true });
    expect(pick(title, 'lo')).toEqual({ lang: 'en', text: title.en, exact: false });
    expect(pick(title, 'lo', ['vi'])).toEqual({ lang: 'vi', text: title.vi, exact: false });
    expect(pick({ km: 'កិច្ចព្រមព្រៀង' }, 'vi')?.lang).toBe('km');
    expect(pick({ vi: '' }, 'vi')).toBeUndefined();
    expect(pickText({}, 'en')).toBe('');
    expect(languagesOf({ ...title, lo: '' }, 'en')).toEqual(['en', 'vi']);
  });

  test('names of what every object has are no languages', () => {
    expect(pick({}, 'constructor')).toBeUndefined();
    expect(isLang('toString')).toBe(false);
  });
});

describe('languages', () => {
  test('any tag has information; only the registry\'s are of the interface', () => {
    expect([isLang('lo'), isLang('km')]).toEqual([true, false]);
    expect(languageInfo('km')).toMatchObject({ script: 'Khmr', lineHeight: 1.8 });
    expect(languageInfo('vi-VN')).toMatchObject({ decimal: ',', collation: 'vi', tag: 'vi-VN' });
    expect(languageInfo('not a tag').tag).toBe('not a tag');
    expect(['vi', 'zh-Hant', 'VI', 'tiếng Việt', '', 5].map(isLanguageTag)).toEqual([true, true, false, false, false, false]);
  });
});

describe('cleaning what people paste', () => {
  test('spaces are one, nothing is invisible, words and dashes stay', () => {
    expect(cleanText('Tiếp tục\u00A0 triển khai\u200B có\u00AD hiệu quả\r\n  1.\u202F234 \u2028Hết')).toBe('Tiếp tục triển khai có hiệu quả\n1. 234\nHết');
    expect(cleanText('Lao động – Thương binh')).toBe('Lao động – Thương binh');
    expect(cleanLine('Bộ Lao động\n và Phúc lợi')).toBe('Bộ Lao động và Phúc lợi');
  });

  test('a name has one kind of dash', () => {
    for (const written of ['Lao động – Thương binh', 'Lao động — Thương binh', 'Lao động  -\u00A0Thương binh', 'Lao động \u2011 Thương binh']) {
      expect(cleanName(written)).toBe('Lao động - Thương binh');
    }
  });

  test('Vietnamese typed in parts becomes whole', () => {
    expect(cleanText('Việt Nam'.normalize('NFD'))).toBe('Việt Nam');
    // Lao: a tone typed before its vowel, AM in two pieces with the tone in any place, two E for EI; a word that is right stays.
    expect(['ທ\u0EC8\u0EB5', 'ນ\u0ECD\u0EC9\u0EB2', 'ນ\u0EC9\u0ECD\u0EB2', 'ນ\u0EB3\u0EC9', '\u0EC0\u0EC0ຮງງານ', 'ເຊື່ອມຕໍ່'].map(cleanText)).toEqual(['ທີ່', 'ນ້ຳ', 'ນ້ຳ', 'ນ້ຳ', 'ແຮງງານ', 'ເຊື່ອມຕໍ່']);
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('ກ', 'ນ', '\u0EB1', '\u0EB4', '\u0EB8', '\u0EBB', '\u0EBC', '\u0EBA', '\u0EC8', '\u0EC9', '\u0ECC', '\u0ECD', '\u0EB2', '\u0EB3', '\u0EC0', 'a\u0301', ' ') }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }));
    expect([isNfc('Việt'), isNfc('Việt'.normalize('NFD')), nfc('Việt'.normalize('NFD'))]).toEqual([true, false, 'Việt']);
  });

  test('cleaning twice changes nothing, and the result can be stored', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const clean of [cleanText, cleanLine, cleanName]) {
        const once = clean(text);
        expect(clean(once)).toBe(once);
        expect(once.isWellFormed() && isNfc(once) && !once.includes('\u0000')).toBe(true);
      }
    }), { numRuns: 200 });
  });
});

describe('folding', () => {
  test('accents and tone marks go, letters and Lao vowels stay', () => {
    expect(fold('Đào Ngọc Dung')).toBe('dao ngoc dung');
    expect(fold('Thanh Hóa – Hủa Phăn')).toBe('thanh hoa - hua phan');
    expect(fold('ນ້ຳ')).toBe(fold('ນໍ້າ'));
    expect(fold('ຮ່ວມມື')).toBe('ຮວມມື');
    expect(fold('ຫນັງສື')).toBe(fold('ໜັງສື'));
    expect(fold('ມາ')).not.toBe(fold('ມີ'));
  });

  test('folding twice changes nothing', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...Array.from('ກຫນມລໍາຳ້່ເແັົǺßđĐİ'))).map((parts) => parts.join('')));
    fc.assert(fc.property(anything, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }), { numRuns: 1_000 });
  });
});

describe('problems', () => {
  test('a path grows from the inside', () => {
    expect(problemAt('items.3', problem('text.number-missing', {}, 'amount')).path).toBe('items.3.amount');
    expect(problemAt('items.3', problem('text.number-missing')).path).toBe('items.3');
    expect(problemAt('', problem('text.number-missing', {}, 'amount')).path).toBe('amount');
  });
});
