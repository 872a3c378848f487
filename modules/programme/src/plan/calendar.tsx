/** The plan as a calendar: month by month what begins, what ends and which milestones are due. */
import type { VNode } from 'preact';
import { Cards, Tabs } from '@entente/ui';
import { formatDate } from '@entente/text';
import type { RecordRow } from '@entente/kernel';
import type { Context } from '@entente/web';
import type { Scope } from './gather.ts';
import { plainTitle, wordsOf } from './parts.tsx';
import { calendarOf, calendarYears, type Entry } from './sums.ts';

/** Lines of a month in a year, and of a month looked at by itself. */
const [MOST, MOST_OF_MONTH] = [20, 400];
/** Years offered on each side of the one shown. */
const BESIDE = 3;

export async function calendarView(ctx: Context, scope: Scope): Promise<VNode> {
  const t = wordsOf(ctx);
  const years = await calendarYears(ctx, scope);
  const month = /^\d{4}(-\d{2})?$/u.exec(ctx.query['month'] ?? '')?.[0];
  const year = month?.slice(0, 4) ?? yearOf(ctx, scope, years);
  const entries = await calendarOf(ctx, scope, month ?? year, month === undefined ? MOST : MOST_OF_MONTH);
  const months = [...Map.groupBy(entries.filter((entry) => month === undefined || entry.date.slice(0, 7) === month), (entry) => entry.date.slice(0, 7))];
  const rows = await ctx.read.many(ctx.cooperation.id, entries.map(({ id }) => id));
  return (
    <>
      <Tabs label={t('calendar-of', { year })} tabs={around(years, year).map((one) => ({ href: ctx.href.with({ year: one, month: null }), label: one, current: one === year }))} />
      <h2>{t('calendar-of', { year: month === undefined ? year : formatDate(month, ctx.lang, 'medium') })}</h2>
      {months.length === 0 ? <p class="quiet">{t('nothing')}</p> : (
        <Cards level={3} cards={months.map(([at, of]) => {
          const total = of[0]?.n ?? 0;
          return {
            title: formatDate(at, ctx.lang, 'medium'), ...(total > of.length ? { count: total } : {}),
            ...(total > of.length && month === undefined ? { more: { href: ctx.href.with({ month: at, year: null }), label: t('all-of', { total }) } } : {}),
            items: of.map((entry) => <Line ctx={ctx} entry={entry} row={rows.get(entry.id)} />),
          };
        })} />
      )}
    </>
  );
}

/** The first and the last year and those around the one shown: decades of years would be a wall of them. */
function around(years: readonly string[], year: string): readonly string[] {
  const at = Math.max(0, years.indexOf(year));
  const from = Math.max(0, Math.min(at - BESIDE, years.length - 2 * BESIDE - 1));
  return years.filter((_, i) => i === 0 || i === years.length - 1 || (i >= from && i <= from + 2 * BESIDE));
}

/** The year asked for, else that of today where something happens in it, else the last. */
function yearOf(ctx: Context, { plan }: Scope, years: readonly string[]): string {
  const today = Temporal.Now.plainDateISO(ctx.party.zone).toString();
  const usual = plan && today > plan.content.to ? plan.content.from.slice(0, 4) : today.slice(0, 4);
  return /^\d{4}$/u.exec(ctx.query['year'] ?? '')?.[0] ?? (years.includes(usual) ? usual : years.at(-1) ?? usual);
}

function Line({ ctx, entry, row }: { readonly ctx: Context; readonly entry: Entry; readonly row: RecordRow | undefined }): VNode {
  const t = wordsOf(ctx);
  const title = row ? plainTitle(ctx, row) : { lang: ctx.lang, text: entry.id };
  const note = entry.what === 'milestone' ? `${t('milestone')}: ${entry.text ? ctx.pick(entry.text).text : ''}` : t(entry.what);
  return (
    <>
      <a href={ctx.href.record('activity', entry.id)} lang={title.lang === ctx.lang ? undefined : title.lang}>{title.text}</a>
      <p class="item-meta"><span class="num">{formatDate(entry.date, ctx.lang, 'medium')}</span><span>{note}</span></p>
    </>
  );
}
