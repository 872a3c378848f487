import type { LanguageTag } from '../language.ts';
import { eachUnit } from './units.ts';

export interface SearchTokens {
  /** What is found with accents: words, Lao syllables and pairs of neighbouring ones. */
  readonly exact: readonly string[];
  /** The same, found without; same length, place by place. */
  readonly folded: readonly string[];
}

/** Gives what a text is found by, with its place, until `take` says that it is enough. */
function eachLexeme(text: string, take: (exact: string, folded: string, position: number) => boolean): void {
  let position = 0;
  let [lastExact, lastFolded, lastLao] = ['', '', false];
  eachUnit(text, 'document', (exact, folded, isLao, link) => {
    position += 1;
    if (!take(exact, folded, position)) return false;
    if (isLao && lastLao && link !== 'apart' && !take(lastExact + exact, lastFolded + folded, position)) return false;
    [lastExact, lastFolded, lastLao] = [exact, folded, isLao];
    return true;
  });
}

/** What a text is found by. Words are told apart by their script, so one text may mix languages; `lang` names its own. */
export function searchTokens(text: string, _lang: LanguageTag): SearchTokens {
  const tokens: { exact: string[]; folded: string[] } = { exact: [], folded: [] };
  eachLexeme(text, (exact, folded) => {
    tokens.exact.push(exact);
    tokens.folded.push(folded);
    return true;
  });
  return tokens;
}

// PostgreSQL: a tsvector holds less than 1 MiB, a position at most 16,383, a lexeme at most 256 positions.
const mostBytes = 900_000;
const lastPosition = 16_383;
const mostPositions = 255;

/** Bytes of a word in UTF-8, or some more. */
function bytesOf(word: string): number {
  let bytes = 0;
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
  }
  return bytes;
}

/**
 * A text as a tsvector literal: `searchDocument(text, lang)::tsvector` (cast it: `to_tsvector` would take it apart again;
 * join fields with `||`, weigh them with `setweight`). Each word stands folded, and behind `=` with its accents where
 * they differ: `ban:1 =bắn:1`. Lao stands by syllables and pairs of them. Never too big for PostgreSQL: what goes past its
 * limit is left out. '' for a text without words.
 */
export function searchDocument(text: string, _lang: LanguageTag): string {
  const places = new Map<string, number[]>();
  let size = 0;
  const add = (lexeme: string, position: number) => {
    let positions = places.get(lexeme);
    if (!positions) {
      size += bytesOf(lexeme) + 10;
      if (size > mostBytes) return;
      places.set(lexeme, (positions = []));
    }
    if (positions.length === mostPositions || positions.at(-1) === position) return;
    positions.push(position);
    size += 2;
  };
  eachLexeme(text, (exact, folded, position) => {
    const at = Math.min(position, lastPosition);
    add(folded, at);
    if (exact !== folded) add(`=${exact}`, at);
    return size <= mostBytes;
  });
  let literal = '';
  for (const [lexeme, positions] of places) literal += `${literal === '' ? '' : ' '}${lexeme}:${positions.length === 1 ? positions[0] : positions.join(',')}`;
  return literal;
}
