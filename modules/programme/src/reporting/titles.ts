import type { RecordRow } from '@entente/kernel';
import type { Context, RecordTitle } from '@entente/web';
import type { Indicator, Settlement } from '../kinds/index.ts';
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
