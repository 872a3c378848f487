import type { ComponentChildren, VNode } from 'preact';

/** Nothing here: says so, and what to do about it. */
export function EmptyState({ children, action }: { readonly children: ComponentChildren; readonly action?: ComponentChildren }): VNode {
  return <div class="empty"><p>{children}</p>{action}</div>;
}
