/** Takes our own acts back from a peer's mirror: what a restored node does before it signs anything. */
import { consistencyFault, equalBytes, fromHex, parseCheckpoint, parseNote } from '@entente/verify';
import type { Cooperation, Kernel, Recovery, Result } from '@entente/kernel';
import type { Head, PeerClient } from '../client/index.ts';
import { pullJournal, type JournalPull } from './journal.ts';
import { taken } from './refused.ts';

export interface MirrorPull {
  readonly kernel: Pick<Kernel, 'party' | 'journal' | 'takeNote'> & Pick<Recovery, 'standing' | 'relearn'>;
  readonly client: Pick<PeerClient, 'entries' | 'tile'>;
  readonly cooperation: Pick<Cooperation, 'id'>;
  readonly stopping?: () => boolean;
}

/** Whether acts of ours came back, and whether the mirror was read to its end. */
export interface MirrorRead { readonly learned: boolean; readonly whole: boolean }

/**
 * Finds out by a peer's notes of our journals whether this node was restored, and while it is, reads the peer's mirror of
 * them to its end. Does nothing on a node that is what it was. Throws PeerFault.
 */
export async function learnFromMirror(pull: MirrorPull, heads: readonly Head[]): Promise<MirrorRead> {
  const { kernel, cooperation, stopping } = pull;
  const own = heads.filter((head) => head.party === kernel.party);
  for (const head of own) {
    const place = { coop: cooperation.id, party: kernel.party, audience: head.audience };
    // A note that is ahead of us and signed by us: the kernel takes itself for restored from here on.
    if (head.size > (await kernel.journal(place.coop, place.party, place.audience)).size) await kernel.takeNote(place, head.note);
  }
  if ((await kernel.standing()).state !== 'restored') return { learned: false, whole: false };
  let learned = false;
  for (const head of own) learned = (await readMirror(pull, head)) || learned;
  return { learned, whole: !stopping?.() };
}

async function readMirror({ kernel, client, cooperation, stopping }: MirrorPull, { audience, size, note }: Head): Promise<boolean> {
  const journal = { coop: cooperation.id, party: kernel.party, audience, mirrorOf: kernel.party };
  const { size: held } = await kernel.journal(cooperation.id, kernel.party, audience);
  if (size <= held) {
    // It may still show another history than ours.
    taken(await kernel.relearn(journal, held, [], note));
    return false;
  }
  return (await pullJournal({ kernel: asJournal(kernel), client, journal, size, note, ...(stopping ? { stopping } : {}) })) > held;
}

/** Our own journal, taken in like a peer's. */
const asJournal = (kernel: MirrorPull['kernel']): JournalPull['kernel'] => ({
  journal: (coop, party, audience) => kernel.journal(coop, party, audience),
  async admit({ coop, audience }, from, leaves, note, proof) {
    const learned = await kernel.relearn({ coop, audience }, from, leaves, note, proof);
    return learned.ok ? { ok: true, value: { ...learned.value, classes: { admitted: learned.value.size - learned.value.from, held: 0, void: 0 } } } : learned;
  },
  takeNote: () => Promise.resolve({ ok: true, value: { size: 0, cosigned: {}, held: false } }),
  async comparePrefix({ coop, audience }, note, prefix): Promise<Result<null>> {
    const { root } = await kernel.journal(coop, kernel.party, audience);
    const parsed = parseNote(note);
    const signed = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed;
    if (!signed.ok || equalBytes(fromHex(root) ?? new Uint8Array(), prefix.root) || consistencyFault(prefix.size, signed.value.size, prefix.proof, prefix.root, signed.value.root)) return { ok: true, value: null };
    return { ok: false, problems: [{ id: 'journal.own-fork', path: [], params: { audience, size: signed.value.size } }] };
  },
});
