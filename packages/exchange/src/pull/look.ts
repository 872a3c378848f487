/** Keeps this node level with one peer: what it lacks is pulled, what others vouch for is kept, again and again. */
import type { Cooperation, Kernel, Recovery } from '@entente/kernel';
import { endsLook, PeerFault, type Head, type PeerClient } from '../client/index.ts';
import { instant, type Clock } from '../clock.ts';
import { blobPuller } from './blobs.ts';
import { pullJournal } from './journal.ts';
import { learnFromMirror, type MirrorRead } from './mirror.ts';
import { pullPersonal } from './personal.ts';
import { faultOf } from './refused.ts';
import { unknownState, type PeerState } from './state.ts';

export interface PullOptions {
  readonly kernel: Pick<Kernel, 'party' | 'journal' | 'admit' | 'takeNote' | 'comparePrefix' | 'blobs' | 'personal'> & Pick<Recovery, 'standing' | 'relearn' | 'mirrorAnswered'>;
  readonly client: PeerClient;
  readonly party: string;
  readonly cooperation: Cooperation;
  /** Milliseconds between looks when all is well. */
  readonly interval: number;
  readonly clock: Clock;
  readonly random?: () => number;
  /** Told when a peer falls into trouble, into another one, and when it is over; not more than once a minute. */
  readonly notice?: (notice: PeerNotice) => void;
}

export interface PeerNotice { readonly id: 'peer.trouble' | 'peer.well'; readonly params: Readonly<Record<string, string>> }

/** Milliseconds between two notices about one peer, and characters of what they tell of its answer. */
const [QUIET, MOST_TOLD] = [60_000, 300];

/** First and longest waits after a fault, and the longest a peer may ask for, in milliseconds. */
const [FIRST_WAIT, LONGEST_WAIT, LONGEST_ASKED] = [1_000, 5 * 60_000, 3_600_000];

export class Puller {
  readonly #options: PullOptions;
  readonly #blobs: ReturnType<typeof blobPuller>;
  /** Notes of other journals that were taken as they are; the same again need not be checked again. */
  readonly #known = new Map<string, string>();
  #state: PeerState;
  #failures = 0;
  #asked: number | null = null;
  #grew = false;
  #told: { readonly id: string | null; readonly at: number } = { id: null, at: -QUIET };
  stopping = false;

  constructor(options: PullOptions) {
    this.#options = options;
    this.#state = unknownState(options.party, options.cooperation.id);
    this.#blobs = blobPuller({ kernel: options.kernel, client: options.client, coop: options.cooperation.id, stopping: () => this.stopping });
  }

  get state(): PeerState {
    return this.#state;
  }

  /** Leaves came in during the last look, the peer's or our own: it will want to know that they are cosigned, or here again. */
  get grew(): boolean {
    return this.#grew;
  }

  /** One look at the peer. Never throws; what went wrong is in the state. */
  async once(): Promise<PeerState> {
    const { clock, client } = this.#options;
    const tried = instant(clock.now());
    this.#grew = false;
    const faults: PeerFault[] = [];
    try {
      await this.#look(faults);
      this.#set({ lastSeen: instant(clock.now()) });
    } catch (error) {
      faults.unshift(asFault(error));
    }
    const [fault] = faults;
    this.#failures = fault ? this.#failures + 1 : 0;
    this.#asked = fault?.wait ?? null;
    const before = this.#state.fault;
    this.#set({
      lastTried: tried, skew: Math.round(client.skew() / 1_000),
      fault: fault ? { id: fault.id, detail: fault.message, since: before?.id === fault.id ? before.since : tried, times: before?.id === fault.id ? before.times + 1 : 1 } : null,
    });
    this.#tell();
    return this.#state;
  }

  /** For the log: what changed since it was last told, so that a peer that fails for hours, or in turns, fills nothing. */
  #tell(): void {
    const { clock, party, cooperation, notice } = this.#options;
    const { fault } = this.#state;
    const at = clock.elapsed();
    if ((fault?.id ?? null) === this.#told.id || at - this.#told.at < QUIET) return;
    this.#told = { id: fault?.id ?? null, at };
    notice?.(fault ? { id: 'peer.trouble', params: { party, coop: cooperation.id, fault: fault.id, detail: fault.detail.slice(0, MOST_TOLD) } } : { id: 'peer.well', params: { party, coop: cooperation.id } });
  }

  /** Milliseconds until the next look: the interval, or a growing wait with jitter after faults. */
  nextWait(): number {
    const { interval, clock, random = Math.random } = this.#options;
    const grown = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(this.#failures - 1, 16));
    const wait = this.#failures === 0 ? interval : Math.max(grown * (0.5 + 0.5 * random()), Math.min(this.#asked ?? 0, LONGEST_ASKED));
    this.#set({ nextLook: instant(clock.now() + wait) });
    return wait;
  }

  /** Milliseconds the peer asked to be left alone; a wake-up does not end that. */
  get leftAlone(): number {
    return Math.min(this.#asked ?? 0, LONGEST_ASKED);
  }

  #set(changed: Partial<PeerState>): void {
    this.#state = { ...this.#state, ...changed };
  }

  /** Collects faults of single journals and blobs; throws those after which nothing more is asked. */
  async #look(faults: PeerFault[]): Promise<void> {
    const { client, cooperation, kernel, party } = this.#options;
    const heads = await client.heads(cooperation);
    const attempt = async (act: () => Promise<void>): Promise<void> => {
      try {
        await act();
      } catch (error) {
        const fault = asFault(error);
        if (endsLook(fault)) throw fault;
        faults.push(fault);
      }
    };
    let mirror: MirrorRead = { learned: false, whole: false };
    await attempt(async () => { mirror = await learnFromMirror({ kernel, client, cooperation, stopping: () => this.stopping }, heads); });
    if (mirror.learned) this.#grew = true;
    if (cooperation.parties.some((each) => each.id === party)) await this.#journals(heads, attempt);
    else this.#set({ behind: 0 });
    // Only now: what the peer had erased since has to be gone before this node opens again.
    if (mirror.whole && faults.length === 0 && !this.stopping) await kernel.mirrorAnswered(cooperation.id, party);
    for (const head of heads) if (head.party !== party) await attempt(() => this.#takeNote(head));
    await this.#measureQueue(heads);
    await attempt(async () => {
      const { missing, fault } = await this.#blobs.pull();
      this.#set({ missingBlobs: missing });
      if (fault) throw fault;
    });
    await attempt(() => pullPersonal({ kernel, client, coop: cooperation.id, stopping: () => this.stopping }));
  }

  async #journals(heads: readonly Head[], attempt: (act: () => Promise<void>) => Promise<void>): Promise<void> {
    const { kernel, cooperation, party } = this.#options;
    const own = heads.filter((head) => head.party === party);
    const held = await Promise.all(own.map((head) => kernel.journal(cooperation.id, party, head.audience)));
    const lacking = own.map((head, at) => Math.max(0, head.size - (held[at]?.size ?? 0)));
    const behind = () => lacking.reduce((sum, each) => sum + each, 0);
    this.#set({ behind: behind() });
    for (const [at, head] of own.entries()) {
      await attempt(() => this.#pull(head, held[at]?.size ?? 0, (size) => {
        lacking[at] = Math.max(0, head.size - size);
        this.#set({ behind: behind() });
      }));
    }
    const after = await Promise.all(own.map((head) => kernel.journal(cooperation.id, party, head.audience)));
    this.#set({ unprojected: after.reduce((sum, each) => sum + each.size - each.projected, 0) });
  }

  async #pull(head: Head, held: number, progress: (size: number) => void): Promise<void> {
    const { kernel, client, cooperation, party } = this.#options;
    const name = `${head.party}/${head.audience}`;
    if (head.size === held && this.#known.get(name) === head.note) return;
    const size = await pullJournal({
      kernel, client, journal: { coop: cooperation.id, party, audience: head.audience }, size: head.size, note: head.note, stopping: () => this.stopping, progress,
    });
    if (size > held) this.#grew = true;
    if (size === head.size) this.#known.set(name, head.note);
  }

  /** What the peer mirrors of others, and of us. */
  async #takeNote(head: Head): Promise<void> {
    const { kernel, cooperation } = this.#options;
    const name = `${head.party}/${head.audience}`;
    if (this.#known.get(name) === head.note || !cooperation.parties.some((each) => each.id === head.party)) return;
    const result = await kernel.takeNote({ coop: cooperation.id, party: head.party, audience: head.audience }, head.note);
    if (!result.ok) {
      // Whom this peer mirrors signed two histories: kept as evidence against that party, and no fault of whoever shows it.
      if (head.party !== kernel.party && result.problems[0]?.id === 'journal.forked') return;
      throw faultOf(result.problems);
    }
    if (result.value.held) this.#known.set(name, head.note);
    const at = result.value.cosigned[this.#options.party];
    if (head.party === kernel.party && head.audience === 'joint' && at !== undefined) this.#set({ lastCosigned: { size: result.value.size, at: instant(at * 1_000) } });
  }

  async #measureQueue(heads: readonly Head[]): Promise<void> {
    const { kernel, cooperation } = this.#options;
    let queue = 0;
    for (const audience of ['joint', 'public'] as const) {
      const own = (await kernel.journal(cooperation.id, kernel.party, audience)).size;
      const there = heads.find((head) => head.party === kernel.party && head.audience === audience)?.size ?? 0;
      queue += Math.max(0, own - there);
    }
    this.#set({ queue });
  }
}

const asFault = (error: unknown): PeerFault => (error instanceof PeerFault ? error : new PeerFault('peer.unexpected', error instanceof Error ? error.message : 'unknown'));
