/** Takes one journal of a peer in: as a whole when little is missing, else as a stream of proven stretches. */
import { consistencyProof, rootFrom, TILE_WIDTH, tileReader, type ReadHash, type Tile } from '@entente/verify';
import type { JournalPlace, Kernel } from '@entente/kernel';
import type { ServedJournal } from '../layout.ts';
import { PeerFault, type PeerClient } from '../client/index.ts';
import { faultOf, taken } from './refused.ts';
import { prefetched } from './prefetch.ts';

export interface JournalPull {
  readonly kernel: Pick<Kernel, 'journal' | 'admit' | 'takeNote' | 'comparePrefix'>;
  readonly client: Pick<PeerClient, 'entries' | 'tile'>;
  /** With `mirrorOf` what the node asked mirrors of it. */
  readonly journal: JournalPlace & Pick<ServedJournal, 'mirrorOf'> & { readonly audience: 'joint' | 'public' };
  /** Size and text of the signed note; whether it is rightly signed is the kernel's to say. */
  readonly size: number;
  readonly note: string;
  /** True when the pull should end early: the node is stopping. */
  readonly stopping?: () => boolean;
  /** Told how many leaves are held after each step. */
  readonly progress?: (held: number) => void;
}

/** What a comparison of beginnings may find. */
const FORKS = new Set(['journal.forked', 'journal.own-fork']);
/** Up to this many missing leaves are taken in one step, with their records. */
const AT_ONCE = 2 * TILE_WIDTH;
/** Entry bundles of one stored stretch. */
const STRETCH = 8;
/** Entry bundles fetched ahead: as many as a stretch has, but few while they may be large, since all of them are in memory. */
const [AHEAD, AHEAD_LARGE, LARGE_BUNDLE] = [8, 2, 1024 * 1024];
/** Bytes after which a stretch ends at the next bundle, whatever its number. */
const STRETCH_BYTES = 4 * 1024 * 1024;

/** Answers how many leaves of the journal are held then. Throws PeerFault. */
export async function pullJournal(pull: JournalPull): Promise<number> {
  const { kernel, journal, size, note } = pull;
  const held = (await kernel.journal(journal.coop, journal.party, journal.audience)).size;
  if (size <= held) {
    // Nothing new; but an older or other checkpoint may show a fork.
    taken(await kernel.admit(journal, held, [], note));
    if (size < held) throw new PeerFault('peer.behind-itself', `signed ${size} acts where ${held} of them are held here`);
    return held;
  }
  // A long journal is not fetched for a note that nobody signed.
  taken(await kernel.takeNote(journal, note));
  try {
    return size - held <= AT_ONCE ? await pullWhole(pull, held) : await pullStream(pull, held);
  } catch (error) {
    if (error instanceof PeerFault && (error.id === 'journal.root' || error.id === 'journal.proof')) await lookForFork(pull);
    throw error;
  }
}

async function pullWhole({ kernel, client, journal, size, note, progress }: JournalPull, held: number): Promise<number> {
  const leaves: Uint8Array[] = [];
  for (const bundle of bundlesBetween(held, size)) leaves.push(...(await client.entries(journal, bundle)).slice(Math.max(0, held - bundle.index * TILE_WIDTH)));
  const admitted = taken(await kernel.admit(journal, held, leaves, note));
  progress?.(admitted.size);
  return admitted.size;
}

interface Stretch { readonly from: number; readonly end: number; readonly leaves: readonly Uint8Array[] }

/**
 * Stretches of some bundles, each with the proof that it belongs. While one is written the next is hashed, and the bundles
 * after it are on their way; never more than that is in memory.
 */
async function pullStream(pull: JournalPull, held: number): Promise<number> {
  const { kernel, journal, size, note, stopping, progress } = pull;
  const read = hashesOf(pull);
  let writing: Promise<number> = Promise.resolve(held);
  try {
    for await (const { from, end, leaves } of stretchesOf(pull, held)) {
      const proof = end === size ? undefined : await consistencyProof(end, size, read);
      const before = writing;
      writing = kernel.admit(journal, from, leaves, note, proof).then(async (result) => {
        await before;
        const admitted = taken(result);
        progress?.(admitted.size);
        return admitted.size;
      });
      writing.catch(() => undefined);
      await before;
      if (stopping?.()) break;
    }
  } finally {
    // What is being written when something else fails is still written.
    await writing.catch(() => undefined);
  }
  return writing;
}

async function* stretchesOf({ client, journal, size }: JournalPull, held: number): AsyncGenerator<Stretch> {
  let [from, leaves, bytes]: [number, Uint8Array[], number] = [held, [], 0];
  let last = Infinity;
  const fetched = prefetched(bundlesBetween(held, size), () => (last > LARGE_BUNDLE ? AHEAD_LARGE : AHEAD), async (bundle) => {
    const entries = await client.entries(journal, bundle);
    last = entries.reduce((sum, entry) => sum + entry.length, 0);
    return { bundle, entries, length: last };
  });
  for await (const { bundle, entries, length } of fetched) {
    const end = bundle.index * TILE_WIDTH + bundle.width;
    leaves.push(...entries.slice(Math.max(0, held - bundle.index * TILE_WIDTH)));
    bytes += length;
    const isFull = bytes >= STRETCH_BYTES || ((bundle.index + 1) % STRETCH === 0 && size - end >= TILE_WIDTH);
    // The last, ragged bundle goes with the stretch before it.
    if (end < size && !isFull) continue;
    yield { from, end, leaves };
    [from, leaves, bytes] = [end, [], 0];
  }
}

/** Entry bundles that hold the leaves [from, to), one by one: `to` is what a peer says. */
function* bundlesBetween(from: number, to: number): Generator<{ readonly index: number; readonly width: number }> {
  for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < to; index += 1) yield { index, width: Math.min(TILE_WIDTH, to - index * TILE_WIDTH) };
}

/** Hashes out of the tiles the peer serves. Nothing rests on them: a proof made of wrong ones shows nothing. */
function hashesOf({ client, journal, size }: JournalPull): ReadHash {
  return tileReader(size, ({ level, index, width }: Tile) => client.tile(journal, { level: Number(level), index, width }));
}

/**
 * The leaves given do not fit what is held. Either they were damaged, or the peer signed another history: its own tiles
 * tell, by the prefix of its tree that is as long as ours. Throws the fault when it is a fork.
 */
async function lookForFork(pull: JournalPull): Promise<void> {
  const { kernel, journal, size, note } = pull;
  const held = (await kernel.journal(journal.coop, journal.party, journal.audience)).size;
  if (held === 0 || held >= size) return;
  const read = hashesOf(pull);
  let prefix;
  try {
    prefix = { size: held, root: await rootFrom(held, read), proof: await consistencyProof(held, size, read) };
  } catch {
    // Tiles that cannot be had prove nothing either way; the fault that led here stands.
    return;
  }
  const compared = await kernel.comparePrefix(journal, note, prefix);
  if (!compared.ok && FORKS.has(compared.problems[0]?.id ?? '')) throw faultOf(compared.problems);
}
