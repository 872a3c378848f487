import type { Waiting as WaitingRecords } from '@entente/kernel';
import { approvalItems } from '../approvals/waiting.ts';
import type { Context, InboxItem } from '../module.ts';
import { openRemarks } from '../remark/open.ts';
import type { Web } from '../web.ts';

export interface Waiting extends Pick<WaitingRecords, 'kinds'> {
  readonly party: string;
  readonly items: readonly InboxItem[];
  /** Records and items, also those that are not among the first. */
  readonly total: number;
}

/** Records of each kind that are shown; the others follow once these are answered. */
const MOST = 100;

/** For each party, ours first: joint records that lack its consent, the oldest of each kind, and what modules say waits for it. */
export async function waitingFor(web: Web, ctx: Context): Promise<readonly Waiting[]> {
  const items = await inboxOf(web, ctx);
  const others = ctx.cooperation.parties.filter((party) => party.id !== ctx.party.id);
  return Promise.all([ctx.party, ...others].map(async ({ id }): Promise<Waiting> => {
    const { total, kinds } = await ctx.read.waitingFor(ctx.cooperation.id, id, MOST);
    await ctx.prepareTitles(kinds.flatMap(({ rows }) => rows));
    const own = items.filter((item) => item.waitsFor === id);
    return { party: id, items: own, kinds, total: total + own.length };
  }));
}

/** How many things wait for our side; counted once between two changes for people of the same roles. */
export function countWaiting(web: Web, ctx: Context): Promise<number> {
  return web.between(ctx.cooperation.id, `waiting ${ctx.person.roles.join(' ')}`, async () => {
    const [{ total }, items] = await Promise.all([ctx.read.waitingFor(ctx.cooperation.id, ctx.party.id), inboxOf(web, ctx)]);
    return total + items.filter((item) => item.waitsFor === ctx.party.id).length;
  });
}

/** What modules, questions and our own chain say waits for somebody. */
export async function inboxOf(web: Web, ctx: Context): Promise<readonly InboxItem[]> {
  const sources = web.modules.flatMap((module) => module.inbox ?? []).toSorted((a, b) => a.order - b.order);
  return [...(await Promise.all(sources.map((source) => source.items(ctx)))).flat(), ...await openRemarks(ctx), ...await approvalItems(ctx)];
}
