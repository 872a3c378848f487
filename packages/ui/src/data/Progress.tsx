import type { ComponentChildren, VNode } from 'preact';
import { useReader } from '../reading.tsx';
import { ProgressBar } from '../chart/ProgressBar.tsx';
import { State } from '../voice/State.tsx';
import { count, useWords } from '../words.ts';
import { DefinitionList } from './Panel.tsx';

export interface ProgressProps {
  readonly label: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  readonly done: number;
  /** Absent while it is not known. */
  readonly total?: number;
  /** What is being done, or what went wrong and what to do. */
  readonly message?: ComponentChildren;
  readonly counts?: readonly { readonly label: string; readonly value: number }[];
  /** Address a script reads for the newest fragment; without scripts the page refreshes itself (see `Page.refresh`). */
  readonly source?: string;
  readonly children?: ComponentChildren;
}

const states = {
  waiting: ['waiting', 'job-waiting'], running: ['running', 'job-running'], done: ['done', 'job-finished'], failed: ['late', 'job-failed'], stopped: ['retired', 'job-stopped'],
} as const;

/** How a long job stands, as shape and words. */
export function JobMark({ state }: Pick<ProgressProps, 'state'>): VNode {
  const [shape, word] = states[state];
  return <State is={shape}>{useWords()(word)}</State>;
}

/** A long job: how far it is, what it counted, and that one may leave and come back. */
export function Progress({ label, state, done, total, message, counts = [], source, children }: ProgressProps): VNode {
  const w = useWords();
  const { lang } = useReader();
  return (
    <div class="job" role="group" aria-label={label} data-live={state === 'running' || state === 'waiting' ? source : undefined}>
      <p><JobMark state={state} /></p>
      {total !== undefined && <ProgressBar label={label} done={done} total={total} />}
      <p class="num" role="status">{total === undefined && done === 0 ? '' : total === undefined ? w('job-done', { done: count(done, lang) }) : w('job-of', { done: count(done, lang), total: count(total, lang) })}</p>
      {message && <p>{message}</p>}
      {counts.length > 0 && <DefinitionList items={counts.map((c) => ({ term: c.label, detail: <span class="num">{count(c.value, lang)}</span> }))} />}
      {(state === 'running' || state === 'waiting') && <p class="quiet">{w('job-leave')}</p>}
      {children}
    </div>
  );
}
