import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';

export interface ChartData {
  readonly head: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** A chart with its title, its legend and the same data as a table one step away. */
export function ChartFigure({ title, titleHidden = false, legend, data, children }: {
  readonly title: string;
  /** A heading right above says the same. */
  readonly titleHidden?: boolean;
  readonly legend?: ComponentChildren;
  readonly data: ChartData;
  readonly children: ComponentChildren;
}): VNode {
  const w = useWords();
  return (
    <figure class="chart">
      <figcaption><span class={titleHidden ? 'unseen' : 'chart-title'}>{title}</span>{legend && <span class="legend">{legend}</span>}</figcaption>
      {children}
      <details class="chart-data">
        <summary>{w('as-table')}</summary>
        <table>
          <caption class="unseen">{title}</caption>
          <thead><tr>{data.head.map((h, i) => <th scope="col" key={h} class={i > 0 ? 'end' : undefined}>{h}</th>)}</tr></thead>
          <tbody>{data.rows.map(([name, ...cells], r) => (
            <tr key={r}><th scope="row">{name}</th>{cells.map((c, i) => <td class="end num" key={i}>{c}</td>)}</tr>
          ))}</tbody>
        </table>
      </details>
    </figure>
  );
}
