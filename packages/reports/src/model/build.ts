import type {
  Annex, Block, Cell, Column, Comparison, Facts, Figure, Heading, List, ListItem, PageBreak, Paragraph, Quote, Row, Run, Side,
  StateMark, Table, Text, Voice,
} from './document.ts';

/** Everything of a block but its `kind` and the parts a builder takes by position. */
type Options<B, K extends PropertyKey = never> = Omit<B, 'kind' | K>;

export const heading = (level: Heading['level'], text: Text, options: Options<Heading, 'level' | 'text'> = {}): Heading =>
  ({ kind: 'heading', level, text, ...options });

export const annex = (text: Text, options: Options<Annex, 'text'> = {}): Annex => ({ kind: 'annex', text, ...options });

export const paragraph = (text: Text, options: Options<Paragraph, 'text'> = {}): Paragraph => ({ kind: 'paragraph', text, ...options });

const item = (entry: Text | ListItem): ListItem => (typeof entry === 'object' && 'text' in entry ? entry : { text: entry });

export const bullets = (items: readonly (Text | ListItem)[]): List => ({ kind: 'list', ordered: false, items: items.map(item) });

export const numbered = (items: readonly (Text | ListItem)[], start = 1): List =>
  ({ kind: 'list', ordered: true, start, items: items.map(item) });

export const table = (columns: readonly Column[], rows: readonly (Row | readonly (Text | Cell)[])[], options: Options<Table, 'columns' | 'rows'> = {}): Table =>
  ({ kind: 'table', columns, rows: rows.map((row) => ('cells' in row ? row : { cells: row })), ...options });

export const figure = (svg: string, alt: string, options: Options<Figure, 'svg' | 'alt'> = {}): Figure => ({ kind: 'figure', svg, alt, ...options });

/** One party's words, or words of several parties together when more ids are given. */
export const voice = (parties: string | readonly string[], blocks: readonly Block[], label?: string): Voice =>
  ({ kind: 'voice', parties: typeof parties === 'string' ? [parties] : parties, blocks, ...(label === undefined ? {} : { label }) });

export const comparison = (...sides: readonly Side[]): Comparison => ({ kind: 'comparison', sides });

export const facts = (entries: Facts['entries']): Facts => ({ kind: 'facts', entries });

export const quote = (paragraphs: Text | readonly Text[], options: Options<Quote, 'paragraphs'> = {}): Quote =>
  ({ kind: 'quote', paragraphs: typeof paragraphs === 'string' ? [paragraphs] : (paragraphs as readonly Text[]), ...options });

export const pageBreak = (): PageBreak => ({ kind: 'pageBreak' });

export const bold = (text: string): Run => ({ text, bold: true });

export const italic = (text: string): Run => ({ text, italic: true });

export const link = (text: string, href: string): Run => ({ text, href });

/** A passage in another language than its surroundings, so that it breaks and is spoken rightly. */
export const inLanguage = (lang: string, text: string, options: Omit<Run, 'text' | 'lang'> = {}): Run => ({ text, lang, ...options });

export const footnoted = (text: string, note: Text): Run => ({ text, note });

export const state = (shape: StateMark['shape'], label: string): Cell => ({ state: { shape, label } });
