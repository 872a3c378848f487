/** The plan as a table: one row an activity, with how it stands. */
import type { VNode } from 'preact';
import { DataTable } from '@entente/ui';
import type { RecordRow } from '@entente/kernel';
import { StandingMark, type Context } from '@entente/web';
import { pageIds } from './asked.ts';
import { itemsById, itemsOf, pageAsked, type ActivityRow, type Item, type Scope } from './gather.ts';
import { sumsOf } from './money.ts';
import { budgetOf, Dates, moneyText, StandMark, Titled, typeText, wordsOf } from './parts.tsx';

const ROWS = 20;

export async function tableView(ctx: Context, scope: Scope): Promise<VNode> {
  const t = wordsOf(ctx);
  const at = pageAsked(ctx);
  const { items: shown, total } = await rowsOf(ctx, scope, at);
  const offices = await ctx.read.many(ctx.cooperation.id, [...new Set(shown.flatMap((item) => item.row.content.responsible ?? []))]);
  const file = (as: string): string => `${ctx.url.pathname}/file?${new URLSearchParams([...ctx.url.searchParams].filter(([name]) => !['view', 'page', 'as'].includes(name)).concat([['as', as]])).toString()}`;
  return (
    <DataTable<Item> caption={t('activities')} captionHidden rows={shown} rowKey={(item) => item.row.id} empty={t('nothing')}
      exports={[{ href: file('csv'), label: 'CSV' }, { href: file('xlsx'), label: 'Excel' }]}
      pages={{ page: at, pageSize: ROWS, total, href: (n) => ctx.href.with({ page: n === 1 ? null : String(n) }) }}
      columns={[
        { key: 'title', label: t('activity'), main: true, cell: ({ row }) => <><Titled ctx={ctx} row={row} />{row.standing !== 'agreed' && <> <StandingMark ctx={ctx} row={row} brief /></>}</> },
        { key: 'type', label: t('type'), cell: ({ row }) => typeText(ctx, row.content.type) },
        { key: 'dates', label: t('dates'), cell: ({ row }) => <Dates ctx={ctx} content={row.content} /> },
        { key: 'office', label: t('office'), cell: ({ row }) => (row.content.responsible ?? []).flatMap((id) => offices.get(id) ?? []).map((office, i) => <>{i > 0 && '; '}{shortOf(ctx, office)}</>) },
        { key: 'state', label: t('state'), cell: (item) => <StandMark ctx={ctx} item={item} /> },
        { key: 'budget', label: t('budget'), align: 'end', cell: (item) => sumsOf(budgetOf(item)).map((money) => <div key={money.currency}>{moneyText(ctx, [money])}</div>) },
      ]} />
  );
}

/** Where the address asks for a state, the database tells which are in it; else it is a page of the list. */
async function rowsOf(ctx: Context, scope: Scope, page: number): Promise<{ readonly items: readonly Item[]; readonly total: number }> {
  const [offset, limit] = [(page - 1) * ROWS, ROWS];
  if (scope.stand) {
    const { ids, total } = await pageIds(ctx, scope, { offset, limit });
    return { items: await itemsById(ctx, ids), total };
  }
  const { rows, total } = await ctx.read.list({ ...scope.query, sort: sortAsked(ctx), lang: ctx.lang, offset, limit });
  return { items: await itemsOf(ctx, rows as unknown as readonly ActivityRow[]), total };
}

const SORTS = ['date', '-date', 'title', '-title'];
const sortAsked = (ctx: Context): string => SORTS.find((one) => one === ctx.query['sort']) ?? 'date';

/** An office by its short name where it has one. */
export function shortOf(ctx: Context, row: RecordRow): string {
  return ctx.localized(row, 'short')?.text ?? ctx.title(row).text;
}
