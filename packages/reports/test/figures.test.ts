import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bars, multiples, timeline } from '../src/index.ts';
import type { Bars } from '../src/index.ts';
import { outlined, rasterise } from '../src/figures/raster.ts';
import { wrap } from '../src/figures/ink.ts';
import { isPicture, viewBoxOf } from '../src/model/picture.ts';
import { assertWellFormed } from './xml.ts';

const chart: Bars = {
  lang: 'vi', heading: 'Lĩnh vực', unit: 'người', missing: 'chưa báo cáo', categories: ['Đào tạo', 'ແຮງງານ'],
  series: [{ label: 'Việt Nam', colour: '#a8201a', values: ['1200', '0'] }, { label: 'Lào', colour: '#1d4b96', values: ['900.5', null] }],
};
const wordsIn = (svg: string): string[] => Array.from(svg.matchAll(/<text[^>]*>([^<]*)</g), ([, text]) => text ?? '');

describe('bars', () => {
  it('say their figures in the reader’s way, and not reported where nothing was', () => {
    const { svg, data } = bars(chart);
    expect(wordsIn(svg)).toEqual(expect.arrayContaining(['1.200,0', '900,5', '0,0', 'chưa báo cáo']));
    expect(data.rows.map(({ cells }) => cells)).toEqual([['Đào tạo', '1.200,0', '900,5'], ['ແຮງງານ', '0,0', 'chưa báo cáo']]);
  });

  it('tell the series apart without colour', () => {
    const grey = bars({ ...chart, series: chart.series.map((each) => ({ ...each, colour: '#777777' })) }).svg;
    const shapes = Array.from(grey.matchAll(/<rect[^>]*fill="([^"]*)"/g), ([, fill]) => fill);
    expect(new Set(shapes)).toEqual(new Set(['#777777', '#ffffff']));
    expect(grey).toContain('<path');
  });

  it('stack to the sum, exactly', () => {
    const stacked = bars({ ...chart, stacked: true, series: [{ label: 'a', colour: '#000000', values: ['0.1', '1'] }, { label: 'b', colour: '#000000', values: ['0.2', '2'] }] });
    expect(wordsIn(stacked.svg)).toContain('0,3');
  });
});

describe('every figure', () => {
  const drawn = [
    bars(chart),
    multiples({ lang: 'lo', heading: 'h', total: 't', states: [{ shape: 'done', label: 'a' }, { shape: 'late', label: 'b' }], panels: [{ label: 'ຝຶກອົບຮົມພະນັກງານ', counts: [30, 2] }, { label: '<&>', counts: [0, 0] }] }),
    timeline({ lang: 'en', dateHeading: 'd', eventHeading: 'e', events: [{ date: '2013-07-01', label: 'An agreement' }, { date: '2013', label: 'A "meeting"', shape: 'ring' }, { date: '2025-11', label: 'z' }] }),
  ];

  it('is a self-contained picture of its own size, well-formed', () => {
    for (const { svg } of drawn) {
      assertWellFormed(svg, 'figure');
      expect(isPicture(svg)).toBe(true);
      expect(viewBoxOf(svg)?.width).toBe(640);
    }
  });

  it('becomes a PNG with the shipped fonts', () => {
    for (const { svg } of drawn) expect(Array.from(rasterise(svg, 300).subarray(1, 4))).toEqual([0x50, 0x4e, 0x47]);
  });

  it('has its figures as a table too', () => {
    for (const { data } of drawn) expect(data.rows.length).toBeGreaterThan(1);
  });
});

it('labels wrap between words and lose none', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('hội', 'nghị', 'ກອງປະຊຸມ', 'a', 'việc làm'), { minLength: 1, maxLength: 12 }), (words) => {
    const text = words.join(' ');
    expect(wrap(text, 60).join(' ').replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
  }));
});

it('Lao in a figure is drawn whole, whatever stands beside it', () => {
  const event = (label: string): string => timeline({ lang: 'lo', dateHeading: 'd', eventHeading: 'e', events: [{ date: '2020', label }] }).svg;
  const inked = (label: string): number => outlined(event(label)).match(/[MLQC] /g)?.length ?? 0;
  // A comma between Lao words once made the rasteriser drop the words.
  expect(inked('ພິເສດ, ຂໍ້')).toBeGreaterThan(inked('ພິເສດ'));
});
