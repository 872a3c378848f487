import type { VNode } from 'preact';
import type { SearchHit } from '@entente/kernel';
import { markerOf } from '@entente/text';
import { EmptyState, ItemList, Marked, PageHead, Panel, Sought } from '@entente/ui';
import { fieldLabel } from '../fields/show.tsx';
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

/** Where the words stand, by the name of the field and in its own language; nothing where the title shows it already, or where they were found in no one text. */
function Found({ ctx, hit: { row, passage } }: { readonly ctx: Context; readonly hit: SearchHit }): VNode | undefined {
  const kind = ctx.kernel.kinds.get(row.kind);
  const { path, lang, text, marks } = passage;
  if (!kind || path === null || marks.length === 0 || ctx.title(row).text.startsWith(text.replace(/…$/u, ''))) return undefined;
  return <span><span class="quiet">{fieldLabel(ctx, kind, path)}:</span> <span lang={lang === ctx.lang || lang === 'und' ? undefined : lang}><Marked text={text} marks={marks} /></span></span>;
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
  const look = markerOf(asked);
  await ctx.prepareTitles(hits.map((hit) => hit.row));
  const isWhole = part === 1 && found.length <= SHOWN;
  const meta = isWhole || hits.length === 0 ? t('found', { count: hits.length, words: asked }) : t('found-part', { from: from + 1, to: from + hits.length, words: asked });
  return page({
    title: asked === '' ? title : `${title}: ${asked}`, head: 'own',
    body: (
      <Sought look={(text) => look(text).marks}>
        <PageHead title={title} meta={asked === '' || (part > 1 && hits.length === 0) ? t('search-what') : meta} />
        {asked !== '' && hits.length === 0 && <EmptyState>{t(part === 1 ? 'search-what' : 'found-no-more')}</EmptyState>}
        {groupsOf(ctx, hits).map(([name, of]) => {
          const kind = ctx.kernel.kinds.get(name);
          return (
            <Panel key={name} title={kind ? ctx.show(kind.label.many) : name} note={String(of.length)}>
              <ItemList items={of.map((hit) => ({ key: hit.row.id, title: <Summary web={web} ctx={ctx} row={hit.row} />, meta: Found({ ctx, hit }) }))} />
            </Panel>
          );
        })}
        {found.length > SHOWN && part < LAST_PART && <p><a href={ctx.href.with({ page: String(part + 1) })} rel="next">{t('found-next')}</a></p>}
        {part > 1 && <p><a href={ctx.href.with({ page: part === 2 ? null : String(part - 1) })} rel="prev">{t('found-before')}</a></p>}
      </Sought>
    ),
  });
}

/** Finds by kind. The order is the same for every search, so that people know where to look. */
function groupsOf(ctx: Context, hits: readonly SearchHit[]): [string, SearchHit[]][] {
  const declared = [...ctx.kernel.kinds.keys()];
  const place = (name: string): number => PLACE[ctx.kernel.kinds.get(name)?.sought ?? 'between'];
  return [...Map.groupBy(hits, (hit) => hit.row.kind)].toSorted(([one], [other]) => place(one) - place(other) || declared.indexOf(one) - declared.indexOf(other));
}
