import type { VNode } from 'preact';
import { useReader } from '../reading.tsx';
import { useWords } from '../words.ts';
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
export function TimeSpine({ title, events, from, to }: {
  readonly title: string;
  readonly events: readonly SpineEvent[];
  readonly from: number;
  readonly to: number;
}): VNode {
  const w = useWords();
  const { parties } = useReader();
  const name = (who: string): string => (who === 'joint' ? w('all-parties') : parties.find((p) => p.id === who)?.name ?? who);
  const data = { head: [w('when'), w('what'), w('who')], rows: events.map((e) => [e.when, e.href ? <a href={e.href}>{e.label}</a> : e.label, name(e.who)]) };
  return (
    <ChartFigure title={title} data={data}>
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

function Line({ events, from, to, title }: { readonly events: readonly SpineEvent[]; readonly from: number; readonly to: number; readonly title: string }): VNode {
  const x = (year: number): number => Math.round(10 + ((year - from) / (to - from)) * (WIDTH - 20));
  const years = Array.from({ length: to - from }, (_, i) => from + i);
  return (
    <svg class="spine" viewBox={`0 0 ${WIDTH} 130`} role="img" aria-label={title}>
      <path class="axis" d={`M10 66H${WIDTH - 10}`} />
      {years.map((y) => <g key={y}><path class="tick" d={`M${x(y)} 62v8`} /><text class="year" x={x(y) + 3} y={124}>{y}</text></g>)}
      {events.map((e, i) => <Mark key={e.key} event={e} x={x(yearOf(e.date))} above={i % 2 === 0} />)}
    </svg>
  );
}

function Mark({ event, x, above }: { readonly event: SpineEvent; readonly x: number; readonly above: boolean }): VNode {
  const anchor = x < 60 ? 'start' : x > WIDTH - 60 ? 'end' : 'middle';
  const at = anchor === 'start' ? Math.max(0, x - 10) : anchor === 'end' ? Math.min(WIDTH, x + 10) : x;
  const body = (
    <g class="event" data-party={event.who === 'joint' ? undefined : event.who}>
      {event.shape === 'square' ? <rect x={x - 8} y={58} width={16} height={16} /> : <circle cx={x} cy={66} r={9} />}
      {event.mark && <text class="mark" x={x} y={70} text-anchor="middle">{event.mark}</text>}
      <text x={at} y={above ? 36 : 98} text-anchor={anchor}>{event.label}</text>
    </g>
  );
  return event.href ? <a href={event.href}>{body}</a> : body;
}
