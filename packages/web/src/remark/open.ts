import type { ListPage, RecordRow } from '@entente/kernel';
import { partyName } from '../lists/columns.ts';
import type { Context, InboxItem } from '../module.ts';
import { words } from '../words/records.ts';
import { remark } from './kind.ts';

const LOOKED_AT = 200;

/** Questions and requests that nobody of the other side has answered yet, as items that wait for that side. */
export async function openRemarks(ctx: Context): Promise<readonly InboxItem[]> {
  if (!ctx.kernel.kinds.has(remark.name)) return [];
  const found = await ctx.read.list({ coop: ctx.cooperation.id, kind: remark.name, sort: '-at', limit: LOOKED_AT }) as unknown as ListPage<{ about: string; purpose: string }>;
  const latest = new Map<string, RecordRow<{ about: string; purpose: string }>>();
  for (const row of found.rows) if (!latest.has(row.content.about)) latest.set(row.content.about, row);
  const open = [...latest.values()].filter((row) => row.content.purpose !== 'answer');
  const about = await ctx.read.many(ctx.cooperation.id, open.map((row) => row.content.about));
  return open.flatMap((row): InboxItem[] => {
    const record = about.get(row.content.about);
    if (!record) return [];
    const title = words.t(ctx.lang)('asked-by', { party: partyName(ctx, row.party), title: ctx.title(record).text });
    const others = ctx.cooperation.parties.filter((party) => party.id !== row.party);
    return others.map((party) => ({ title, href: `${ctx.href.record(record.kind, record.id)}#remarks`, waitsFor: party.id, since: row.at }));
  });
}
