import type { LanguageTag } from '../language.ts';

const segmenters = new Map<string, Intl.Segmenter>();

/** The word segmenter of a language, made once: making one costs more than a page of text. */
export function wordSegmenter(lang: LanguageTag): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) segmenters.set(lang, (segmenter = new Intl.Segmenter(lang, { granularity: 'word' })));
  return segmenter;
}

/**
 * The words of a text in order, as written: Vietnamese by syllable, Lao by ICU's dictionary. Marks and signs between
 * words are left out, and part words: "2019-2021" gives two, "24.11.2022" three.
 */
export function words(text: string, lang: LanguageTag): string[] {
  const found: string[] = [];
  for (const { segment } of wordSegmenter(lang).segment(text)) {
    for (const match of segment.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) if (/[\p{L}\p{N}]/u.test(match[0])) found.push(match[0]);
  }
  return found;
}
