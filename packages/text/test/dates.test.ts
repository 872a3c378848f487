import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  comparePartials, describeProblem, firstDay, formatDate, formatInstant, formatPeriod, isPartialDate, isPeriod, langs, lastDay, parsePeriod,
  periodText, periodWithin, periodsOverlap, readDate, readPeriod,
} from '../src/index.ts';
import type { Reading } from '../src/index.ts';

const shown = <T>(reading: Reading<T>) => (reading.ok ? reading.value : reading.problem.id);

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const partial = fc.oneof(day, day.map((date) => date.slice(0, 7)), day.map((date) => date.slice(0, 4)));

describe('reading dates', () => {
  test.each([
    ['1/7/2013', '2013-07-01'], ['01-07-2013', '2013-07-01'], ['01.07.2013', '2013-07-01'], ['1 / 7 / 2013', '2013-07-01'],
    ['2013-07-01', '2013-07-01'], ['2013-7-1', '2013-07-01'], ['29/11/2022', '2022-11-29'],
    ['1 tháng 7 năm 2013', '2013-07-01'], ['ngày 29 tháng 11 năm 2022', '2022-11-29'], ['Ngày 12 tháng 11, 2025', '2025-11-12'],
    ['tháng 7/2013', '2013-07'], ['tháng 7 năm 2013', '2013-07'], ['Tháng bảy năm 2013', '2013-07'], ['7/2013', '2013-07'], ['2015-12', '2015-12'],
    ['1 July 2013', '2013-07-01'], ['July 1, 2013', '2013-07-01'], ['1st of July 2013', '2013-07-01'], ['Nov. 29, 2022', '2022-11-29'],
    ['July 2013', '2013-07'], ['Sept 2013', '2013-09'], ['2013', '2013'], ['năm 2013', '2013'], ['ປີ 2013', '2013'],
    ['1 ກໍລະກົດ 2013', '2013-07-01'], ['ວັນທີ 1 ເດືອນ 7 ປີ 2013', '2013-07-01'], ['ວັນທີ ໑ ເດືອນ ໗ ປີ ໒໐໑໓', '2013-07-01'],
    ['ເດືອນ ກໍລະກົດ 2013', '2013-07'], ['໑໒/໑໑/໒໐໒໕', '2025-11-12'], ['ວັນທີ 21 ພະຈິກ 2026', '2026-11-21'],
    ['\u00A012/11/2025\u200B', '2025-11-12'], ['12–11–2025', '2025-11-12'],
  ])('%s is %s', (input, expected) => {
    for (const lang of langs) expect(shown(readDate(input, lang))).toBe(expected);
  });

  test.each([
    ['31/2/2013', 'text.date-no-day'], ['29/2/2023', 'text.date-no-day'], ['0/7/2013', 'text.date-no-day'], ['31 tháng 4 năm 2013', 'text.date-no-day'],
    ['7/13/2013', 'text.date-no-month'], ['13/2013', 'text.date-no-month'], ['1/7/13', 'text.date-year-digits'],
    ['24/24', 'text.date-unreadable'], ['12/11', 'text.date-unreadable'], ['hôm qua', 'text.date-unreadable'], ['1 Juli 2013', 'text.date-unreadable'],
    ['2013-07-01T00:00', 'text.date-unreadable'], ['1/7-2013', 'text.date-unreadable'], ['20130701', 'text.date-unreadable'],
    ['1/7/2556', 'text.date-buddhist-era'], ['1/7/0213', 'text.date-year-range'], ['', 'text.date-missing'], [' \u00A0 ', 'text.date-missing'],
  ])('%s is refused: %s', (input, expected) => {
    expect(shown(readDate(input, 'vi'))).toBe(expected);
  });

  test('a refusal says what was understood, in the reader\'s language', () => {
    const reading = readDate('31/2/2013', 'en');
    expect(reading.ok ? '' : describeProblem(reading.problem, 'en')).toBe('There is no day 31 in February 2013.');
    const era = readDate('1/7/2556', 'vi');
    expect(era.ok ? '' : describeProblem(era.problem, 'vi')).toContain('2013');
  });

  test('what is written in any style and language is read back', () => {
    fc.assert(fc.property(partial, fc.constantFrom(...langs), fc.constantFrom('long', 'short', 'medium'), (date, lang, style) => {
      fc.pre(date.length > 4 || style !== 'long');
      expect(shown(readDate(formatDate(date, lang, style), lang))).toBe(date);
    }), { numRuns: 2_000 });
  });

  test('no input breaks it, and what is read is a date', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/.\- ]{0,14}$/)), (input) => {
      const reading = readDate(input, 'en');
      expect(reading.ok ? isPartialDate(reading.value) : reading.problem.id).toBeTruthy();
    }), { numRuns: 2_000 });
  });
});

describe('periods', () => {
  test.each([
    ['2019-2021', '2019/2021'], ['2017 – 2019', '2017/2019'], ['giai đoạn 2019 - 2021', '2019/2021'], ['từ 2019 đến 2021', '2019/2021'],
    ['từ năm 2007 đến năm 2026', '2007/2026'], ['1/7/2013 - 30/6/2014', '2013-07-01/2014-06-30'], ['tháng 1/2019 đến tháng 12/2021', '2019-01/2021-12'],
    ['tháng 1 đến tháng 6 năm 2019', '2019-01/2019-06'], ['2021/2023', '2021/2023'], ['2021', '2021'], ['1 July 2013 to 30 June 2014', '2013-07-01/2014-06-30'],
    ['2019-01-01/2021-12-31', '2019-01-01/2021-12-31'], ['from 2019 until 2021', '2019/2021'], ['ແຕ່ 2019 ເຖິງ 2021', '2019/2021'], ['ປີ 2019-2021', '2019/2021'],
  ])('%s is %s', (input, expected) => {
    const reading = readPeriod(input, 'vi');
    expect(reading.ok ? periodText(reading.value) : reading.problem.id).toBe(expected);
  });

  test('an end before its beginning is refused', () => {
    expect(shown(readPeriod('2021-2019', 'vi'))).toBe('text.period-backwards');
    expect(shown(readPeriod('lâu dài', 'vi'))).toBe('text.period-unreadable');
  });

  test('the text form is read back, open ends too', () => {
    fc.assert(fc.property(fc.option(partial), fc.option(partial), (from, to) => {
      fc.pre((from !== null || to !== null) && isPeriod({ from, to }));
      expect(parsePeriod(periodText({ from, to }))).toEqual({ from, to });
    }));
    expect(parsePeriod('2023/2021')).toBeUndefined();
    expect(parsePeriod('../..')).toBeUndefined();
    expect(parsePeriod('2021/2022/2023')).toBeUndefined();
  });

  test('within and overlapping follow days, not digits', () => {
    const plan = { from: '2019', to: '2021' };
    expect(periodWithin({ from: '2019-01-01', to: '2021-12-31' }, plan)).toBe(true);
    expect(periodWithin({ from: '2019', to: '2022-01' }, plan)).toBe(false);
    expect(periodWithin({ from: null, to: '2021' }, plan)).toBe(false);
    expect(periodsOverlap({ from: '2021-12-31', to: null }, plan)).toBe(true);
    expect(periodsOverlap({ from: '2022', to: null }, plan)).toBe(false);
    fc.assert(fc.property(partial, partial, partial, partial, (a, b, c, d) => {
      fc.pre(isPeriod({ from: a, to: b }) && isPeriod({ from: c, to: d }));
      const [x, y] = [{ from: a, to: b }, { from: c, to: d }];
      expect(periodsOverlap(x, y)).toBe(periodsOverlap(y, x));
      expect(!periodWithin(x, y) || periodsOverlap(x, y)).toBe(true);
    }));
  });

  test('a partial date spans its days and sorts by the first', () => {
    expect([String(firstDay('2024-02')), String(lastDay('2024-02'))]).toEqual(['2024-02-01', '2024-02-29']);
    expect(['2013-02', '2013-01-01', '2013', '2013-01'].toSorted(comparePartials)).toEqual(['2013', '2013-01', '2013-01-01', '2013-02']);
    for (const wrong of ['2013-13', '2013-02-30', '213', '2013-1', '2013-01-', '', null, 2013]) expect(isPartialDate(wrong)).toBe(false);
    expect(() => firstDay('2013-02-30')).toThrow(RangeError);
  });
});

describe('showing dates', () => {
  test('each language in its own form', () => {
    expect(langs.map((lang) => formatDate('2013-02-01', lang))).toEqual(['ngày 01 tháng 02 năm 2013', '1 ກຸມພາ 2013', '1 February 2013']);
    expect(langs.map((lang) => formatDate('2013-07-01', lang, 'medium'))).toEqual(['1/7/2013', '1 ກ.ລ. 2013', '1 Jul 2013']);
    expect(langs.map((lang) => formatDate('2013-07-01', lang, 'short'))).toEqual(['01/07/2013', '01/07/2013', '01/07/2013']);
    expect(langs.map((lang) => formatDate('2013-07', lang))).toEqual(['tháng 7 năm 2013', 'ກໍລະກົດ 2013', 'July 2013']);
    expect(formatDate('2013', 'vi')).toBe('2013');
  });

  test('periods, with an open end in words', () => {
    expect(formatPeriod({ from: '2019', to: '2021' }, 'vi')).toBe('2019–2021');
    expect(formatPeriod({ from: '2013-07-01', to: '2014-06-30' }, 'en')).toBe('1 Jul 2013 – 30 Jun 2014');
    expect(langs.map((lang) => formatPeriod({ from: '2019', to: null }, lang))).toEqual(['từ 2019', 'ແຕ່ 2019', 'from 2019']);
    expect(formatPeriod({ from: '2019', to: '2019' }, 'lo')).toBe('2019');
  });

  test('an instant stands on the clock of its reader', () => {
    expect(formatInstant('2026-11-21T18:05:59.999Z', 'vi', 'Asia/Vientiane')).toBe('22/11/2026 01:05');
    expect(formatInstant(Temporal.Instant.from('2026-11-21T18:05:00Z'), 'en', 'UTC', 'long')).toBe('21 November 2026 18:05');
    expect(() => formatInstant('2026-11-21T18:05:00Z', 'en', 'Asia/Nowhere')).toThrow(RangeError);
  });
});
