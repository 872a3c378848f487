/**
 * The document model: plain, serialisable data that every writer (PDF, DOCX, HTML) draws. It knows no domain.
 * A document keeps the same JSON for decades inside frozen reports, so fields are added, never renamed.
 */

/** A BCP 47 tag, such as `vi`, `lo`, `en`. */
export type LanguageTag = string;

/** Where a passage's wording comes from; writers print a small label after it, in the document's language. */
export type Provenance =
  /** No translation exists: the original is printed in its own language. */
  | 'original'
  /** Translated by machine, not checked by a person. */
  | 'machine'
  /** A translation whose source has changed since. */
  | 'stale'
  /** A summary, not the signed wording. */
  | 'summary';

/** A stretch of text with one appearance. `\n` breaks the line. */
export interface Run {
  readonly text: string;
  readonly lang?: LanguageTag;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** http, https, mailto, or `#id` of a heading in the same document. */
  readonly href?: string;
  readonly provenance?: Provenance;
  /** A footnote, called after the run. */
  readonly note?: Text;
}

/** Text as callers write it: a plain string, or runs. */
export type Text = string | readonly (string | Run)[];

/** A side of the cooperation. Colours are data, `#rrggbb`; writers never mark by colour alone. */
export interface Party {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
}

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3 | 4;
  readonly text: Text;
  readonly id?: string;
  /** Numbered 1, 1.1, ... unless false. */
  readonly numbered?: boolean;
}

/** Opens an annex on a new page; annexes are lettered A, B, ... and headings under them A.1, A.2, ... */
export interface Annex {
  readonly kind: 'annex';
  readonly text: Text;
  readonly id?: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Text;
  readonly lang?: LanguageTag;
  readonly provenance?: Provenance;
  /** `lead` opens a chapter; `label` heads what follows and stays with it; `small` is for sources and remarks. */
  readonly style?: 'body' | 'lead' | 'label' | 'small';
}

export interface ListItem {
  readonly text: Text;
  readonly lang?: LanguageTag;
  readonly provenance?: Provenance;
  readonly list?: List;
}

export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** The first number of an ordered list; 1 when left out. */
  readonly start?: number;
  readonly items: readonly ListItem[];
}

/** A state as shape and words: a filled, half, hollow or crossed disc (never colour alone). */
export interface StateMark {
  readonly shape: 'done' | 'running' | 'late' | 'none';
  readonly label: string;
}

export interface Cell {
  readonly text?: Text;
  readonly lang?: LanguageTag;
  readonly provenance?: Provenance;
  readonly state?: StateMark;
  /** How many columns (`span`) and rows (`rows`) the cell covers; 1 when left out. */
  readonly span?: number;
  readonly rows?: number;
  readonly align?: 'start' | 'center' | 'end';
  readonly bold?: boolean;
}

export interface Column {
  readonly label: Text;
  /** Share of the table's width; 1 when left out. */
  readonly width?: number;
  readonly align?: 'start' | 'center' | 'end';
  /** Figures: set flush right in lining tabular numerals. */
  readonly numeric?: boolean;
}

export interface Row {
  readonly cells: readonly (Text | Cell)[];
  /** Draws the party's rule at the row's edge. */
  readonly party?: string;
  readonly style?: 'plain' | 'group' | 'total';
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** Header rows above the column labels, for merged header cells. The whole header repeats on every page. */
  readonly head?: readonly (readonly (Text | Cell)[])[];
  readonly rows: readonly Row[];
  readonly caption?: Text;
  readonly id?: string;
  /** Smaller type, for tables of many columns and for data under figures. */
  readonly compact?: boolean;
}

export interface Figure {
  readonly kind: 'figure';
  /** A self-contained SVG with a viewBox: no scripts, no links to other files. */
  readonly svg: string;
  /** What the figure shows, for a reader who cannot see it. */
  readonly alt: string;
  readonly caption?: Text;
  /** The figures behind the picture, printed under it in small type. */
  readonly data?: Table;
  /** Share of the text width, 0 to 1; 1 when left out. */
  readonly width?: number;
  readonly id?: string;
}

/** What one party says (one rule), or several jointly (their rules meeting). */
export interface Voice {
  readonly kind: 'voice';
  /** Party ids, in the order of their rules. */
  readonly parties: readonly string[];
  /** Shown beside the mark; the parties' names when left out. */
  readonly label?: string;
  readonly blocks: readonly Block[];
}

export interface Side {
  readonly party: string;
  readonly label?: string;
  readonly blocks: readonly Block[];
}

/** The parties' accounts of one thing beside each other, two to a line. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly sides: readonly Side[];
}

/** Names and values: the facts of a record. */
export interface Facts {
  readonly kind: 'facts';
  readonly entries: readonly { readonly label: string; readonly text: Text; readonly lang?: LanguageTag }[];
}

/** Words of an instrument, as signed or as recorded. */
export interface Quote {
  readonly kind: 'quote';
  readonly paragraphs: readonly Text[];
  readonly lang?: LanguageTag;
  readonly provenance?: Provenance;
  readonly source?: Text;
}

export interface PageBreak {
  readonly kind: 'pageBreak';
}

export type Block = Heading | Annex | Paragraph | List | Table | Figure | Voice | Comparison | Facts | Quote | PageBreak;

export interface Document {
  readonly title: string;
  readonly subtitle?: string;
  readonly lang: LanguageTag;
  /** Each side named first in its own copy: the order here is the order on the page. */
  readonly parties: readonly Party[];
  /** The document's own date, `YYYY-MM-DD`; also the creation date in the files (else the time of writing), so that a dated document gives the same PDF again. */
  readonly date?: string;
  /** Lines of the title page: period, themes, version, digest. */
  readonly meta?: readonly { readonly label: string; readonly text: string }[];
  /** The label line on the title page and on top of every page: "Exercise", "Draft, not yet agreed". */
  readonly mark?: string;
  /** Short title for the top of the pages; the title when left out. */
  readonly running?: string;
  /** Heading levels in the table of contents; 0 for none; 2 when left out. */
  readonly contents?: 0 | 1 | 2 | 3;
  readonly blocks: readonly Block[];
}
