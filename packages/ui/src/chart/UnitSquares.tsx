import type { VNode } from 'preact';
import { useReader } from '../reading.tsx';
import { count, useWords } from '../words.ts';
import { ChartFigure } from './ChartFigure.tsx';

export interface UnitGroup {
  readonly label: string;
  readonly href?: string;
  /** How many in each state, in the order of `states`. */
  readonly counts: readonly number[];
}

export interface UnitSquaresProps {
  readonly title: string;
  readonly titleHidden?: boolean;
  /** Names of the states, at most four: drawn full, half, hollow and crossed. */
  readonly states: readonly string[];
  readonly groups: readonly UnitGroup[];
}

const fills = ['full', 'half', 'hollow', 'crossed'] as const;
/** Groups that stand open on a phone. */
const ON_PHONE = 8;
const STEP = 20;
const PER_ROW = 14;
/** Squares of the largest group; more cannot be told apart, let alone counted. */
const MOST = 280;

/** How many things a square stands for: one, or a power of ten. */
function perSquare(largest: number): number {
  let each = 1;
  while (largest / each > MOST) each *= 10;
  return each;
}

/** One square for each thing, or where there are too many for so many of them, by group and state: small multiples that can be counted by eye. */
export function UnitSquares({ title, titleHidden = false, states, groups }: UnitSquaresProps): VNode {
  const w = useWords();
  const { lang } = useReader();
  const total = (g: UnitGroup): number => g.counts.reduce((sum, n) => sum + n, 0);
  const each = perSquare(Math.max(0, ...groups.map(total)));
  const data = {
    head: [w('group'), ...states, w('total')],
    rows: groups.map((g) => [g.href ? <a href={g.href}>{g.label}</a> : g.label, ...g.counts.map((n) => count(n, lang)), count(total(g), lang)]),
  };
  const legend = (
    <>
      {states.map((s, i) => <span key={s}><svg class="key" width="15" height="13" aria-hidden="true">{square(fills[i] ?? 'hollow', 0, 0)}</svg>{s}</span>)}
      {each > 1 && <span>{w('each-square', { number: count(each, lang) })}</span>}
    </>
  );
  return (
    <ChartFigure title={title} titleHidden={titleHidden} legend={legend} data={data}>
      {groups.length > ON_PHONE + 1 && <details class="units-more"><summary>{w('more-options', { count: groups.length - ON_PHONE })}</summary></details>}
      <ul class="units">
        {groups.map((g) => (
          <li key={g.label}>
            <span class="name">{g.href ? <a href={g.href}>{g.label}</a> : g.label}</span>
            <b class="num">{count(total(g), lang)}</b>
            <Squares counts={g.counts} each={each} label={states.map((s, i) => `${s}: ${g.counts[i] ?? 0}`).join(', ')} />
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

function Squares({ counts, each, label }: { readonly counts: readonly number[]; readonly each: number; readonly label: string }): VNode {
  // What there is at all is seen: a part of a square is drawn whole.
  const units = counts.flatMap((n, state) => Array.from({ length: Math.ceil(n / each) }, () => fills[state] ?? 'hollow'));
  const rows = Math.max(1, Math.ceil(units.length / PER_ROW));
  const width = Math.max(1, Math.min(PER_ROW, units.length)) * STEP - 4;
  return (
    <svg width={width} height={rows * 18 - 4} viewBox={`0 0 ${width} ${rows * 18 - 4}`} role="img" aria-label={label}>
      {units.map((fill, i) => square(fill, (i % PER_ROW) * STEP, Math.floor(i / PER_ROW) * 18))}
    </svg>
  );
}

function square(fill: (typeof fills)[number], x: number, y: number): VNode {
  const d = fill === 'crossed' ? `M${x + 1} ${y + 1}h14v11h-14zl14 11` : `M${x + 1} ${y + 1}h14v11h-14z`;
  return fill === 'half'
    ? <><path class="u-hollow" d={d} /><path class="u-full" d={`M${x + 1} ${y + 6.5}h14v5.5h-14z`} /></>
    : <path class={`u-${fill}`} d={d} />;
}
