import type { ComponentChildren, VNode } from 'preact';

export interface FlashMessage {
  readonly kind: 'done' | 'note' | 'problem';
  readonly text: ComponentChildren;
}

/** What just happened, said once at the top of the next page; stays until the reader goes on. */
export function Flash({ kind, text }: FlashMessage): VNode {
  return <div class={`flash ${kind}`} role={kind === 'problem' ? 'alert' : 'status'}>{text}</div>;
}
