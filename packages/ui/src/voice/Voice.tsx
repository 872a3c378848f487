import type { ComponentChildren, VNode } from 'preact';
import { useParty } from '../reading.tsx';
import { useJointName, useWords } from '../words.ts';

export interface VoiceProps {
  /** Id of the party that speaks. */
  readonly party: string;
  /** Office that speaks for it, e.g. the ministry. */
  readonly office?: string;
  /** What it did and when, e.g. "proposed 2 days ago". */
  readonly note?: ComponentChildren;
  /** Language of what is said, when it is not the reader's. */
  readonly lang?: string;
  /** Language of the office's name, when it is not the reader's. */
  readonly officeLang?: string;
  readonly children?: ComponentChildren;
}

/** One party's statement: its rule, its name, and what it says. */
export function Voice({ party, office, note, lang, officeLang, children }: VoiceProps): VNode {
  const { short, mine } = useParty(party);
  const w = useWords();
  return (
    <article class="voice" data-party={party}>
      <header>
        <b>{short}</b>
        {mine && <span class="ours"> ({w('our-side')})</span>}
        {office && <span> · <span lang={officeLang}>{office}</span></span>}
        {note && <span class="note"> · {note}</span>}
      </header>
      {children && <div lang={lang}>{children}</div>}
    </article>
  );
}

/** A party's name with its mark, inside a line or a table cell. */
export function PartyLabel({ party, full = false }: { readonly party: string; readonly full?: boolean }): VNode {
  const { name, short } = useParty(party);
  return <span class="party" data-party={party}>{full ? name : short}</span>;
}

export interface JointProps {
  /** Draw in a line of text instead of as a block. */
  readonly inline?: boolean;
  readonly children?: ComponentChildren;
}

/** What every party has agreed to: all rules meet. Without children it says "both sides" (or "all parties"). */
export function Joint({ inline = false, children }: JointProps): VNode {
  const joint = useJointName();
  const said = children ?? joint;
  return inline ? <span class="joint">{said}</span> : <div class="joint">{said}</div>;
}

/** Who speaks: a party's mark by its id, or the joint mark for `joint`. */
export function Speaker({ who }: { readonly who: string }): VNode {
  return who === 'joint' ? <Joint inline /> : <PartyLabel party={who} />;
}
