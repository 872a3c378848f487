/** The plan as a calendar: month by month what begins, what ends and which milestones are due. */
import type { VNode } from 'preact';
import { Cards, Tabs } from '@entente/ui';
import { formatDate } from '@entente/text';
import type { Context } from '@entente/web';
import type { Item, Work } from './gather.ts';
import { plainTitle, wordsOf } from './parts.tsx';

interface Entry { readonly date: string; readonly item: Item; readonly note: string }

export function calendarView(ctx: Context, { plan, items }: Work): VNode {
  const t = wordsOf(ctx);
  const entries = items.flatMap((item) => entriesOf(ctx, item));
  const today = Temporal.Now.plainDateISO(ctx.party.zone).toString();
  const years = [...new Set(entries.map((entry) => entry.date.slice(0, 4)))].toSorted();
  const usual = plan && today > plan.content.to ? plan.content.from.slice(0, 4) : today.slice(0, 4);
  const year = /^\d{4}$/u.exec(ctx.query['year'] ?? '')?.[0] ?? (years.includes(usual) ? usual : years.at(-1) ?? usual);
  const mine = entries.filter((entry) => entry.date.startsWith(year)).toSorted((a, b) => a.date.localeCompare(b.date));
  const months = [...Map.groupBy(mine, (entry) => entry.date.slice(0, 7))];
  return (
    <>
      <Tabs label={t('calendar-of', { year })} tabs={years.map((one) => ({ href: ctx.href.with({ year: one }), label: one, current: one === year }))} />
      <h2>{t('calendar-of', { year })}</h2>
      {months.length === 0 ? <p class="quiet">{t('nothing')}</p> : (
        <Cards level={3} cards={months.map(([month, of]) => ({
          title: formatDate(month, ctx.lang, 'medium'),
          items: of.map((entry) => <Line ctx={ctx} entry={entry} />),
        }))} />
      )}
    </>
  );
}

function Line({ ctx, entry }: { readonly ctx: Context; readonly entry: Entry }): VNode {
  const title = plainTitle(ctx, entry.item.row);
  return (
    <>
      <a href={ctx.href.record('activity', entry.item.row.id)} lang={title.lang === ctx.lang ? undefined : title.lang}>{title.text}</a>
      <p class="item-meta"><span class="num">{formatDate(entry.date, ctx.lang, 'medium')}</span><span>{entry.note}</span></p>
    </>
  );
}

function entriesOf(ctx: Context, item: Item): Entry[] {
  const t = wordsOf(ctx);
  const { from, to, milestones = [] } = item.row.content;
  return [
    ...(from === undefined ? [] : [{ date: from, item, note: t('begins') }]),
    ...(to === undefined || to === from ? [] : [{ date: to, item, note: t('ends') }]),
    ...milestones.flatMap((one) => (one.due === undefined ? [] : [{ date: one.due, item, note: `${t('milestone')}: ${ctx.pick(one.what).text}` }])),
  ];
}
