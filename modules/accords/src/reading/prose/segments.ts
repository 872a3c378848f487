import { sentences } from '@entente/text';
import type { Lang } from '@entente/text';
import { wordCount } from '../layout/lines.ts';
import { partLetter } from '../lists/label.ts';
import { beginnings } from '../vocabulary/undertakings.ts';

/** A piece of a passage that may be an undertaking of its own; places in the flowing text. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** `a`, `b`, or the letter or numeral written there. */
  readonly label: string;
  readonly written: boolean;
}

interface Cut {
  readonly at: number;
  readonly label?: string;
  /** Units of the label at the cut. */
  readonly length: number;
}

const BEGINNING = new RegExp(`^["'(]*(?:${beginnings.toSorted((a, b) => b.length - a.length).join('|')})(?![\\p{Ll}\\p{M}])`, 'u');
const ENUMERATED = /(?<=^|[\s:;,.])(?:\((i{1,3}|iv|vi{0,3}|ix|x|[a-hđ]|\d{1,2})\)|([a-hđ]|\d{1,2})\)) ?(?=\S)/gu;
const FEWEST_WORDS = 3;

/**
 * Cuts a passage where its own letters or numerals say so, else at semicolons and before sentences that begin a new
 * undertaking. Careful: what is no clear part stays with the one before. None when there is only one.
 */
export function segmentsOf(flow: string, from: number, to: number, lang: Lang): Segment[] {
  const text = flow.slice(from, to);
  const cuts = enumeration(text) ?? clauses(text, lang);
  const segments = cuts.map((cut, at): Segment => {
    const start = from + cut.at + cut.length;
    const end = from + (cuts[at + 1]?.at ?? text.length);
    return { ...trimmed(flow, start, end), label: cut.label ?? partLetter(at), written: cut.label !== undefined };
  });
  return segments.length > 1 ? segments : [];
}

function trimmed(flow: string, start: number, end: number): { start: number; end: number } {
  const piece = flow.slice(start, end);
  const left = piece.length - piece.trimStart().length;
  return { start: start + left, end: start + Math.max(left, piece.replace(/[\s;]+$/u, '').length) };
}

/** "(i) ...; (ii) ...": at least two that follow each other from the first on. */
function enumeration(text: string): Cut[] | undefined {
  const cuts: Cut[] = [];
  for (const match of text.matchAll(ENUMERATED)) {
    const label = match[1] ?? match[2] ?? '';
    if (label === ENUMERATION_ORDERS.find((order) => order[cuts.length] === label && isOneOrder(cuts, order))?.[cuts.length]) {
      cuts.push({ at: match.index, label, length: match[0].length });
    }
  }
  return cuts.length > 1 ? cuts : undefined;
}

const ENUMERATION_ORDERS: readonly (readonly string[])[] = [
  ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'], ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h'],
  Array.from({ length: 30 }, (_, at) => String(at + 1)),
];
const isOneOrder = (cuts: readonly Cut[], order: readonly string[]) => cuts.every(({ label }, at) => label === order[at]);

function clauses(text: string, lang: Lang): Cut[] {
  const cuts: Cut[] = [];
  for (const sentence of sentences(text, lang)) {
    if (cuts.length === 0 || BEGINNING.test(sentence.text)) cuts.push({ at: sentence.start, length: 0 });
    for (const at of semicolons(sentence.text)) cuts.push({ at: sentence.start + at, length: 0 });
  }
  return cuts.filter((cut, at) => at === 0 || isLongEnough(text.slice(cut.at, cuts[at + 1]?.at ?? text.length), lang));
}

/** Places after semicolons that stand outside brackets and have enough on both sides. */
function semicolons(sentence: string): number[] {
  const places: number[] = [];
  let depth = 0;
  let last = 0;
  for (let at = 0; at < sentence.length; at += 1) {
    const char = sentence[at];
    if (char === '(') depth += 1;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (char === ';' && depth === 0 && sentence.slice(last, at).trim() !== '' && sentence.slice(at + 1).trim() !== '') {
      places.push(at + 1);
      last = at + 1;
    }
  }
  return places;
}

const isLongEnough = (text: string, lang: Lang) => (lang === 'lo' ? text.trim().length >= 14 : wordCount(text.trim()) >= FEWEST_WORDS);
