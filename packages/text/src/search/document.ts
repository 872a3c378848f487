import type { LanguageTag } from '../language.ts';
import { units } from './units.ts';

export interface SearchTokens {
  /** What is found with accents: words, Lao syllables and pairs of neighbouring ones. */
  readonly exact: readonly string[];
  /** The same, found without; same length, place by place. */
  readonly folded: readonly string[];
}

interface Lexeme {
  readonly exact: string;
  readonly folded: string;
  readonly position: number;
}

function* lexemes(text: string): Generator<Lexeme> {
  let position = 0;
  let last: { exact: string; folded: string } | undefined;
  for (const unit of units(text, 'document')) {
    position += 1;
    yield { exact: unit.exact, folded: unit.folded, position };
    if (unit.lao && last && unit.link !== 'apart') yield { exact: last.exact + unit.exact, folded: last.folded + unit.folded, position };
    last = unit.lao ? unit : undefined;
  }
}

/** What a text is found by. Words are told apart by their script, so one text may mix languages; `lang` names its own. */
export function searchTokens(text: string, _lang: LanguageTag): SearchTokens {
  const all = [...lexemes(text)];
  return { exact: all.map((lexeme) => lexeme.exact), folded: all.map((lexeme) => lexeme.folded) };
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
  for (const { exact, folded, position } of lexemes(text)) {
    const at = Math.min(position, lastPosition);
    add(folded, at);
    if (exact !== folded) add(`=${exact}`, at);
    if (size > mostBytes) break;
  }
  return Array.from(places, ([lexeme, positions]) => `${lexeme}:${positions.join(',')}`).join(' ');
}
