import { piecesOf, scriptOf } from '../fonts/scripts.ts';
import type { Script } from '../fonts/scripts.ts';
import type { Labels } from '../labels.ts';
import type { LanguageTag, Provenance, Text } from './document.ts';

/** A run as writers draw it: one language, one script, cleaned of what no file format can carry. */
export interface Span {
  readonly text: string;
  readonly lang: LanguageTag;
  readonly script?: Script;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly href?: string;
  /** The label that says where the wording comes from; set small, in the sans. */
  readonly mark?: true;
  readonly note?: readonly Span[];
}

/** What is known around a text: the document's labels, the passage's language and provenance. */
export interface Passage {
  readonly labels: Labels;
  readonly lang: LanguageTag;
  readonly provenance?: Provenance | undefined;
}

/** XML 1.0 knows no control characters but tab and line ends, and no lone surrogates. */
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFEFF\uFFFE\uFFFF]/g;

export const cleanText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNWRITABLE, '').replaceAll('\t', ' ');

/** The text cut into spans, provenance labels and footnotes in their places. */
export function spansOf(text: Text, passage: Passage): readonly Span[] {
  const spans: Span[] = [];
  for (const run of typeof text === 'string' ? [text] : text) {
    const { text: words, lang = passage.lang, provenance, note, ...look } = typeof run === 'string' ? { text: run } : run;
    for (const piece of piecesOf(cleanText(words))) {
      const own = piece.script && scriptOf(lang)?.code !== piece.script.code ? piece.script.lang : lang;
      spans.push({ text: piece.text, lang: own, ...look, ...(piece.script ? { script: piece.script } : {}) });
    }
    if (provenance) spans.push(...markOf(provenance, passage.labels));
    if (note !== undefined) spans.push({ text: '', lang, note: spansOf(note, { labels: passage.labels, lang: passage.labels.lang }) });
  }
  if (passage.provenance) spans.push(...markOf(passage.provenance, passage.labels));
  return spans;
}

function markOf(provenance: Provenance, labels: Labels): readonly Span[] {
  const pieces = piecesOf(`\u00A0(${labels(provenance)})`);
  return pieces.map(({ text, script }) => ({ text, lang: labels.lang, mark: true as const, ...(script ? { script } : {}) }));
}

/** The text without its appearance, for outlines, file properties and alternatives. */
export function plainText(text: Text): string {
  return cleanText(typeof text === 'string' ? text : text.map((run) => (typeof run === 'string' ? run : run.text)).join(''));
}
