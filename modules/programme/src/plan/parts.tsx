/** What the views of the work plan share: words, marks, names, money. */
import type { VNode } from 'preact';
import { State, type StateName } from '@entente/ui';
import { formatDate, formatMoney, formatNumber, formatPeriod } from '@entente/text';
import type { Money, RecordRow } from '@entente/kernel';
import { codeLabel, Span, type Context } from '@entente/web';
import { activity, activityStatuses, type Activity } from '../kinds/index.ts';
import type { Item } from './gather.ts';
import type { Converted } from './money.ts';
import type { Stand } from './stand.ts';
import { planWords } from './words.ts';

export const wordsOf = (ctx: Context) => planWords.t(ctx.lang);

const SHAPES: Readonly<Record<Stand, StateName>> = { planned: 'planned', 'under-way': 'running', late: 'late', suspended: 'late', done: 'done', cancelled: 'retired' };
export const BARS: Readonly<Record<Stand, 'planned' | 'running' | 'done' | 'late' | 'retired'>> = { planned: 'planned', 'under-way': 'running', late: 'late', suspended: 'late', done: 'done', cancelled: 'retired' };

export const standText = (ctx: Context, stand: string): string => { const labels = activityStatuses.values[stand]; return labels ? ctx.show(labels) : stand; };

/** How an activity stands, as shape and words; what makes one look twice beside it. */
export function StandMark({ ctx, item }: { readonly ctx: Context; readonly item: Pick<Item, 'stand' | 'overdue' | 'differs'> }): VNode {
  const t = wordsOf(ctx);
  const more = [...(item.overdue ? [t('overdue')] : []), ...(item.differs ? [t('sides-differ')] : [])];
  return <><State is={SHAPES[item.stand]}>{standText(ctx, item.stand)}</State>{more.length > 0 && <small class="quiet"> {more.join('; ')}</small>}</>;
}

/** A record by its title, as a link; an activity with its number in the plan before it. */
export function Titled({ ctx, row }: { readonly ctx: Context; readonly row: RecordRow }): VNode {
  const title = ctx.title(row);
  const { number } = row.content as Partial<Activity>;
  return <>{number !== undefined && <><span class="quiet num">{number}</span> </>}<a href={ctx.href.record(row.kind, row.id)} lang={title.lang === ctx.lang ? undefined : title.lang}>{title.text}</a></>;
}
export const plainTitle = (ctx: Context, row: RecordRow): { readonly lang: string; readonly text: string } => ctx.title(row);

export const typeText = (ctx: Context, type: string): string => codeLabel(ctx, activity.fields.type, type);
export const themeText = (ctx: Context, theme: string): string => ctx.pick(ctx.cooperation.themes[theme] ?? theme).text;

/** The dates of an activity in the reader's words; '' when it has none. */
export function datesText(ctx: Context, { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): string {
  if (from !== undefined && (to === undefined || to === from)) return formatDate(from, ctx.lang, 'medium');
  return from === undefined && to === undefined ? '' : formatPeriod({ from: from ?? null, to: to ?? null }, ctx.lang);
}

/** The same in a column: a line ends between the dates, not within one. */
export function Dates({ ctx, content }: { readonly ctx: Context; readonly content: Pick<Activity, 'from' | 'to'> }): VNode {
  return <Span text={datesText(ctx, content)} />;
}

export const moneyText = (ctx: Context, amounts: readonly Money[]): string => amounts.map((money) => formatMoney(money, ctx.lang)).join(' + ');

/** What totals rest on, said beside them: the rates with their dates, and the currencies that have none. Null where nothing was converted. */
export function RatesOf({ ctx, totals }: { readonly ctx: Context; readonly totals: readonly Converted[] }): VNode | null {
  const t = wordsOf(ctx);
  const rates = [...new Set(totals.flatMap((total) => total.rates))].map(({ base, quote, rate, date }) => t('rate', { base, quote, rate: formatNumber(rate, ctx.lang), date: formatDate(date, ctx.lang, 'medium') }));
  const without = [...new Set(totals.flatMap((total) => total.without))];
  if (rates.length === 0 && without.length === 0) return null;
  return (
    <p class="quiet">
      {rates.length > 0 && t('at-rates', { rates: rates.join('; ') })}
      {without.length > 0 && <> {t('no-rate', { currencies: without.join(', ') })}</>}
    </p>
  );
}

export const budgetOf = (item: Pick<Item, 'row'>): readonly Money[] => {
  const { budget, total } = item.row.content;
  return budget && budget.length > 0 ? budget.map((line) => line.money) : total ? [total] : [];
};
