import type { SearchHit } from '@entente/kernel';
import { EmptyState, ItemList, PageHead, Panel } from '@entente/ui';
import { type Context, page, type PageResult } from '../module.ts';
import { Summary } from '../records/links.tsx';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { words } from '../words/records.ts';

const SHOWN = 60;
/** A search ranks a thousand texts: behind them is nothing. */
const LAST_PART = 17;
const LONGEST = 200;
const PLACE = { first: 0, between: 1, last: 2 } as const;

/** What was found beside the title; a snippet begins with it where the record is searched by it. */
function beyondTitle(snippet: string | null, title: string): string | undefined {
  const rest = (snippet ?? '').startsWith(title) ? (snippet ?? '').slice(title.length).trim() : snippet ?? '';
  return rest === '' ? undefined : rest;
}

/** GET `/search?q=&page=`: records by words in any language, grouped by kind: the kinds people look for first, kinds alike as they are declared. */
export async function searchPage(web: Web, ctx: Context): Promise<PageResult> {
  const t = words.t(ctx.lang);
  const title = pages.t(ctx.lang)('search');
  const asked = (ctx.query['q'] ?? '').trim().slice(0, LONGEST);
  const part = Math.max(1, Math.min(LAST_PART, Math.trunc(Number(ctx.query['page'] ?? '1')) || 1));
  const from = (part - 1) * SHOWN;
  // One more than is shown tells whether there are more.
  const found = asked === '' ? [] : await ctx.read.search(ctx.cooperation.id, asked, { offset: from, limit: SHOWN + 1, lang: ctx.lang });
  const hits = found.slice(0, SHOWN);
  await ctx.prepareTitles(hits.map((hit) => hit.row));
  const isWhole = part === 1 && found.length <= SHOWN;
  const meta = isWhole || hits.length === 0 ? t('found', { count: hits.length, words: asked }) : t('found-part', { from: from + 1, to: from + hits.length, words: asked });
  return page({
    title: asked === '' ? title : `${title}: ${asked}`, head: 'own',
    body: (
      <>
        <PageHead title={title} meta={asked === '' || (part > 1 && hits.length === 0) ? t('search-what') : meta} />
        {asked !== '' && hits.length === 0 && <EmptyState>{t(part === 1 ? 'search-what' : 'found-no-more')}</EmptyState>}
        {groupsOf(ctx, hits).map(([name, of]) => {
          const kind = ctx.kernel.kinds.get(name);
          return (
            <Panel key={name} title={kind ? ctx.show(kind.label.many) : name} note={String(of.length)}>
              <ItemList items={of.map(({ row, snippet }) => ({ key: row.id, title: <Summary web={web} ctx={ctx} row={row} />, meta: beyondTitle(snippet, ctx.title(row).text) }))} />
            </Panel>
          );
        })}
        {found.length > SHOWN && part < LAST_PART && <p><a href={ctx.href.with({ page: String(part + 1) })} rel="next">{t('found-next')}</a></p>}
        {part > 1 && <p><a href={ctx.href.with({ page: part === 2 ? null : String(part - 1) })} rel="prev">{t('found-before')}</a></p>}
      </>
    ),
  });
}

/** Finds by kind. The order is the same for every search, so that people know where to look. */
function groupsOf(ctx: Context, hits: readonly SearchHit[]): [string, SearchHit[]][] {
  const declared = [...ctx.kernel.kinds.keys()];
  const place = (name: string): number => PLACE[ctx.kernel.kinds.get(name)?.sought ?? 'between'];
  return [...Map.groupBy(hits, (hit) => hit.row.kind)].toSorted(([one], [other]) => place(one) - place(other) || declared.indexOf(one) - declared.indexOf(other));
}
