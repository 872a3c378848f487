import { fold, searchQuery } from '@entente/text';
import type { SearchHit } from '../contract.ts';
import { run, type Handle } from '../store/index.ts';
import { ROW, rowOf, type RowColumns } from './row.ts';

export interface SearchAsked { readonly kinds?: readonly string[]; readonly limit?: number; readonly lang?: string }

/** Ranking reads every hit's words: of a word that is nearly everywhere only so many texts are ranked. */
const RANKED = 1_000;

// One table and no join: a statement with a searched word in it is planned anew each time, and planning joins takes longer than
// finding. The words alone are limited first, so that a common one is not ranked everywhere.
const BEST = `select x.record::text as record, x.lang, x.rank from (select s.record, s.lang, ts_rank(s.words, $2::tsquery) * case when s.lang = $3 then 1.2 else 1 end as rank
    from search s where s.coop = $1 and s.words @@ $2::tsquery limit ${RANKED}) as x order by x.rank desc, x.record, x.lang limit $4`;

// Read in their order until enough may be shown.
const SHOWN = `select ${ROW}, s.body, x.at as place from unnest($2::uuid[], $3::text[]) with ordinality as x(record, lang, at) join record r on r.coop = $1 and r.id = x.record
  join search s on s.coop = $1 and s.record = x.record and s.lang = x.lang
  where r.standing <> 'retired' and r.audience = any($4::text[]) and r.kind = any($5::text[]) order by x.at limit $6`;

interface Best { readonly record: string; readonly lang: string; readonly rank: number }

/** Records whose words fit in any language, best first; the reader's own language counts a little more. */
export async function searchHits(handle: Handle, coop: string, words: string, audiences: readonly string[], kinds: readonly string[], asked: SearchAsked): Promise<SearchHit[]> {
  const query = searchQuery(words);
  if (query === '') return [];
  const wanted = asked.kinds ? kinds.filter((kind) => asked.kinds?.includes(kind)) : kinds.filter((kind) => kind !== 'translation');
  const limit = Math.max(1, Math.min(asked.limit ?? 20, 200));
  // A record has a text in some languages; where what was best may not be shown, all that were ranked are looked through.
  for (const most of [Math.min(4 * limit, RANKED), RANKED]) {
    const texts = await run<Best>(handle, BEST, [coop, query, asked.lang ?? 'en', most]);
    const seen = new Set<string>();
    const best = texts.filter(({ record }) => !seen.has(record) && seen.add(record));
    const rows = best.length === 0 ? [] : await run<RowColumns & { body: string; place: string }>(handle, SHOWN, [coop, best.map(({ record }) => record), best.map(({ lang }) => lang), audiences, wanted, limit]);
    if (rows.length < limit && texts.length === most && most < RANKED) continue;
    return rows.map((row) => ({ row: rowOf(row), rank: best[Number(row.place) - 1]?.rank ?? 0, snippet: snippetOf(row.body, words) }));
  }
  return [];
}

const AROUND = 90;

/** The part of a text where a searched word stands, cut at spaces; its beginning when none is found again. */
export function snippetOf(body: string, words: string): string {
  const text = body.replaceAll(/\s+/gu, ' ').trim();
  if (text.length <= 2 * AROUND) return text;
  const at = placeOf(text, words.split(/\s+/u).filter((word) => word !== ''));
  const start = at <= AROUND ? 0 : cut(text, at - AROUND);
  const end = start + 2 * AROUND >= text.length ? text.length : cut(text, start + 2 * AROUND);
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
}

/** Where the first of the words stands: as it was typed, else without accents and signs; 0 when none is found. */
function placeOf(text: string, words: readonly string[]): number {
  const low = text.toLowerCase();
  // Where small letters are as many as the text's, a place in them is a place in the text.
  const typed = low.length === text.length ? words.map((word) => low.indexOf(word.toLowerCase())).filter((at) => at >= 0) : [];
  if (typed.length > 0) return Math.min(...typed);
  const folded = foldedWithPlaces(text);
  const found = words.map((word) => fold(word).replaceAll(/[^\p{L}\p{N}]/gu, '')).filter((word) => word !== '').map((word) => folded.text.indexOf(word)).filter((at) => at >= 0);
  return folded.places[Math.min(...found)] ?? 0;
}

/** Texts are long and letters few: a letter is folded once. */
const foldedLetters = new Map<string, string>();
const MOST_LETTERS = 4_000;

function foldedLetter(letter: string): string {
  let folded = foldedLetters.get(letter);
  if (folded === undefined) {
    if (foldedLetters.size >= MOST_LETTERS) foldedLetters.clear();
    foldedLetters.set(letter, (folded = fold(letter)));
  }
  return folded;
}

/** Folding changes lengths; each folded letter remembers where it came from. */
function foldedWithPlaces(text: string): { text: string; places: number[] } {
  const places: number[] = [];
  let folded = '';
  let at = 0;
  for (const letter of text) {
    const each = foldedLetter(letter);
    folded += each;
    for (let unit = 0; unit < each.length; unit += 1) places.push(at);
    at += letter.length;
  }
  return { text: folded, places };
}

/** The nearest space behind a place, so that no word is cut where words have spaces between them. */
function cut(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  if (space >= 0 && space - at < 30) return space;
  // No space near (Lao): never between a letter and its marks.
  let place = at;
  while (place < text.length && /\p{M}/u.test(text[place] ?? '')) place += 1;
  return place;
}
