import type { ComponentChildren, VNode } from 'preact';
import { useParty } from '../reading.tsx';
import { Joint } from '../voice/Voice.tsx';
import { useWords } from '../words.ts';

export interface FigureRow {
  readonly key: string;
  readonly label: ComponentChildren;
  /** By party id, formatted for the reader; absent: not reported. */
  readonly values: Readonly<Record<string, ComponentChildren>>;
  /** Formatted; absent: not settled. */
  readonly settled?: ComponentChildren;
  /** When and how it was settled, or why it is settled as it is. */
  readonly settledNote?: ComponentChildren;
  /** How far the sides are apart, formatted; absent: no difference or not comparable. */
  readonly difference?: ComponentChildren;
  /** Where the difference is looked into or settled. */
  readonly href?: string;
  /** A report has changed since this was settled. */
  readonly changed?: boolean;
}

/** Figures of every side beside each other, what was settled, and what differs. */
export function FiguresTable({ caption, parties, rows }: {
  readonly caption: string;
  readonly parties: readonly string[];
  readonly rows: readonly FigureRow[];
}): VNode {
  const w = useWords();
  return (
    <div class="data">
      <table role="table" class="figures">
        <caption class="unseen">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{w('indicator')}</th>
            {parties.map((p) => <PartyHead key={p} party={p} />)}
            <th role="columnheader" scope="col" class="end">{w('settled')}</th>
            <th role="columnheader" scope="col">{w('difference')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">{rows.map((row) => <Figures key={row.key} row={row} parties={parties} />)}</tbody>
      </table>
    </div>
  );
}

function PartyHead({ party }: { readonly party: string }): VNode {
  const { short } = useParty(party);
  return <th role="columnheader" scope="col" class="end"><span class="party" data-party={party}>{short}</span></th>;
}

function Figures({ row, parties }: { readonly row: FigureRow; readonly parties: readonly string[] }): VNode {
  const w = useWords();
  return (
    <tr role="row" class={row.difference ? 'differs' : undefined}>
      <th role="rowheader" scope="row">{row.label}</th>
      {parties.map((p) => <PartyFigure key={p} party={p} value={row.values[p]} />)}
      <td role="cell" class="end num" data-label={w('settled')}>
        {row.settled === undefined ? <span class="quiet">{w('not-settled')}</span> : <Joint inline>{row.settled}</Joint>}
      </td>
      <td role="cell" data-label={w('difference')}>
        {row.difference && (row.href ? <a href={row.href}>{row.difference}</a> : row.difference)}
        {!row.difference && row.settledNote && <small class="quiet">{row.settledNote}</small>}
        {row.changed && <small class="prov stale">{w('changed-since-settled')}</small>}
      </td>
    </tr>
  );
}

function PartyFigure({ party, value }: { readonly party: string; readonly value: ComponentChildren }): VNode {
  const w = useWords();
  const { short } = useParty(party);
  return <td role="cell" class="end num" data-label={short}>{value ?? <span class="quiet">{w('not-reported')}</span>}</td>;
}
