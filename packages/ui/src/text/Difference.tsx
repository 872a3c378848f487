import { diffWords } from '@entente/text';
import type { VNode } from 'preact';
import { useWords } from '../words.ts';

export interface Run {
  readonly type: 'same' | 'ins' | 'del';
  readonly text: string;
}

export interface DifferenceProps {
  readonly before: string;
  readonly after: string;
  /** Language of both texts: decides how words are found (Lao by dictionary). */
  readonly lang: string;
}

/** What changed between two versions of a text, word by word; readable without colour and by ear. */
export function Difference({ before, after, lang }: DifferenceProps): VNode {
  return <Runs runs={diffWords(before, after, lang)} lang={lang} />;
}

/** A difference that has been computed already. */
export function Runs({ runs, lang }: { readonly runs: readonly Run[]; readonly lang: string }): VNode {
  const w = useWords();
  if (!runs.some((run) => run.type !== 'same')) return <p class="quiet">{w('no-difference')}</p>;
  return (
    <p class="text diff" lang={lang}>
      {runs.map((run, i) => {
        if (run.type === 'same') return run.text;
        return run.type === 'ins'
          ? <ins key={i}><span class="unseen">{w('inserted')} </span>{run.text}</ins>
          : <del key={i}><span class="unseen">{w('deleted')} </span>{run.text}</del>;
      })}
    </p>
  );
}

/** One value before and after, in a line: place, date, figure. */
export function Change({ before, after }: { readonly before?: string | undefined; readonly after?: string | undefined }): VNode {
  const w = useWords();
  return (
    <span class="diff">
      {before === undefined ? <span class="quiet">{w('was-empty')}</span> : <del>{before}</del>}{' '}
      {after === undefined ? <span class="quiet">{w('now-empty')}</span> : <ins>{after}</ins>}
    </span>
  );
}
