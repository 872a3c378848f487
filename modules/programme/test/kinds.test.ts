import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasMessage } from '@entente/text';
import { figureProblems, indicator, jointReport, measureProblems, progressReport, reportingPeriod, settlement } from '../src/kinds/index.ts';
import type { Indicator, ProgressReport } from '../src/kinds/index.ts';

const ID = (digit: string) => `${digit.repeat(8)}-0000-8000-8000-000000000000`;
const HASH = 'a'.repeat(64);
const ids = (problems: readonly { readonly id: string; readonly path: readonly (string | number)[] }[] | undefined) => (problems ?? []).map(({ id, path }) => `${id} ${path.join('.')}`);

describe('a figure of people', () => {
  it('holds when women and men make up the value, whatever they are', () => {
    fc.assert(fc.property(fc.nat(), fc.nat(), (women, men) => {
      expect(figureProblems({ value: String(women + men), women: String(women), men: String(men) })).toEqual([]);
      expect(ids(figureProblems({ value: String(women + men + 1), women: String(women), men: String(men) }))).toEqual(['programme-rules.sex-sum value']);
    }));
  });

  it('is exact beyond what a float holds', () => {
    expect(figureProblems({ value: '20000000000000000', women: '9999999999999999', men: '10000000000000001' })).toEqual([]);
    expect(ids(figureProblems({ value: '20000000000000001', women: '9999999999999999', men: '10000000000000001' }))).toEqual(['programme-rules.sex-sum value']);
  });

  it('given one of the two, asks for the other; given a fraction or less than nothing, refuses', () => {
    expect(ids(figureProblems({ value: '3', women: '3' }, ['figures', 0]))).toEqual(['programme-rules.sex-incomplete figures.0.men']);
    expect(ids(figureProblems({ value: '2.5', women: '-1', men: '3.5' }))).toEqual(['programme-rules.people-whole value', 'programme-rules.people-whole women', 'programme-rules.people-whole men']);
  });
});

describe('a figure beside its indicator', () => {
  const measured = (measure: string) => ({ measure });
  it('given an indicator that does not count people, has no women and men', () => {
    expect(ids(measureProblems({ value: '5', women: '2', men: '3' }, measured('count')))).toEqual(['programme-rules.sex-of-things women']);
    expect(ids(measureProblems({ value: '5', women: '2', men: '3' }, measured('people')))).toEqual([]);
  });
  it('given people, is whole; given money, is not negative; given a percentage, is at most a hundred', () => {
    expect(ids(measureProblems({ value: '5.5' }, measured('people')))).toEqual(['programme-rules.people-whole value']);
    expect(ids(measureProblems({ value: '-1' }, measured('money')))).toEqual(['programme-rules.negative value']);
    expect(ids(measureProblems({ value: '100.5' }, measured('percent')))).toEqual(['programme-rules.over-hundred value']);
    expect(ids(measureProblems({ value: '100' }, measured('percent')))).toEqual([]);
  });
});

describe('a progress report', () => {
  const report: ProgressReport = { commitment: ID('1'), period: ID('2'), state: 'under-way', narrative: { vi: 'Đã mở hai khóa.' }, figures: [{ indicator: ID('3'), value: '5', women: '2', men: '3' }] };

  it('given sound figures, has no problem', () => {
    expect(progressReport.shape.safeParse(report).success).toBe(true);
    expect(ids(progressReport.check?.(report))).toEqual([]);
  });
  it('given the same indicator twice and a wrong sum, names both', () => {
    expect(ids(progressReport.check?.({ ...report, figures: [{ indicator: ID('3'), value: '5', women: '2', men: '2' }, { indicator: ID('3'), value: '6' }] })))
      .toEqual(['programme-rules.sex-sum figures.0.value', 'programme-rules.indicator-twice figures.1.indicator']);
  });
  it('given women and men of an indicator of things, is refused at that figure; an indicator not held is not judged', () => {
    const linked = (measure: string) => ({ party: 'VN', linked: () => ({ kind: 'indicator', party: 'VN', standing: 'agreed', content: { measure } }) });
    expect(ids(progressReport.against?.(report, linked('count')))).toEqual(['programme-rules.sex-of-things figures.0.women']);
    expect(ids(progressReport.against?.(report, linked('people')))).toEqual([]);
    expect(ids(progressReport.against?.(report, { party: 'VN', linked: () => undefined }))).toEqual([]);
    expect(ids(settlement.against?.({ ...report, indicator: ID('3'), value: '5', women: '2', men: '3', reports: [] }, linked('money')))).toEqual(['programme-rules.sex-of-things women']);
  });
  it('is called by the first words of its narrative, cut at a space', () => {
    const title = progressReport.title({ ...report, narrative: { vi: 'Mở khóa đào tạo cho cán bộ hai bên. '.repeat(10), lo: 'ສັ້ນ' } }) as Record<string, string>;
    expect(title['lo']).toBe('ສັ້ນ');
    expect(title['vi']?.length).toBeLessThanOrEqual(91);
    expect(title['vi']).toMatch(/^Mở khóa .*\p{L}…$/u);
  });
  it('is put by focal points and coordinators only', () => {
    expect(progressReport.may).toEqual({ put: ['focal-point', 'coordinator'], retire: ['coordinator'] });
  });
});

describe('a reporting period', () => {
  const check = (from: string, to: string) => ids(reportingPeriod.check?.({ name: { vi: 'Kỳ' }, from, to }));
  it('given whole dates in order, has no problem', () => { expect(check('2019-01-01', '2019-01-01')).toEqual([]); });
  it('given an end before its start, or a year alone, says so', () => {
    expect(check('2019-02-01', '2019-01-31')).toEqual(['programme-rules.end-before-start to']);
    expect(check('2019', '2021-12-31')).toEqual(['programme-rules.whole-date from']);
  });
});

describe('the other kinds of programme', () => {
  it('an indicator of money has its currency, and no other has', () => {
    const sound: Indicator = { name: { vi: 'Thiết bị' }, measure: 'money', unit: { vi: 'đồng' }, currency: 'VND', combine: 'sum' };
    const { currency: _currency, ...without } = sound;
    expect(ids(indicator.check?.(sound))).toEqual([]);
    expect(ids(indicator.check?.(without))).toEqual(['programme-rules.money-without-currency currency']);
    expect(ids(indicator.check?.({ ...sound, measure: 'people' }))).toEqual(['programme-rules.currency-of-things currency']);
  });
  it('a settlement settles at least one report, and each once', () => {
    const settled = { commitment: ID('1'), period: ID('2'), indicator: ID('3'), value: '5', reports: [{ record: ID('4'), version: HASH }, { record: ID('4'), version: HASH }] };
    expect(ids(settlement.check?.(settled))).toEqual(['programme-rules.report-twice reports.1']);
    expect(ids(settlement.check?.({ ...settled, reports: [] }))).toEqual(['programme-rules.settles-nothing reports']);
  });
  it('a frozen joint report cites what it stands on; a draft need not yet', () => {
    const report = { title: { vi: 'Báo cáo' }, period: { from: '2019', to: '2021' }, state: 'frozen', cites: [] };
    expect(ids(jointReport.check?.(report))).toEqual(['programme-rules.cites-nothing cites']);
    expect(ids(jointReport.check?.({ ...report, state: 'draft' }))).toEqual([]);
  });
  it('every rule has its message', () => {
    const rules = ['sex-incomplete', 'people-whole', 'sex-sum', 'sex-of-things', 'negative', 'over-hundred', 'money-without-currency', 'currency-of-things', 'whole-date', 'end-before-start', 'indicator-twice', 'settles-nothing', 'report-twice', 'cites-nothing',
      'number-twice', 'number-unknown', 'sum', 'sum-currencies', 'indicator-unnamed', 'office-ended', 'commitment-retired', 'plan-retired', 'previous-later', 'outside-plan',
      'activity-retired', 'other-type', 'reason-needed', 'who-unnamed', 'transaction-retired', 'own-receipt', 'received-before', 'same-currency', 'rate-positive'];
    expect(rules.filter((rule) => !hasMessage(`programme-rules.${rule}`))).toEqual([]);
  });
});
