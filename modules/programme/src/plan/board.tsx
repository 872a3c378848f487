/** The plan by state: a column for each, in the order in which work moves. */
import type { VNode } from 'preact';
import { Cards, EmptyState } from '@entente/ui';
import type { Context } from '@entente/web';
import { firstOfEach } from './asked.ts';
import { itemsById, type Scope } from './gather.ts';
import { datesText, plainTitle, standText, Titled, typeText, wordsOf } from './parts.tsx';
import { stands } from './stand.ts';

/** Cards of a column: the rest is in the table of that state. */
const MOST = 25;

export async function boardView(ctx: Context, scope: Scope): Promise<VNode> {
  const t = wordsOf(ctx);
  const first = await firstOfEach(ctx, scope, MOST);
  if (first.length === 0) return <EmptyState>{t('nothing')}</EmptyState>;
  const items = new Map((await itemsById(ctx, first.map(({ id }) => id))).map((item) => [item.row.id, item]));
  const offices = await ctx.read.many(ctx.cooperation.id, [...new Set([...items.values()].flatMap((item) => item.waitsFor))]);
  const columns = stands.map((stand) => ({ stand, of: first.filter((one) => one.stand === stand) })).filter(({ of }) => of.length > 0);
  return (
    <Cards cards={columns.map(({ stand, of }) => {
      const total = of[0]?.n ?? 0;
      return {
        title: standText(ctx, stand), count: total,
        ...(total > of.length ? { more: { href: ctx.href.with({ view: null, state: stand, page: null }), label: t('all-of', { total }) } } : {}),
        items: of.flatMap(({ id }) => items.get(id) ?? []).map((item) => {
          const waits = item.waitsFor.flatMap((id) => offices.get(id) ?? []).map((office) => plainTitle(ctx, office).text);
          const notes = [typeText(ctx, item.row.content.type), datesText(ctx, item.row.content), item.overdue ? t('overdue') : '', item.differs ? t('sides-differ') : '', waits.length > 0 ? t('waits-for', { who: waits.join(', ') }) : ''];
          return <><Titled ctx={ctx} row={item.row} /><p class="item-meta">{notes.filter(Boolean).map((note, i) => <span key={i}>{note}</span>)}</p></>;
        }),
      };
    })} />
  );
}
