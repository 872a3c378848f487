/** The plan by state: a column for each, in the order in which work moves. */
import type { VNode } from 'preact';
import { Cards } from '@entente/ui';
import type { Context } from '@entente/web';
import type { Work } from './gather.ts';
import { datesText, plainTitle, standText, Titled, typeText, wordsOf } from './parts.tsx';
import { stands } from './stand.ts';

export async function boardView(ctx: Context, { items }: Work): Promise<VNode> {
  const t = wordsOf(ctx);
  const offices = await ctx.read.many(ctx.cooperation.id, [...new Set(items.flatMap((item) => item.waitsFor))]);
  const columns = stands.map((stand) => ({ stand, of: items.filter((item) => item.stand === stand) })).filter(({ of }) => of.length > 0);
  return (
    <Cards cards={columns.map(({ stand, of }) => ({
      title: standText(ctx, stand), count: of.length,
      items: of.map((item) => {
        const waits = item.waitsFor.flatMap((id) => offices.get(id) ?? []).map((office) => plainTitle(ctx, office).text);
        const notes = [typeText(ctx, item.row.content.type), datesText(ctx, item.row.content), item.overdue ? t('overdue') : '', item.differs ? t('sides-differ') : '', waits.length > 0 ? t('waits-for', { who: waits.join(', ') }) : ''];
        return <><Titled ctx={ctx} row={item.row} /><p class="item-meta">{notes.filter(Boolean).map((note, i) => <span key={i}>{note}</span>)}</p></>;
      }),
    }))} />
  );
}
