import { addDecimals, compareDecimals, formatNumber, sumDecimals } from '@entente/text';
import type { Decimal, LanguageTag } from '@entente/text';
import type { Table } from '../model/document.ts';
import { drawing, fills, INK, legend, line, QUIET, rectangle, WIDTH, wrap, write, writeLines } from './ink.ts';

export interface Series {
  readonly label: string;
  /** `#rrggbb`; a party's colour where the series is a party's. */
  readonly colour: string;
  /** One decimal string for each category; null where nothing was reported, which is not nought. */
  readonly values: readonly (Decimal | null)[];
}

export interface Bars {
  readonly lang: LanguageTag;
  /** What the categories are: heads the data table. */
  readonly heading: string;
  readonly unit?: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
  /** One bar a category with the series end to end, instead of one bar a series. */
  readonly stacked?: boolean;
  /** Printed where a value is null. */
  readonly missing: string;
}

/** A picture and the figures behind it. */
export interface Drawn {
  readonly svg: string;
  readonly data: Table;
}

const LABELS = 190;
const VALUES = 64;
const BAR = 11;
const TOP = 6;

const decimalsOf = (chart: Bars): number => Math.max(0, ...chart.series.flatMap(({ values }) => values.map((value) => value?.split('.')[1]?.length ?? 0)));

/** Horizontal bars, grouped by party or stacked, each with its value beside it. Values are not negative. */
export function bars(chart: Bars): Drawn {
  const places = decimalsOf(chart);
  const top = largest(chart);
  const scale = (value: Decimal): number => (top === '0' ? 0 : (Number(value) / Number(top)) * (WIDTH - LABELS - VALUES));
  const parts: string[] = [];
  const key = legend(chart.series.map(({ label, colour }, index) => ({ label, draw: (x, y) => rectangle(x, y, 11, 11, colour, fills[index % fills.length] ?? 'solid') })), 0);
  let y = key.height + TOP;
  const start = y;
  for (const [index, category] of chart.categories.entries()) {
    const lines = wrap(category, LABELS - 14);
    const inked = chart.stacked ? stackedBar(chart, index, y, scale, places) : groupedBars(chart, index, y, scale, places);
    const step = lines.some((each) => /[\u0E80-\u0EFF]/.test(each)) ? 16.8 : 13.7;
    parts.push(inked.svg, writeLines(LABELS - 12, y + Math.max(9, (inked.height - (lines.length - 1) * step) / 2 + 3.5), lines, { anchor: 'end' }));
    y += Math.max(inked.height, lines.length * step) + 9;
  }
  parts.push(line(LABELS, start - 4, LABELS, y - 5, INK, 0.8));
  return { svg: drawing(y, [key.svg, ...parts]), data: dataOf(chart, places) };
}

function largest(chart: Bars): Decimal {
  const candidates = chart.stacked
    ? chart.categories.map((_, index) => sumDecimals(chart.series.map(({ values }) => values[index] ?? '0')))
    : chart.series.flatMap(({ values }) => values.map((value) => value ?? '0'));
  return candidates.reduce((most, value) => (compareDecimals(value, most) > 0 ? value : most), '0');
}

interface Inked {
  readonly svg: string;
  readonly height: number;
}

function groupedBars(chart: Bars, index: number, y: number, scale: (value: Decimal) => number, places: number): Inked {
  const rows = chart.series.map(({ values, colour }, series) => {
    const value = values[index] ?? null;
    const at = y + series * (BAR + 2);
    if (value === null) return write(LABELS + 5, at + 9, chart.missing, { size: 9.5, fill: QUIET });
    const width = Math.max(scale(value), 1);
    const amount = write(LABELS + width + 5, at + 9.3, formatNumber(value, chart.lang, places), { size: 10 });
    return rectangle(LABELS, at, width, BAR, colour, fills[series % fills.length] ?? 'solid') + amount;
  });
  return { svg: rows.join(''), height: chart.series.length * (BAR + 2) };
}

function stackedBar(chart: Bars, index: number, y: number, scale: (value: Decimal) => number, places: number): Inked {
  let sum: Decimal = '0';
  let svg = '';
  const height = BAR + 5;
  for (const [series, { values, colour }] of chart.series.entries()) {
    const value = values[index] ?? '0';
    const from = scale(sum);
    sum = addDecimals(sum, value);
    if (scale(sum) - from > 0) svg += rectangle(LABELS + from, y, scale(sum) - from, height, colour, fills[series % fills.length] ?? 'solid');
  }
  const known = chart.series.some(({ values }) => (values[index] ?? null) !== null);
  const amount = known ? formatNumber(sum, chart.lang, places) : chart.missing;
  return { svg: svg + write(LABELS + scale(sum) + 5, y + 11.5, amount, { size: 10, ...(known ? {} : { fill: QUIET }) }), height };
}

function dataOf(chart: Bars, places: number): Table {
  const unit = chart.unit === undefined ? '' : ` (${chart.unit})`;
  return {
    kind: 'table', compact: true,
    columns: [{ label: chart.heading, width: 2.4 }, ...chart.series.map(({ label }) => ({ label: label + unit, numeric: true }))],
    rows: chart.categories.map((category, index) => ({
      cells: [category, ...chart.series.map(({ values }) => {
        const value = values[index] ?? null;
        return value === null ? chart.missing : formatNumber(value, chart.lang, places);
      })],
    })),
  };
}

