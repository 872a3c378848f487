import type { RecordRow } from '@entente/kernel';
import { formatMoney } from '@entente/text';
import type { Context, RecordTitle } from '@entente/web';
import { transactionTypes } from '../kinds/codes.ts';
import type { Indicator, Receipt, Settlement, Transaction } from '../kinds/index.ts';
import { valueText } from './compare.ts';

const LONGEST = 48;

/** A settled figure is told by what was counted, how many, in which period, of which commitment; never by a bare number. */
export async function settlementTitles(ctx: Context, rows: readonly RecordRow[]): Promise<ReadonlyMap<string, RecordTitle>> {
  const settlements = rows as unknown as readonly RecordRow<Settlement>[];
  const linked = await ctx.read.many(ctx.cooperation.id, [...new Set(settlements.flatMap(({ content }) => [content.indicator, content.period, content.commitment]))]);
  return new Map(settlements.flatMap(({ id, content }): [string, RecordTitle][] => {
    const indicator = linked.get(content.indicator) as RecordRow<Indicator> | undefined;
    const [period, commitment] = [linked.get(content.period), linked.get(content.commitment)];
    if (!indicator) return [];
    const figure = `${ctx.title(indicator).text}: ${valueText(indicator.content, content.value, ctx.lang)}`;
    const of = [period && plain(ctx.title(period).text), commitment && short(ctx.title(commitment).text)].filter(Boolean).join(' · ');
    return [[id, { lang: ctx.title(indicator).lang, text: of ? `${figure} (${of})` : figure }]];
  }));
}

/** The label of an exercise stands on the figure already. */
const plain = (text: string): string => text.replace(/^\[[^\]]*\]\s*/u, '');
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text.replace(/\.$/u, ''));

/** A movement of money without a purpose of its own is told by what it is, how much, and for which activity. */
export async function transactionTitles(ctx: Context, rows: readonly RecordRow[]): Promise<ReadonlyMap<string, RecordTitle>> {
  const bare = (rows as unknown as readonly RecordRow<Transaction>[]).filter(({ content }) => content.purpose === undefined);
  const activities = await ctx.read.many(ctx.cooperation.id, [...new Set(bare.map(({ content }) => content.activity))]);
  return new Map(bare.map(({ id, content }): [string, RecordTitle] => {
    const type = transactionTypes.values[content.type];
    const activity = activities.get(content.activity);
    return [id, { lang: ctx.lang, text: [type && ctx.show(type), formatMoney(content.money, ctx.lang), activity && short(ctx.title(activity).text)].filter(Boolean).join(' · ') }];
  }));
}

/** A receipt is told by how much came, and for which activity. */
export async function receiptTitles(ctx: Context, rows: readonly RecordRow[]): Promise<ReadonlyMap<string, RecordTitle>> {
  const receipts = rows as unknown as readonly RecordRow<Receipt>[];
  const paid = await ctx.read.many(ctx.cooperation.id, [...new Set(receipts.map(({ content }) => content.transaction))]) as ReadonlyMap<string, RecordRow<unknown>> as ReadonlyMap<string, RecordRow<Transaction>>;
  const activities = await ctx.read.many(ctx.cooperation.id, [...new Set([...paid.values()].map(({ content }) => content.activity))]);
  return new Map(receipts.map(({ id, content }): [string, RecordTitle] => {
    const activity = activities.get(paid.get(content.transaction)?.content.activity ?? '');
    return [id, { lang: ctx.lang, text: [formatMoney(content.money, ctx.lang), activity && short(ctx.title(activity).text)].filter(Boolean).join(' · ') }];
  }));
}
