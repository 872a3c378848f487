import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDecimals, asciiDigits, canonicalDecimal, compareDecimals, currencies, currencyOf, describeProblem, formatMoney, formatNumber, isDecimal, langs,
  multiplyDecimals, percentOf, readMoney, readNumber, roundDecimal, subtractDecimals, sumDecimals,
} from '../src/index.ts';
import type { Lang, Reading } from '../src/index.ts';

const shown = <T>(reading: Reading<T>) => (reading.ok ? reading.value : reading.problem.id);

/** Canonical decimals of up to forty digits. */
const decimal = fc.tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.nat({ max: 15 }))
  .map(([units, scale]) => {
    const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
    const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    return canonicalDecimal((units < 0n ? '-' : '') + text.replace(/^0+(?=[0-9])/, ''));
  });

describe('decimals', () => {
  test('laws of arithmetic hold exactly, at any length', () => {
    fc.assert(fc.property(decimal, decimal, decimal, (a, b, c) => {
      expect(addDecimals(a, b)).toBe(addDecimals(b, a));
      expect(addDecimals(addDecimals(a, b), c)).toBe(addDecimals(a, addDecimals(b, c)));
      expect(subtractDecimals(addDecimals(a, b), b)).toBe(a);
      expect(multiplyDecimals(a, addDecimals(b, c))).toBe(addDecimals(multiplyDecimals(a, b), multiplyDecimals(a, c)));
      expect(sumDecimals([a, b, c])).toBe(addDecimals(a, addDecimals(b, c)));
      expect(compareDecimals(a, b)).toBe(subtractDecimals(a, b).startsWith('-') ? -1 : a === b ? 0 : 1);
      for (const value of [a, addDecimals(a, b), multiplyDecimals(a, b)]) expect(isDecimal(value)).toBe(true);
    }));
  });

  test('what floats get wrong is right', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3');
    expect(addDecimals('9007199254740993', '1')).toBe('9007199254740994');
    expect(subtractDecimals('1', '1.00')).toBe('0');
    expect(compareDecimals('1.50', '1.5')).toBe(0);
    expect(['10', '9', '-1', '0.5'].toSorted(compareDecimals)).toEqual(['-1', '0.5', '9', '10']);
  });

  test('rounding is commercial, on both sides of zero', () => {
    expect(['2.5', '-2.5', '2.49', '0.05', '-0.04', '12'].map((value) => roundDecimal(value, 0))).toEqual(['3', '-3', '2', '0', '0', '12']);
    expect(roundDecimal('2.345', 2)).toBe('2.35');
    expect([percentOf('1', '3'), percentOf('-1', '8', 1), percentOf('5', '0'), percentOf('250', '100', 0)]).toEqual(['33.3', '-12.5', null, '250']);
  });

  test('anything else is no decimal', () => {
    for (const wrong of ['', '-', '01', '1.', '.5', '+1', '1e3', '-0', '-0.0', '1,5', '١', ' 1', 'NaN', 1, null, '1'.repeat(1_001)]) expect(isDecimal(wrong)).toBe(false);
    expect(() => addDecimals('1', 'x')).toThrow(TypeError);
  });
});

describe('reading numbers', () => {
  test.each<[string, Lang, string]>([
    ['1.234,56', 'vi', '1234.56'], ['1.234,56', 'lo', '1234.56'], ['1,234.56', 'en', '1234.56'], ['640', 'vi', '640'], ['1.000', 'vi', '1000'],
    ['1,000', 'en', '1000'], ['2,8', 'vi', '2.8'], ['2.8', 'en', '2.8'], ['1 234 567,5', 'vi', '1234567.5'], ['1\u00A0234', 'en', '1234'], ['0,125', 'vi', '0.125'],
    ['໑.໒໓໔,໕', 'lo', '1234.5'], ['-5', 'en', '-5'], ['\u22125,0', 'vi', '-5'], ['007', 'en', '7'], ['-0', 'vi', '0'], ['1234,567', 'vi', '1234.567'], ['13.500', 'vi', '13500'],
  ])('%s in %s is %s', (input, lang, expected) => {
    expect(shown(readNumber(input, lang))).toBe(expected);
  });

  test.each<[string, Lang, string]>([
    ['1.5', 'vi', 'text.number-other-convention'], ['1,234.56', 'vi', 'text.number-other-convention'], ['1,5', 'en', 'text.number-other-convention'],
    ['1.000.000', 'en', 'text.number-other-convention'], ['1,234', 'vi', 'text.number-ambiguous'], ['1.234', 'en', 'text.number-ambiguous'],
    ['1.23.4', 'vi', 'text.number-unreadable'], ['12.34,5', 'vi', 'text.number-unreadable'], ['1,2,3', 'vi', 'text.number-unreadable'], ['2025.', 'vi', 'text.number-unreadable'],
    ['1.234.56', 'vi', 'text.number-unreadable'], ['0.123.456', 'vi', 'text.number-unreadable'], ['5 người', 'vi', 'text.number-unreadable'], ['1e5', 'en', 'text.number-unreadable'],
    ['', 'en', 'text.number-missing'], ['9'.repeat(61), 'en', 'text.number-too-long'],
  ])('%s in %s is refused: %s', (input, lang, expected) => {
    expect(shown(readNumber(input, lang))).toBe(expected);
  });

  test('a refusal says what was understood', () => {
    const said = (input: string, lang: Lang) => {
      const reading = readNumber(input, lang);
      return reading.ok ? reading.value : describeProblem(reading.problem, lang);
    };
    expect(said('1.234', 'en')).toBe('“1.234” may mean 1.234 or 1,234. Write it so that only one is possible.');
    expect(said('1,234.56', 'vi')).toContain('1.234,56');
  });

  test('what is shown is read back, in every language and at any length', () => {
    fc.assert(fc.property(decimal, fc.constantFrom(...langs), (value, lang) => {
      const reading = readNumber(formatNumber(value, lang), lang);
      const doubtful = !reading.ok && reading.problem.id === 'text.number-ambiguous';
      expect(doubtful ? /^-?[1-9]\d{0,2}\.\d{3}$/.test(value) : shown(reading) === value).toBe(true);
    }), { numRuns: 2_000 });
  });

  test('no input breaks it, and what is read is a canonical decimal', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?[0-9., ]{0,14}$/)), fc.constantFrom(...langs), (input, lang) => {
      const reading = readNumber(input, lang);
      expect(reading.ok ? canonicalDecimal(reading.value) === reading.value : reading.problem.id !== '').toBe(true);
    }), { numRuns: 2_000 });
  });

  test('digits of any script are digits', () => {
    expect(asciiDigits('໒໐໒໖ ٣ ३ x')).toBe('2026 3 3 x');
  });
});

describe('money', () => {
  test.each([
    ['640 triệu đồng', '640000000', 'VND'], ['2,8 tỷ đồng', '2800000000', 'VND'], ['3.5 million USD', '3500000', 'USD'], ['LAK 370 million', '370000000', 'LAK'],
    ['1.000.000 ₫', '1000000', 'VND'], ['2 tỷ 800 triệu đồng', '2800000000', 'VND'], ['1 nghìn tỷ đồng', '1000000000000', 'VND'], ['3,185 tỷ đồng', '3185000000', 'VND'],
    ['640.000.000đ', '640000000', 'VND'], ['5 triệu đô la Mỹ', '5000000', 'USD'], ['$3.5m', '3500000', 'USD'], ['US$ 12bn', '12000000000', 'USD'], ['1 triệu USD', '1000000', 'USD'],
    ['370 ລ້ານກີບ', '370000000', 'LAK'], ['1,5 ຕື້ ກີບ', '1500000000', 'LAK'], ['໓໗໐ ລ້ານກີບ', '370000000', 'LAK'], ['5 ພັນ ໂດລາ', '5000', 'USD'], ['50.000 ₭', '50000', 'LAK'],
    ['VND 640.000.000', '640000000', 'VND'], ['2,8\u00A0tỷ\u00A0đồng', '2800000000', 'VND'], ['USD 3.5 million USD', '3500000', 'USD'], ['100 EUR', '100', 'EUR'],
  ])('%s is %s %s', (input, amount, currency) => {
    expect(shown(readMoney(input, 'vi'))).toEqual({ amount, currency });
  });

  test.each([
    ['2025. Đồng', 'text.number-unreadable'], ['640 triệu', 'text.money-no-currency'], ['5 USD đồng', 'text.number-unreadable'], ['USD 5 đồng', 'text.money-two-currencies'],
    ['3.5 triệu USD', 'text.number-other-convention'], ['triệu đồng', 'text.number-unreadable'], ['', 'text.money-missing'], ['đồng', 'text.number-missing'],
    ['800 triệu 2 tỷ đồng', 'text.number-unreadable'], ['2 tỷ 800 đồng', 'text.number-unreadable'], ['lao động', 'text.number-unreadable'],
  ])('%s is refused: %s', (input, expected) => {
    expect(shown(readMoney(input, 'vi'))).toBe(expected);
  });

  test('shown as each language writes it', () => {
    const grant = { amount: '640000000', currency: 'VND' };
    expect(langs.map((lang) => formatMoney(grant, lang))).toEqual(['640.000.000\u00A0₫', '640.000.000\u00A0₫', 'VND\u00A0640,000,000']);
    expect(formatMoney({ amount: '370000000', currency: 'LAK' }, 'lo')).toBe('370.000.000\u00A0₭');
    expect(formatMoney({ amount: '1234.5', currency: 'USD' }, 'vi')).toBe('1.234,50\u00A0USD');
    expect(formatMoney({ amount: '0.125', currency: 'USD' }, 'en')).toBe('USD\u00A00.125');
    expect(formatMoney({ amount: '5', currency: 'XTS' }, 'lo', 'code')).toBe('5\u00A0XTS');
  });

  test('what is shown is read back exactly, in every currency', () => {
    fc.assert(fc.property(decimal, fc.constantFrom(...currencies), fc.constantFrom(...langs), (amount, { code }, lang) => {
      fc.pre(!/^-?[1-9]\d{0,2}\.\d{3}$/.test(amount));
      expect(shown(readMoney(formatMoney({ amount, currency: code }, lang), lang))).toEqual({ amount, currency: code });
    }), { numRuns: 1_000 });
  });

  test('no two currencies share a word, and codes are ISO 4217', () => {
    const words = currencies.flatMap((currency) => currency.words);
    expect(new Set(words).size).toBe(words.length);
    const known = new Set(Intl.supportedValuesOf('currency'));
    for (const { code } of currencies) expect(known.has(code)).toBe(true);
    expect(currencyOf('VND')?.minor).toBe(0);
  });
});
