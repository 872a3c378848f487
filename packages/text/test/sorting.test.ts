import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareKeys, sortByText, sortKey, sortKeys } from '../src/index.ts';
import type { Lang } from '../src/index.ts';
import { laoNames, offices, people, vietnamesePlaces } from './names.ts';

const collators = { vi: new Intl.Collator('vi'), lo: new Intl.Collator('lo'), en: new Intl.Collator('en') };
const langs: Lang[] = ['vi', 'lo', 'en'];

/** How two texts stand in each language, by our keys and by ICU. */
const byKeys = (a: string, b: string) => langs.map((lang) => compareKeys(sortKey(a, lang), sortKey(b, lang)));
const byIcu = (a: string, b: string) => langs.map((lang) => Math.sign(collators[lang].compare(a, b)));

const vietnameseSyllable = fc.constantFrom(
  ...'a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ bà Bả c d đ Đ đa Đà dạ e è é ẹ ê ề ế ệ gi hai hải Hải hãi i ì í khoa khoá khóa lào Lạo m ngành ngạnh o ò ỏ õ ó ọ ô ồ ố ộ ơ ờ ớ ợ phủ phụ q tra trá u ù ủ ũ ú ụ ư ừ ử ữ ứ ự y ỳ ỷ ỹ ý ỵ'.split(' '),
);
const laoLetter = fc.constantFrom(...Array.from('ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮະັາຳິີຶືຸູົຽເແໂໃໄ່້໊໋ໍໜໝ'), ' ', 'ຫຼ');
/** ICU takes ໍ, tone, າ for another word than tone, ຳ; they are one word typed in two ways, and get one key. */
const apart = /\u0ECD[\u0EC8-\u0ECB]+\u0EB2/;
/** A Lao vowel below a Latin letter: no word, and ICU looks behind it for the mark that makes the letter another one. */
const below = /\p{Script=Latin}[\u0EB8\u0EB9]/u;
const latinWord = fc.constantFrom('Lao', 'PDR', 'lao', 'Viet', 'Việt', 'viet', 'Nam', 'a', 'A', 'b', 'B', 'z', '2019', '21', '-', '–', ' ', '.', '(', '686', 'Đ', 'é', 'É', '₫');

describe('sort keys', () => {
  test('real names stand as ICU sets them, in each language', () => {
    const all = [...people, ...vietnamesePlaces, ...laoNames, ...offices];
    for (const lang of langs) {
      expect(sortByText(all, lang, (name) => name)).toEqual(all.toSorted(collators[lang].compare));
    }
  });

  test('Vietnamese letters and tones come in the order of the dictionary', () => {
    const letters = 'a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y'.split(' ');
    const tones = 'ma mà mả mã má mạ'.split(' ');
    expect(sortByText(letters.toReversed(), 'vi', (letter) => letter)).toEqual(letters);
    expect(sortByText(tones.toReversed(), 'vi', (tone) => tone)).toEqual(tones);
    expect(sortByText(['Đà Nẵng', 'Dầu Tiếng', 'Điện Biên', 'Dak Lak'], 'vi', (name) => name)).toEqual(['Dak Lak', 'Dầu Tiếng', 'Đà Nẵng', 'Điện Biên']);
  });

  test('Lao leading vowels stand after the consonant they belong to', () => {
    const expected = ['ກະ', 'ກາ', 'ກ່າ', 'ເກ', 'ແກ', 'ໂກ', 'ໃກ', 'ໄກ', 'ຂາ', 'ເຂ', 'ງາ'];
    expect(sortByText(expected.toReversed(), 'lo', (word) => word)).toEqual(expected);
  });

  test('Vietnamese syllables: every pair as ICU compares it', () => {
    const name = fc.array(vietnameseSyllable, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '));
    fc.assert(fc.property(name, name, (a, b) => {
      expect(byKeys(a, b)).toEqual(byIcu(a, b));
    }), { numRuns: 3_000 });
  });

  test('Lao letters in any order: every pair as ICU compares it', () => {
    const word = fc.array(laoLetter, { maxLength: 6 }).map((parts) => parts.join('')).filter((typed) => !apart.test(typed));
    fc.assert(fc.property(word, word, (a, b) => {
      expect(byKeys(a, b)).toEqual(byIcu(a, b));
    }), { numRuns: 5_000 });
  });

  test('mixed Latin, digits and signs: every pair as ICU compares it', () => {
    const title = fc.array(fc.oneof(latinWord, vietnameseSyllable, laoLetter), { maxLength: 5 }).map((parts) => parts.join('')).filter((typed) => !apart.test(typed) && !below.test(typed.normalize('NFD')));
    fc.assert(fc.property(title, title, (a, b) => {
      expect(byKeys(a, b)).toEqual(byIcu(a, b));
    }), { numRuns: 3_000 });
  });

  test('any text gives a key that fits an index and orders the same in UTF-8 as in UTF-16', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(fc.property(text, text, (a, b) => {
      const [x, y] = [sortKey(a, 'vi'), sortKey(b, 'vi')];
      expect(Buffer.byteLength(x)).toBeLessThan(2_300);
      expect(x).not.toContain('\u0000');
      expect(Math.sign(Buffer.compare(Buffer.from(x), Buffer.from(y)))).toBe(compareKeys(x, y));
    }), { numRuns: 150 });
    expect(Buffer.byteLength(sortKey('\u{2F800}\u0323\u0302\u0301\u0300'.repeat(500), 'en'))).toBeLessThan(2_300);
  });

  test('a short text of everyday letters has the key that its letters have one by one', () => {
    const letter = fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0xc0, max: 0x24f }), fc.integer({ min: 0x1ea0, max: 0x1ef9 })).map((code) => String.fromCharCode(code));
    const title = fc.array(letter, { maxLength: 12 }).map((parts) => parts.join(''));
    // A sign that no key speaks of makes it no everyday text.
    fc.assert(fc.property(title, fc.constantFrom('vi', 'lo', 'en'), (text, lang) => { expect(sortKey(text, lang)).toBe(sortKey(`${text}\u00AD`, lang)); }));
    fc.assert(fc.property(title, (text) => { expect(sortKeys(text, ['vi', 'lo', 'en'])).toEqual({ vi: sortKey(text, 'vi'), lo: sortKey(text, 'lo'), en: sortKey(text, 'en') }); }));
  });

  test('canonically equal texts have one key', () => {
    fc.assert(fc.property(vietnameseSyllable, (word) => {
      expect(sortKey(word.normalize('NFD'), 'vi')).toBe(sortKey(word.normalize('NFC'), 'vi'));
    }));
    expect(sortKey('ນໍ້າ', 'lo')).toBe(sortKey('ນ້ຳ', 'lo'));
  });
});
