import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';
import { Buttons } from './Buttons.tsx';

export interface DraftNoticeProps {
  /** When the draft was kept, in the reader's words. */
  readonly when: ComponentChildren;
  /** The record has changed since the draft was begun. */
  readonly outdated?: boolean;
  /** Where to post to throw the draft away. */
  readonly discard?: { readonly action: string; readonly hidden?: Readonly<Record<string, string>> };
}

/** Says that a form was filled from a kept draft, and offers to throw it away. Stands above the form, never inside it. */
export function DraftNotice({ when, outdated = false, discard }: DraftNoticeProps): VNode {
  const w = useWords();
  return (
    <div class="notice" role="status">
      <p>{w('draft-kept')} <span class="quiet">{when}</span>{outdated && <><br /><b>{w('draft-outdated')}</b></>}</p>
      {discard && (
        <form method="post" action={discard.action}>
          {Object.entries(discard.hidden ?? {}).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
          <Buttons small buttons={[{ label: w('draft-discard'), kind: 'quiet', signs: false }]} />
        </form>
      )}
    </div>
  );
}
