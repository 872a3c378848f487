import { readFileSync } from 'node:fs';
import { formatDate } from '@entente/text';
import { AlignmentType, BorderStyle, Document as WordDocument, Footer, Header, Packer, PageNumber, Paragraph, TabStopType, Table, TableCell, TableLayoutType, TableOfContents, TableRow, TextRun, WidthType } from 'docx';
import type { FileChild } from 'docx';
import { laoSerif } from '../fonts/files.ts';
import { scripts } from '../fonts/scripts.ts';
import { labelsIn } from '../labels.ts';
import type { Block, Document } from '../model/document.ts';
import { numberBlocks, walk } from '../model/numbering.ts';
import type { Place } from '../model/numbering.ts';
import { plainText } from '../model/spans.ts';
import { BlockWriter, gap } from './blocks.ts';
import { coreProperties } from './properties.ts';
import { HAIR, hex, INK, MEASURE, PAGE, QUIET } from './page.ts';
import { bookmarkName } from './runs.ts';
import { numberingFor, stylesFor } from './styles.ts';
import { noBorders, NONE, rule } from './tables.ts';

const embedded = { name: scripts[0]?.serif ?? '', data: readFileSync(laoSerif.regular), bold: readFileSync(laoSerif.bold) };

export interface DocxOptions {
  /**
   * Who works out the page numbers of the contents: `word`, which asks once when it opens the file (the default), or this writer,
   * `estimated` by laying the pages out as Word does, which takes some five times as long.
   */
  readonly pageNumbers?: 'word' | 'estimated';
}

/** The document as a Word file (ECMA-376). */
export async function writeDocx(document: Document, { pageNumbers = 'word' }: DocxOptions = {}): Promise<Uint8Array> {
  const labels = labelsIn(document.lang);
  const places = numberBlocks(document.blocks);
  const writer = new BlockWriter(document, labels, places);
  const estimated = pageNumbers === 'estimated' ? { pageNumbers: (await import('docx/layout')).estimatePageNumbersWith({ guess: true }) } : {};
  const table = contentsTable(document, labels('contents'), pageNumbers === 'estimated' ? undefined : places);
  const children = [...titlePage(document, writer), ...contents(document, writer, labels('contents'), table), ...writer.drawAll(document.blocks)];
  const word = new WordDocument({
    title: document.title, creator: '', description: document.subtitle ?? '',
    styles: stylesFor(document.lang),
    numbering: numberingFor(labels, writer.starts),
    fonts: [embedded],
    compatibility: { version: 15 },
    ...estimated,
    sections: [{
      properties: { titlePage: true, page: { size: { width: PAGE.width, height: PAGE.height }, margin: { ...PAGE, header: 700, footer: 600 } } },
      headers: { default: header(document, writer), first: new Header({ children: [gap(20)] }) },
      footers: { default: footer(), first: footer() },
      children,
    }],
  });
  return await Packer.toBuffer(word, false, [{ path: 'docProps/core.xml', data: coreProperties(document) }]);
}

function titlePage(document: Document, writer: BlockWriter): FileChild[] {
  const { title, subtitle, parties, date, meta = [], mark } = document;
  const entries = meta.map(({ label, text }) => ({ label, text }));
  return [
    gap(1_200),
    ...colourBar(document),
    ...(mark === undefined ? [] : [new Paragraph({ spacing: { before: 300 }, children: markRuns(writer, mark, 19) })]),
    new Paragraph({ style: 'Title', children: writer.text(title) }),
    ...(subtitle === undefined ? [] : [new Paragraph({ style: 'Subtitle', children: writer.text(subtitle) })]),
    ...parties.map(({ name, colour }) => new Paragraph({
      spacing: { before: 100, after: 100 }, indent: { left: 180 }, border: { left: { style: BorderStyle.SINGLE, size: 18, color: hex(colour), space: 8 } }, children: writer.text(name, undefined, undefined, { size: 24 }),
    })),
    ...(date === undefined ? [] : [new Paragraph({ spacing: { before: 400, after: 2_400 }, children: writer.text(formatDate(date, document.lang), undefined, undefined, { size: 24 }) })]),
    ...(entries.length === 0 ? [] : [new Paragraph({ border: { top: { style: BorderStyle.SINGLE, size: 4, color: HAIR, space: 4 } }, spacing: { after: 40 } }), writer.drawFacts({ kind: 'facts', entries }, MEASURE)]),
  ];
}

/** The parties' colours meeting in one line. */
function colourBar({ parties }: Document): FileChild[] {
  const width = 1_900;
  if (parties.length === 0) return [];
  return [new Table({
    width: { size: width * parties.length, type: WidthType.DXA }, columnWidths: parties.map(() => width), layout: TableLayoutType.FIXED, borders: noBorders,
    rows: [new TableRow({ children: parties.map(({ colour }) => new TableCell({ width: { size: width, type: WidthType.DXA }, borders: { top: rule(hex(colour), 24), bottom: NONE, left: NONE, right: NONE }, children: [gap(20)] })) })],
  })];
}

const markRuns = (writer: BlockWriter, mark: string, size: number) => writer.text(mark, undefined, undefined, { bold: true, size, border: { style: BorderStyle.SINGLE, size: 6, color: INK, space: 3 } });

function contents(document: Document, writer: BlockWriter, title: string, table: TableOfContents): FileChild[] {
  // What follows the title page begins a page of its own, unless it does so by itself.
  const opening = document.blocks[0]?.kind === 'annex' ? [] : [new Paragraph({ pageBreakBefore: true, spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' } })];
  if (document.contents === 0) return opening;
  return [new Paragraph({ style: 'ContentsHeading', pageBreakBefore: true, children: writer.text(title) }), table, ...opening];
}

/** Word's own table of contents; given the places, its entries are written here and their page numbers left to Word. */
function contentsTable(document: Document, title: string, places: ReadonlyMap<Block, Place> | undefined): TableOfContents {
  const depth = document.contents ?? 2;
  const entries = places && Array.from(walk(document.blocks)).flatMap((block) => {
    const level = block.kind === 'annex' ? 1 : block.kind === 'heading' ? block.level : Infinity;
    if (level > depth || !('text' in block)) return [];
    const { number = '', anchor = '' } = places.get(block) ?? {};
    return [{ title: `${number}${number === '' ? '' : '\u2002'}${plainText(block.text)}`, level, href: bookmarkName(anchor) }];
  });
  return new TableOfContents(title, { hyperlink: true, headingStyleRange: `1-${depth}`, ...(entries ? { cachedEntries: entries, beginDirty: true } : {}) });
}

function header(document: Document, writer: BlockWriter): Header {
  const { running, title, mark } = document;
  return new Header({ children: [new Paragraph({
    style: 'Small', tabStops: [{ type: TabStopType.RIGHT, position: MEASURE }], border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: HAIR, space: 6 } },
    children: [...writer.text(running ?? title), ...(mark === undefined ? [] : [new TextRun({ text: '\t' }), ...markRuns(writer, mark, 15)])],
  })] });
}

const footer = (): Footer => new Footer({ children: [new Paragraph({
  style: 'Small', alignment: AlignmentType.RIGHT, children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], color: QUIET })],
})] });
