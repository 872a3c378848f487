/** The period at a glance: promised and done, planned and paid, people, and what is stuck with whom it waits for. */
import type { ComponentChildren, VNode } from 'preact';
import { Bars, DataTable, EmptyState, Panel, PartyLabel, UnitSquares } from '@entente/ui';
import { formatMoney, formatNumber } from '@entente/text';
import type { Money } from '@entente/kernel';
import { partyName, type Context } from '@entente/web';
import { agreedRates, paidFor, type Item, type Paid, type Work } from './gather.ts';
import { sumsOf, totalIn, type Rate } from './money.ts';
import { budgetOf, plainTitle, StandMark, themeText, Titled, Total, wordsOf } from './parts.tsx';
import { peopleOf } from './people.ts';
import type { Stand } from './stand.ts';

const COLUMN: Readonly<Record<Stand, number>> = { done: 0, 'under-way': 1, planned: 2, late: 3, suspended: 3, cancelled: 3 };
/** What money is added up in where currencies meet. */
const INTO = 'USD';

export async function dashboardView(ctx: Context, work: Work): Promise<VNode> {
  const { items } = work;
  if (items.length === 0) return <EmptyState>{wordsOf(ctx)('nothing')}</EmptyState>;
  const [paid, rates] = await Promise.all([paidFor(ctx, items.map((item) => item.row.id)), agreedRates(ctx)]);
  const on = work.plan?.content.to ?? Temporal.Now.plainDateISO(ctx.party.zone).toString();
  return (
    <>
      <Themes ctx={ctx} items={items} />
      <Money ctx={ctx} items={items} paid={paid} rates={rates.map((row) => row.content)} on={on} />
      <People ctx={ctx} items={items} />
      {await stuck(ctx, items)}
    </>
  );
}

function Themes({ ctx, items }: { readonly ctx: Context; readonly items: readonly Item[] }): VNode {
  const t = wordsOf(ctx);
  const groups = Object.keys(ctx.cooperation.themes).map((theme) => {
    const of = items.filter((item) => item.row.content.themes?.includes(theme));
    const counts = [0, 0, 0, 0];
    for (const item of of) counts[COLUMN[item.stand]]! += 1;
    return { label: themeText(ctx, theme), href: ctx.href.with({ view: null, theme }), counts, size: of.length };
  }).filter((group) => group.size > 0).toSorted((a, b) => b.size - a.size);
  return <Panel title={t('promised-done')} note={String(items.length)}><UnitSquares title={t('promised-done')} titleHidden states={[t('col-done'), t('col-running'), t('col-planned'), t('col-stuck')]} groups={groups} /></Panel>;
}

interface Row { readonly currency: string; readonly planned: readonly Money[]; readonly paid: readonly Money[]; readonly received: readonly Money[] }

function Money({ ctx, items, paid, rates, on }: { readonly ctx: Context; readonly items: readonly Item[]; readonly paid: readonly Paid[]; readonly rates: readonly Rate[]; readonly on: string }): VNode | null {
  const t = wordsOf(ctx);
  const planned = sumsOf(items.flatMap(budgetOf));
  const spent = paid.filter(({ row }) => row.content.type === 'disbursement' || row.content.type === 'in-kind');
  const [given, received] = [sumsOf(spent.map(({ row }) => row.content.money)), sumsOf(spent.flatMap(({ receipts }) => receipts.map((row) => row.content.money)))];
  const of = (sums: readonly Money[], currency: string): readonly Money[] => sums.filter((money) => money.currency === currency);
  const rows = [...new Set([...planned, ...given, ...received].map((money) => money.currency))].map((currency): Row => ({ currency, planned: of(planned, currency), paid: of(given, currency), received: of(received, currency) }));
  if (rows.length === 0) return null;
  const [wanted, done] = [totalIn(INTO, planned, rates, on), totalIn(INTO, given, rates, on)];
  const cell = (sums: readonly Money[]): ComponentChildren => sums.map((money) => formatMoney(money, ctx.lang)).join('');
  return (
    <Panel title={t('planned-paid')}>
      <DataTable<Row> caption={t('planned-paid')} captionHidden rows={rows} rowKey={(row) => row.currency} columns={[
        { key: 'currency', label: t('currency'), main: true, cell: (row) => row.currency },
        { key: 'planned', label: t('planned'), align: 'end', cell: (row) => cell(row.planned) },
        { key: 'paid', label: t('paid'), align: 'end', cell: (row) => cell(row.paid) },
        { key: 'received', label: t('received'), align: 'end', cell: (row) => cell(row.received) },
      ]} />
      {wanted && <>
        <Bars title={t('together')} names={{ joint: INTO }} groups={[{ label: t('planned'), bars: [bar(ctx, wanted.money)] }, ...(done ? [{ label: t('paid'), bars: [bar(ctx, done.money)] }] : [])]} />
        <Total ctx={ctx} total={wanted} />
      </>}
    </Panel>
  );
}
const bar = (ctx: Context, money: Money) => ({ who: 'joint', value: Number(money.amount), text: formatMoney(money, ctx.lang) });

/** Each side's own count: the two are never added. */
function People({ ctx, items }: { readonly ctx: Context; readonly items: readonly Item[] }): VNode | null {
  const t = wordsOf(ctx);
  const sides = ctx.cooperation.parties.map(({ id }) => ({ id, ...peopleOf(items.flatMap((item) => item.progress.get(id)?.content.participants ?? [])) })).filter((side) => side.total > 0);
  if (sides.length === 0) return null;
  const n = (value: number): string => formatNumber(value, ctx.lang);
  const group = (label: string, of: (side: (typeof sides)[number]) => number) => ({ label, bars: sides.map((side) => ({ who: side.id, value: of(side), text: n(of(side)) })) });
  return (
    <Panel title={t('participants-by-sex')}>
      <Bars title={t('participants-by-sex')} titleHidden groups={[group(t('women'), (side) => side.women), group(t('men'), (side) => side.men), ...(sides.some((side) => side.unsexed > 0) ? [group(t('not-by-sex'), (side) => side.unsexed)] : [])]} />
      <p class="quiet">{t('people')}: {sides.map((side, i) => <span key={side.id}>{i > 0 && ' · '}{partyName(ctx, side.id)} <b class="num">{n(side.total)}</b></span>)}</p>
    </Panel>
  );
}

async function stuck(ctx: Context, items: readonly Item[]): Promise<VNode> {
  const t = wordsOf(ctx);
  const late = items.filter((item) => item.stand === 'late' || item.stand === 'suspended');
  const offices = await ctx.read.many(ctx.cooperation.id, [...new Set(late.flatMap((item) => item.waitsFor))]);
  if (late.length === 0) return <Panel title={t('stuck')}><p class="quiet">{t('nothing-stuck')}</p></Panel>;
  return (
    <Panel title={t('stuck')} note={String(late.length)}>
      <ul class="items">{late.map((item) => (
        <li key={item.row.id}>
          <div><Titled ctx={ctx} row={item.row} />
            {[...item.progress.values()].map((row) => { const why = ctx.localized(row, 'reason'); return why && <p key={row.id} class="item-meta"><PartyLabel party={row.party} /> <span lang={why.lang === ctx.lang ? undefined : why.lang}>{why.text}</span></p>; })}
            <p class="item-meta"><StandMark ctx={ctx} item={item} /></p></div>
          <span class="item-side">{item.waitsFor.flatMap((id) => offices.get(id) ?? []).map((office) => t('waits-for', { who: plainTitle(ctx, office).text })).join('; ')}</span>
        </li>
      ))}</ul>
    </Panel>
  );
}
