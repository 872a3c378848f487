/**
 * Scripts that need a font of their own and are written without spaces between words: their words are found by
 * dictionary (ICU) and lines break only between them. A further script is one entry here and its font in `files.ts`.
 */
export interface Script {
  /** ISO 15924. */
  readonly code: string;
  /** The language of a passage in this script inside another language's text. */
  readonly lang: string;
  /** Character class of the script's own characters. */
  readonly letters: string;
  readonly serif: string;
  readonly sans: string;
  /** Space between lines, in em over a line box of 1 em, at which stacked vowels and tone marks do not touch. */
  readonly leading: number;
}

export const scripts: readonly Script[] = [
  { code: 'Laoo', lang: 'lo', letters: '\\u0E80-\\u0EFF', serif: 'Noto Serif Lao', sans: 'Noto Sans Lao', leading: 0.78 },
];

/** The script a language is written in, if it is one of those above. */
export function scriptOf(lang: string): Script | undefined {
  const base = lang.split('-')[0];
  return scripts.find((script) => script.lang === base);
}

const matchers = scripts.map(({ letters, ...script }) => ({
  script: { letters, ...script } satisfies Script,
  // Spaces and zero-width characters between two letters belong to the piece, so that it is set as one.
  pattern: `[${letters}](?:[${letters} \\u00A0\\u200B-\\u200D]*[${letters}\\u200B-\\u200D])?`,
}));

const anyScript = new RegExp(matchers.map(({ pattern }) => `(${pattern})`).join('|'), 'gu');

export interface Piece {
  readonly text: string;
  readonly script?: Script;
}

/** Cuts text where its script changes to or from one of the listed scripts. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(anyScript)) {
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    const script = matchers[match.slice(1).findIndex((group) => group !== undefined)]?.script;
    pieces.push(script ? { text: match[0], script } : { text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The words of a piece, spaces kept as words of their own. */
export function wordsOf(text: string, lang: string): readonly string[] {
  let segmenter = segmenters.get(lang);
  if (!segmenter) segmenters.set(lang, (segmenter = new Intl.Segmenter(lang, { granularity: 'word' })));
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
