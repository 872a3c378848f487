/** Asking a peer: signed requests, answers of bounded size and time, faults as data. */
import { MAX_ENTRY_BYTES, parseEntries, tilePath, TILE_WIDTH } from '@entente/verify';
import { blobPath, journalPath, wakePath, type JournalPlace } from './layout.ts';
import { signedHeaders, type TransportKey } from './signature/index.ts';

/** Why a peer could not be read; `wait` in milliseconds when it named a time. */
export class PeerFault extends Error {
  readonly id: string;
  readonly wait: number | null;
  constructor(id: string, detail: string, wait: number | null = null) {
    super(detail);
    this.id = id;
    this.wait = wait;
  }
}

export interface ClientOptions {
  /** Address of the peer's node. */
  readonly url: string;
  readonly signer: TransportKey;
  /** Milliseconds a whole answer may take; a peer that dribbles a byte a second is cut off. */
  readonly timeout: number;
  readonly now: () => number;
  readonly fetch?: typeof fetch;
}

/** Longest entry bundle: every leaf as long as it may be, each with its length. */
const MAX_BUNDLE = TILE_WIDTH * (MAX_ENTRY_BYTES + 2);
const MAX_CHECKPOINT = 64 * 1024;
const MAX_BLOB = 200 * 1024 * 1024;

export function peerClient(options: ClientOptions) {
  /** How far the peer's clock is ahead of ours, learnt from its answers, so that a wrong clock does not stop the exchange. */
  let skew = 0;
  const ask = async (path: string, limit: number, method = 'GET', retry = true): Promise<Uint8Array> => {
    const url = new URL(path, options.url).href;
    const response = await send(url, method);
    const date = Date.parse(response.headers.get('date') ?? '');
    if (response.status === 401 && retry && Number.isFinite(date) && Math.abs(date - options.now() - skew) > 60_000) {
      await response.body?.cancel();
      skew = date - options.now();
      return ask(path, limit, method, false);
    }
    if (!response.ok) throw await faultOf(response, path);
    return bounded(response, limit);
  };
  const send = async (url: string, method: string): Promise<Response> => {
    try {
      return await (options.fetch ?? fetch)(url, {
        method, redirect: 'error', signal: AbortSignal.timeout(options.timeout),
        headers: signedHeaders({ method, url }, options.signer, () => options.now() + skew),
      });
    } catch (error) {
      throw new PeerFault('peer.silent', error instanceof Error ? error.message : 'no answer');
    }
  };
  return {
    /** The latest signed note of the peer's journal; null when it has signed nothing yet. */
    async checkpoint(place: JournalPlace): Promise<string | null> {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(await ask(`${journalPath(place)}/checkpoint`, MAX_CHECKPOINT));
      } catch (error) {
        if (error instanceof PeerFault && error.id === 'peer.absent') return null;
        throw error instanceof TypeError ? new PeerFault('peer.nonsense', 'the checkpoint is not text') : error;
      }
    },
    /** Leaves [from, to) of the peer's journal, by whole bundles; exactly as many as asked. */
    async leaves(place: JournalPlace, from: number, to: number): Promise<Uint8Array[]> {
      const leaves: Uint8Array[] = [];
      for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < to; index += 1) {
        const width = Math.min(TILE_WIDTH, to - index * TILE_WIDTH);
        const bundle = parseEntries(await ask(`${journalPath(place)}/${tilePath({ level: 'entries', index, width })}`, MAX_BUNDLE), width);
        if (!bundle.ok) throw new PeerFault('peer.nonsense', `a bundle that should hold ${width} entries: ${bundle.reason}`);
        leaves.push(...bundle.value.slice(Math.max(0, from - index * TILE_WIDTH)));
      }
      return leaves;
    },
    blob: (coop: string, sha256: string): Promise<Uint8Array> => ask(blobPath(coop, sha256), MAX_BLOB),
    async wake(coop: string): Promise<void> {
      await ask(wakePath(coop), MAX_CHECKPOINT, 'POST');
    },
  };
}
export type PeerClient = ReturnType<typeof peerClient>;

async function faultOf(response: Response, path: string): Promise<PeerFault> {
  const said = (await bounded(response, 2_000).then((bytes) => new TextDecoder().decode(bytes), () => '')).slice(0, 200);
  const after = Number(response.headers.get('retry-after'));
  if (response.status === 429 || response.status === 503) return new PeerFault('peer.busy', `${response.status}`, Number.isFinite(after) ? after * 1000 : null);
  if (response.status === 404) return new PeerFault('peer.absent', path);
  if (response.status === 401 || response.status === 403) return new PeerFault('peer.refuses', said);
  return new PeerFault('peer.fails', `${response.status} ${said}`);
}

async function bounded(response: Response, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of response.body ?? []) {
      size += part.length;
      if (size > limit) throw new PeerFault('peer.nonsense', `an answer longer than ${limit} bytes`);
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof PeerFault ? error : new PeerFault('peer.silent', error instanceof Error ? error.message : 'cut off');
  }
  return Uint8Array.from(Buffer.concat(parts));
}
