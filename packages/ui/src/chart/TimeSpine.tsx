import type { VNode } from 'preact';
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
  /** Round marks for meetings, square ones for texts. */
  readonly shape?: 'round' | 'square';
}

/** Events over the years: a line with marks on a laptop, a list down the page on a phone. */
export function TimeSpine({ title, titleHidden = false, events, from, to }: {
  readonly title: string;
  readonly titleHidden?: boolean;
  readonly events: readonly SpineEvent[];
  readonly from: number;
  readonly to: number;
}): VNode {
  const w = useWords();
  const joint = useJointName();
  const { parties } = useReader();
  const name = (who: string): string => (who === 'joint' ? joint : parties.find((p) => p.id === who)?.name ?? who);
  const data = { head: [w('when'), w('what'), w('who')], rows: events.map((e) => [e.when, e.href ? <a href={e.href}>{e.label}</a> : e.label, name(e.who)]) };
  return (
    <ChartFigure title={title} titleHidden={titleHidden} data={data}>
      <Line events={events} from={from} to={to} title={title} />
      <ol class="spine-list">
        {events.map((e) => (
          <li key={e.key} data-party={e.who === 'joint' ? undefined : e.who} class={e.shape ?? 'round'}>
            <span class="num">{e.when}</span> {e.href ? <a href={e.href}>{e.label}</a> : e.label}
          </li>
        ))}
      </ol>
    </ChartFigure>
  );
}

const WIDTH = 980;

/** Place of a partial date on the line, in years with a fraction; a bare year stands in its middle. */
function yearOf(date: string): number {
  const [year = '0', month, day] = date.split('-');
  return Number(year) + (month === undefined ? 0.5 : (Number(month) - 1 + (day === undefined ? 0.5 : Number(day) / 31)) / 12);
}

const LANES = [40, 96, 22, 114] as const;

/** Which lane each label stands in without touching another; undefined where there is no room (the list and the table still name it). */
export function lanesFor(labels: readonly { readonly x: number; readonly text: string }[]): (number | undefined)[] {
  const ends = LANES.map(() => -Infinity);
  return labels.map(({ x, text }, i) => {
    const half = text.length * 3.4 + 6;
    const left = Math.min(Math.max(0, x - half), WIDTH - 2 * half);
    const order = i % 2 === 0 ? [0, 1, 2, 3] : [1, 0, 3, 2];
    const lane = order.find((at) => (ends[at] ?? 0) <= left);
    if (lane === undefined) return undefined;
    ends[lane] = left + 2 * half;
    return LANES[lane];
  });
}

function Line({ events, from, to, title }: { readonly events: readonly SpineEvent[]; readonly from: number; readonly to: number; readonly title: string }): VNode {
  const x = (year: number): number => Math.round(10 + ((year - from) / (to - from)) * (WIDTH - 20));
  const years = Array.from({ length: to - from }, (_, i) => from + i);
  const inOrder = events.map((event) => ({ event, x: x(yearOf(event.date)) })).toSorted((a, b) => a.x - b.x);
  const lanes = lanesFor(inOrder.map((m) => ({ x: m.x, text: m.event.label })));
  return (
    <svg class="spine" viewBox={`0 0 ${WIDTH} 142`} role="group" aria-label={title}>
      <path class="axis" d={`M10 66H${WIDTH - 10}`} />
      {years.map((y) => <g key={y}><path class="tick" d={`M${x(y)} 62v8`} /><text class="year" x={x(y) + 3} y={138}>{y}</text></g>)}
      {inOrder.map((m, i) => <Mark key={m.event.key} event={m.event} x={m.x} labelY={lanes[i]} />)}
    </svg>
  );
}

function Mark({ event, x, labelY }: { readonly event: SpineEvent; readonly x: number; readonly labelY: number | undefined }): VNode {
  const half = event.label.length * 3.4;
  const anchor = x < half ? 'start' : x > WIDTH - half ? 'end' : 'middle';
  const at = anchor === 'start' ? 0 : anchor === 'end' ? WIDTH : x;
  const body = (
    <g class="event" data-party={event.who === 'joint' ? undefined : event.who}>
      <title>{`${event.when} · ${event.label}`}</title>
      {event.shape === 'square' ? <rect x={x - 8} y={58} width={16} height={16} /> : <circle cx={x} cy={66} r={9} />}
      {event.mark && <text class="mark" x={x} y={70} text-anchor="middle">{event.mark}</text>}
      {labelY !== undefined && <text x={at} y={labelY} text-anchor={anchor}>{event.label}</text>}
    </g>
  );
  return event.href ? <a href={event.href}>{body}</a> : body;
}
