/** The period at a glance: promised and done, planned and paid, people, and what is stuck with whom it waits for. */
import type { ComponentChildren, VNode } from 'preact';
import { Bars, DataTable, EmptyState, Panel, PartyLabel, Tabs, UnitSquares } from '@entente/ui';
import { formatMoney, formatNumber } from '@entente/text';
import type { Money, RecordRow } from '@entente/kernel';
import { partyName, type Context } from '@entente/web';
import { exchangeRate } from '../kinds/index.ts';
import { standCounts } from './asked.ts';
import { agreedRates, itemsById, type Item, type Scope } from './gather.ts';
import { totalCurrencies, totalIn, type Rate } from './money.ts';
import { plainTitle, RatesOf, standText, StandMark, themeText, Titled, wordsOf } from './parts.tsx';
import type { People as Counted } from './people.ts';
import type { Stand } from './stand.ts';
import { glance, moneySums, type Glance, type Sums } from './sums.ts';

const COLUMN: Readonly<Record<Stand, number>> = { done: 0, 'under-way': 1, planned: 2, late: 3, suspended: 3, cancelled: 3 };
const STUCK: readonly Stand[] = ['late', 'suspended'];
/** Lines of what is stuck; the rest is in the table of that state. */
const MOST = 20;

export async function dashboardView(ctx: Context, scope: Scope): Promise<VNode> {
  const [stood, { themes, people, stuck: late }, sums, rates] = await Promise.all([standCounts(ctx, { ...scope, stand: undefined }), glance(ctx, scope, MOST), moneySums(ctx, scope), agreedRates(ctx)]);
  const total = scope.stand === undefined ? [...stood.values()].reduce((sum, n) => sum + n, 0) : stood.get(scope.stand) ?? 0;
  if (total === 0) return <EmptyState>{wordsOf(ctx)('nothing')}</EmptyState>;
  const on = scope.plan?.content.to ?? Temporal.Now.plainDateISO(ctx.party.zone).toString();
  return (
    <>
      <Themes ctx={ctx} counts={themes} total={total} />
      <Money ctx={ctx} sums={sums} rates={rates.map((row) => row.content)} on={on} />
      <People ctx={ctx} sums={people} />
      {await stuck(ctx, late, stood)}
    </>
  );
}

function Themes({ ctx, counts, total }: { readonly ctx: Context; readonly counts: Glance['themes']; readonly total: number }): VNode {
  const t = wordsOf(ctx);
  const groups = Object.keys(ctx.cooperation.themes).map((theme) => {
    const of = [0, 0, 0, 0];
    for (const { stand, n } of counts.filter((each) => each.theme === theme)) of[COLUMN[stand]]! += n;
    return { label: themeText(ctx, theme), href: ctx.href.with({ view: null, theme }), counts: of, size: of.reduce((sum, n) => sum + n, 0) };
  }).filter((group) => group.size > 0).toSorted((a, b) => b.size - a.size);
  return <Panel title={t('promised-done')} note={formatNumber(total, ctx.lang)}><UnitSquares title={t('promised-done')} titleHidden states={[t('col-done'), t('col-running'), t('col-planned'), t('col-stuck')]} groups={groups} /></Panel>;
}

interface Row { readonly currency: string; readonly planned: readonly Money[]; readonly paid: readonly Money[]; readonly received: readonly Money[] }

function Money({ ctx, sums: { planned, paid: given, received }, rates, on }: { readonly ctx: Context; readonly sums: Sums; readonly rates: readonly Rate[]; readonly on: string }): VNode | null {
  const t = wordsOf(ctx);
  const of = (amounts: readonly Money[], currency: string): readonly Money[] => amounts.filter((money) => money.currency === currency);
  const rows = [...new Set([...planned, ...given, ...received].map((money) => money.currency))].map((currency): Row => ({ currency, planned: of(planned, currency), paid: of(given, currency), received: of(received, currency) }));
  if (rows.length === 0) return null;
  const cell = (amounts: readonly Money[]): ComponentChildren => amounts.map((money) => formatMoney(money, ctx.lang)).join('');
  return (
    <Panel title={t('planned-paid')} more={{ href: ctx.href.list('exchange-rate'), label: ctx.show(exchangeRate.label.many) }}>
      <DataTable<Row> caption={t('planned-paid')} captionHidden rows={rows} rowKey={(row) => row.currency} columns={[
        { key: 'currency', label: t('currency'), main: true, cell: (row) => row.currency },
        { key: 'planned', label: t('planned'), align: 'end', cell: (row) => cell(row.planned) },
        { key: 'paid', label: t('paid'), align: 'end', cell: (row) => cell(row.paid) },
        { key: 'received', label: t('received'), align: 'end', cell: (row) => cell(row.received) },
      ]} />
      <Together ctx={ctx} sums={{ planned, paid: given, received }} rates={rates} on={on} />
    </Panel>
  );
}

/** All of it in one currency, which the reader chooses; the rates it rests on, and what has none, beside it. */
function Together({ ctx, sums: { planned, paid, received }, rates, on }: { readonly ctx: Context; readonly sums: Sums; readonly rates: readonly Rate[]; readonly on: string }): VNode | null {
  const t = wordsOf(ctx);
  const offered = totalCurrencies([...planned, ...paid, ...received], rates, on);
  const into = offered.find((currency) => currency === ctx.query['currency']) ?? offered[0];
  if (into === undefined) return null;
  const sums = ([['planned', planned], ['paid', paid], ['received', received]] as const).flatMap(([what, amounts]) => { const total = totalIn(into, amounts, rates, on); return total ? [{ label: t(what), total }] : []; });
  return (
    <>
      {offered.length > 1 && <Tabs label={t('total-in')} tabs={offered.map((currency) => ({ href: ctx.href.with({ currency }), label: currency, current: currency === into }))} />}
      <Bars title={t('together')} names={{ joint: into }} groups={sums.map(({ label, total }) => ({ label, bars: [bar(ctx, total.money)] }))} />
      <RatesOf ctx={ctx} totals={sums.map(({ total }) => total)} />
    </>
  );
}
const bar = (ctx: Context, money: Money) => ({ who: 'joint', value: Number(money.amount), text: formatMoney(money, ctx.lang) });

/** Each side's own count: the two are never added. */
function People({ ctx, sums }: { readonly ctx: Context; readonly sums: ReadonlyMap<string, Counted> }): VNode | null {
  const t = wordsOf(ctx);
  const sides = ctx.cooperation.parties.flatMap(({ id }) => { const of = sums.get(id); return of && of.total > 0 ? [{ id, ...of }] : []; });
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

async function stuck(ctx: Context, { ids, total }: { readonly ids: readonly string[]; readonly total: number }, stood: ReadonlyMap<Stand, number>): Promise<VNode> {
  const t = wordsOf(ctx);
  if (total === 0) return <Panel title={t('stuck')}><p class="quiet">{t('nothing-stuck')}</p></Panel>;
  const late = await itemsById(ctx, ids);
  const offices = await ctx.read.many(ctx.cooperation.id, [...new Set(late.flatMap((item) => item.waitsFor))]);
  const rest = total > late.length ? STUCK.filter((stand) => stood.has(stand)) : [];
  return (
    <Panel title={t('stuck')} note={formatNumber(total, ctx.lang)}>
      <ul class="items">{late.map((item) => (
        <li key={item.row.id}>
          <div><Titled ctx={ctx} row={item.row} />
            {[...item.progress.values()].map((row) => { const why = ctx.localized(row, 'reason'); return why && <p key={row.id} class="item-meta"><PartyLabel party={row.party} /> <span lang={why.lang === ctx.lang ? undefined : why.lang}>{why.text}</span></p>; })}
            <p class="item-meta"><StandMark ctx={ctx} item={item} /></p></div>
          <span class="item-side">{waits(ctx, item, item.waitsFor.flatMap((id) => offices.get(id) ?? []))}</span>
        </li>
      ))}</ul>
      {rest.length > 0 && <p>{rest.map((stand, i) => <span key={stand}>{i > 0 && ' · '}<a href={ctx.href.with({ view: null, state: stand, page: null })}>{standText(ctx, stand)} ({formatNumber(stood.get(stand) ?? 0, ctx.lang)})</a></span>)}</p>}
    </Panel>
  );
}

/** Whom a stuck activity waits for: who a side says it is, else the sides that have said nothing of it yet. */
function waits(ctx: Context, item: Item, offices: readonly RecordRow[]): string {
  const t = wordsOf(ctx);
  if (offices.length > 0) return t('waits-for', { who: offices.map((office) => plainTitle(ctx, office).text).join(', ') });
  const silent = ctx.cooperation.parties.filter(({ id }) => !item.progress.has(id)).map(({ id }) => partyName(ctx, id));
  return silent.length > 0 ? t('waits-for-word', { who: silent.join(', ') }) : '';
}
