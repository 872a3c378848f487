/** The page of a type of cooperation: what is agreed and reported of it, and its activities with their own fields side by side. */
import type { VNode } from 'preact';
import { DataTable, DefinitionList, EmptyState, PageHead, Panel } from '@entente/ui';
import { formatNumber, showLabel } from '@entente/text';
import type { Field, Fields } from '@entente/kernel';
import { notFound, page, scopeOf as recordScope, Value, type Context, type PageResult, type PageRoute, type Scope } from '@entente/web';
import { activityTypeOf, activityTypes, type ActivityType } from '../activity-types/index.ts';
import { activity, activityProgress } from '../kinds/index.ts';
import { itemsOf, pageAsked, type ActivityRow, type Item } from './gather.ts';
import { Dates, StandMark, Titled, wordsOf } from './parts.tsx';

const ROWS = 20;
/** Columns of a type's own fields: those that fit a cell. */
const COLUMNS = 3;
const isShort = (field: Field): boolean => field.long !== true && !['files', 'variant', 'group'].includes(field.type) && field.item?.type !== 'group';

/** GET `/activity-types`: every type with how many activities it has. */
export const typesPage: PageRoute = {
  path: '/activity-types',
  async render(ctx) {
    const t = wordsOf(ctx);
    const { counts } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'activity', limit: 1, count: ['type'] });
    return page({
      title: t('types'), head: 'own', crumbs: [{ label: t('work-plan'), href: '/work-plan' }],
      body: (
        <>
          <PageHead title={t('types')} meta={t('types-lead')} />
          <DataTable<ActivityType> caption={t('types')} captionHidden rows={activityTypes} rowKey={(type) => type.name} columns={[
            { key: 'type', label: t('type'), main: true, cell: (type) => <a href={typeHref(type.name)}>{showLabel(type.label, ctx.lang)}</a> },
            { key: 'own', label: t('type-agreed'), cell: (type) => names(ctx, type.fields) },
            { key: 'count', label: t('activities'), align: 'end', cell: (type) => formatNumber(counts['type']?.[type.name] ?? 0, ctx.lang) },
          ]} />
        </>
      ),
    });
  },
};

export const typeHref = (type: string): string => `/activity-types/${type}`;
const names = (ctx: Context, fields: Fields): string => Object.values(fields).map((field) => ctx.show(field.options.label)).join(', ');

async function render(ctx: Context): Promise<PageResult> {
  const type = activityTypeOf(ctx.params['type'] ?? '');
  if (!type) return notFound;
  const t = wordsOf(ctx);
  const at = pageAsked(ctx);
  const { rows, total } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'activity', filters: [{ field: 'type', is: type.name }], sort: '-date', lang: ctx.lang, limit: ROWS, offset: (at - 1) * ROWS });
  const items = await itemsOf(ctx, rows as unknown as readonly ActivityRow[]);
  const [scope, told] = await Promise.all([recordScope(ctx, activity, items.map((item) => item.row.content)), recordScope(ctx, activityProgress, items.flatMap((item) => [...item.progress.values()].map((one) => one.content)))]);
  const title = showLabel(type.label, ctx.lang);
  return page({
    title, head: 'own', crumbs: [{ label: t('work-plan'), href: '/work-plan' }, { label: t('types'), href: '/activity-types' }],
    body: (
      <>
        <PageHead title={title} />
        <DefinitionList items={[{ term: t('type-agreed'), detail: names(ctx, type.fields) || '-' }, { term: t('type-reported'), detail: names(ctx, type.results) || '-' }]} />
        <Panel title={t('activities')} note={formatNumber(total, ctx.lang)}>
          {items.length === 0 ? <EmptyState>{t('nothing')}</EmptyState> : (
            <DataTable<Item> caption={t('activities')} captionHidden rows={items} rowKey={(item) => item.row.id} pages={{ page: at, pageSize: ROWS, total, href: (n) => ctx.href.with({ page: n === 1 ? null : String(n) }) }} columns={[
              { key: 'title', label: t('activity'), main: true, cell: (item) => <Titled ctx={ctx} row={item.row} /> },
              { key: 'dates', label: t('dates'), cell: (item) => <Dates ctx={ctx} content={item.row.content} /> },
              ...Object.entries(type.fields).filter(([, field]) => isShort(field)).slice(0, COLUMNS).map(([name, field]) => ({
                key: name, label: ctx.show(field.options.label), cell: (item: Item) => <Value scope={{ ...scope, row: item.row }} field={field} value={item.row.content.details?.[name as never]} path={`details.${name}`} brief />,
              })),
              { key: 'state', label: t('state'), cell: (item) => <StandMark ctx={ctx} item={item} /> },
              { key: 'results', label: t('type-reported'), cell: (item) => <Reported ctx={ctx} type={type} item={item} scope={told} /> },
            ]} />
          )}
        </Panel>
      </>
    ),
  });
}

/** What each side reports of the type's own results, a line a side. */
function Reported({ ctx, type, item, scope }: { readonly ctx: Context; readonly type: ActivityType; readonly item: Item; readonly scope: Scope }): VNode {
  const fields = Object.entries(type.results).filter(([, field]) => isShort(field));
  return (
    <>
      {[...item.progress].map(([party, row]) => {
        const said = fields.filter(([name]) => row.content.results?.[name as never] !== undefined);
        return said.length > 0 && (
          <div key={party} data-party={party}><span class="party" data-party={party}>{ctx.pick(ctx.partyOf(party)?.short ?? party).text}</span>{' '}
            {said.map(([name, field], i) => <>{i > 0 && '; '}{ctx.show(field.options.label)}: <Value scope={{ ...scope, row }} field={field} value={row.content.results?.[name as never]} path={`results.${name}`} brief /></>)}
          </div>
        );
      })}
    </>
  );
}

export const typePage: PageRoute = { path: '/activity-types/:type', render };
