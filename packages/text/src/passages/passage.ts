import type { LanguageTag } from '../language.ts';

/** A piece of a text and where it stands: `whole.slice(start, end) === text`. */
export interface Passage {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The lines of a text that are not blank, without space at their ends. */
export function paragraphs(text: string): Passage[] {
  const lines = Array.from(text.matchAll(/[^\r\n\u0085\u2028\u2029]+/g), (match) => passage(text, match.index, match.index + match[0].length));
  return lines.filter((line) => line.text !== '');
}

const segmenters = new Map<LanguageTag, Intl.Segmenter>();

function sentenceSegmenter(lang: LanguageTag): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (!segmenter) segmenters.set(lang, (segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' })));
  return segmenter;
}

/** Titles and short forms after which a sentence goes on, in the three languages. */
const shortForm = /(?:^|[\s(])(?:TP|Tp|TX|Tx|GS|PGS|TS|ThS|BS|KS|CN|Ths|Đ\/c|Mr|Mrs|Ms|Dr|Prof|No|Nos|Art|H\.E|St|vs|p|pp|ປອ|ຮສ|ຮອງ ສຈ|ສຈ|ທ)\.$/u;
/** What opens an item of a list and is no sentence: "1.", "2.3.", "a)", "(iv)", "IV." */
const listMark = /^(?:\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|\p{L}|[ivxIVX]{1,5})[.)]\)?|[•*+-])$/u;

/**
 * The sentences of a text, without space at their ends. A list mark belongs to the sentence it opens; "TP.", "Dr."
 * and the like close none; a line end always does. Lao often ends sentences by a space alone, which nothing tells from other
 * spaces, so there a passage may hold several.
 */
export function sentences(text: string, lang: LanguageTag): Passage[] {
  const found: Passage[] = [];
  for (const part of sentenceSegmenter(lang).segment(text)) {
    const piece = passage(text, part.index, part.index + part.segment.length);
    if (piece.text === '') continue;
    const last = found.at(-1);
    const goesOn = last !== undefined && !/[\r\n]/.test(text.slice(last.end, piece.start)) && (listMark.test(last.text) || shortForm.test(last.text));
    if (goesOn) found[found.length - 1] = passage(text, last.start, piece.end);
    else found.push(piece);
  }
  return found;
}

function passage(whole: string, from: number, to: number): Passage {
  const piece = whole.slice(from, to);
  const text = piece.trim();
  const start = text === '' ? from : from + piece.length - piece.trimStart().length;
  return { text, start, end: start + text.length };
}
