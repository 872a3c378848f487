import type { LanguageTag } from '../language.ts';

const segmenters = new Map<string, Intl.Segmenter>();

/** The word segmenter of a language, made once: making one costs more than a page of text. */
export function wordSegmenter(lang: LanguageTag): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) segmenters.set(lang, (segmenter = new Intl.Segmenter(lang, { granularity: 'word' })));
  return segmenter;
}

/** The words of a text in order, as written: Vietnamese by syllable, Lao by ICU's dictionary. Marks and signs are left out. */
export function words(text: string, lang: LanguageTag): string[] {
  const found: string[] = [];
  for (const part of wordSegmenter(lang).segment(text)) if (part.isWordLike) found.push(part.segment);
  return found;
}
