import { EmptyState, ItemList, PageHead, Panel } from '@entente/ui';
import { type Context, page, type PageResult } from '../module.ts';
import { Summary } from '../records/links.tsx';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { words } from '../words/records.ts';

const SHOWN = 60;
const LONGEST = 200;
const PLACE = { first: 0, between: 1, last: 2 } as const;

/** What was found beside the title; a snippet begins with it where the record is searched by it. */
function beyondTitle(snippet: string | null, title: string): string | undefined {
  const rest = (snippet ?? '').startsWith(title) ? (snippet ?? '').slice(title.length).trim() : snippet ?? '';
  return rest === '' ? undefined : rest;
}

/** GET `/search?q=`: records by words in any language, grouped by kind: the kinds people look for first, then in order of their best match. */
export async function searchPage(web: Web, ctx: Context): Promise<PageResult> {
  const t = words.t(ctx.lang);
  const title = pages.t(ctx.lang)('search');
  const asked = (ctx.query['q'] ?? '').trim().slice(0, LONGEST);
  const found = asked === '' ? [] : await ctx.read.search(ctx.cooperation.id, asked, { limit: SHOWN + 1, lang: ctx.lang });
  const isMore = found.length > SHOWN;
  const hits = found.slice(0, SHOWN);
  await ctx.prepareTitles(hits.map((hit) => hit.row));
  const place = (name: string): number => PLACE[ctx.kernel.kinds.get(name)?.sought ?? 'between'];
  const groups = [...Map.groupBy(hits, (hit) => hit.row.kind)].toSorted(([one], [other]) => place(one) - place(other));
  return page({
    title: asked === '' ? title : `${title}: ${asked}`, head: 'own',
    body: (
      <>
        <PageHead title={title} meta={asked === '' ? t('search-what') : t(isMore ? 'found-first' : 'found', { count: hits.length, words: asked })} />
        {asked !== '' && hits.length === 0 && <EmptyState>{t('search-what')}</EmptyState>}
        {groups.map(([name, ofKind]) => {
          const kind = ctx.kernel.kinds.get(name);
          return (
            <Panel key={name} title={kind ? ctx.show(kind.label.many) : name} note={String(ofKind.length)}>
              <ItemList items={ofKind.map(({ row, snippet }) => ({ key: row.id, title: <Summary web={web} ctx={ctx} row={row} />, meta: beyondTitle(snippet, ctx.title(row).text) }))} />
            </Panel>
          );
        })}
      </>
    ),
  });
}
