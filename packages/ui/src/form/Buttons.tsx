import type { ComponentChildren, VNode } from 'preact';
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
  /** Sends to this address instead of the form's. */
  readonly action?: string;
}

/** Submit buttons of a form; one that is not allowed stays visible with the reason. */
export function Buttons({ buttons, small = false, children }: {
  readonly buttons: readonly ButtonSpec[];
  readonly small?: boolean;
  readonly children?: ComponentChildren;
}): VNode {
  const w = useWords();
  return (
    <div class={small ? 'buttons small' : 'buttons'}>
      {buttons.map((b) => b.reason === undefined
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

/** A link that looks like a button: goes somewhere, changes nothing. */
export function LinkButton({ href, kind = 'second', children, download }: {
  readonly href: string;
  readonly kind?: 'main' | 'second';
  readonly download?: boolean;
  readonly children: ComponentChildren;
}): VNode {
  return <a class={`btn ${kind}`} href={href} download={download ? '' : undefined}>{children}</a>;
}
