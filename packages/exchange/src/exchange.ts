/** A node's talk with all its peers: one loop each, a wake-up hint after every act of our own. */
import type { Kernel } from '@entente/kernel';
import { peerClient, type ClientOptions } from './client.ts';
import { pullFrom, type PeerState, type Puller } from './pull.ts';

export interface Peer extends Pick<ClientOptions, 'url'> { readonly party: string }

export interface ExchangeOptions extends Omit<ClientOptions, 'url'> {
  readonly kernel: Pick<Kernel, 'party' | 'cooperations' | 'journal' | 'admit' | 'blobs' | 'onChange'>;
  readonly peers: readonly Peer[];
  /** Milliseconds between looks at a peer that nothing woke us for. */
  readonly interval: number;
}

export interface Exchange {
  /** What is known of each peer in each cooperation. */
  peers(): readonly PeerState[];
  /** A hint that a peer has something new: look at once, within what back-off allows. */
  wake(party: string, coop: string): void;
  /** Looks at every peer now, whatever the back-off says; resolves when done. */
  pullAll(): Promise<void>;
  stop(): Promise<void>;
}

export function startExchange(options: ExchangeOptions): Exchange {
  const loops = options.kernel.cooperations.flatMap((cooperation) => options.peers
    .filter((peer) => peer.party !== options.kernel.party && [...cooperation.parties.map((party) => party.id), ...cooperation.observers].includes(peer.party))
    .map((peer) => {
      const client = peerClient({ ...options, url: peer.url });
      const puller = pullFrom({ kernel: options.kernel, client, party: peer.party, coop: cooperation.id, interval: options.interval, now: options.now });
      return { party: peer.party, coop: cooperation.id, client, loop: startLoop(puller), puller };
    }));
  const silence = options.kernel.onChange(({ coop, party }) => {
    if (party !== options.kernel.party) return;
    // Only a hint: a peer that misses it looks by itself within its interval.
    for (const each of loops) if (each.coop === coop) each.client.wake(coop).catch(() => undefined);
  });
  // Back from a stop: whoever backed off from this node may look again at once.
  for (const each of loops) each.client.wake(each.coop).catch(() => undefined);
  return {
    peers: () => loops.map((each) => each.puller.state()),
    wake: (party, coop) => { for (const each of loops) if (each.party === party && each.coop === coop) each.loop.wake(); },
    pullAll: async () => { await Promise.all(loops.map((each) => each.loop.now())); },
    async stop() {
      silence();
      await Promise.all(loops.map((each) => each.loop.stop()));
    },
  };
}

/** Milliseconds between two looks that wakes cause. */
const SOONEST = 250;

/** Runs a puller for ever, one look at a time. */
function startLoop(puller: Puller) {
  let stopped = false;
  let again = false;
  let lastLook = -SOONEST;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  const look = (): Promise<void> => {
    clearTimeout(timer);
    if (running) return running;
    again = false;
    lastLook = performance.now();
    running = puller.once().then(() => {
      running = null;
      if (stopped) return;
      timer = setTimeout(() => void look(), again ? SOONEST : puller.nextWait());
    });
    return running;
  };
  void look();
  return {
    /** A wake is a sign of life: it ends a back-off, but a flood of them cannot make more than a look a second. */
    wake(): void {
      again = true;
      if (running || stopped) return;
      clearTimeout(timer);
      timer = setTimeout(() => void look(), Math.max(0, lastLook + SOONEST - performance.now()));
    },
    async now(): Promise<void> {
      await running;
      if (!stopped) await look();
    },
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
