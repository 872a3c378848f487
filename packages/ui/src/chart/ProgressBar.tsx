import type { VNode } from 'preact';

/** How much of a whole is done: a bar for the eye, numbers for everyone. `done` is clamped to 0..total. */
export function ProgressBar({ label, done, total }: { readonly label: string; readonly done: number; readonly total: number }): VNode {
  const part = total <= 0 ? 0 : Math.min(1, Math.max(0, done / total));
  return <progress class="bar" aria-label={label} max={1} value={Math.round(part * 1000) / 1000}>{Math.round(part * 100)}%</progress>;
}
