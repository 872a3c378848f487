/** Pages of the work plan: the plans, and one plan in six views; filters are in the address, so every view can be sent and printed. */
import type { VNode } from 'preact';
import { DataTable, EmptyState, Filters, LinkButton, PageHead, Tabs, TextField, type FilterGroup, type FilterOption } from '@entente/ui';
import { formatPeriod } from '@entente/text';
import { notFound, page, StandingMark, type Context, type PageResult, type PageRoute } from '@entente/web';
import { allOf } from '../joint-report/gather.ts';
import { activity, activityForms, workPlan, type WorkPlan } from '../kinds/index.ts';
import { answerPage } from './answer.tsx';
import { boardView } from './board.tsx';
import { calendarView } from './calendar.tsx';
import { copyPage } from './copy-page.tsx';
import { dashboardView } from './dashboard.tsx';
import { countsOfState, standCounts, waitsFor } from './asked.ts';
import { ALL, filterNames, FILTERS, planAt, scopeOf, type FilterName, type PlanRow, type Scope } from './gather.ts';
import { planFile } from './export.ts';
import { mapPicture, mapView } from './map.tsx';
import { iatiWords } from '../iati/words.ts';
import { plainTitle, standText, themeText, typeText, wordsOf } from './parts.tsx';
import { stands } from './stand.ts';
import { shortOf, tableView } from './table.tsx';
import { typePage, typesPage } from './type-page.tsx';
import { timelineView } from './timeline.tsx';

const VIEWS = {
  table: tableView, board: boardView, timeline: timelineView, map: mapView, calendar: calendarView, dashboard: dashboardView,
} as const satisfies Record<string, (ctx: Context, scope: Scope) => Promise<VNode>>;
type View = keyof typeof VIEWS;
const views = Object.keys(VIEWS) as View[];

const MOST_OPTIONS = 12;

async function plansPage(ctx: Context): Promise<PageResult> {
  const t = wordsOf(ctx);
  const plans = await allOf<WorkPlan>(ctx.read, { coop: ctx.cooperation.id, kind: 'work-plan', sort: '-date' });
  const { counts, total } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'activity', limit: 1, count: ['plan'] });
  const mayPropose = ctx.may(workPlan, 'propose');
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
        <p><a href={`/work-plan/${ALL}?view=table`}>{t('all')} ({total})</a> · <a href="/activity-types">{t('types')}</a> · <a href="/iati">{iatiWords.t(ctx.lang)('title')}</a></p>
      </>
    ),
  });
}

async function planPage(ctx: Context): Promise<PageResult> {
  const plan = await planAt(ctx, ctx.params['plan'] ?? '');
  if (plan === undefined) return notFound;
  const t = wordsOf(ctx);
  const scope = scopeOf(ctx, plan);
  const view = views.find((one) => one === ctx.query['view']) ?? 'table';
  const title = plan ? plainTitle(ctx, plan) : { lang: ctx.lang, text: t('all') };
  return page({
    title: title.text, head: 'own', crumbs: [{ label: t('work-plan'), href: '/work-plan' }],
    body: (
      <>
        <PageHead title={title.text} {...(title.lang === ctx.lang ? {} : { titleLang: title.lang })} meta={plan ? <PlanMeta ctx={ctx} plan={plan} /> : undefined} actions={await actionsOf(ctx, plan)} />
        {plan?.content.exercise && <p class="note">{t('exercise-note')}</p>}
        <Tabs label={t('views')} tabs={views.map((one) => ({ href: ctx.href.with({ view: one === 'table' ? null : one, page: null }), label: t(`view-${one}`), current: one === view }))} />
        {await filters(ctx, scope)}
        {await VIEWS[view](ctx, scope)}
      </>
    ),
  });
}

const PlanMeta = ({ ctx, plan }: { readonly ctx: Context; readonly plan: PlanRow }): VNode => (
  <>{formatPeriod(plan.content, ctx.lang)} · <StandingMark ctx={ctx} row={plan} brief /> · <a href={ctx.href.record('work-plan', plan.id)}>{wordsOf(ctx)('the-record')}</a></>
);

async function actionsOf(ctx: Context, plan: PlanRow | null): Promise<VNode | undefined> {
  const t = wordsOf(ctx);
  const [coordinator, leader] = [ctx.person.roles.includes('coordinator'), ctx.person.roles.includes('leader')];
  const writes = plan !== null && plan.standing !== 'retired' && ctx.may(activity, 'propose');
  if (!plan || (!writes && !coordinator && !leader)) return undefined;
  const waits = plan.waitsFor.includes(ctx.party.id) || await waitsFor(ctx, scopeOf({ ...ctx, query: {} }, plan));
  return (
    <>
      {writes && <LinkButton href={ctx.href.create('activity', { plan: plan.id })}>{t('new-activity')}</LinkButton>}
      {writes && <LinkButton href={`/tables/activities?plan=${plan.id}`}>{t('from-table')}</LinkButton>}
      {coordinator && <LinkButton href={`/work-plan/${plan.id}/copy`}>{t('copy-plan')}</LinkButton>}
      {waits && <LinkButton href={`/work-plan/${plan.id}/answer`}>{t('answer-plan')}</LinkButton>}
    </>
  );
}

type Counts = Readonly<Record<string, number>>;

async function filters(ctx: Context, scope: Scope): Promise<VNode> {
  const t = wordsOf(ctx);
  const [counts, stood] = await Promise.all([countsOf(ctx, scope), statesOf(ctx, scope)]);
  const named = ['office', 'province'] as const;
  const offices = await ctx.read.many(ctx.cooperation.id, named.flatMap((name) => [...topOf(counts[FILTERS[name]] ?? {}), ctx.query[name] ?? []].flat()));
  const name = (id: string): string => { const row = offices.get(id); return row ? shortOf(ctx, row) : id; };
  const labels: Readonly<Record<FilterName, (value: string) => string>> = {
    theme: (value) => themeText(ctx, value), type: (value) => typeText(ctx, value), office: name, province: name,
    form: (value) => { const label = activityForms.values[value]; return label ? ctx.show(label) : value; },
  };
  const of = (one: FilterName): FilterGroup => group(ctx, one, counts[FILTERS[one]] ?? {}, topOf(counts[FILTERS[one]] ?? {}), labels[one]);
  const states = stands.filter((stand) => stood === null || (stood[stand] ?? 0) > 0);
  const groups = [group(ctx, 'state', stood, states, (value) => standText(ctx, value)), of('theme'), of('type'), of('office'), of('province'), of('form')]
    .filter((one) => one.options.length > 1 || one.options.some((option) => option.current));
  const active = groups.flatMap((one) => one.options.filter((option) => option.current).map((option) => ({ label: `${one.title}: ${option.label}`, href: option.href })));
  const words = ctx.query['q'];
  const typed = words ? [{ label: `${t('words')}: ${words}`, href: ctx.href.with({ q: null, page: null }) }] : [];
  const hidden = [...ctx.url.searchParams].filter(([one]) => !['q', 'page', 'lang'].includes(one));
  return (
    <Filters open={ctx.query['filters'] === 'open'} active={[...typed, ...active]} clear={ctx.href.with(Object.fromEntries([...filterNames, 'state', 'q', 'page'].map((one) => [one, null])))} groups={groups}
      form={{ action: ctx.url.pathname, hidden, fields: <TextField name="q" label={t('words')} value={words ?? ''} type="search" optional /> }} />
  );
}

const LISTS: readonly FilterName[] = ['theme', 'office', 'province'];

/** Counts that the records keep, or, of one state, counts over what stands so. */
async function countsOf(ctx: Context, scope: Scope): Promise<Readonly<Record<string, Counts>>> {
  if (scope.stand) return countsOfState(ctx, scope, filterNames.map((name) => ({ name: FILTERS[name], list: LISTS.includes(name) })));
  return (await ctx.read.list({ ...scope.query, limit: 0, count: filterNames.map((name) => FILTERS[name]) })).counts;
}

/** How many stand how; not counted over every plan there is, since each side's word on each activity is read for it. */
async function statesOf(ctx: Context, scope: Scope): Promise<Counts | null> {
  const everything = scope.query.filters?.length === 0 && scope.query.words === undefined;
  return everything ? null : Object.fromEntries(await standCounts(ctx, scope));
}

/** The most frequent values. */
const topOf = (counts: Counts): readonly string[] => Object.entries(counts).toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).slice(0, MOST_OPTIONS).map(([value]) => value);

/** Values with their counts; the one in force takes itself away. */
function group(ctx: Context, name: FilterName | 'state', counts: Counts | null, values: readonly string[], label: (value: string) => string): FilterGroup {
  const taken = ctx.query[name];
  const shown = taken && !values.includes(taken) ? [taken, ...values.slice(0, MOST_OPTIONS - 1)] : values;
  return {
    title: wordsOf(ctx)(name),
    options: shown.map((value): FilterOption => ({
      label: label(value), href: ctx.href.with({ [name]: taken === value ? null : value, page: null }), ...(counts ? { count: counts[value] ?? 0 } : {}), ...(taken === value ? { current: true } : {}),
    })),
  };
}

export const planPages: readonly PageRoute[] = [{ path: '/work-plan', render: plansPage }, { path: '/work-plan/:plan', render: planPage }, planFile, typesPage, typePage, mapPicture, copyPage, answerPage];
