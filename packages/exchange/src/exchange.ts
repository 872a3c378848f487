/** A node's talk with all its peers: one loop each, a wake-up hint after every act of our own. */
import type { Kernel, Recovery } from '@entente/kernel';
import { peerClient, type ClientOptions } from './client/index.ts';
import { systemClock, type Clock } from './clock.ts';
import { Loop } from './loop.ts';
import { Puller, type PeerNotice, type PeerState } from './pull/index.ts';
import type { TransportKey } from './signature/index.ts';

export interface Peer extends Pick<ClientOptions, 'url'> { readonly party: string }

export interface ExchangeOptions extends Pick<ClientOptions, 'timeout' | 'fetch'> {
  readonly kernel: Pick<Kernel, 'party' | 'cooperations' | 'journal' | 'admit' | 'takeNote' | 'comparePrefix' | 'blobs' | 'personal' | 'onChange'> & Pick<Recovery, 'standing' | 'relearn' | 'mirrorAnswered'>;
  readonly signer: TransportKey;
  /** Parties and observers whose nodes can be reached. */
  readonly peers: readonly Peer[];
  /** Milliseconds between looks at a peer that nothing woke us for. */
  readonly interval: number;
  readonly clock?: Clock;
  readonly random?: () => number;
  /** For the log: a peer falls into trouble, or out of it. */
  readonly notice?: (notice: PeerNotice) => void;
}

export interface Exchange {
  /** What is known of each peer in each cooperation. */
  peers(): readonly PeerState[];
  /** A hint that the peer has something new: look at once, within what back-off and the peer allow. */
  wake(party: string, coop: string): void;
  /** Tells every peer that this node answers, so that who backed off looks again, and looks again at those that were silent before. */
  announce(): void;
  /** Looks at every peer now, whatever the back-off says; resolves when done. */
  pullAll(): Promise<void>;
  /** Resolves when no look is under way. */
  idle(): Promise<void>;
  /** Ends after what is being written; nothing of it is lost. */
  stop(): Promise<void>;
}

export function startExchange(options: ExchangeOptions): Exchange {
  const { kernel, clock = systemClock } = options;
  const links = kernel.cooperations.flatMap((cooperation) => options.peers
    .filter((peer) => peer.party !== kernel.party && [...cooperation.parties.map((party) => party.id), ...cooperation.observers].includes(peer.party))
    .map((peer) => {
      const client = peerClient({ url: peer.url, signer: options.signer, timeout: options.timeout, clock, ...(options.fetch ? { fetch: options.fetch } : {}) });
      const puller = new Puller({ kernel, client, party: peer.party, cooperation, interval: options.interval, clock, ...(options.random ? { random: options.random } : {}), ...(options.notice ? { notice: options.notice } : {}) });
      const wakePeer = (): void => { client.wake(cooperation.id).catch(() => undefined); };
      const look = async (): Promise<void> => {
        await puller.once();
        // The peer collects the cosignature of what just came; a look that brings nothing wakes nobody, so this ends.
        if (puller.grew) wakePeer();
      };
      const loop = new Loop({ once: look, nextWait: () => puller.nextWait(), get leftAlone() { return puller.leftAlone; } }, clock);
      return { party: peer.party, coop: cooperation.id, wakePeer, loop, puller };
    }));
  const silence = kernel.onChange(({ coop, party }) => {
    // Only a hint: a peer that misses it looks by itself within its interval.
    if (party === kernel.party) for (const each of links) if (each.coop === coop) each.wakePeer();
  });
  // Back from a stop: whoever backed off from this node may look again at once.
  for (const each of links) each.wakePeer();
  return {
    peers: () => links.map((each) => each.puller.state),
    wake: (party, coop) => { for (const each of links) if (each.party === party && each.coop === coop) each.loop.wake(); },
    announce() {
      for (const each of links) {
        each.wakePeer();
        if (each.puller.state.fault) each.loop.wake();
      }
    },
    pullAll: async () => { await Promise.all(links.map((each) => each.loop.now())); },
    idle: async () => { await Promise.all(links.map((each) => each.loop.idle())); },
    async stop() {
      silence();
      for (const each of links) each.puller.stopping = true;
      await Promise.all(links.map((each) => each.loop.stop()));
    },
  };
}
