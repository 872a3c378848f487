import type { Localized } from '@entente/kernel';

const LONGEST = 90;
const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The first words of a text in each of its languages, cut at a space where there is one: a title for a record that has none. */
export function opening(text: Localized): Localized {
  return Object.fromEntries(Object.entries(text).map(([lang, value]) => [lang, firstWords(value)]));
}

function firstWords(text: string): string {
  const line = text.trim().split(/\r?\n/u)[0] ?? '';
  let end = 0;
  let count = 0;
  for (const { segment } of letters.segment(line)) {
    if (count++ === LONGEST) return `${atSpace(line.slice(0, end))}…`;
    end += segment.length;
  }
  return line;
}

function atSpace(cut: string): string {
  const space = cut.lastIndexOf(' ');
  return space > cut.length / 2 ? cut.slice(0, space) : cut;
}
