import type { Plain } from '../layout/plain.ts';

const WORD = /[^ \u2029]+/g;

/**
 * The given words of a stretch as it reads: where the flow shows a space for a wrapped line's end or for noise, a space;
 * where it shows the end of a paragraph, a line feed; all else as given.
 */
export function runningWords(plain: Plain, flow: string, start: number, end: number): string {
  const plainText = plain.text;
  if (!/[\n\f]/.test(plainText.slice(start, end))) return plain.words(start, end);
  let words = '';
  let last = start;
  for (const match of flow.slice(start, end).matchAll(WORD)) {
    const from = start + match.index;
    const between = flow.slice(last, from);
    if (words !== '') words += between.includes('\u2029') ? '\n' : /[\n\f]/.test(plainText.slice(last, from)) || between !== plainText.slice(last, from) ? ' ' : plain.words(last, from);
    last = from + match[0].length;
    words += plain.words(from, last);
  }
  return words;
}
