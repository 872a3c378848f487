/** The plan over time: bars by theme or by office, milestones on them. Drawn on the server. */
import type { VNode } from 'preact';
import { EmptyState, Pagination, State, Tabs, TimeBars, type TimeBar } from '@entente/ui';
import { formatDate } from '@entente/text';
import type { Context } from '@entente/web';
import { pageIds } from './asked.ts';
import { itemsById, pageAsked, type Item, type Scope } from './gather.ts';
import { BARS, datesText, plainTitle, standText, themeText, typeText, wordsOf } from './parts.tsx';
import { firstDay, lastDay } from './stand.ts';
import { shortOf } from './table.tsx';

const GROUPS = ['theme', 'office', 'type'] as const;

/** Bars of a page. */
const MOST = 500;

export async function timelineView(ctx: Context, scope: Scope): Promise<VNode> {
  const t = wordsOf(ctx);
  const { plan } = scope;
  const by = GROUPS.find((one) => one === ctx.query['by']) ?? 'theme';
  const page = pageAsked(ctx);
  const { ids, total } = await pageIds(ctx, scope, { offset: (page - 1) * MOST, limit: MOST, dated: true });
  const dated = await itemsById(ctx, ids);
  if (dated.length === 0) return <EmptyState>{t('nothing')}</EmptyState>;
  // A plan of one page shows all of its time; a page of many the time of its bars.
  const whole = total > MOST ? undefined : plan?.content;
  const from = [whole?.from ?? '9999', ...dated.map((item) => daysOf(item).from)].map(firstDay).toSorted()[0] ?? '';
  const to = [whole?.to ?? '0000', ...dated.map((item) => daysOf(item).to)].map(lastDay).toSorted().at(-1) ?? '';
  const today = Temporal.Now.plainDateISO(ctx.party.zone).toString();
  const groups = await grouped(ctx, dated, by);
  return (
    <>
      <Tabs label={t('by')} tabs={GROUPS.map((one) => ({ href: ctx.href.with({ by: one === 'theme' ? null : one }), label: `${t('by')}: ${t(one).toLocaleLowerCase(ctx.lang)}`, current: one === by }))} />
      <TimeBars title={t('timeline-of')} titleHidden from={from} to={to} {...(today >= from && today <= to ? { today: { date: today, label: t('today') } } : {})}
        legend={<>{(['planned', 'under-way', 'late', 'done', 'cancelled'] as const).map((stand) => <State key={stand} is={SHAPE[BARS[stand]]}>{standText(ctx, stand)}</State>)}</>}
        groups={groups.map(({ label, of }) => ({ label, bars: of.map((item) => barOf(ctx, item)) }))} />
      {total > MOST && <Pagination page={page} pageSize={MOST} total={total} href={(n) => ctx.href.with({ page: n === 1 ? null : String(n) })} />}
    </>
  );
}
const SHAPE = { planned: 'planned', running: 'running', done: 'done', late: 'late', retired: 'retired' } as const;

const daysOf = ({ row: { content } }: Item): { readonly from: string; readonly to: string } =>
  ({ from: firstDay(content.from ?? content.to ?? ''), to: lastDay(content.to ?? content.from ?? '') });

function barOf(ctx: Context, item: Item): TimeBar {
  const title = plainTitle(ctx, item.row);
  const reached = new Set([...item.progress.values()].flatMap((row) => (row.content.milestones ?? []).map((one) => one.number)));
  return {
    key: item.row.id, label: title.text, ...(title.lang === ctx.lang ? {} : { lang: title.lang }), href: ctx.href.record('activity', item.row.id),
    ...daysOf(item), when: datesText(ctx, item.row.content), state: BARS[item.stand], stateText: standText(ctx, item.stand),
    marks: (item.row.content.milestones ?? []).flatMap((one) => (one.due === undefined ? [] : [{
      date: lastDay(one.due), reached: reached.has(one.number), label: `${ctx.pick(one.what).text} · ${formatDate(one.due, ctx.lang, 'medium')}`,
    }])),
  };
}

/** An activity of two themes or offices stands under its first: a bar is drawn once. */
async function grouped(ctx: Context, items: readonly Item[], by: (typeof GROUPS)[number]): Promise<readonly { readonly label: string; readonly of: readonly Item[] }[]> {
  const keyOf = ({ row: { content } }: Item): string => (by === 'theme' ? content.themes?.[0] : by === 'office' ? content.responsible?.[0] : content.type) ?? '';
  const groups = [...Map.groupBy(items, keyOf)];
  const offices = by === 'office' ? await ctx.read.many(ctx.cooperation.id, groups.map(([key]) => key).filter(Boolean)) : new Map<string, never>();
  const label = (key: string): string => {
    const office = offices.get(key);
    if (by === 'theme') return key === '' ? wordsOf(ctx)('elsewhere') : themeText(ctx, key);
    return by === 'office' ? (office ? shortOf(ctx, office) : wordsOf(ctx)('elsewhere')) : typeText(ctx, key);
  };
  return groups.map(([key, of]) => ({ label: label(key), of })).toSorted((a, b) => b.of.length - a.of.length);
}
