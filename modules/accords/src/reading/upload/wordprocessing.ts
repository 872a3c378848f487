import type { Numbering } from './numbering.ts';
import { attribute, eventsOf } from '@entente/sheets/package';
import type { XmlEvent } from '@entente/sheets/package';

interface Paragraph {
  text: string;
  numId?: string;
  level?: number;
  style?: string;
}

/** What is not read: deletions, the old place of what was moved, former settings, field codes, the copy for old programs. */
const SKIPPED = new Set(['del', 'moveFrom', 'pPrChange', 'rPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange', 'sectPrChange', 'numberingChange', 'instrText', 'delText', 'Fallback']);
const INLINE: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };
const DEEPEST = 200;

/** The lines of a document: each paragraph with its number, table rows with a tab between cells. */
export function paragraphsOfDocument(xml: string, numbering: Numbering): string[] {
  const reader = new DocumentReader(numbering);
  for (const event of eventsOf(xml)) reader.take(event);
  return reader.lines();
}

/** Where finished paragraphs go: the body, or a cell of a table. */
type Cell = string[];
interface Table {
  readonly rows: Cell[][];
}

class DocumentReader {
  readonly #numbering: Numbering;
  readonly #body: Cell = [];
  readonly #tables: Table[] = [];
  readonly #open: Paragraph[] = [];
  #skipping = 0;
  #runs = 0;
  #inText = false;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  take(event: XmlEvent): void {
    if (event.is === 'text') {
      const paragraph = this.#open.at(-1);
      if (this.#inText && this.#skipping === 0 && paragraph) paragraph.text += event.text;
      return;
    }
    if (SKIPPED.has(event.name)) {
      if (event.is === 'close') this.#skipping = Math.max(0, this.#skipping - 1);
      else if (!event.closed) this.#skipping += 1;
      return;
    }
    if (this.#skipping > 0) return;
    if (event.is === 'close') this.#close(event.name);
    else this.#begin(event.name, event.attributes, event.closed);
  }

  lines(): string[] {
    while (this.#open.length > 0) this.#close('p');
    while (this.#tables.length > 0) this.#close('tbl');
    return this.#body;
  }

  #begin(name: string, attributes: string, closed: boolean): void {
    if (this.#runs > 0 && INLINE[name] !== undefined) this.#write(INLINE[name]);
    else if (name === 'numId' || name === 'ilvl' || name === 'pStyle') this.#describe(name, attribute(attributes, 'val') ?? '');
    else if (name === 'p' && closed) this.#cell().push('');
    if (closed || this.#open.length + this.#tables.length > DEEPEST) return;
    if (name === 'p') this.#open.push({ text: '' });
    else if (name === 'r') this.#runs += 1;
    else if (name === 't') this.#inText = this.#runs > 0;
    else if (name === 'tbl') this.#tables.push({ rows: [] });
    else if (name === 'tr') this.#tables.at(-1)?.rows.push([]);
    else if (name === 'tc') this.#tables.at(-1)?.rows.at(-1)?.push([]);
  }

  #close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'r') this.#runs = Math.max(0, this.#runs - 1);
    else if (name === 'p') this.#finish();
    else if (name === 'tbl') {
      const table = this.#tables.pop();
      if (table) this.#cell().push(...table.rows.flatMap(rowLines));
    }
  }

  #write(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph) paragraph.text += text;
  }

  #describe(name: string, value: string): void {
    const paragraph = this.#open.at(-1);
    if (!paragraph) return;
    if (name === 'numId') paragraph.numId = value;
    else if (name === 'ilvl') paragraph.level = Math.min(8, Number(value) || 0);
    else paragraph.style = value;
  }

  #cell(): Cell {
    return this.#tables.at(-1)?.rows.at(-1)?.at(-1) ?? this.#body;
  }

  #finish(): void {
    const paragraph = this.#open.pop();
    if (!paragraph) return;
    const ofStyle = paragraph.style === undefined ? undefined : this.#numbering.ofStyle(paragraph.style);
    const numId = paragraph.numId ?? ofStyle?.numId;
    // numId 0 takes off the numbering that a style brings. An empty paragraph shows its number in Word, and counts.
    const label = numId !== undefined && numId !== '0' ? this.#numbering.next(numId, paragraph.level ?? ofStyle?.level ?? 0) : '';
    this.#cell().push(label === '' ? paragraph.text : `${label} ${paragraph.text.trimStart()}`.trimEnd());
  }
}

/** Short cells make a line with tabs; a table that only sets texts side by side gives one text after the other. */
function rowLines(cells: readonly Cell[]): string[] {
  const filled = cells.map((lines) => lines.filter((line) => line.trim() !== ''));
  const long = filled.some((lines) => lines.length > 3) || (filled.length < 3 && filled.some((lines) => lines.length > 1));
  if (long || filled.length === 1) return filled.flat();
  return [filled.map((lines) => lines.join(' ').replace(/[\t\n]+/g, ' ').trim()).join('\t')];
}
