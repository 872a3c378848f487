import type { LanguageTag } from '@entente/text';
import { formatNumber } from '@entente/text';
import type { StateMark, Table } from '../model/document.ts';
import type { Drawn } from './bars.ts';
import { drawing, INK, legend, QUIET, WIDTH, wrap, write, writeLines } from './ink.ts';

export interface Multiples {
  readonly lang: LanguageTag;
  /** What the panels are: heads the data table. */
  readonly heading: string;
  readonly states: readonly StateMark[];
  /** One number of things for each state. */
  readonly panels: readonly { readonly label: string; readonly counts: readonly number[] }[];
  readonly total: string;
}

const PER_LINE = 4;
const GAP = 18;
const SQUARE = 9;
const STEP = 12;
const PANEL = (WIDTH - (PER_LINE - 1) * GAP) / PER_LINE;
const PER_ROW = Math.floor(PANEL / STEP);

/** One square a thing, in a small panel a theme: how much there is, and how it stands, at one glance. */
export function multiples(chart: Multiples): Drawn {
  const key = legend(chart.states.map(({ label, shape }) => ({ label, draw: (x, y) => square(x, y + 1, shape) })), 0);
  const parts = [key.svg];
  let y = key.height + 14;
  for (let first = 0; first < chart.panels.length; first += PER_LINE) {
    const drawn = chart.panels.slice(first, first + PER_LINE).map((panel, index) => drawPanel(chart, panel, index * (PANEL + GAP), y));
    parts.push(...drawn.map(({ svg }) => svg));
    y += Math.max(...drawn.map(({ height }) => height)) + 20;
  }
  return { svg: drawing(y - 8, parts), data: dataOf(chart) };
}

function drawPanel(chart: Multiples, panel: Multiples['panels'][number], x: number, y: number): { svg: string; height: number } {
  const sum = panel.counts.reduce((all, count) => all + count, 0);
  const lines = wrap(panel.label, PANEL - 26);
  const step = lines.some((each) => /[\u0E80-\u0EFF]/.test(each)) ? 17 : 14;
  const head = writeLines(x, y, lines, { weight: 600 }) + write(x + PANEL, y, formatNumber(sum, chart.lang), { anchor: 'end', fill: QUIET });
  const top = y + (lines.length - 1) * step + 8;
  const shapes = panel.counts.flatMap((count, state) => Array.from({ length: count }, () => chart.states[state]?.shape ?? 'none'));
  const squares = shapes.map((shape, index) => square(x + (index % PER_ROW) * STEP, top + Math.floor(index / PER_ROW) * STEP, shape));
  return { svg: head + squares.join(''), height: top - y + Math.max(1, Math.ceil(sum / PER_ROW)) * STEP };
}

/** Full, half, barred and dashed: told apart without colour. */
function square(x: number, y: number, shape: StateMark['shape']): string {
  const frame = (extra: string): string => `<rect x="${x + 0.6}" y="${y + 0.6}" width="${SQUARE - 1.2}" height="${SQUARE - 1.2}" ${extra}/>`;
  if (shape === 'done') return frame(`fill="${INK}" stroke="${INK}" stroke-width="1.2"`);
  if (shape === 'none') return frame(`fill="none" stroke="${QUIET}" stroke-width="0.9" stroke-dasharray="1.6 1.4"`);
  const outline = frame(`fill="#ffffff" stroke="${INK}" stroke-width="1.2"`);
  if (shape === 'running') return `${outline}<path d="M${x} ${y + SQUARE}v-${SQUARE}l${SQUARE} ${SQUARE}z" fill="${INK}"/>`;
  return `${outline}<path d="M${x + SQUARE / 2} ${y + 2}v3.2M${x + SQUARE / 2} ${y + 6.2}v1.2" stroke="${INK}" stroke-width="1.5"/>`;
}

function dataOf(chart: Multiples): Table {
  const amount = (value: number): string => formatNumber(value, chart.lang);
  return {
    kind: 'table', compact: true,
    columns: [{ label: chart.heading, width: 2.4 }, ...chart.states.map(({ label }) => ({ label, numeric: true })), { label: chart.total, numeric: true }],
    rows: chart.panels.map(({ label, counts }) => ({
      cells: [label, ...chart.states.map((_, state) => amount(counts[state] ?? 0)), amount(counts.reduce((sum, count) => sum + count, 0))],
    })),
  };
}
