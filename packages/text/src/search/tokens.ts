import type { LanguageTag } from '../language.ts';
import { exactForm } from './exact.ts';
import { fold } from './fold.ts';
import { words } from './words.ts';

export interface SearchTokens {
  /** Each word in order, lower case, accents kept. */
  readonly exact: readonly string[];
  /** The same words without their accents; same length. */
  readonly folded: readonly string[];
}

// A lexeme of PostgreSQL holds at most 2,046 bytes; no word is that long, so what is longer is noise and is cut.
const longestToken = 100;

/** The words of a text in both forms, for building an index. */
export function searchTokens(text: string, lang: LanguageTag): SearchTokens {
  const all = words(text.toWellFormed().normalize('NFC'), lang).map((word) => word.slice(0, longestToken).toWellFormed());
  return { exact: all.map(exactForm), folded: all.map(fold) };
}

const bytesOf = (text: string) => Buffer.byteLength(text);
// PostgreSQL: a tsvector holds less than 1 MiB, a position at most 16,383, a lexeme at most 256 positions.
const mostBytes = 900_000;
const lastPosition = 16_383;
const mostPositions = 255;

/**
 * A text as a tsvector literal: `searchDocument(text, lang)::tsvector` (cast it; `to_tsvector` would take it apart
 * again). Each word stands folded, and with its accents behind `=` where they differ: `ban:1 =bắn:1`. Never too big
 * for PostgreSQL: what is past its limit is left out.
 */
export function searchDocument(text: string, lang: LanguageTag): string {
  const { exact, folded } = searchTokens(text, lang);
  const places = new Map<string, number[]>();
  let size = 0;
  const add = (lexeme: string, position: number) => {
    let positions = places.get(lexeme);
    if (!positions) {
      size += bytesOf(lexeme) + 10;
      if (size > mostBytes) return;
      places.set(lexeme, (positions = []));
    }
    if (positions.length < mostPositions && positions.at(-1) !== position) {
      positions.push(position);
      size += 2;
    }
  };
  for (const [place, lexeme] of folded.entries()) {
    const position = Math.min(place + 1, lastPosition);
    const precise = exact[place] ?? lexeme;
    add(lexeme, position);
    if (precise !== lexeme) add(`=${precise}`, position);
  }
  return [...places].map(([lexeme, positions]) => `${lexeme}:${positions.join(',')}`).join(' ');
}
