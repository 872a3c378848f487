import type { Content, RecordRow } from '@entente/kernel';
import type { Context, RecordTitle } from '@entente/web';
import { lineageRelations, type lineage } from '../kinds/index.ts';

const LONGEST = 70;

/** A lineage is told by what it joins: "Renews: Hold the seventh conference ... ← Hold the sixth ...". */
export async function lineageTitles(ctx: Context, rows: readonly RecordRow[]): Promise<ReadonlyMap<string, RecordTitle>> {
  const links = rows as unknown as readonly RecordRow<Content<typeof lineage>>[];
  const commitments = await ctx.read.many(ctx.cooperation.id, [...new Set(links.flatMap(({ content }) => [content.later, content.earlier]))]);
  return new Map(links.flatMap(({ id, content }): [string, RecordTitle][] => {
    const [later, earlier] = [commitments.get(content.later), commitments.get(content.earlier)];
    const relation = lineageRelations.values[content.relation];
    if (!later || !earlier || !relation) return [];
    return [[id, { lang: ctx.title(later).lang, text: `${ctx.show(relation)}: ${short(ctx.title(later).text)} ← ${short(ctx.title(earlier).text)}` }]];
  }));
}

const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text.replace(/\.$/u, ''));
