import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';
import { ChartFigure } from './ChartFigure.tsx';

export interface TimeBar {
  readonly key: string;
  readonly label: string;
  readonly lang?: string;
  readonly href?: string;
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly to: string;
  /** The dates in the reader's words. */
  readonly when: string;
  readonly state: 'planned' | 'running' | 'done' | 'late' | 'retired';
  /** The state in the reader's words. */
  readonly stateText: string;
  readonly marks?: readonly { readonly date: string; readonly label: string; readonly reached: boolean }[];
}

export interface TimeBarsProps {
  readonly title: string;
  readonly titleHidden?: boolean;
  readonly from: string;
  readonly to: string;
  /** Drawn as a line across, with its name. */
  readonly today?: { readonly date: string; readonly label: string };
  readonly groups: readonly { readonly label: string; readonly bars: readonly TimeBar[] }[];
  readonly legend?: ComponentChildren;
}

/** Work over time: a bar from first to last day for each thing, its milestones as marks, in groups. Reads as a list on a phone. */
export function TimeBars({ title, titleHidden = false, from, to, today, groups, legend }: TimeBarsProps): VNode {
  const w = useWords();
  const scale = scaleOf(from, to);
  const data = {
    head: [w('what'), w('when'), w('group')],
    rows: groups.flatMap((group) => group.bars.map((bar) => [bar.href ? <a href={bar.href} lang={bar.lang}>{bar.label}</a> : bar.label, `${bar.when} · ${bar.stateText}`, group.label])),
  };
  return (
    <ChartFigure title={title} titleHidden={titleHidden} legend={legend} data={data}>
      <div>
        <ol class="timeline gantt" aria-hidden="true"><li><span /><svg height="20">
          {scale.ticks.map(({ at, year }) => <g key={at}><line class="tick" x1={at} x2={at} y1="0" y2="20" />{year && <text x={at} dx="4" y="14">{year}</text>}</g>)}
        </svg></li></ol>
        {groups.map((group) => (
          <section key={group.label} aria-label={group.label}>
            <p class="group-head">{group.label}</p>
            <ol class="timeline gantt">{group.bars.map((bar) => <Bar key={bar.key} bar={bar} scale={scale} today={today} />)}</ol>
          </section>
        ))}
      </div>
    </ChartFigure>
  );
}

interface Scale { readonly at: (date: string) => number; readonly percent: (date: string) => string; readonly ticks: readonly { readonly at: string; readonly year: string | null }[] }

function Bar({ bar, scale, today }: { readonly bar: TimeBar; readonly scale: Scale; readonly today: TimeBarsProps['today'] }): VNode {
  const [start, end] = [scale.at(bar.from), scale.at(bar.to)];
  return (
    <li>
      <span class="name">{bar.href ? <a href={bar.href} lang={bar.lang}>{bar.label}</a> : bar.label}<span class="item-meta">{bar.when} · {bar.stateText}</span></span>
      <svg height="22" role="img" aria-label={`${bar.when}, ${bar.stateText}`}>
        {scale.ticks.map((tick) => tick.year && <line key={tick.at} class="tick" x1={tick.at} x2={tick.at} y1="0" y2="22" />)}
        {today && <line class="now" x1={scale.percent(today.date)} x2={scale.percent(today.date)} y1="0" y2="22"><title>{today.label}</title></line>}
        <rect class={FILLS[bar.state]} x={`${start}%`} y="5" width={`${Math.max(0.5, round(end - start))}%`} height="12" />
        {bar.marks?.map((mark) => <g key={mark.date + mark.label} class={mark.reached ? 'u-full' : 'event'}><circle cx={scale.percent(mark.date)} cy="11" r="4" /><title>{mark.label}</title></g>)}
      </svg>
    </li>
  );
}

const FILLS: Readonly<Record<TimeBar['state'], string>> = { planned: 'u-hollow', running: 'g-running', done: 'g-done', late: 'g-late', retired: 'u-crossed' };
const round = (n: number): number => Math.round(n * 100) / 100;

/** Years named above the bars, and percent of the width after which a name would run out of it. */
const [MOST_YEARS, LAST] = [12, 95] as const;

/** Days become percents of the span; a tick for each quarter, named where a year begins, or years alone over a long span. */
function scaleOf(from: string, to: string): Scale {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const days = Math.max(1, first.until(last).days + 1);
  const at = (date: string): number => round(Math.min(100, Math.max(0, (first.until(Temporal.PlainDate.from(date)).days / days) * 100)));
  const step = days > 1_500 ? 12 : 3;
  const every = Math.ceil(days / 365 / MOST_YEARS);
  const ticks: { at: string; year: string | null }[] = [];
  for (let day = first.with({ month: 1, day: 1 }); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ months: step })) {
    if (Temporal.PlainDate.compare(day, first) < 0 || (day.year - first.year) % every !== 0) continue;
    ticks.push({ at: `${at(day.toString())}%`, year: day.month === 1 && at(day.toString()) <= LAST ? String(day.year) : null });
  }
  return { at, percent: (date) => `${at(date)}%`, ticks };
}
