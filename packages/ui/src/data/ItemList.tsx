import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../words.ts';

export interface ListItem {
  readonly key: string;
  /** What it is about, usually a link. */
  readonly title: ComponentChildren;
  /** A quiet second line: state, date, what is asked. */
  readonly meta?: ComponentChildren;
  /** At the end of the line: whose, since when. */
  readonly side?: ComponentChildren;
  /** A box to choose it by. */
  readonly box?: { readonly name: string; readonly value: string; readonly label: string };
}

/** Things in lines, each with what it is about and whose it is; beyond the first `most` they are folded. */
export function ItemList({ items, most = Infinity }: { readonly items: readonly ListItem[]; readonly most?: number }): VNode {
  const w = useWords();
  // One alone is not worth folding.
  const shown = items.length <= most + 1 ? items : items.slice(0, most);
  const folded = items.slice(shown.length);
  return (
    <>
      <ul class="items">{shown.map((item) => <Line key={item.key} item={item} />)}</ul>
      {folded.length > 0 && (
        <details class="more-items">
          <summary>{w('more-options', { count: folded.length })}</summary>
          <ul class="items">{folded.map((item) => <Line key={item.key} item={item} />)}</ul>
        </details>
      )}
    </>
  );
}

function Line({ item: { title, meta, side, box } }: { readonly item: ListItem }): VNode {
  return (
    <li class={box ? 'with-box' : undefined}>
      {box && <label class="box"><input type="checkbox" name={box.name} value={box.value} aria-label={box.label} /></label>}
      <div class="item"><div>{title}</div>{meta && <p class="item-meta">{meta}</p>}</div>
      {side && <div class="item-side">{side}</div>}
    </li>
  );
}
