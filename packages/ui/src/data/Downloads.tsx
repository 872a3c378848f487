import type { ComponentChildren, VNode } from 'preact';

export interface Download {
  readonly label: ComponentChildren;
  /** Language of the label, when it is not the reader's. */
  readonly lang?: string;
  readonly files: readonly { readonly label: string; readonly href: string; /** Opens as a page and is not saved. */ readonly page?: boolean }[];
}

/** What can be taken away, a line each, with its formats beside it. */
export function Downloads({ items }: { readonly items: readonly Download[] }): VNode {
  return (
    <ul class="downloads">
      {items.map((item, i) => (
        <li key={i}>
          <span lang={item.lang}>{item.label}</span>
          {item.files.map((file) => <a key={file.href} href={file.href} download={file.page ? undefined : ''}>{file.label}</a>)}
        </li>
      ))}
    </ul>
  );
}
