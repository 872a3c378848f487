import type { LanguageTag } from '../language.ts';

/** A piece of a text and where it stands: `whole.slice(start, end) === text`. */
export interface Passage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The lines of a text that are not blank, without space at their ends. */
export function paragraphs(text: string): Passage[] {
  return Array.from(text.matchAll(/[^\r\n\u0085\u2028\u2029]+/g), (match) => trimmed(match[0], match.index)).filter((passage) => passage.text !== '');
}

/** The sentences of a text, without space at their ends. */
export function sentences(text: string, lang: LanguageTag): Passage[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  return Array.from(segmenter.segment(text), (part) => trimmed(part.segment, part.index)).filter((passage) => passage.text !== '');
}

export function trimmed(piece: string, index: number): Passage {
  const text = piece.trim();
  const start = index + piece.length - piece.trimStart().length;
  return { text, start, end: start + text.length };
}
