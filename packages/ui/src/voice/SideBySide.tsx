import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';
import { Voice } from './Voice.tsx';

export interface Side {
  readonly party: string;
  readonly office?: string;
  readonly officeLang?: string;
  readonly lang?: string;
  /** Absent: this side has not said anything yet. */
  readonly children?: ComponentChildren;
  readonly note?: ComponentChildren;
  /** Small print under the statement: date, files, link to the translation. */
  readonly foot?: ComponentChildren;
  /** Said in place of a missing statement; a general sentence by default. */
  readonly empty?: ComponentChildren;
}

/** What each side says about the same matter, beside each other; under each other on a phone. */
export function SideBySide({ sides }: { readonly sides: readonly Side[] }): VNode {
  const w = useWords();
  return (
    <div class="sides">
      {sides.map(({ children, foot, empty, ...voice }) => (
        <Voice key={voice.party} {...voice} {...(children ? {} : { lang: undefined as never })}>
          {children ?? <p class="quiet">{empty ?? w('nothing-said')}</p>}
          {foot && <p class="foot">{foot}</p>}
        </Voice>
      ))}
    </div>
  );
}
