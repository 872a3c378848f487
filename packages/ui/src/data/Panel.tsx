import type { ComponentChildren, VNode } from 'preact';

export interface PanelProps {
  readonly title: ComponentChildren;
  /** A few words beside the title. */
  readonly note?: ComponentChildren;
  readonly more?: { readonly href: string; readonly label: string };
  readonly id?: string;
  readonly level?: 2 | 3;
  readonly children?: ComponentChildren;
}

/** A part of a page under its heading. */
export function Panel({ title, note, more, id, level = 2, children }: PanelProps): VNode {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class="panel" id={id}>
      <div class="panel-head">
        <Heading>{title}</Heading>
        {note && <p class="note">{note}</p>}
        {more && <a class="more" href={more.href}>{more.label}</a>}
      </div>
      {children}
    </section>
  );
}

export interface Definition {
  readonly term: string;
  readonly detail: ComponentChildren;
}

/** Terms and their values; entries without a value are left out. */
export function DefinitionList({ items }: { readonly items: readonly Definition[] }): VNode {
  return (
    <dl class="facts">
      {items.filter((i) => i.detail !== undefined && i.detail !== null && i.detail !== '').map((i) => (
        <div key={i.term}><dt>{i.term}</dt><dd>{i.detail}</dd></div>
      ))}
    </dl>
  );
}
