import type { VNode } from 'preact';
import { useReader } from '../reading.tsx';
import { count, useWords } from '../words.ts';

export interface Tab {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
  readonly count?: number;
}

/** Views of one thing, as links: each has its own address. */
export function Tabs({ tabs, label }: { readonly tabs: readonly Tab[]; readonly label: string }): VNode {
  const { lang } = useReader();
  return (
    <nav class="tabs" aria-label={label}>
      <ul>{tabs.map((t) => (
        <li key={t.href}><a href={t.href} aria-current={t.current ? 'page' : undefined}>{t.label}{t.count !== undefined && <span class="num"> {count(t.count, lang)}</span>}</a></li>
      ))}</ul>
    </nav>
  );
}

export interface Step {
  readonly label: string;
  /** Where the step can be gone back to. */
  readonly href?: string;
}

/** Steps of a long task: what is behind, what is now, what is to come. `current` counts from 0. */
export function Steps({ steps, current }: { readonly steps: readonly Step[]; readonly current: number }): VNode {
  const w = useWords();
  return (
    <nav class="steps" aria-label={w('steps')}>
      <ol>{steps.map((s, i) => (
        <li key={s.label} class={i < current ? 'past' : undefined} aria-current={i === current ? 'step' : undefined}>
          {s.href && i < current ? <a href={s.href}>{s.label}</a> : s.label}
          {i < current && <span class="unseen"> ({w('step-done')})</span>}
        </li>
      ))}</ol>
    </nav>
  );
}
