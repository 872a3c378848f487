import { AlignmentType, HeadingLevel, ImageRun, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { IParagraphOptions, ParagraphChild } from 'docx';
import { rasterise } from '../figures/raster.ts';
import type { Labels } from '../labels.ts';
import type { Annex, Block, Comparison, Document, Facts, Figure, Heading, List, Paragraph as ParagraphBlock, Quote, Table as TableBlock, Text, Voice } from '../model/document.ts';
import type { Place } from '../model/numbering.ts';
import { viewBoxOf } from '../model/picture.ts';
import { spansOf } from '../model/spans.ts';
import { hex, INK, MEASURE, QUIET } from './page.ts';
import { marked, runsOf } from './runs.ts';
import { drawTable, noBorders, NONE, rule } from './tables.ts';
import type { Draw } from './tables.ts';

export type Drawn = Paragraph | Table;

const PIXELS_PER_TWIP = 96 / 1440;
/** Pixels across a full-width figure: 220 to the inch. */
const FIGURE_PIXELS = Math.round((MEASURE / 1440) * 220);

const paragraphStyles = { lead: 'Lead', label: 'Label', small: 'Small' } as const;
const headingLevels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;

/** Draws blocks as Word's paragraphs and tables. `room` is the width at hand, in twips. */
export class BlockWriter {
  readonly #document: Document;
  readonly #labels: Labels;
  readonly #places: ReadonlyMap<Block, Place>;
  /** First numbers of the ordered lists drawn; each needs a numbering of its own. */
  readonly starts = new Set<number>([1]);
  #lists = 0;
  #inAnnex = false;

  constructor(document: Document, labels: Labels, places: ReadonlyMap<Block, Place>) {
    this.#document = document;
    this.#labels = labels;
    this.#places = places;
  }

  drawAll(blocks: readonly Block[], room = MEASURE): Drawn[] {
    return blocks.flatMap((block) => this.#draw(block, room));
  }

  /** A name and value for each entry, without lines. */
  drawFacts(facts: Facts, room: number): Table {
    const widths = [Math.floor(room * 0.27), room - Math.floor(room * 0.27)];
    const cell = (at: number, paragraph: IParagraphOptions): TableCell => new TableCell({ width: { size: widths[at] ?? room, type: WidthType.DXA }, children: [new Paragraph(paragraph)] });
    return new Table({
      width: { size: room, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders: noBorders, margins: { left: 0, right: 120 },
      rows: facts.entries.map((entry) => new TableRow({ cantSplit: true, children: [
        cell(0, { style: 'Small', spacing: { before: 40, after: 40 }, children: this.text(entry.label) }),
        cell(1, { spacing: { after: 40 }, children: this.text(entry.text, entry.lang) }),
      ] })),
    });
  }

  text(text: Text, lang = this.#document.lang, provenance?: ParagraphBlock['provenance'], look = {}): ParagraphChild[] {
    return runsOf(spansOf(text, { labels: this.#labels, lang, provenance }), this.#document.lang, look);
  }

  #colour(party: string): string {
    return hex(this.#document.parties.find(({ id }) => id === party)?.colour ?? `#${QUIET}`);
  }

  #names(parties: readonly string[]): string {
    return parties.map((party) => this.#document.parties.find(({ id }) => id === party)?.name ?? party).join(' · ');
  }

  #draw(block: Block, room: number): Drawn[] {
    switch (block.kind) {
      case 'heading': return [this.#heading(block)];
      case 'annex': return [this.#annex(block)];
      case 'paragraph': return [new Paragraph({ ...(block.style && block.style !== 'body' ? { style: paragraphStyles[block.style] } : {}), children: this.text(block.text, block.lang, block.provenance) })];
      case 'list': return this.#list(block, 0, (this.#lists += 1));
      case 'table': return this.#table(block, room);
      case 'figure': return this.#figure(block, room);
      case 'facts': return [this.drawFacts(block, room), gap(60)];
      case 'quote': return this.#quote(block);
      case 'voice': return this.#voice(block, room);
      case 'comparison': return this.#comparison(block, room);
      case 'pageBreak': return [new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20, lineRule: 'exact' } })];
      default: return block satisfies never;
    }
  }

  #heading(block: Heading): Paragraph {
    const place = this.#places.get(block);
    const numbering = block.numbered === false ? {} : { numbering: { reference: this.#inAnnex ? 'annexes' : 'headings', level: block.level - 1 } };
    return new Paragraph({ heading: headingLevels[block.level - 1] ?? HeadingLevel.HEADING_4, ...numbering, children: marked(place?.anchor ?? '', this.text(block.text)) });
  }

  #annex(block: Annex): Paragraph {
    this.#inAnnex = true;
    return new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: true, numbering: { reference: 'annexes', level: 0 }, children: marked(this.#places.get(block)?.anchor ?? '', this.text(block.text)) });
  }

  #list(list: List, level: number, instance: number): Paragraph[] {
    const start = list.start ?? 1;
    if (list.ordered) this.starts.add(start);
    const numbering = { reference: list.ordered ? `numbers-${start}` : 'bullets', level: Math.min(level, 2), instance };
    return list.items.flatMap((item) => [
      new Paragraph({ numbering, children: this.text(item.text, item.lang, item.provenance) }),
      ...(item.list ? this.#list(item.list, level + 1, item.list.ordered === list.ordered ? instance : (this.#lists += 1)) : []),
    ]);
  }

  #caption(kind: 'table' | 'figure', block: TableBlock | Figure, more: IParagraphOptions = {}): Paragraph[] {
    const place = this.#places.get(block);
    if (block.caption === undefined) return [];
    const label = this.text(`${this.#labels(kind, { number: place?.number ?? '' })}   `, undefined, undefined, { bold: true });
    return [new Paragraph({ style: 'Caption', ...more, children: marked(place?.anchor ?? '', [...label, ...this.text(block.caption)]) })];
  }

  #table(block: TableBlock, room: number): Drawn[] {
    const draw: Draw = ({ text, lang, provenance }, bold) => this.text(text, lang, provenance, bold ? { bold: true } : {});
    return [...this.#caption('table', block, { keepNext: true }), drawTable(block, room, draw, (party) => this.#colour(party)), gap(160)];
  }

  #figure(block: Figure, room: number): Drawn[] {
    const { width, height } = viewBoxOf(block.svg) ?? { width: 4, height: 3 };
    const share = block.width ?? 1;
    const across = room * share * PIXELS_PER_TWIP;
    const image = new ImageRun({
      type: 'png', data: rasterise(block.svg, Math.round(FIGURE_PIXELS * share)), transformation: { width: Math.round(across), height: Math.round((across * height) / width) },
      altText: { name: this.#places.get(block)?.anchor ?? 'figure', description: block.alt, title: block.alt },
    });
    return [
      new Paragraph({ keepNext: block.caption !== undefined, spacing: { before: 120, line: 240, lineRule: 'auto' }, children: [image] }),
      ...this.#caption('figure', block, block.data ? { keepNext: true } : {}),
      ...(block.data ? this.#table({ ...block.data, compact: true }, room) : []),
    ];
  }

  #quote(block: Quote): Paragraph[] {
    const last = block.paragraphs.length - 1;
    const paragraphs = block.paragraphs.map((text, index) => new Paragraph({
      style: 'InstrumentText', keepNext: index < last || block.source !== undefined, spacing: { after: 0 }, children: this.text(text, block.lang, index === last ? block.provenance : undefined),
    }));
    const source = block.source === undefined ? [] : [new Paragraph({ style: 'InstrumentText', children: this.text(block.source, undefined, undefined, { size: 16, color: QUIET }) })];
    return [...paragraphs, ...source, gap(40)];
  }

  #voice(block: Voice, room: number): Drawn[] {
    const only = block.parties.length === 1 ? block.parties[0] : undefined;
    const cells = block.parties.map((party, index): TableCell => {
      const last = index === block.parties.length - 1;
      const size = last ? room - 90 * index : 90;
      return new TableCell({
        width: { size, type: WidthType.DXA }, borders: { top: NONE, bottom: NONE, right: NONE, left: rule(this.#colour(party)) }, margins: last ? { left: 160 } : { left: 0, right: 0 },
        children: last ? cellful([this.#partyLabel(block.label ?? this.#names(block.parties), only === undefined ? INK : this.#colour(only)), ...this.drawAll(block.blocks, size - 250)]) : [gap(20)],
      });
    });
    const widths = block.parties.map((_, index) => (index === block.parties.length - 1 ? room - 90 * index : 90));
    return [new Table({ width: { size: room, type: WidthType.DXA }, columnWidths: widths, layout: TableLayoutType.FIXED, borders: noBorders, rows: [new TableRow({ children: cells })] }), gap(120)];
  }

  #comparison(block: Comparison, room: number): Drawn[] {
    const across = Math.min(2, block.sides.length);
    const gutter = 240;
    const each = Math.floor((room - gutter * (across - 1)) / across);
    const row = (cells: readonly TableCell[]): TableRow => new TableRow({
      children: cells.flatMap((cell, index) => (index === 0 ? [cell] : [new TableCell({ width: { size: gutter, type: WidthType.DXA }, children: [gap(20)] }), cell])),
    });
    const cell = (party: string, children: readonly Drawn[]): TableCell => new TableCell({
      width: { size: each, type: WidthType.DXA }, borders: { top: NONE, bottom: NONE, right: NONE, left: rule(this.#colour(party)) }, margins: { left: 150, right: 40 }, children: cellful(children),
    });
    const rows: TableRow[] = [];
    for (let first = 0; first < block.sides.length; first += across) {
      const sides = block.sides.slice(first, first + across);
      // The labels are a row of their own: a heading stays with it, and the accounts may break where the page ends.
      rows.push(row(sides.map(({ party, label }) => cell(party, [this.#partyLabel(label ?? this.#names([party]), this.#colour(party))]))));
      rows.push(row(sides.map(({ party, blocks }) => cell(party, this.drawAll(blocks, each - 200)))));
    }
    const columnWidths = across === 2 ? [each, gutter, each] : [each];
    return [new Table({ width: { size: room, type: WidthType.DXA }, columnWidths, layout: TableLayoutType.FIXED, borders: noBorders, rows }), gap(120)];
  }

  #partyLabel(label: string, color: string): Paragraph {
    return new Paragraph({ style: 'PartyLabel', alignment: AlignmentType.LEFT, children: this.text(label, undefined, undefined, { color }) });
  }
}

/** Empty room of so many twips: tables carry no spacing of their own, and two that touch become one. */
export const gap = (twips: number): Paragraph => new Paragraph({ spacing: { before: 0, after: 0, line: Math.max(20, twips), lineRule: 'exact' } });

/** A cell ends in a paragraph, or Word calls the file damaged. */
const cellful = (children: readonly Drawn[]): Drawn[] => (children.length === 0 || children.at(-1) instanceof Table ? [...children, gap(20)] : [...children]);
