import { markerOf, searchQuery } from '@entente/text';
import type { SearchHit } from '../contract.ts';
import type { AnyKind } from '../kind.ts';
import { pathOf } from '../project/texts.ts';
import { run, type Handle } from '../store/index.ts';
import { around } from './passage.ts';
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
const found = (limit: number, offset: number): string => `select ${ROW}, t.lang, t.body, b.rank from (
    select y.record, y.lang, y.rank from (
      select x.record, x.lang, x.rank, row_number() over (partition by x.record order by x.rank desc, x.lang) as nth from (
        select s.record, s.lang, ts_rank(s.words, $2::tsquery) * case when s.lang = $3 then 1.2 else 1 end as rank
        from search s where s.coop = $1 and s.words @@ (select $2::tsquery) limit ${RANKED}) as x) as y
    where y.nth = 1 order by y.rank desc, y.record limit ${RANKED}) as b
  join record r on r.coop = $1 and r.id = b.record join search t on t.coop = $1 and t.record = b.record and t.lang = b.lang
  where r.standing <> 'retired' and r.audience = any((select $4::text[])::text[]) and r.kind = any((select $5::text[])::text[])
  order by b.rank desc, b.record limit ${limit} offset ${offset}`;

/** Records whose words fit in any language, best first; the reader's own language counts a little more. */
export async function searchHits(handle: Handle, coop: string, words: string, audiences: readonly string[], kinds: ReadonlyMap<string, AnyKind>, asked: SearchAsked): Promise<SearchHit[]> {
  const query = searchQuery(words);
  if (query === '') return [];
  const wanted = [...kinds.keys()].filter((kind) => (asked.kinds ? asked.kinds.includes(kind) : kind !== 'translation'));
  const limit = Math.max(1, Math.min(Math.trunc(asked.limit ?? 20), MOST));
  const offset = Math.max(0, Math.min(Math.trunc(asked.offset ?? 0), RANKED));
  const rows = await run<RowColumns & { lang: string; body: string; rank: number }>(handle, found(limit, offset), [coop, query, asked.lang ?? 'en', audiences, wanted]);
  const look = markerOf(words);
  return rows.map((row) => {
    const { line, text, marks } = around(row.body, look);
    const kind = kinds.get(row.kind);
    return { row: rowOf(row), rank: row.rank, passage: { path: kind ? pathOf(kind, row.content, row.translations, row.lang, line) : null, lang: row.lang, text, marks } };
  });
}
