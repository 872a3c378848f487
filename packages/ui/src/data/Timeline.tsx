import type { ComponentChildren, VNode } from 'preact';
import { Speaker } from '../voice/Voice.tsx';
import { useWords } from '../words.ts';

export interface TimelineEntry {
  readonly key: string;
  /** Machine-readable instant or date, for `<time>`. */
  readonly at?: string;
  readonly when: ComponentChildren;
  /** Party id, or `joint`. */
  readonly who?: string;
  readonly what: ComponentChildren;
  /** Shown when opened: the difference, the text of the version. */
  readonly detail?: ComponentChildren;
  readonly detailLabel?: string;
}

/** What happened to a record, newest first as given: who, when, what, and what changed. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }): VNode {
  const w = useWords();
  return (
    <ol class="timeline">
      {entries.map((e) => (
        <li key={e.key}>
          <time dateTime={e.at}>{e.when}</time>
          <div>
            {e.who && <Speaker who={e.who} />} <span>{e.what}</span>
            {e.detail && <details><summary>{e.detailLabel ?? w('what-changed')}</summary>{e.detail}</details>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export interface LineageStep {
  readonly key: string;
  readonly year: string;
  readonly label: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly href?: string;
  /** The record this page is about. */
  readonly current?: boolean;
  /** How it follows from the one before: renewed, merged, split, only mentioned. */
  readonly relation?: string;
  /** The link to the one before is not certain. */
  readonly uncertain?: boolean;
}

/** One promise through the decades: a line of its texts, along on a laptop, down on a phone. */
export function LineagePath({ steps, label, open = false }: { readonly steps: readonly LineageStep[]; readonly label?: string; readonly open?: boolean }): VNode {
  const w = useWords();
  return (
    <ol class={open ? 'lineage open' : 'lineage'} aria-label={label ?? w('lineage')}>
      {steps.map((s) => (
        <li key={s.key} class={s.uncertain ? 'uncertain' : undefined} aria-current={s.current ? 'true' : undefined}>
          <b class="num">{s.year}</b>
          <span>{s.href && !s.current ? <a href={s.href}>{s.label}</a> : s.label}</span>
          {s.note && <small>{s.note}</small>}
          {s.relation && <small class="relation">{s.relation}{s.uncertain && ` (${w('uncertain')})`}</small>}
        </li>
      ))}
    </ol>
  );
}
