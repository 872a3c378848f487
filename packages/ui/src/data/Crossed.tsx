import type { ComponentChildren, VNode } from 'preact';
import { Buttons, type ButtonSpec } from '../form/Buttons.tsx';
import { Voice } from '../voice/Voice.tsx';
import { useWords } from '../words.ts';

export interface CrossedVersion {
  readonly key: string;
  /** Party that proposed it. */
  readonly party: string;
  readonly when?: ComponentChildren;
  /** Parties that have agreed to it already, in the reader's words. */
  readonly agreed?: ComponentChildren;
  /** The version: its text, or its difference from the agreed one. */
  readonly children: ComponentChildren;
  /** Accept, decline, ask to release; each with the reason when it is not allowed. */
  readonly actions: readonly ButtonSpec[];
}

export interface CrossedProps {
  readonly versions: readonly CrossedVersion[];
  /** How the versions differ from each other. */
  readonly difference?: ComponentChildren;
  /** Where the buttons post to, with what is hidden. */
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  /** What the rule allows now, and why. */
  readonly explanation?: ComponentChildren;
}

/** Proposals that crossed: the versions beside each other, how they differ, what each side may do, and why not where it may not. */
export function Crossed({ versions, difference, action, hidden = {}, explanation }: CrossedProps): VNode {
  const w = useWords();
  return (
    <section class="crossed" aria-label={w('crossed')}>
      <p class="lead"><b>{w('crossed')}.</b> {explanation ?? w('crossed-explained')}</p>
      <div class="sides">
        {versions.map((v) => (
          <div key={v.key}>
            <Voice party={v.party} note={v.when}>{v.children}{v.agreed && <p class="foot">{v.agreed}</p>}</Voice>
            <form method="post" action={action}>
              {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
              <Buttons buttons={v.actions} />
            </form>
          </div>
        ))}
      </div>
      {difference && <div class="between"><h3>{w('crossed-difference')}</h3>{difference}</div>}
    </section>
  );
}
