import { isCell } from '../model/check.ts';
import type { Block, Cell, Column, Comparison, Document, Figure, List, Row, StateMark, Table, Text, Voice } from '../model/document.ts';
import { escapeXml } from '../figures/ink.ts';
import { wordsOf } from '../fonts/scripts.ts';
import type { Labels } from '../labels.ts';
import type { Place } from '../model/numbering.ts';
import { spansOf } from '../model/spans.ts';
import type { Span } from '../model/spans.ts';

const tag = (name: string, attributes: Readonly<Record<string, string | number | undefined>>, content: string): string => {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [` ${key}="${escapeXml(String(value))}"`]));
  return `<${name}${written.join('')}>${content}</${name}>`;
};

/** What a screen reader says for a state's disc is its label; the disc itself is drawn by the style sheet. */
const disc = (shape: StateMark['shape']): string => `<i class="disc ${shape}" aria-hidden="true"></i>`;

/** Draws blocks as HTML and keeps the footnotes it met. */
export class Markup {
  readonly #document: Document;
  readonly #labels: Labels;
  readonly #places: ReadonlyMap<Block, Place>;
  readonly notes: string[] = [];
  /** Whether anything drawn so far is in a script that has a font of its own. */
  hasScript = false;

  constructor(document: Document, labels: Labels, places: ReadonlyMap<Block, Place>) {
    this.#document = document;
    this.#labels = labels;
    this.#places = places;
  }

  all(blocks: readonly Block[]): string {
    return blocks.map((block) => this.#block(block)).join('\n');
  }

  text(text: Text, lang: string = this.#document.lang, provenance?: Cell['provenance']): string {
    return spansOf(text, { labels: this.#labels, lang, provenance }).map((span) => this.#span(span, lang)).join('');
  }

  #span(span: Span, around: string): string {
    if (span.note) return this.#note(span.note);
    if (span.script) this.hasScript = true;
    // Browsers without a Lao dictionary break nowhere or anywhere: <wbr> stands between the words.
    let html = span.script ? wordsOf(span.text, span.lang).map(escapeXml).join('<wbr>').replaceAll('<wbr> ', ' ').replaceAll(' <wbr>', ' ') : escapeXml(span.text);
    html = html.replaceAll('\n', '<br>');
    if (span.italic) html = `<em>${html}</em>`;
    if (span.bold) html = `<strong>${html}</strong>`;
    if (span.mark) html = `<small class="provenance">${html}</small>`;
    if (span.lang !== around) html = tag('span', { lang: span.lang }, html);
    return span.href === undefined ? html : tag('a', { href: span.href }, html);
  }

  #note(spans: readonly Span[]): string {
    const number = this.notes.length + 1;
    this.notes.push('');
    const content = spans.map((span) => this.#span(span, this.#document.lang)).join('');
    this.notes[number - 1] = `<li id="note-${number}">${content} <a href="#call-${number}" aria-label="${escapeXml(this.#labels('backToText'))}">↑</a></li>`;
    return `<sup><a id="call-${number}" href="#note-${number}" role="doc-noteref">${number}</a></sup>`;
  }

  #lang(lang: string | undefined): string | undefined {
    return lang === undefined || lang === this.#document.lang ? undefined : lang;
  }

  #block(block: Block): string {
    const place = this.#places.get(block);
    switch (block.kind) {
      case 'heading': return tag(`h${block.level + 1}`, { id: place?.anchor }, `${place?.number ? `<span class="number">${place.number}</span> ` : ''}${this.text(block.text)}`);
      case 'annex': return tag('h2', { id: place?.anchor, class: 'annex' }, `<span class="label">${this.text(this.#labels('annex', { letter: place?.number ?? '' }))}</span> ${this.text(block.text)}`);
      case 'paragraph': return tag('p', { class: block.style === 'body' ? undefined : block.style, lang: this.#lang(block.lang) }, this.text(block.text, block.lang, block.provenance));
      case 'list': return this.#list(block);
      case 'table': return this.#table(block);
      case 'figure': return this.#figure(block);
      case 'voice': return this.#voice(block);
      case 'comparison': return this.#comparison(block);
      case 'facts': return tag('dl', {}, block.entries.map((entry) => `<dt>${this.text(entry.label)}</dt>${tag('dd', { lang: this.#lang(entry.lang) }, this.text(entry.text, entry.lang))}`).join(''));
      case 'quote': {
        const last = block.paragraphs.length - 1;
        const words = block.paragraphs.map((text, index) => `<p>${this.text(text, block.lang, index === last ? block.provenance : undefined)}</p>`).join('');
        return `<figure class="quote">${tag('blockquote', { lang: this.#lang(block.lang) }, words)}${block.source === undefined ? '' : `<figcaption>${this.text(block.source)}</figcaption>`}</figure>`;
      }
      case 'pageBreak': return '<div class="page-break"></div>';
      default: return block satisfies never;
    }
  }

  #list(list: List): string {
    const items = list.items.map((item) => tag('li', { lang: this.#lang(item.lang) }, this.text(item.text, item.lang, item.provenance) + (item.list ? this.#list(item.list) : '')));
    return list.ordered ? tag('ol', { start: list.start === undefined || list.start === 1 ? undefined : list.start }, items.join('')) : tag('ul', {}, items.join(''));
  }

  #partyClass(party: string): string {
    return `p${this.#document.parties.findIndex(({ id }) => id === party)}`;
  }

  #names(parties: readonly string[]): string {
    return parties.map((party) => this.#document.parties.find(({ id }) => id === party)?.name ?? party).join(' · ');
  }

  #voice({ parties, label, blocks }: Voice): string {
    const inner = `<p class="party">${this.text(label ?? this.#names(parties))}</p>${this.all(blocks)}`;
    return parties.reduceRight((content, party, index) => tag(index === 0 ? 'section' : 'div', { class: `voice ${this.#partyClass(party)}${parties.length > 1 ? ' joint' : ''}` }, content), inner);
  }

  #comparison({ sides }: Comparison): string {
    const drawn = sides.map(({ party, label, blocks }) => `<section class="voice ${this.#partyClass(party)}"><p class="party">${this.text(label ?? this.#names([party]))}</p>${this.all(blocks)}</section>`);
    return `<div class="sides">${drawn.join('')}</div>`;
  }

  #caption(kind: 'table' | 'figure', block: Table | Figure): string {
    return block.caption === undefined ? '' : `<b>${this.text(this.#labels(kind, { number: this.#places.get(block)?.number ?? '' }))}</b> ${this.text(block.caption)}`;
  }

  #figure(block: Figure): string {
    const source = `data:image/svg+xml;base64,${Buffer.from(block.svg).toString('base64')}`;
    const image = `<img src="${source}" alt="${escapeXml(block.alt)}" style="width:${(block.width ?? 1) * 100}%">`;
    const caption = this.#caption('figure', block);
    return tag('figure', { id: this.#places.get(block)?.anchor }, `${image}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}${block.data ? this.#table({ ...block.data, compact: true }) : ''}`);
  }

  #table(table: Table): string {
    const shares = table.columns.reduce((sum, { width = 1 }) => sum + width, 0);
    const columns = table.columns.map(({ width = 1 }) => `<col style="width:${((100 * width) / shares).toFixed(1)}%">`).join('');
    const head = (table.head ?? []).map((cells) => `<tr>${cells.map((cell) => this.#cell(cell, undefined, 'th', (isCell(cell) ? (cell.span ?? 1) : 1) > 1 ? 'colgroup' : 'col')).join('')}</tr>`).join('');
    const labels = `<tr>${table.columns.map((column) => this.#cell(column.label, column, 'th', 'col')).join('')}</tr>`;
    const caption = this.#caption('table', table);
    return tag('table', { id: this.#places.get(table)?.anchor, class: table.compact ? 'compact' : undefined },
      `${caption === '' ? '' : `<caption>${caption}</caption>`}<colgroup>${columns}</colgroup><thead>${head}${labels}</thead><tbody>${table.rows.map((row) => this.#row(row, table.columns)).join('')}</tbody>`);
  }

  #row(row: Row, columns: readonly Column[]): string {
    const look = [row.style === 'plain' ? undefined : row.style, row.party === undefined ? undefined : `said ${this.#partyClass(row.party)}`].filter((each) => each !== undefined);
    return tag('tr', { class: look.join(' ') }, row.cells.map((cell, index) => this.#cell(cell, columns[index], 'td')).join(''));
  }

  #cell(given: Text | Cell, column: Column | undefined, name: 'td' | 'th', scope?: string): string {
    const cell: Cell = isCell(given) ? given : { text: given };
    const align = cell.align ?? column?.align ?? (column?.numeric ? 'end' : 'start');
    const state = cell.state ? `${disc(cell.state.shape)}${this.text(cell.state.label)}` : '';
    const text = this.text(cell.text ?? '', cell.lang, cell.provenance);
    const content = [state, cell.bold && text !== '' ? `<strong>${text}</strong>` : text].filter((part) => part !== '').join('<br>');
    const span = cell.span ?? 1;
    const rows = cell.rows ?? 1;
    // An empty header cell heads nothing.
    return tag(name === 'th' && content === '' ? 'td' : name, {
      class: align === 'start' ? undefined : align, scope: name === 'th' && content !== '' ? scope : undefined, lang: this.#lang(cell.lang), colspan: span > 1 ? span : undefined, rowspan: rows > 1 ? rows : undefined,
    }, content);
  }
}
