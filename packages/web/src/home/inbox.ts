import type { RecordRow } from '@entente/kernel';
import { approvalItems } from '../approvals/waiting.ts';
import type { Context, InboxItem } from '../module.ts';
import { openRemarks } from '../remark/open.ts';
import type { Web } from '../web.ts';

export interface Waiting { readonly party: string; readonly rows: readonly RecordRow[]; readonly items: readonly InboxItem[] }

/** For each party, ours first: joint records that lack its consent, and what modules say waits for it. */
export async function waitingFor(web: Web, ctx: Context): Promise<readonly Waiting[]> {
  const items = await inboxOf(web, ctx);
  const others = ctx.cooperation.parties.filter((party) => party.id !== ctx.party.id);
  return Promise.all([ctx.party, ...others].map(async ({ id }): Promise<Waiting> => {
    const rows = await ctx.read.waitingFor(ctx.cooperation.id, id);
    await ctx.prepareTitles(rows);
    return { party: id, items: items.filter((item) => item.waitsFor === id), rows };
  }));
}

/** How many things wait for our side; counted once between two changes for people of the same roles. */
export function countWaiting(web: Web, ctx: Context): Promise<number> {
  return web.between(ctx.cooperation.id, `waiting ${ctx.person.roles.join(' ')}`, async () => {
    const [rows, items] = await Promise.all([ctx.read.waitingFor(ctx.cooperation.id, ctx.party.id), inboxOf(web, ctx)]);
    return rows.length + items.filter((item) => item.waitsFor === ctx.party.id).length;
  });
}

/** What modules, questions and our own chain say waits for somebody. */
export async function inboxOf(web: Web, ctx: Context): Promise<readonly InboxItem[]> {
  const sources = web.modules.flatMap((module) => module.inbox ?? []).toSorted((a, b) => a.order - b.order);
  return [...(await Promise.all(sources.map((source) => source.items(ctx)))).flat(), ...await openRemarks(ctx), ...await approvalItems(ctx)];
}
