/** What has a day on it and is not done: late things first. */
import type { VNode } from 'preact';
import { formatDate, lastDay } from '@entente/text';
import { type Card, State } from '@entente/ui';
import type { Context, DueItem } from '../module.ts';
import type { Web } from '../web.ts';
import { words } from '../words/records.ts';

const ON_CARD = 4;
/** Days ahead that count as soon, and those from which on the date says more than the days left. */
const [SOON, FAR] = [31, 120] as const;

/** The card of the home page. */
export async function dueCard(web: Web, ctx: Context): Promise<Card> {
  const t = words.t(ctx.lang);
  const sources = web.modules.flatMap((module) => module.due ?? []);
  const today = Temporal.Now.plainDateISO(ctx.party.zone);
  const items = (await Promise.all(sources.map((source) => source.items(ctx)))).flat().map((item) => ({ item, days: daysTo(today, item.due) })).toSorted((a, b) => a.days - b.days);
  return { title: t('due-soon'), count: items.length, empty: t('nothing-due'), items: items.slice(0, ON_CARD).map(({ item, days }) => <Due ctx={ctx} item={item} days={days} />) };
}

const daysTo = (today: Temporal.PlainDate, due: string): number => today.until(lastDay(due)).days;

function Due({ ctx, item, days }: { readonly ctx: Context; readonly item: DueItem; readonly days: number }): VNode {
  const t = words.t(ctx.lang);
  const said = days < 0 ? t('days-over', { count: -days }) : days > FAR ? t('due', { date: formatDate(item.due, ctx.lang, 'medium') }) : t('days-left', { count: days });
  return (
    <>
      <a href={item.href} lang={item.title.lang === ctx.lang ? undefined : item.title.lang}>{item.title.text}</a>
      <p class="item-meta"><State is={days < 0 ? 'late' : days <= SOON ? 'due' : 'planned'}>{said}</State>{item.detail && <span>{item.detail}</span>}</p>
    </>
  );
}
