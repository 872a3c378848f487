/** Keeps this node level with one peer: pulls what it lacks, again and again, faster when woken, slower after faults. */
import type { Audience, Kernel, Problem } from '@entente/kernel';
import { parseCheckpoint, parseNote } from '@entente/verify';
import { PeerFault, type PeerClient } from './client.ts';

export interface PeerState {
  readonly party: string;
  readonly coop: string;
  /** Acts the peer has signed that are not held here yet; null while it has never answered. */
  readonly behind: number | null;
  /** When it last answered rightly, UTC. */
  readonly lastSeen: string | null;
  readonly lastTried: string | null;
  /** What is wrong at present: a stable id with detail. */
  readonly fault: { readonly id: string; readonly detail: string } | null;
  /** Blobs named here and not held yet. */
  readonly missingBlobs: number;
}

export interface PullOptions {
  readonly kernel: Pick<Kernel, 'journal' | 'admit' | 'blobs'>;
  readonly client: PeerClient;
  readonly party: string;
  readonly coop: string;
  /** Milliseconds between looks when all is well. */
  readonly interval: number;
  readonly now: () => number;
  readonly random?: () => number;
}

const AUDIENCES: readonly Audience[] = ['joint', 'public'];
/** First and longest waits after a fault, and the longest a peer may ask for, in milliseconds. */
const [FIRST_WAIT, LONGEST_WAIT, LONGEST_ASKED] = [1_000, 5 * 60_000, 3_600_000];
const BLOBS_AT_ONCE = 16;

export function pullFrom(options: PullOptions) {
  const { kernel, client, party, coop } = options;
  let state: PeerState = { party, coop, behind: null, lastSeen: null, lastTried: null, fault: null, missingBlobs: 0 };
  let failures = 0;
  let wait: number | null = null;

  /** One look at the peer: journals, then the blobs they name. Never throws; what went wrong is in the state. */
  async function once(): Promise<PeerState> {
    const tried = instant(options.now());
    try {
      let behind = 0;
      for (const audience of AUDIENCES) behind += await pullJournal(audience);
      const missingBlobs = await pullBlobs();
      failures = 0;
      state = { ...state, behind, lastSeen: instant(options.now()), lastTried: tried, fault: null, missingBlobs };
    } catch (error) {
      failures += 1;
      const fault = error instanceof PeerFault ? { id: error.id, detail: error.message } : { id: 'peer.unexpected', detail: error instanceof Error ? error.message : 'unknown' };
      state = { ...state, lastTried: tried, fault };
      wait = error instanceof PeerFault ? error.wait : null;
    }
    return state;
  }

  /** Answers how many leaves are still not held after this look. */
  async function pullJournal(audience: Audience): Promise<number> {
    const note = await client.checkpoint({ coop, audience });
    if (note === null) return 0;
    const { size } = readCheckpoint(note);
    const held = (await kernel.journal(coop, party, audience)).size;
    if (size < held) throw new PeerFault('peer.behind-itself', `signed ${size} acts where ${held} of them are held here`);
    state = { ...state, behind: size - held };
    const leaves = await client.leaves({ coop, audience }, held, size);
    const admitted = await kernel.admit({ coop, party, audience }, held, leaves, note);
    if (!admitted.ok) throw refusedFault(admitted.problems);
    return size - admitted.value.size;
  }

  async function pullBlobs(): Promise<number> {
    const missing = await kernel.blobs.missing(coop, BLOBS_AT_ONCE);
    let absent = 0;
    for (const { sha256 } of missing.filter((each) => each.party === party)) {
      try {
        const stored = await kernel.blobs.put(await client.blob(coop, sha256), 'application/octet-stream');
        if (stored.sha256 !== sha256) throw new PeerFault('peer.nonsense', `blob ${sha256} came with other bytes`);
      } catch (error) {
        // One blob the peer does not hold must not keep the others from coming.
        if (!(error instanceof PeerFault) || error.id !== 'peer.absent') throw error;
        absent += 1;
      }
    }
    return absent;
  }

  /** Milliseconds until the next look: the interval, or a growing wait with jitter after faults. */
  function nextWait(): number {
    if (failures === 0) return options.interval;
    const grown = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - 1, 16));
    const jittered = grown * (0.5 + 0.5 * (options.random ?? Math.random)());
    return Math.max(jittered, Math.min(wait ?? 0, LONGEST_ASKED));
  }

  return { once, nextWait, state: (): PeerState => state };
}
export type Puller = ReturnType<typeof pullFrom>;

const instant = (milliseconds: number): string => Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ fractionalSecondDigits: 3 });

/** The size a note speaks of. Whether it is rightly signed is the kernel's to say, with the leaves in hand. */
function readCheckpoint(text: string): { size: number } {
  const note = parseNote(text);
  const checkpoint = note.ok ? parseCheckpoint(note.value.text) : note;
  if (checkpoint.ok) return checkpoint.value;
  throw new PeerFault('peer.nonsense', `the checkpoint cannot be read: ${checkpoint.reason}`);
}

/** A journal that breaks a proof is told from a local trouble (full disk), which is not the peer's doing. */
function refusedFault(problems: readonly Problem[]): PeerFault {
  const [first] = problems;
  return new PeerFault(first?.id ?? 'peer.refused', problems.map((each) => `${each.id} ${JSON.stringify(each.params ?? {})}`).join('; '));
}
