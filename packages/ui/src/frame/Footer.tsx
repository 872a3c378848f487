import type { ComponentChildren, VNode } from 'preact';

export interface HealthNote { readonly text: ComponentChildren; readonly isWrong?: boolean }

export interface FooterProps {
  /** Last exchange with each peer, and whether proofs hold; what is wrong is drawn so that it is seen. */
  readonly health?: readonly HealthNote[];
  readonly footerLinks?: readonly { readonly href: string; readonly label: string }[];
}

/** The foot of every page: state of exchange and proofs, and a few links. */
export function Footer({ health = [], footerLinks = [] }: FooterProps): VNode | null {
  if (health.length === 0 && footerLinks.length === 0) return null;
  return (
    <footer class="foot-line">
      {health.length > 0 && <p>{health.map(({ text, isWrong = false }, at) => <>{at > 0 && ' · '}<span class={isWrong ? 'wrong' : undefined}>{text}</span></>)}</p>}
      {footerLinks.length > 0 && <ul>{footerLinks.map((l) => <li key={l.href}><a href={l.href}>{l.label}</a></li>)}</ul>}
    </footer>
  );
}
