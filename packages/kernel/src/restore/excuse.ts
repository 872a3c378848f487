import { leafHash, type Signer } from '@entente/verify';
import type { ExcuseItem } from '../act.ts';
import { buildAct } from '../commit/act.ts';
import type { Context } from '../context.ts';
import { newId } from '../identity.ts';
import { advance, checkStored, frontierOf, readBack, signTree, type JournalRow } from '../journal/append.ts';
import { storeLeaves } from '../journal/leaves.ts';
import { originOf } from '../journal/origin.ts';
import { storeLoose, type Work } from '../project/index.ts';
import { together } from '../store/index.ts';

export interface ExcuseTools { readonly context: Context; readonly signer: Signer; readonly now: Temporal.Instant; readonly stored: string }

/** Writes into our joint journal, for all to see, without whom this node went on after it was restored, and why. */
export async function writeExcuses(work: Work, journals: readonly JournalRow[], excuses: readonly { readonly peer: string; readonly by: string; readonly reason: string }[], { context, signer, now, stored }: ExcuseTools): Promise<number> {
  const journal = { coop: context.cooperation.id, party: context.party, audience: 'joint' } as const;
  const row = journals.find((each) => each.party === journal.party && each.audience === journal.audience);
  const before = frontierOf(row);
  const after = before.clone();
  const leaves = excuses.map(({ peer, by, reason }) => {
    const item: ExcuseItem = { verb: 'excuse', peer, reason };
    const built = buildAct({ v: 1, id: newId(now), ...journal, actor: { office: null, role: 'administrator', person: by }, made: now.toString({ fractionalSecondDigits: 3 }), seen: {} }, [item]);
    if (!built) throw new RangeError('the reason is longer than an act');
    const { act, bytes } = built;
    return { bytes, class: 'admitted', reason: null, id: act.id, made: act.made, actor: act.actor, note: null, seen: act.seen, stored, item } as const;
  });
  const hashes = leaves.map(({ bytes }) => leafHash(bytes));
  for (const hash of hashes) after.append(hash);
  await storeLeaves(work.handle, journal, before.size, leaves, hashes);
  await storeLoose(work.handle, journal, leaves.map(({ item }, at) => ({ idx: before.size + at, pos: 0, body: item, verb: item.verb, class: 'admitted', reason: null })));
  const [stands = []] = await together(work.handle, [readBack(journal, before.size)]) as [{ bytes: Uint8Array }[]?];
  checkStored(stands, journal, before, after);
  const note = await signTree(originOf(context.cooperation, context.party, 'joint'), after, signer);
  await advance(work.handle, journal, { from: before.size, frontier: after, projected: after.size, note, stored });
  return after.size;
}
