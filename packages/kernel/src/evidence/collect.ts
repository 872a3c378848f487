import { inclusionProof, leafHash, parseCheckpoint, parseNote, tileReader, verifyInclusion, type BundledAct } from '@entente/verify';
import type { HistoryEntry, JournalPlace, Kernel, KeptCheckpoint } from '../contract.ts';

export type Holder = Pick<Kernel, 'party' | 'journal' | 'leaves' | 'tile' | 'checkpoint' | 'blobs' | 'reader' | 'cooperations' | 'kinds'>;

/** The checkpoints a bundle holds so far, each once, and their places. */
export class Checkpoints {
  readonly notes: string[] = [];

  placeOf(note: string): number {
    const at = this.notes.indexOf(note);
    return at >= 0 ? at : this.notes.push(note) - 1;
  }
}

/** One act with a proof to every checkpoint that says something of its own about it. Throws when what is stored does not prove it. */
export async function provenAct(kernel: Holder, coop: string, entry: Pick<HistoryEntry, 'party' | 'audience' | 'index'>, checkpoints: Checkpoints): Promise<BundledAct[]> {
  const place: JournalPlace = { coop, party: entry.party, audience: entry.audience };
  const [bytes] = await kernel.leaves(coop, entry.party, entry.audience, entry.index, 1);
  if (!bytes) throw new RangeError(`leaf ${entry.index} of ${entry.party} is not held`);
  const { origin } = await kernel.journal(coop, entry.party, entry.audience);
  const acts: BundledAct[] = [];
  for (const kept of await checkpointsFor(kernel, place, entry.index)) {
    const proof = await inclusionProof(entry.index, kept.size, tileReader(kept.size, async ({ level, index, width }) => {
      const hashes = level === 'entries' ? null : await kernel.tile(coop, place.party, place.audience, { level, index, width });
      return hashes ?? new Uint8Array();
    }));
    // A damaged store must never hand out a bundle that accuses an honest party.
    const note = parseNote(kept.note);
    const signed = note.ok ? parseCheckpoint(note.value.text) : note;
    if (!signed.ok || !verifyInclusion(entry.index, kept.size, leafHash(bytes), proof, signed.value.root)) throw new RangeError(`what is stored of ${origin} does not prove leaf ${entry.index}`);
    acts.push({ journal: origin, index: entry.index, bytes, checkpoint: checkpoints.placeOf(kept.note), proof });
  }
  return acts;
}

/** For each other member the first checkpoint it cosigned over the leaf: since when it is shown to have had it. Without any, the first that was signed. */
async function checkpointsFor(kernel: Holder, { coop, party, audience }: JournalPlace, index: number): Promise<KeptCheckpoint[]> {
  const cooperation = kernel.cooperations.find((each) => each.id === coop);
  const members = [...(cooperation?.parties.map(({ id }) => id) ?? []), ...(cooperation?.observers ?? [])].filter((id) => id !== party);
  const found = new Map<number, KeptCheckpoint>();
  for (const cosignedBy of members) {
    const kept = await kernel.checkpoint(coop, party, audience, { atLeast: index + 1, cosignedBy });
    if (kept) found.set(kept.size, kept);
  }
  const first = found.size > 0 ? null : await kernel.checkpoint(coop, party, audience, { atLeast: index + 1 });
  return first ? [first] : [...found.values()];
}
