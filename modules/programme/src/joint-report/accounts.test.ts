import { describe, expect, it } from 'vitest';
import { accountsOf, totalsOf } from './accounts.ts';
import { choosePeriods, combineFigures, figuresDiffer } from './combine.ts';
import type { Corpus, Entry } from './corpus.ts';

const span = { from: '2019-01-01', to: '2021-12-31' };
const year = (record: string, from: string, to: string) => ({ record, from, to });

describe('which periods a joint report counts', () => {
  const whole = year('whole', '2019-01-01', '2021-12-31');
  const half = year('half', '2019-01-01', '2019-06-30');
  const before = year('before', '2018-07-01', '2019-06-30');
  it('counts periods wholly inside and lists those that overlap the edge', () => {
    expect(choosePeriods([before, half], span)).toEqual({ inside: [half], listed: [before] });
  });
  it('counts the longer of two that overlap each other, never both', () => {
    expect(choosePeriods([half, whole], span)).toEqual({ inside: [whole], listed: [half] });
  });
  it('leaves out what does not touch the span', () => {
    expect(choosePeriods([year('later', '2022-01-01', '2022-12-31')], span)).toEqual({ inside: [], listed: [] });
  });
});

describe('figures over several periods', () => {
  it('are added exactly, women and men only when every period gives them', () => {
    expect(combineFigures([{ value: '0.1' }, { value: '0.2' }], 'sum')).toEqual({ value: '0.3' });
    expect(combineFigures([{ value: '5', women: '2', men: '3' }, { value: '4', women: '1', men: '3' }], 'sum')).toEqual({ value: '9', women: '3', men: '6' });
    expect(combineFigures([{ value: '5', women: '2', men: '3' }, { value: '4' }], 'sum')).toEqual({ value: '9' });
  });
  it('keep the latest where adding would mean nothing, and give nothing where they may not be combined', () => {
    expect(combineFigures([{ value: '50' }, { value: '60' }], 'latest')).toEqual({ value: '60' });
    expect(combineFigures([{ value: '50' }, { value: '60' }], 'none')).toBeNull();
    expect(combineFigures([], 'sum')).toBeNull();
  });
  it('differ when both sides say something else; silence does not differ, nor does 1.0 from 1', () => {
    expect(figuresDiffer([{ value: '640000000' }, { value: '612500000' }])).toBe(true);
    expect(figuresDiffer([{ value: '14', women: '5', men: '9' }, { value: '14', women: '6', men: '8' }])).toBe(true);
    expect(figuresDiffer([{ value: '14' }, null])).toBe(false);
    expect(figuresDiffer([{ value: '1.0' }, { value: '1' }])).toBe(false);
  });
});

const entry = <C>(record: string, party: string, content: C): Entry<C> =>
  ({ record, kind: 'x', version: 'v', party, standing: 'agreed', content, translations: {} });
const report = (record: string, party: string, period: string, state: string, value?: string) => entry(record, party, {
  commitment: 'c1', period, state, narrative: { vi: 'đã làm' }, ...(value === undefined ? {} : { figures: [{ indicator: 'i1', value }] }),
});
const corpus = (reports: Corpus['reports'], settlements: Corpus['settlements'] = []): Corpus => ({
  commitments: [entry('c1', 'VN', { text: { vi: 'Đào tạo' }, themes: ['vocational'] })], instruments: [], meetings: [], offices: [], translations: [], reports, settlements,
  indicators: [entry('i1', 'VN', { name: { vi: 'Người' }, measure: 'people', unit: { vi: 'người' }, combine: 'sum' })],
  periods: [entry('p1', 'VN', { name: { vi: 'P1' }, from: '2019-01-01', to: '2019-12-31' }), entry('p2', 'VN', { name: { vi: 'P2' }, from: '2020-01-01', to: '2020-12-31' })],
});
const settled = (period: string, value: string) => entry(`s${period}`, 'VN', { commitment: 'c1', period, indicator: 'i1', value, reports: [{ record: 'r', version: 'v' }] });

describe('the account of a commitment', () => {
  it('sums each side over the counted periods and says where they differ', () => {
    const [account] = accountsOf(corpus([report('a', 'VN', 'p1', 'under-way', '10'), report('b', 'VN', 'p2', 'done', '5'), report('c', 'LA', 'p1', 'done', '12')]), span, ['VN', 'LA']).commitments;
    expect(account?.lines[0]).toMatchObject({ said: { VN: { value: '15' }, LA: { value: '12' } }, differs: true, settled: null, partlySettled: false });
    expect(account?.state).toBe('done');
  });
  it('gives a settled figure only when every reported period is settled', () => {
    const reports = [report('a', 'VN', 'p1', 'done', '10'), report('b', 'VN', 'p2', 'done', '5')];
    expect(accountsOf(corpus(reports, [settled('p1', '10')]), span, ['VN', 'LA']).commitments[0]?.lines[0]).toMatchObject({ settled: null, partlySettled: true });
    expect(accountsOf(corpus(reports, [settled('p1', '10'), settled('p2', '4')]), span, ['VN', 'LA']).commitments[0]?.lines[0]).toMatchObject({ settled: { value: '14' } });
  });
  it('is done only when every side says so', () => {
    const state = (reports: Corpus['reports']) => accountsOf(corpus(reports), span, ['VN', 'LA']).commitments[0]?.state;
    expect(state([])).toBe('not-reported');
    expect(state([report('a', 'VN', 'p1', 'done')])).toBe('under-way');
    expect(state([report('a', 'VN', 'p1', 'done'), report('b', 'LA', 'p1', 'stuck')])).toBe('stuck');
  });
  it('gives a settled total only where every figure in it is settled', () => {
    const total = (settlements: Corpus['settlements']) => {
      const one = corpus([report('a', 'VN', 'p1', 'done', '10'), { ...report('b', 'VN', 'p1', 'done', '5'), content: { ...report('b', 'VN', 'p1', 'done', '5').content, commitment: 'c2' } }], settlements);
      const two = { ...one, commitments: [...one.commitments, { ...one.commitments[0]!, record: 'c2' }] };
      return totalsOf(accountsOf(two, span, ['VN', 'LA']), ['VN', 'LA'])[0];
    };
    const other = { ...settled('p1', '5'), content: { ...settled('p1', '5').content, commitment: 'c2' } };
    expect(total([settled('p1', '10')])).toMatchObject({ said: { VN: '15', LA: null }, settled: null });
    expect(total([settled('p1', '10'), other])).toMatchObject({ settled: '15' });
  });
});
