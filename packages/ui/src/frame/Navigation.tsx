import type { VNode } from 'preact';
import { useReader } from '../reading.tsx';
import { count, useWords } from '../words.ts';

export interface NavItem {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
  /** How many things wait there. */
  readonly count?: number;
  /** Begins a group, with a line above it: registers, administration. */
  readonly apart?: boolean;
}

/** Navigation: the modules that exist. Beside the page on a laptop, folded under one line on a phone, without a script. */
export function Navigation({ items }: { readonly items: readonly NavItem[] }): VNode {
  const w = useWords();
  const current = items.find((i) => i.current);
  return (
    <nav class="nav" aria-label={w('main-navigation')}>
      <details class="nav-fold">
        <summary>{w('menu')}{current && <span class="quiet"> · {current.label}</span>}</summary>
        <List items={items} />
      </details>
      <div class="nav-open"><List items={items} /></div>
    </nav>
  );
}

function List({ items }: { readonly items: readonly NavItem[] }): VNode {
  const w = useWords();
  const { lang } = useReader();
  return (
    <ul>
      {items.map((i, at) => (
        <li key={i.href} class={i.apart && at > 0 ? 'apart' : undefined}>
          <a href={i.href} aria-current={i.current ? 'page' : undefined}>
            {i.label}{i.count !== undefined && i.count > 0 && <b class="num" aria-label={w('waiting-count', { count: i.count })}>{count(i.count, lang)}</b>}
          </a>
        </li>
      ))}
    </ul>
  );
}
