import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';

/** States a thing can be in. Each has its own shape, so that colour is never the only sign. */
export const stateNames = [
  'none', 'draft', 'planned', 'running', 'done', 'late', 'due', 'waiting', 'proposed', 'agreed', 'declined', 'crossed',
  'retired', 'stale', 'unconfirmed',
] as const;
export type StateName = (typeof stateNames)[number];

export interface StateProps {
  readonly is: StateName;
  /** A more exact label, e.g. "5 days late"; the state's own name by default. */
  readonly children?: ComponentChildren;
}

/** A state: shape and words. */
export function State({ is, children }: StateProps): VNode {
  const w = useWords();
  return <span class={`state s-${is}`}>{children ?? w(`state-${is}`)}</span>;
}
