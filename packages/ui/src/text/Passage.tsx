import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';
import { Buttons, type ButtonSpec } from '../form/Buttons.tsx';

/** Something found in a passage: an office, a date, an amount, a commitment. Offsets are UTF-16 positions in the text. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  /** What it is, in words, e.g. "office". */
  readonly label: string;
  readonly href?: string;
}

/** A text with what was found in it marked and named; overlapping findings after the first are left out. */
export function MarkedText({ text, findings, lang }: { readonly text: string; readonly findings: readonly Finding[]; readonly lang: string }): VNode {
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const found of findings.toSorted((a, b) => a.start - b.start)) {
    if (found.start < at) continue;
    parts.push(text.slice(at, found.start));
    const inner = found.href ? <a href={found.href}>{text.slice(found.start, found.end)}</a> : text.slice(found.start, found.end);
    parts.push(<mark key={found.start}>{inner}<small> {found.label}</small></mark>);
    at = found.end;
  }
  parts.push(text.slice(at));
  return <p class="text marked" lang={lang}>{parts}</p>;
}

export interface PassageEditorProps {
  /** Anchor, unique on the page. */
  readonly id: string;
  readonly number?: string;
  readonly text: string;
  readonly lang: string;
  readonly findings?: readonly Finding[];
  /** Merge, split, drop and so on: plain submit buttons of the surrounding form. */
  readonly actions: readonly ButtonSpec[];
  /** Fields for what the passage becomes: number, kind, themes, offices. */
  readonly children?: ComponentChildren;
  /** What the fields say, in a line: they are folded under it unless `open`. */
  readonly summary?: ComponentChildren;
  readonly open?: boolean;
  /** Left out of the instrument; drawn struck but kept. */
  readonly dropped?: boolean;
}

/** One passage of a text being read in: what was found, what it becomes, and buttons to merge, split or drop it. */
export function PassageEditor({ id, number, text, lang, findings = [], actions, children, summary, open = false, dropped = false }: PassageEditorProps): VNode {
  const w = useWords();
  const fields = children && <div class="passage-fields">{children}</div>;
  return (
    <section class={dropped ? 'passage dropped' : 'passage'} id={id} aria-label={w('passage', { number: number ?? id })}>
      <div class="passage-text">
        {number && <b class="number">{number}</b>}
        <MarkedText text={text} findings={findings} lang={lang} />
        {dropped && <p class="prov missing">{w('passage-dropped')}</p>}
      </div>
      {fields && summary ? <details open={open}><summary>{summary}</summary>{fields}</details> : fields}
      <Buttons buttons={actions} small />
    </section>
  );
}
