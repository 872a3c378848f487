import type { ComponentChildren, VNode } from 'preact';

export interface FooterProps {
  /** Last exchange with each peer, and whether proofs hold: one line. */
  readonly health?: ComponentChildren;
  /** `problem` draws the line so that it is seen. */
  readonly healthState?: 'good' | 'problem';
  readonly footerLinks?: readonly { readonly href: string; readonly label: string }[];
}

/** The foot of every page: state of exchange and proofs, and a few links. */
export function Footer({ health, healthState = 'good', footerLinks = [] }: FooterProps): VNode | null {
  if (!health && footerLinks.length === 0) return null;
  return (
    <footer class="foot-line">
      {health && <p class={`health ${healthState}`}>{health}</p>}
      {footerLinks.length > 0 && <ul>{footerLinks.map((l) => <li key={l.href}><a href={l.href}>{l.label}</a></li>)}</ul>}
    </footer>
  );
}
