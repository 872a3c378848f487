import type { ComponentChildren, VNode } from 'preact';
import { useReader } from '../reading.tsx';
import { useWords } from '../words.ts';

export interface ButtonSpec {
  readonly label: string;
  /** Sent with the form when this button is pressed. */
  readonly name?: string;
  readonly value?: string;
  /** `main`: what one usually does next. `quiet`: looks like a link. `danger`: cannot be taken back. */
  readonly kind?: 'main' | 'second' | 'quiet' | 'danger';
  /** Why it is not allowed now; the button is then not pressable and the reason is said beside it. */
  readonly reason?: string;
  /** Sends the form without the browser's own checks (save as draft, go back). */
  readonly unchecked?: boolean;
  /**
   * Whether pressing it makes an act, as most do. `false`: a draft, a password, a file to look at; offered also while this node
   * signs nothing.
   */
  readonly signs?: boolean;
  /** Sends to this address instead of the form's. */
  readonly action?: string;
}

/** The buttons that may be shown, and why the others are not: while a node signs nothing, those that would make an act are not offered at all. */
export function useOffered(buttons: readonly ButtonSpec[]): { readonly offered: readonly ButtonSpec[]; readonly closed?: string } {
  const { closed } = useReader();
  if (closed === undefined || buttons.every((b) => b.signs === false)) return { offered: buttons };
  return { offered: buttons.filter((b) => b.signs === false), closed };
}

/** Submit buttons of a form; one that is not allowed stays visible with the reason. While nothing is signed a sentence stands in place of those that sign. */
export function Buttons({ buttons, small = false, children }: {
  readonly buttons: readonly ButtonSpec[];
  readonly small?: boolean;
  readonly children?: ComponentChildren;
}): VNode {
  const w = useWords();
  const { offered, closed } = useOffered(buttons);
  return (
    <div class={small ? 'buttons small' : 'buttons'}>
      {closed !== undefined && <p class="closed">{closed}</p>}
      {offered.map((b) => b.reason === undefined
        ? (
          <button key={`${b.name}=${b.value ?? b.label}`} class={`btn ${b.kind ?? 'main'}`} type="submit" name={b.name} value={b.value}
            formNoValidate={b.unchecked} formAction={b.action}>{b.label}</button>
        )
        : (
          <span key={`${b.name}=${b.value ?? b.label}`} class="refused">
            <button class={`btn ${b.kind ?? 'main'}`} type="button" disabled>{b.label}</button>
            <small>{w('not-allowed', { reason: b.reason })}</small>
          </span>
        ))}
      {children}
    </div>
  );
}

/** A link that looks like a button: goes somewhere, changes nothing. `signs`: to a page of nothing but an act; not offered while nothing is signed. */
export function LinkButton({ href, kind = 'second', children, download, signs = false }: {
  readonly href: string;
  readonly kind?: 'main' | 'second';
  readonly download?: boolean;
  readonly signs?: boolean;
  readonly children: ComponentChildren;
}): VNode | null {
  const { closed } = useReader();
  return signs && closed !== undefined ? null : <a class={`btn ${kind}`} href={href} download={download ? '' : undefined}>{children}</a>;
}
