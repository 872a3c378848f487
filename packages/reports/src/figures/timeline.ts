import { comparePartials, firstDay, formatDate } from '@entente/text';
import type { LanguageTag, PartialDate } from '@entente/text';
import type { Table } from '../model/document.ts';
import type { Drawn } from './bars.ts';
import { drawing, HAIR, INK, line, QUIET, WIDTH, widthOf, wrap, write, writeLines } from './ink.ts';

export interface TimelineEvent {
  readonly date: PartialDate;
  readonly label: string;
  /** A full disc for what bound the parties (instruments), a ring for what brought them together (meetings). */
  readonly shape?: 'disc' | 'ring';
}

export interface Timeline {
  readonly lang: LanguageTag;
  /** Heads of the data table. */
  readonly dateHeading: string;
  readonly eventHeading: string;
  readonly events: readonly TimelineEvent[];
}

const SIZE = 9.5;
const ROOM = 112;
const MARGIN = 8;

interface Placed {
  readonly event: TimelineEvent;
  readonly x: number;
  readonly left: number;
  readonly width: number;
  readonly lines: readonly string[];
  readonly lane: number;
}

/** Events on an axis of years, labels in lanes above it so that none covers another. */
export function timeline(chart: Timeline): Drawn {
  const events = chart.events.toSorted((a, b) => comparePartials(a.date, b.date));
  const placed = place(events);
  const step = /[\u0E80-\u0EFF]/.test(events.map(({ label }) => label).join('')) ? 15.2 : 12.4;
  const laneHeights = heights(placed, step);
  const axis = laneHeights.reduce((sum, height) => sum + height, 0) + 14;
  const bottomOf = (lane: number): number => axis - 14 - laneHeights.slice(0, lane).reduce((sum, height) => sum + height, 0);
  const labels = placed.map(({ left, lines, lane, x, event }) => {
    const top = bottomOf(lane) - lines.length * step + 3;
    // A label flies from its stem like a flag, but for one pushed in from the right edge.
    const stemTop = left > x ? top - SIZE * 0.8 : bottomOf(lane) - 1;
    return line(x, stemTop, x, axis, HAIR, 0.8) + writeLines(left, top, lines, { size: SIZE }) + dot(x, axis, event.shape ?? 'disc');
  });
  return { svg: drawing(axis + 26, [line(MARGIN, axis, WIDTH - MARGIN, axis, INK, 1), ...years(events, axis), ...labels]), data: dataOf(chart, events) };
}

function span(events: readonly TimelineEvent[]): { readonly first: number; readonly last: number } {
  const all = events.map(({ date }) => firstDay(date).year);
  return { first: Math.min(...all), last: Math.max(...all) + 1 };
}

function position(date: PartialDate, { first, last }: ReturnType<typeof span>): number {
  const day = firstDay(date);
  const year = day.year + (day.dayOfYear - 1) / day.daysInYear;
  return MARGIN + ((year - first) / (last - first)) * (WIDTH - 2 * MARGIN);
}

/** Each label goes into the lowest lane where it and its stem cover nothing. */
function place(events: readonly TimelineEvent[]): readonly Placed[] {
  const extent = span(events);
  const placed: Placed[] = [];
  for (const event of events.toReversed()) {
    const x = position(event.date, extent);
    const lines = wrap(event.label, ROOM, SIZE);
    const width = Math.max(...lines.map((each) => widthOf(each, SIZE))) * 1.04;
    const left = Math.min(x + 4, WIDTH - 4 - width);
    const covers = (other: Placed, lane: number): boolean => other.lane === lane
      ? left < other.left + other.width + 8 && other.left < left + width + 8
      : other.lane > lane && left < other.x && other.x < left + width + 4;
    const blocked = (lane: number): boolean => placed.some((other) => covers(other, lane));
    let lane = 0;
    while (blocked(lane)) lane += 1;
    placed.push({ event, x, left, width, lines, lane });
  }
  return placed;
}

function heights(placed: readonly Placed[], step: number): readonly number[] {
  const lanes = Math.max(0, ...placed.map(({ lane }) => lane)) + 1;
  return Array.from({ length: lanes }, (_, lane) => Math.max(...placed.filter((each) => each.lane === lane).map(({ lines }) => lines.length)) * step + 8);
}

function years(events: readonly TimelineEvent[], axis: number): readonly string[] {
  const extent = span(events);
  const every = Math.max(1, Math.ceil((extent.last - extent.first) / 14));
  const marks: string[] = [];
  for (let year = extent.first; year < extent.last; year += every) {
    const x = position(String(year).padStart(4, '0'), extent);
    marks.push(line(x, axis, x, axis + 5, INK, 0.8), write(x + 2, axis + 17, String(year), { size: 9.5, fill: QUIET }));
  }
  return marks;
}

const dot = (x: number, y: number, shape: 'disc' | 'ring'): string =>
  `<circle cx="${Math.round(x * 100) / 100}" cy="${y}" r="3.6" fill="${shape === 'disc' ? INK : '#ffffff'}" stroke="${INK}" stroke-width="1.4"/>`;

function dataOf(chart: Timeline, events: readonly TimelineEvent[]): Table {
  return {
    kind: 'table', compact: true,
    columns: [{ label: chart.dateHeading }, { label: chart.eventHeading, width: 3.2 }],
    rows: events.map(({ date, label }) => ({ cells: [formatDate(date, chart.lang), label] })),
  };
}
