import { fold, searchQuery } from '@entente/text';
import type { SearchHit } from '../contract.ts';
import { run, type Handle } from '../store/index.ts';
import { ROW, rowOf, type RowColumns } from './row.ts';

export interface SearchAsked { readonly kinds?: readonly string[]; readonly limit?: number; readonly offset?: number; readonly lang?: string }

/** Ranking reads every hit's words: of a word that is nearly everywhere only so many texts are ranked. */
const RANKED = 1_000;
const MOST = 200;

/**
 * Words first: of all texts that hold them so many are ranked, the best one of each record counts, and records are read in that order
 * until enough may be shown. What is searched for is hidden from the planner in a select of its own, as are the lists: it
 * would else plan anew for each word, which takes longer than finding.
 */
const found = (limit: number, offset: number): string => `select ${ROW}, t.body, b.rank from (
    select y.record, y.lang, y.rank from (
      select x.record, x.lang, x.rank, row_number() over (partition by x.record order by x.rank desc, x.lang) as nth from (
        select s.record, s.lang, ts_rank(s.words, $2::tsquery) * case when s.lang = $3 then 1.2 else 1 end as rank
        from search s where s.coop = $1 and s.words @@ (select $2::tsquery) limit ${RANKED}) as x) as y
    where y.nth = 1 order by y.rank desc, y.record limit ${RANKED}) as b
  join record r on r.coop = $1 and r.id = b.record join search t on t.coop = $1 and t.record = b.record and t.lang = b.lang
  where r.standing <> 'retired' and r.audience = any((select $4::text[])::text[]) and r.kind = any((select $5::text[])::text[])
  order by b.rank desc, b.record limit ${limit} offset ${offset}`;

/** Records whose words fit in any language, best first; the reader's own language counts a little more. */
export async function searchHits(handle: Handle, coop: string, words: string, audiences: readonly string[], kinds: readonly string[], asked: SearchAsked): Promise<SearchHit[]> {
  const query = searchQuery(words);
  if (query === '') return [];
  const wanted = asked.kinds ? kinds.filter((kind) => asked.kinds?.includes(kind)) : kinds.filter((kind) => kind !== 'translation');
  const limit = Math.max(1, Math.min(Math.trunc(asked.limit ?? 20), MOST));
  const offset = Math.max(0, Math.min(Math.trunc(asked.offset ?? 0), RANKED));
  const rows = await run<RowColumns & { body: string; rank: number }>(handle, found(limit, offset), [coop, query, asked.lang ?? 'en', audiences, wanted]);
  return rows.map((row) => ({ row: rowOf(row), rank: row.rank, snippet: snippetOf(row.body, words) }));
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
