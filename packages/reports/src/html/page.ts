import { formatDate } from '@entente/text';
import { escapeXml } from '../figures/ink.ts';
import { labelsIn } from '../labels.ts';
import type { Block, Document } from '../model/document.ts';
import { numberBlocks, walk } from '../model/numbering.ts';
import type { Place } from '../model/numbering.ts';
import { Markup } from './markup.ts';
import { styleFor } from './style.ts';

export interface HtmlOptions {
  /** Puts the Lao fonts inside where the document has Lao, 110 KB: many systems have none. True when left out. */
  readonly embedFonts?: boolean;
}

/** One self-contained page: no script, nothing fetched; `lang` right on every passage; A4 when printed. */
export function writeHtml(document: Document, { embedFonts = true }: HtmlOptions = {}): string {
  const labels = labelsIn(document.lang);
  const places = numberBlocks(document.blocks);
  const markup = new Markup(document, labels, places);
  const front = titlePage(document, markup);
  const contents = contentsList(document, markup, places, labels('contents'));
  const body = markup.all(document.blocks);
  const notes = markup.notes.length === 0 ? '' : `<section class="notes" role="doc-endnotes" aria-label="${escapeXml(labels('note'))}"><ol>${markup.notes.join('')}</ol></section>`;
  const whole = `${front}${contents}<main>${body}${notes}</main>`;
  return `<!doctype html>
<html lang="${escapeXml(document.lang)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeXml(document.title)}</title><style>${styleFor(document.parties, embedFonts && markup.hasScript)}</style></head><body>
${whole}
</body></html>
`;
}

function titlePage({ title, subtitle, parties, date, meta = [], mark, lang }: Document, markup: Markup): string {
  return `<header class="title"><div class="colours" aria-hidden="true">${parties.map((_, index) => `<i class="c${index}"></i>`).join('')}</div>${mark === undefined ? '' : `<p class="mark">${markup.text(mark)}</p>`}<h1>${markup.text(title)}</h1>${subtitle === undefined ? '' : `<p class="subtitle">${markup.text(subtitle)}</p>`}<ul>${parties.map(({ name }, index) => `<li class="b${index}"><span>${markup.text(name)}</span></li>`).join('')}</ul>${date === undefined ? '' : `<p><time datetime="${date}">${markup.text(formatDate(date, lang))}</time></p>`}${meta.length === 0 ? '' : `<dl class="meta">${meta.map((entry) => `<dt>${markup.text(entry.label)}</dt><dd>${markup.text(entry.text)}</dd>`).join('')}</dl>`}</header>`;
}

function contentsList(document: Document, markup: Markup, places: ReadonlyMap<Block, Place>, title: string): string {
  const depth = document.contents ?? 2;
  if (depth === 0) return '';
  const entries = Array.from(walk(document.blocks)).flatMap((block) => {
    const level = block.kind === 'annex' ? 1 : block.kind === 'heading' ? block.level : Infinity;
    if (level > depth || !('text' in block)) return [];
    const { number = '', anchor = '' } = places.get(block) ?? {};
    const plain = typeof block.text === 'string' ? block.text : block.text.map((run) => (typeof run === 'string' ? run : run.text)).join('');
    return [`<li class="l${level}"><a href="#${escapeXml(anchor)}">${number === '' ? '' : `<span class="number">${number}</span> `}${markup.text(plain)}</a></li>`];
  });
  return `<nav aria-label="${escapeXml(title)}"><h2>${markup.text(title)}</h2><ol>${entries.join('')}</ol></nav>`;
}
