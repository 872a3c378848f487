import { fold, searchQuery } from '@entente/text';
import type { SearchHit } from '../contract.ts';
import { run, type Handle } from '../store/index.ts';
import { ROW, rowOf, type RowColumns } from './row.ts';

export interface SearchAsked { readonly kinds?: readonly string[]; readonly limit?: number; readonly lang?: string }

// Ranking reads every hit's words: of a word that is nearly everywhere only so many are ranked.
const RANKED = 2_000;

// The words are looked up first and apart, whatever an engine believes about how many there are.
const SEARCH = `with found as materialized (select s.record, s.lang, s.words from search s where s.coop = $1 and s.words @@ $2::tsquery limit ${3 * RANKED}),
  hit as (select f.record, f.lang, f.words from found f join record r on r.coop = $1 and r.id = f.record
    where r.standing <> 'retired' and r.audience = any($4::text[]) and r.kind = any($5::text[]) limit ${RANKED}),
  ranked as (select record, lang, ts_rank(words, $2::tsquery) * case when lang = $3 then 1.2 else 1 end as rank from hit),
  best as (select distinct on (record) record, lang, rank from ranked order by record, rank desc, lang),
  first as (select record, lang, rank from best order by rank desc, record limit $6)
  select ${ROW}, first.rank, s.body from first join record r on r.coop = $1 and r.id = first.record
  join search s on s.coop = $1 and s.record = first.record and s.lang = first.lang order by first.rank desc, r.id`;

/** Records whose words fit in any language, best first; the reader's own language counts a little more. */
export async function searchHits(handle: Handle, coop: string, words: string, audiences: readonly string[], kinds: readonly string[], asked: SearchAsked): Promise<SearchHit[]> {
  const query = searchQuery(words);
  if (query === '') return [];
  const wanted = asked.kinds ? kinds.filter((kind) => asked.kinds?.includes(kind)) : kinds.filter((kind) => kind !== 'translation');
  const rows = await run<RowColumns & { rank: number; body: string }>(handle, SEARCH, [coop, query, asked.lang ?? 'en', audiences, wanted, Math.max(1, Math.min(asked.limit ?? 20, 200))]);
  return rows.map((row) => ({ row: rowOf(row), rank: row.rank, snippet: snippetOf(row.body, words) }));
}

const AROUND = 90;

/** The part of a text where a searched word stands, cut at spaces; its beginning when none is found again. */
export function snippetOf(body: string, words: string): string {
  const text = body.replaceAll(/\s+/gu, ' ').trim();
  if (text.length <= 2 * AROUND) return text;
  const folded = foldedWithPlaces(text);
  const places = words.split(/\s+/u).map((word) => fold(word).replaceAll(/[^\p{L}\p{N}]/gu, '')).filter((word) => word !== '').map((word) => folded.text.indexOf(word)).filter((at) => at >= 0);
  const at = folded.places[Math.min(...places)] ?? 0;
  const start = at <= AROUND ? 0 : cut(text, at - AROUND);
  const end = start + 2 * AROUND >= text.length ? text.length : cut(text, start + 2 * AROUND);
  return `${start > 0 ? '…' : ''}${text.slice(start, end).trim()}${end < text.length ? '…' : ''}`;
}

/** Folding changes lengths; each folded letter remembers where it came from. */
function foldedWithPlaces(text: string): { text: string; places: number[] } {
  const places: number[] = [];
  let folded = '';
  let at = 0;
  for (const letter of text) {
    for (const each of fold(letter)) { folded += each; for (let unit = 0; unit < each.length; unit += 1) places.push(at); }
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
