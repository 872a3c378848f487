import type { Lang } from '@entente/text';
import { runningWords } from './words.ts';
import { wordsOfParagraphs } from '../layout/paragraphs.ts';
import type { Plain } from '../layout/plain.ts';
import { endsClause, wordCount } from '../layout/lines.ts';
import { RANK } from '../lists/marker.ts';
import type { Extent } from '../lists/extent.ts';
import { segmentsOf } from '../prose/segments.ts';
import type { Sentence } from '../prose/candidates.ts';
import type { Structure } from '../structure.ts';
import type { Item, Span } from '../types.ts';

/** An item before what is in it was put in; `at` are its places in the plain text. */
export interface Draft extends Omit<Item, 'found'> {
  readonly at: Span;
  /** Places of its own words, where parts stand between them. */
  readonly own: readonly Span[];
}

interface Texts {
  readonly plain: Plain;
  readonly flow: string;
  readonly lang: Lang;
}

/** The numbered and bulleted items, each with its parts: numbered ones, or suggested ones where it has none. */
export function numberedItems(structure: Structure, texts: Texts): Draft[] {
  const parents = new Set(structure.extents.map(({ entry }) => `${entry.list} ${entry.parent ?? ''}`));
  return structure.extents.flatMap((extent) => {
    const hasParts = parents.has(`${extent.entry.list} ${extent.entry.number}`);
    const item = fromExtent(extent, structure, texts, hasParts);
    return hasParts ? [item] : [item, ...suggestedParts(item, texts)];
  });
}

function fromExtent(extent: Extent, structure: Structure, { plain }: Texts, hasParts: boolean): Draft {
  const { entry, paragraphs, above } = extent;
  const { marker } = entry.node;
  const line = structure.lines[entry.node.line];
  const first = paragraphs[0];
  const start = first?.start ?? extent.end;
  const heading = above?.text ?? (first && (hasParts || paragraphs.length > 1) && isTitle(first.text) ? first.text : undefined);
  const markerEnd = (line?.start ?? 0) + (line?.text.slice(0, marker.length).trimEnd().length ?? 0);
  return {
    number: entry.number, list: entry.list, ...(entry.parent === undefined ? {} : { parent: entry.parent }),
    ...(heading === undefined ? {} : { heading }),
    text: wordsOfParagraphs(paragraphs, plain), span: plain.span(start, extent.end), at: { start, end: extent.end },
    own: paragraphs.map((paragraph) => ({ start: paragraph.start, end: paragraph.end })),
    marker: { span: plain.span(line?.start ?? 0, markerEnd), text: plain.words(line?.start ?? 0, markerEnd) },
    source: marker.rank === RANK.bullet ? 'bulleted' : 'numbered',
    confidence: confidenceOf(extent),
  };
}

const isTitle = (text: string) => text.length <= 90 && wordCount(text) <= 14 && !endsClause(text);

function confidenceOf({ entry, paragraphs }: Extent): number {
  const { marker } = entry.node;
  if (paragraphs.length === 0) return 0.4;
  if (marker.unsure) return 0.7;
  if (marker.rank === RANK.word) return 0.98;
  return marker.rank === RANK.bullet ? 0.8 : 0.95;
}

/** What one item may fall into; letters that are not written there are ours. */
export function suggestedParts(item: Draft, { plain, flow, lang }: Texts): Draft[] {
  const last = item.own.at(-1);
  // The title is no part.
  const first = item.own[item.heading !== undefined && item.own.length > 1 && item.text.startsWith(`${item.heading}\n`) ? 1 : 0];
  if (!first || !last) return [];
  return segmentsOf(flow, first.start, last.end, lang).map((segment) => ({
    number: `${item.number}.${segment.label}`, parent: item.number, list: item.list,
    text: runningWords(plain, flow, segment.start, segment.end), span: plain.span(segment.start, segment.end), at: segment, own: [segment],
    source: 'sentence' as const, confidence: segment.written ? 0.8 : 0.5,
  }));
}

/** Candidates from prose, numbered as they come. */
export function proseItems(found: readonly Sentence[], texts: Texts): Draft[] {
  return found.flatMap((sentence, at) => {
    const span = { start: sentence.start, end: sentence.end };
    const item: Draft = {
      number: String(at + 1), list: 0, text: runningWords(texts.plain, texts.flow, span.start, span.end), span: texts.plain.span(span.start, span.end), at: span, own: [span],
      source: 'sentence', confidence: sentence.score,
    };
    return [item, ...suggestedParts(item, texts)];
  });
}
