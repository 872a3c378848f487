import type { ComponentChildren, VNode } from 'preact';
import { useLang } from '../reading.tsx';
import { languageIn, useWords } from '../words.ts';
import { ProvenanceLabel, type Provenance } from './LocalizedText.tsx';

export interface TextColumn {
  readonly lang: string;
  readonly provenance: Provenance;
  readonly stale?: boolean;
  readonly summary?: boolean;
}

export interface PassageRow {
  /** Anchor of the passage, unique on the page, e.g. `p3`. */
  readonly id: string;
  /** Number as printed, e.g. "3." or "5 c". */
  readonly number?: string;
  /** Depth in the document, 0 for a top item. */
  readonly depth?: 0 | 1 | 2;
  /** Heading of a section instead of a numbered passage. */
  readonly heading?: boolean;
  /** Text by language; an absent one is said to be missing. */
  readonly texts: Readonly<Record<string, string>>;
  /** State of the commitments of this passage. */
  readonly margin?: ComponentChildren;
}

export interface LanguageColumnsProps {
  readonly columns: readonly TextColumn[];
  readonly rows: readonly PassageRow[];
  /** Heading of the margin; without it there is no margin. */
  readonly margin?: string;
}

/** A text in language columns, aligned passage by passage: beside each other on a laptop, under each other on a phone. */
export function LanguageColumns({ columns, rows, margin }: LanguageColumnsProps): VNode {
  const reader = useLang();
  const w = useWords();
  return (
    <div class={`columns c${columns.length}${margin ? ' with-margin' : ''}`}>
      <div class="row head">
        {columns.map((column) => <p key={column.lang}><ProvenanceLabel version={{ ...column, text: '' }} /></p>)}
        {margin && <p class="prov">{margin}</p>}
      </div>
      {rows.map((row) => (
        <section class={`row d${row.depth ?? 0}${row.heading ? ' section' : ''}`} id={row.id} key={row.id} aria-label={row.number ?? row.id}>
          {columns.map(({ lang }, i) => {
            const text = row.texts[lang];
            return text === undefined
              ? <p class="prov missing" key={lang}>{w('missing-in', { language: languageIn(lang, reader) })}</p>
              : (
                <div class="text" lang={lang} key={lang}>
                  <p>{row.number && <b class="number">{row.number} </b>}{text}
                    {i === 0 && <a class="anchor" href={`#${row.id}`} aria-label={w('link-to-passage', { number: row.number ?? row.id })}>#</a>}
                  </p>
                </div>
              );
          })}
          {margin && <aside class="margin">{row.margin}</aside>}
        </section>
      ))}
    </div>
  );
}

export interface ContentsItem {
  readonly href: string;
  readonly label: string;
  readonly number?: string;
  readonly current?: boolean;
}

/** Table of contents of a long document. */
export function Contents({ items, title }: { readonly items: readonly ContentsItem[]; readonly title?: string }): VNode {
  const w = useWords();
  const name = title ?? w('contents');
  return (
    <nav class="contents" aria-label={name}>
      <b>{name}</b>
      <ul>{items.map((item) => (
        <li key={item.href}><a href={item.href} aria-current={item.current ? 'true' : undefined}>{item.number && <span class="number">{item.number} </span>}{item.label}</a></li>
      ))}</ul>
    </nav>
  );
}
