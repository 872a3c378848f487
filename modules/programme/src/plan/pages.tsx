/** Pages of the work plan: the plans, and one plan in six views; filters are in the address, so every view can be sent and printed. */
import type { VNode } from 'preact';
import { DataTable, EmptyState, Filters, LinkButton, PageHead, Tabs, TextField, type FilterGroup, type FilterOption } from '@entente/ui';
import { formatPeriod } from '@entente/text';
import { notFound, page, StandingMark, type Context, type PageResult, type PageRoute } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import type { WorkPlan } from '../kinds/index.ts';
import { answerPage } from './answer.tsx';
import { boardView } from './board.tsx';
import { calendarView } from './calendar.tsx';
import { copyPage } from './copy-page.tsx';
import { dashboardView } from './dashboard.tsx';
import { ALL, FILTERS, planAt, standAsked, workOf, type FilterName, type Item, type PlanRow, type Work } from './gather.ts';
import { planFile } from './export.ts';
import { mapPicture, mapView } from './map.tsx';
import { iatiWords } from '../iati/words.ts';
import { activityForms } from '../kinds/index.ts';
import { plainTitle, standText, themeText, typeText, wordsOf } from './parts.tsx';
import { stands } from './stand.ts';
import { shortOf, tableView } from './table.tsx';
import { timelineView } from './timeline.tsx';

const VIEWS = {
  table: tableView, board: boardView, timeline: timelineView, map: mapView, calendar: async (ctx: Context, work: Work) => calendarView(ctx, work), dashboard: dashboardView,
} as const satisfies Record<string, (ctx: Context, work: Work) => Promise<VNode>>;
type View = keyof typeof VIEWS;
const views = Object.keys(VIEWS) as View[];

const MOST_OPTIONS = 12;

async function plansPage(ctx: Context): Promise<PageResult> {
  const t = wordsOf(ctx);
  const plans = await allOf<WorkPlan>(ctx.read, { coop: ctx.cooperation.id, kind: 'work-plan', sort: '-date' });
  const { counts, total } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'activity', limit: 1, count: ['plan'] });
  const mayPropose = ctx.person.roles.includes('coordinator');
  return page({
    title: t('work-plan'), head: 'own',
    body: (
      <>
        <PageHead title={t('work-plan')} actions={mayPropose ? <LinkButton href={ctx.href.create('work-plan')} kind="main">{t('new-plan')}</LinkButton> : undefined} />
        <p class="quiet">{t('lead')}</p>
        {plans.length === 0 ? <EmptyState>{t('no-plans')}</EmptyState> : (
          <DataTable<PlanRow> caption={t('work-plan')} captionHidden rows={plans} rowKey={(row) => row.id} columns={[
            { key: 'title', label: t('work-plan'), main: true, cell: (row) => { const title = plainTitle(ctx, row); return <a href={`/work-plan/${row.id}`} lang={title.lang}>{title.text}</a>; } },
            { key: 'dates', label: t('dates'), cell: (row) => formatPeriod(row.content, ctx.lang) },
            { key: 'count', label: t('activities'), align: 'end', cell: (row) => String(counts['plan']?.[row.id] ?? 0) },
            { key: 'state', label: t('state'), cell: (row) => <StandingMark ctx={ctx} row={row} brief /> },
          ]} />
        )}
        <p><a href={`/work-plan/${ALL}?view=table`}>{t('all')} ({total})</a> · <a href="/iati">{iatiWords.t(ctx.lang)('title')}</a></p>
      </>
    ),
  });
}

async function planPage(ctx: Context): Promise<PageResult> {
  const plan = await planAt(ctx, ctx.params['plan'] ?? '');
  if (plan === undefined) return notFound;
  const t = wordsOf(ctx);
  const work = await workOf(ctx, plan);
  const view = views.find((one) => one === ctx.query['view']) ?? 'table';
  const title = plan ? plainTitle(ctx, plan) : { lang: ctx.lang, text: t('all') };
  const shown = work.items.length;
  return page({
    title: title.text, head: 'own', crumbs: [{ label: t('work-plan'), href: '/work-plan' }],
    body: (
      <>
        <PageHead title={title.text} {...(title.lang === ctx.lang ? {} : { titleLang: title.lang })} meta={plan ? <PlanMeta ctx={ctx} plan={plan} /> : undefined} actions={<PlanActions ctx={ctx} work={work} />} />
        {plan?.content.exercise && <p class="note">{t('exercise-note')}</p>}
        <Tabs label={t('views')} tabs={views.map((one) => ({ href: ctx.href.with({ view: one === 'table' ? null : one, page: null }), label: t(`view-${one}`), current: one === view }))} />
        {await filters(ctx, work)}
        {work.total > shown && !standAsked(ctx) && <p class="note">{t('too-many', { shown, total: work.total })}</p>}
        {await VIEWS[view](ctx, work)}
      </>
    ),
  });
}

const PlanMeta = ({ ctx, plan }: { readonly ctx: Context; readonly plan: PlanRow }): VNode => (
  <>{formatPeriod(plan.content, ctx.lang)} · <StandingMark ctx={ctx} row={plan} brief /> · <a href={ctx.href.record('work-plan', plan.id)}>{wordsOf(ctx)('the-record')}</a></>
);

function PlanActions({ ctx, work: { plan, items } }: { readonly ctx: Context; readonly work: Work }): VNode | null {
  const t = wordsOf(ctx);
  if (!plan) return null;
  const waits = [plan, ...items.map((item) => item.row)].some((row) => row.waitsFor.includes(ctx.party.id));
  const [coordinator, leader] = [ctx.person.roles.includes('coordinator'), ctx.person.roles.includes('leader')];
  return (
    <>
      {coordinator && plan.standing !== 'retired' && <LinkButton href={ctx.href.create('activity', { plan: plan.id })}>{t('new-activity')}</LinkButton>}
      {coordinator && plan.standing !== 'retired' && <LinkButton href={`/tables/activities?plan=${plan.id}`}>{t('from-table')}</LinkButton>}
      {coordinator && <LinkButton href={`/work-plan/${plan.id}/copy`}>{t('copy-plan')}</LinkButton>}
      {waits && (coordinator || leader) && <LinkButton href={`/work-plan/${plan.id}/answer`}>{t('answer-plan')}</LinkButton>}
    </>
  );
}

async function filters(ctx: Context, { items }: Work): Promise<VNode> {
  const t = wordsOf(ctx);
  const offices = await ctx.read.many(ctx.cooperation.id, [...new Set(items.flatMap((item) => [...item.row.content.responsible ?? [], ...item.row.content.provinces ?? []])), ...['office', 'province'].flatMap((name) => ctx.query[name] ?? [])]);
  const name = (id: string): string => { const row = offices.get(id); return row ? shortOf(ctx, row) : id; };
  const groups: FilterGroup[] = [
    group(ctx, 'state', items.map((item) => [item.stand]), (value) => standText(ctx, value), stands),
    filterGroup(ctx, 'theme', items, (value) => themeText(ctx, value)), filterGroup(ctx, 'type', items, (value) => typeText(ctx, value)),
    filterGroup(ctx, 'office', items, name), filterGroup(ctx, 'province', items, name),
    filterGroup(ctx, 'form', items, (value) => { const labels = activityForms.values[value]; return labels ? ctx.show(labels) : value; }),
  ].filter((one) => one.options.length > 1 || one.options.some((option) => option.current));
  const active = groups.flatMap((one) => one.options.filter((option) => option.current).map((option) => ({ label: `${one.title}: ${option.label}`, href: option.href })));
  const words = ctx.query['q'];
  const typed = words ? [{ label: `${t('words')}: ${words}`, href: ctx.href.with({ q: null }) }] : [];
  const hidden = [...ctx.url.searchParams].filter(([one]) => !['q', 'page', 'lang'].includes(one));
  return (
    <Filters active={[...typed, ...active]} clear={ctx.href.with(Object.fromEntries([...Object.keys(FILTERS), 'state', 'q', 'page'].map((one) => [one, null])))} groups={groups}
      form={{ action: ctx.url.pathname, hidden, fields: <TextField name="q" label={t('words')} value={words ?? ''} type="search" optional /> }} />
  );
}

function filterGroup(ctx: Context, name: FilterName, items: readonly Item[], label: (value: string) => string): FilterGroup {
  return group(ctx, name, items.map(({ row: { content } }) => { const value: unknown = content[FILTERS[name]]; return Array.isArray(value) ? value as string[] : typeof value === 'string' ? [value] : []; }), label);
}

/** Values with their counts, most frequent first or in a given order; the one in force takes itself away. */
function group(ctx: Context, name: FilterName | 'state', values: readonly (readonly string[])[], label: (value: string) => string, order?: readonly string[]): FilterGroup {
  const counts = new Map<string, number>();
  for (const value of values.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const taken = ctx.query[name];
  if (taken && !counts.has(taken)) counts.set(taken, 0);
  const sorted = order ? order.filter((value) => counts.has(value)) : [...counts.keys()].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return {
    title: wordsOf(ctx)(name),
    options: sorted.slice(0, MOST_OPTIONS).map((value): FilterOption => ({
      label: label(value), href: ctx.href.with({ [name]: taken === value ? null : value, page: null }), count: counts.get(value) ?? 0, ...(taken === value ? { current: true } : {}),
    })),
  };
}

export const planPages: readonly PageRoute[] = [{ path: '/work-plan', render: plansPage }, { path: '/work-plan/:plan', render: planPage }, planFile, mapPicture, copyPage, answerPage];
