import type { ComponentChildren, VNode } from 'preact';
import { useReader } from '../reading.tsx';
import { useJointName, useWords } from '../words.ts';
import { ChartFigure } from './ChartFigure.tsx';

export interface SpineEvent {
  readonly key: string;
  /** Partial ISO date: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string;
  /** The date in the reader's words. */
  readonly when: string;
  readonly label: string;
  /** A few letters in the mark: the ordinal of a conference. */
  readonly mark?: string;
  /** Host or author: a party id, or `joint`. */
  readonly who: string;
  readonly href?: string;
  /** Round marks for meetings, on the line and labelled; square ones for texts, under it. */
  readonly shape?: 'round' | 'square';
}

/** Events of the list on a phone that stand open. */
const OPEN = 8;

/** Events over the years: a line with marks on a laptop, a list down the page on a phone, newest first. */
export function TimeSpine({ title, titleHidden = false, events, from, to, shapes }: {
  readonly title: string;
  readonly titleHidden?: boolean;
  readonly events: readonly SpineEvent[];
  readonly from: number;
  readonly to: number;
  /** What the two marks stand for. */
  readonly shapes?: { readonly round: string; readonly square: string };
}): VNode {
  const w = useWords();
  const joint = useJointName();
  const { parties } = useReader();
  const name = (who: string): string => (who === 'joint' ? joint : parties.find((p) => p.id === who)?.name ?? who);
  const inOrder = events.toSorted((a, b) => yearOf(a.date) - yearOf(b.date));
  const data = { head: [w('what'), w('when'), w('who')], rows: inOrder.map((e) => [e.href ? <a href={e.href}>{e.label}</a> : e.label, e.when, name(e.who)]) };
  const newest = inOrder.toReversed();
  const legend = shapes && <><span><Key shape="round" />{shapes.round}</span><span><Key shape="square" />{shapes.square}</span></>;
  return (
    <ChartFigure title={title} titleHidden={titleHidden} data={data} legend={legend}>
      <Line events={inOrder} from={from} to={to} title={title} />
      <div class="spine-list">
        <List events={newest.slice(0, OPEN)} />
        {newest.length > OPEN && <details class="more-items"><summary>{w('more-options', { count: newest.length - OPEN })}</summary><List events={newest.slice(OPEN)} /></details>}
      </div>
    </ChartFigure>
  );
}

function Key({ shape }: { readonly shape: 'round' | 'square' }): VNode {
  return <svg class="key event" width="14" height="14" aria-hidden="true">{shape === 'round' ? <circle cx="7" cy="7" r="5.5" /> : <rect x="2" y="2" width="10" height="10" />}</svg>;
}

function List({ events }: { readonly events: readonly SpineEvent[] }): VNode {
  return (
    <ol>
      {events.map((e) => (
        <li key={e.key} data-party={e.who === 'joint' ? undefined : e.who} class={e.shape ?? 'round'}>
          <span class="num">{e.when}</span> {e.mark && `${e.mark} · `}{e.href ? <a href={e.href}>{e.label}</a> : e.label}
        </li>
      ))}
    </ol>
  );
}

const WIDTH = 980;
/** The line, the first row of squares under it, and the room a square takes. */
const [AXIS, SQUARES, SQUARE] = [66, 84, 15] as const;

/** Place of a partial date on the line, in years with a fraction; a bare year stands in its middle. */
function yearOf(date: string): number {
  const [year = '0', month, day] = date.split('-');
  return Number(year) + (month === undefined ? 0.5 : (Number(month) - 1 + (day === undefined ? 0.5 : Number(day) / 31)) / 12);
}

/** Lanes of labels: on both sides of the line, or only above it where something stands under it. */
const [LANES, ABOVE] = [[40, 96, 22, 114], [40, 22, 4]] as const;

/** Which lane each label stands in without touching another; undefined where there is no room (the list and the table still name it). */
export function lanesFor(labels: readonly { readonly x: number; readonly text: string }[], lanes: readonly number[] = LANES): (number | undefined)[] {
  const ends = lanes.map(() => -Infinity);
  const all = lanes.map((_, at) => at);
  return labels.map(({ x, text }, i) => {
    const half = text.length * 3.4 + 6;
    const left = Math.min(Math.max(0, x - half), WIDTH - 2 * half);
    // Neighbours stand in different lanes where both sides are free.
    const order = lanes === LANES && i % 2 === 1 ? [1, 0, 3, 2] : all;
    const lane = order.find((at) => (ends[at] ?? 0) <= left);
    if (lane === undefined) return undefined;
    ends[lane] = left + 2 * half;
    return lanes[lane];
  });
}

/** The row of each square, so that those of one time stand under each other. */
export function rowsFor(places: readonly number[]): number[] {
  const ends: number[] = [];
  return places.map((x) => {
    const free = ends.findIndex((end) => end <= x);
    const row = free < 0 ? ends.length : free;
    ends[row] = x + SQUARE;
    return row;
  });
}

function Line({ events, from, to, title }: { readonly events: readonly SpineEvent[]; readonly from: number; readonly to: number; readonly title: string }): VNode {
  const x = (year: number): number => Math.round(10 + ((year - from) / (to - from)) * (WIDTH - 20));
  const years = Array.from({ length: to - from }, (_, i) => from + i);
  const placed = events.map((event) => ({ event, x: x(yearOf(event.date)) }));
  const [texts, meetings] = [placed.filter(({ event }) => event.shape === 'square'), placed.filter(({ event }) => event.shape !== 'square')];
  const lanes = lanesFor(meetings.map((m) => ({ x: m.x, text: m.event.label })), texts.length > 0 ? ABOVE : LANES);
  const rows = rowsFor(texts.map((text) => text.x));
  const bottom = texts.length > 0 ? SQUARES + (Math.max(...rows) + 1) * SQUARE + 12 : 138;
  return (
    <svg class="spine" viewBox={`0 -10 ${WIDTH} ${bottom + 14}`} role="group" aria-label={title}>
      <path class="axis" d={`M10 ${AXIS}H${WIDTH - 10}`} />
      {years.map((y) => <g key={y}><path class="tick" d={`M${x(y)} ${AXIS - 4}v8`} /><text class="year" x={x(y) + 3} y={bottom}>{y}</text></g>)}
      {meetings.map((m, i) => <Meeting key={m.event.key} event={m.event} x={m.x} labelY={lanes[i]} />)}
      {texts.map((t, i) => <Mark key={t.event.key} event={t.event}><rect x={t.x - 6} y={SQUARES + (rows[i] ?? 0) * SQUARE} width={11} height={11} /></Mark>)}
    </svg>
  );
}

function Meeting({ event, x, labelY }: { readonly event: SpineEvent; readonly x: number; readonly labelY: number | undefined }): VNode {
  const half = event.label.length * 3.4;
  const anchor = x < half ? 'start' : x > WIDTH - half ? 'end' : 'middle';
  const at = anchor === 'start' ? 0 : anchor === 'end' ? WIDTH : x;
  return (
    <Mark event={event}>
      <circle cx={x} cy={AXIS} r={9} />
      {event.mark && <text class="mark" x={x} y={AXIS + 4} text-anchor="middle">{event.mark}</text>}
      {labelY !== undefined && <text x={at} y={labelY} text-anchor={anchor}>{event.label}</text>}
    </Mark>
  );
}

/** One event: what is drawn of it, its name for a pointer and a screen reader, and the way to it. */
function Mark({ event, children }: { readonly event: SpineEvent; readonly children: ComponentChildren }): VNode {
  const body = (
    <g class="event" data-party={event.who === 'joint' ? undefined : event.who}>
      <title>{`${event.when} · ${event.label}`}</title>
      {children}
    </g>
  );
  return event.href ? <a href={event.href}>{body}</a> : body;
}
