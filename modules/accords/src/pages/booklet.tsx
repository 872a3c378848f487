/** An instrument to hold in one's hand: cover, contents, the text in one or two languages, and who signed; printed on A5. */
import { Contents, LanguageColumns, languageName, type PassageRow } from '@entente/ui';
import { formatDate } from '@entente/text';
import type { Content, RecordRow } from '@entente/kernel';
import { notFound, page, type Context, type PageRoute } from '@entente/web';
import type { instrument } from '../kinds/index.ts';
import { wordsOf } from './parts.tsx';
import { chosenLanguages, itemsOf, languagesOf, opening, textsOf } from './text-of.ts';

const LONG = 4;

export const bookletPage: PageRoute = {
  path: '/instruments/:id{[0-9a-f-]{36}}/booklet',
  async render(ctx) {
    const found: RecordRow | null = await ctx.read.get(ctx.cooperation.id, ctx.params['id'] ?? '');
    return found?.kind === 'instrument' ? page({
      title: ctx.title(found).text, head: 'own', crumbs: [{ label: ctx.title(found).text, href: ctx.href.record('instrument', found.id) }], body: await bookletOf(ctx, found),
    }) : notFound;
  },
};

async function bookletOf(ctx: Context, row: RecordRow) {
  const w = wordsOf(ctx);
  const content = row.content as Content<typeof instrument>;
  const items = itemsOf(row);
  const columns = chosenLanguages(ctx, languagesOf(ctx, row, items));
  const rows = items.map((item, at): PassageRow => ({ id: `p${item.number}`, number: `${item.number}.`, depth: item.parent === undefined ? 0 : 1, texts: textsOf(row, item, at) }));
  const contents = items.flatMap((item, at) => (item.parent === undefined ? [{ href: `#p${item.number}`, number: `${item.number}.`, label: opening(textsOf(row, item, at)[ctx.lang] ?? Object.values(item.text)[0] ?? '') }] : []));
  const named = await ctx.read.many(ctx.cooperation.id, (content.signatories ?? []).flatMap((each) => [each.office, each.person].filter((id) => id !== undefined)));
  const titles = columns.flatMap(({ lang }) => { const title = titleIn(ctx, row, lang); return title === null ? [] : [{ lang, title }]; });
  const shown = titles.length > 0 ? titles : [{ lang: ctx.title(row).lang, title: ctx.title(row).text }];
  return (
    <article class="booklet">
      <header class="cover">
        <p>{ctx.pick(ctx.cooperation.title).text}</p>
        {shown.map(({ lang, title }, at) => (at === 0 ? <h1 key={lang} lang={lang}>{title}</h1> : <p key={lang} class="cover-title" lang={lang}>{title}</p>))}
        <p>{[content.place, content.signedOn && formatDate(content.signedOn, ctx.lang)].filter(Boolean).join(', ')}</p>
        <p class="quiet">{columns.map(({ lang }) => languageName(lang)).join(' · ')}{content.basis === 'summary' && <> · {w('summary')}</>}</p>
        <p class="no-print"><button class="btn second" type="button" data-print hidden>{w('print')}</button></p>
      </header>
      {contents.length > LONG && <Contents items={contents} title={w('contents')} />}
      <LanguageColumns columns={columns} rows={rows} />
      {(content.signatories ?? []).length > 0 && (
        <footer class="signed">
          {content.signatories?.map((each, at) => {
            const [office, person] = [named.get(each.office ?? ''), named.get(each.person ?? '')];
            return <div key={at} data-party={each.party ?? office?.party}>{person && <b>{ctx.title(person).text}</b>}{office && <span>{ctx.title(office).text}</span>}</div>;
          })}
        </footer>
      )}
    </article>
  );
}

function titleIn(ctx: Context, row: RecordRow, lang: string): string | null {
  const title = ctx.localized(row, 'title');
  return [title, ...title?.others ?? []].find((version) => version?.lang === lang)?.text ?? null;
}
