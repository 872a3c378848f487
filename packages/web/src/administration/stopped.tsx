/** Consent has stopped because a party signed two histories: said where people would agree. */
import type { VNode } from 'preact';
import { Flash } from '@entente/ui';
import { partyName } from '../lists/columns.ts';
import type { Context } from '../module.ts';
import { mayEnter } from '../policy.ts';
import { peerWords } from '../words/peers.ts';
import { PEERS_PATH, SEES } from './path.ts';

/** Parties for which nobody here may agree to anything until an administrator has looked. */
export async function stoppedBy(ctx: Context): Promise<readonly string[]> {
  const open = (await ctx.kernel.accusations(ctx.cooperation.id)).filter(({ looked }) => looked === null);
  return [...new Set(open.map(({ party }) => party))];
}

/** What is the matter, and the way to the evidence for whoever may see it; null on any other day. */
export async function StoppedNote({ ctx }: { readonly ctx: Context }): Promise<VNode | null> {
  const [first, ...more] = await stoppedBy(ctx);
  if (first === undefined) return null;
  const t = peerWords.t(ctx.lang);
  const parties = [first, ...more].map((party) => partyName(ctx, party)).join(', ');
  return <Flash kind="problem" text={<>{t('stopped-by', { parties })}{mayEnter(ctx, SEES) && <> <a href={`${PEERS_PATH}#peer-${first}`}>{t('stopped-see')}</a></>}</>} />;
}
