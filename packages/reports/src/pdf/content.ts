import { formatDate, isPartialDate } from '@entente/text';
import { FACE } from '../figures/ink.ts';
import { outlined } from '../figures/raster.ts';
import type { Coverage } from '../fonts/coverage.ts';
import { latinSans, latinSerif } from '../fonts/files.ts';
import { piecesOf, scriptOf, scripts, wordsOf } from '../fonts/scripts.ts';
import { labelsIn } from '../labels.ts';
import type { Labels } from '../labels.ts';
import { isCell } from '../model/check.ts';
import type { Block, Cell, Document, LanguageTag, ListItem, Provenance, Row, Table, Text } from '../model/document.ts';
import { numberBlocks } from '../model/numbering.ts';
import type { Place } from '../model/numbering.ts';
import { spansOf } from '../model/spans.ts';
import type { Span } from '../model/spans.ts';
import { isShortComparison, isShortTable } from './height.ts';

/**
 * A span for the template: a bare string, a list of words (set unbreakable each, so that a line breaks only between
 * them), or one of these with its appearance. One-letter keys keep a 40-page document's JSON small.
 */
type Inline = string | readonly string[] | { readonly [key: string]: unknown };
type Content = readonly Inline[];
type Node = { readonly [key: string]: unknown };

/** Everything `report.typ` draws, as JSON: text reaches the compiler as data only, never as markup. */
export function contentOf(document: Document, coverage: Coverage): string {
  return JSON.stringify(new ContentWriter(document, coverage).whole());
}

const base = (lang: LanguageTag): string => lang.split('-')[0] ?? lang;

class ContentWriter {
  readonly #document: Document;
  readonly #coverage: Coverage;
  readonly #labels: Labels;
  readonly #lineHeight: number;
  readonly #places: ReadonlyMap<Block, Place>;

  constructor(document: Document, coverage: Coverage) {
    this.#document = document;
    this.#coverage = coverage;
    this.#labels = labelsIn(document.lang);
    this.#lineHeight = 1 + (scriptOf(document.lang)?.leading ?? 0.46);
    this.#places = numberBlocks(document.blocks);
  }

  whole(): Node {
    const { title, subtitle, lang, parties, date, meta = [], mark, running, contents = 2, blocks } = this.#document;
    return {
      lang: base(lang),
      fonts: { serif: latinSerif, sans: latinSans },
      scripts: Object.fromEntries(scripts.map(({ lang: key, serif, sans, leading }) => [key, { serif, sans, leading }])),
      title: this.#text(title),
      plainTitle: this.#coverage.drawable(title),
      subtitle: subtitle === undefined ? null : this.#text(subtitle),
      parties: Object.fromEntries(parties.map(({ id, name, colour }) => [id, { name: this.#text(name), colour }])),
      date: date === undefined ? null : date.split('-').map(Number),
      dateLine: date === undefined ? null : this.#text(isPartialDate(date) ? formatDate(date, lang) : date),
      meta: meta.map(({ label, text }) => [this.#text(label), this.#text(text)]),
      mark: mark === undefined ? null : this.#text(mark),
      running: this.#text(running ?? title),
      contents,
      contentsTitle: this.#text(this.#labels('contents')),
      blocks: blocks.map((block) => this.#block(block)),
    };
  }

  #text(text: Text, lang: LanguageTag = this.#document.lang, provenance?: Provenance): Content {
    return spansOf(text, { labels: this.#labels, lang, provenance }).map((span) => this.#inline(span, lang));
  }

  #inline(span: Span, around: LanguageTag): Inline {
    const drawable = this.#coverage.drawable(span.text);
    const text = span.script ? wordsOf(drawable, span.lang) : drawable;
    const look = {
      ...(base(span.lang) === base(around) ? {} : { l: base(span.lang) }),
      ...(span.bold ? { b: 1 } : {}),
      ...(span.italic ? { i: 1 } : {}),
      ...(span.mark ? { m: 1 } : {}),
      ...(span.href === undefined ? {} : span.href.startsWith('#') ? { a: span.href.slice(1) } : { u: span.href }),
      ...(span.note ? { n: span.note.map((inner) => this.#inline(inner, this.#document.lang)) } : {}),
    };
    return Object.keys(look).length === 0 ? text : { t: text, ...look };
  }

  #passage(part: { readonly text: Text; readonly lang?: LanguageTag; readonly provenance?: Provenance }): Node {
    const lang = part.lang ?? this.#document.lang;
    return { text: this.#text(part.text, lang, part.provenance), ...(base(lang) === base(this.#document.lang) ? {} : { lang: base(lang) }) };
  }

  #block(block: Block): Node {
    const { kind } = block;
    switch (block.kind) {
      case 'heading': return { kind, level: block.level, text: this.#text(block.text), ...this.#places.get(block) };
      case 'annex': {
        const place = this.#places.get(block);
        return { kind, text: this.#text(block.text), label: this.#text(this.#labels('annex', { letter: place?.number ?? '' })), ...place };
      }
      case 'paragraph': return { kind, style: block.style ?? 'body', ...this.#passage(block) };
      case 'list': return { kind, ordered: block.ordered, start: block.start ?? 1, items: block.items.map((item) => this.#item(item)) };
      case 'table': return this.#table(block);
      case 'figure': return {
        kind, svg: this.#picture(block.svg), alt: block.alt, width: block.width ?? 1, anchor: this.#places.get(block)?.anchor ?? '',
        caption: this.#caption('figure', block.caption, block), data: block.data ? this.#table({ ...block.data, compact: true }) : null,
      };
      case 'voice': return { kind, parties: block.parties, label: block.label === undefined ? null : this.#text(block.label), blocks: block.blocks.map((inner) => this.#block(inner)) };
      case 'comparison': return { kind, whole: isShortComparison(block, this.#lineHeight), sides: block.sides.map(({ party, label, blocks }) => ({
        party, label: label === undefined ? null : this.#text(label), blocks: blocks.map((inner) => this.#block(inner)),
      })) };
      case 'facts': return { kind, entries: block.entries.map((entry) => ({ label: this.#text(entry.label), ...this.#passage(entry) })) };
      case 'quote': return {
        kind, ...(block.lang === undefined ? {} : { lang: base(block.lang) }),
        paragraphs: block.paragraphs.map((text, index) => this.#text(text, block.lang, index === block.paragraphs.length - 1 ? block.provenance : undefined)),
        source: block.source === undefined ? null : this.#text(block.source),
      };
      case 'pageBreak': return { kind };
      default: return block satisfies never;
    }
  }

  /**
   * Stacked marks share one code point's place with their base, which PDF/A level a refuses inside pictures (in running text
   * the compiler adds the actual text): there such a picture's letters become outlines. The alternative text and the data say it.
   * So do letters in faces of others, which the compiler would replace by one of its own.
   */
  #picture(svg: string): string {
    const drawable = this.#coverage.drawable(svg);
    const own = drawable.includes(`font-family="${FACE}"`);
    return own && !piecesOf(drawable).some(({ script }) => script) ? drawable : outlined(drawable);
  }

  #item(item: ListItem): Node {
    return { ...this.#passage(item), list: item.list ? this.#block(item.list) : null };
  }

  #caption(kind: 'table' | 'figure', caption: Text | undefined, block: Block): Node | null {
    if (caption === undefined) return null;
    return { label: this.#text(this.#labels(kind, { number: this.#places.get(block)?.number ?? '' })), text: this.#text(caption) };
  }

  #table(table: Table): Node {
    const head = [...(table.head ?? []), table.columns.map((column): Cell => ({ text: column.label }))];
    return {
      kind: 'table', compact: table.compact ?? false, whole: isShortTable(table, this.#lineHeight), anchor: this.#places.get(table)?.anchor ?? '',
      columns: table.columns.map(({ width = 1, align, numeric = false }) => ({ width, numeric, align: align ?? (numeric ? 'end' : 'start') })),
      head: head.map((cells) => cells.map((cell) => this.#cell(cell))),
      rows: table.rows.map((row) => this.#row(row)),
      ruled: table.rows.some(({ party }) => party !== undefined),
      caption: this.#caption('table', table.caption, table),
    };
  }

  #row(row: Row): Node {
    return { cells: row.cells.map((cell) => this.#cell(cell)), party: row.party ?? null, style: row.style ?? 'plain' };
  }

  #cell(cell: Text | Cell): Node {
    const { text = '', lang, provenance, state, ...layout } = isCell(cell) ? cell : { text: cell };
    return {
      ...this.#passage({ text, ...(lang === undefined ? {} : { lang }), ...(provenance === undefined ? {} : { provenance }) }),
      ...layout,
      ...(state ? { state: state.shape, stateLabel: this.#text(state.label) } : {}),
    };
  }
}
