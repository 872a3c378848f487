import type { VNode } from 'preact';
import { useReader } from '../reading.tsx';
import { useWords } from '../words.ts';
import { ChartFigure } from './ChartFigure.tsx';

export interface BarGroup {
  readonly label: string;
  readonly bars: readonly {
    /** A party id, `joint` for the settled figure, or what `names` names. */
    readonly who: string;
    readonly value: number;
    /** The value as the reader writes it. */
    readonly text: string;
  }[];
}

/** Figures by group and party, as bars on one scale from zero. Negative values are drawn as nothing; their text stays. */
export function Bars({ title, titleHidden = false, groups, names = {} }: {
  readonly title: string;
  readonly titleHidden?: boolean;
  readonly groups: readonly BarGroup[];
  /** What a bar is, where it is no party’s. */
  readonly names?: Readonly<Record<string, string>>;
}): VNode {
  const w = useWords();
  const { parties } = useReader();
  const max = Math.max(1e-9, ...groups.flatMap((g) => g.bars.map((b) => b.value)));
  const whos = [...new Set(groups.flatMap((g) => g.bars.map((b) => b.who)))];
  const name = (who: string): string => names[who] ?? (who === 'joint' ? w('settled') : (parties.find((p) => p.id === who)?.short ?? parties.find((p) => p.id === who)?.name ?? who));
  const data = {
    head: [w('group'), ...whos.map(name)],
    rows: groups.map((g) => [g.label, ...whos.map((who) => g.bars.find((b) => b.who === who)?.text ?? '')]),
  };
  return (
    <ChartFigure title={title} titleHidden={titleHidden} data={data}>
      <ul class="bars">
        {groups.map((g) => (
          <li key={g.label}>
            <span class="name">{g.label}</span>
            {g.bars.map((b) => (
              <span class="bar-row" key={b.who} data-party={b.who === 'joint' ? undefined : b.who}>
                <span class="who">{name(b.who)}</span>
                <svg class={b.who === 'joint' ? 'joint-bar' : undefined} height="12" aria-hidden="true"><rect width={`${Math.max(0, Math.round((b.value / max) * 1000) / 10)}%`} height="12" /></svg>
                <span class="num">{b.text}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}
