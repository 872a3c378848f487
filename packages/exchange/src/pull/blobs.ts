/** Fetches the blobs that acts name and that are not held here yet, a few in each look, each from where it was cut off. */
import { DatabaseProblem, type Kernel } from '@entente/kernel';
import { endsLook, PeerFault, type PeerClient } from '../client/index.ts';

export interface BlobPull {
  readonly kernel: Pick<Kernel, 'blobs'>;
  readonly client: Pick<PeerClient, 'blob'>;
  readonly coop: string;
  readonly stopping?: () => boolean;
}

/** Blobs asked for in one look. */
const AT_ONCE = 16;
/** Pages of missing blobs gone through in one look. */
const PAGES = 32;
const MOST_REMEMBERED = 10_000;
/** Looks after which a blob that a peer did not have is asked for again. */
const AGAIN_AFTER = 20;

export interface BlobsSeen {
  /** Named, not held, and not with this peer either, as far as was asked. */
  readonly missing: number;
  readonly got: number;
  readonly fault: PeerFault | null;
}

export function blobPuller({ kernel, client, coop, stopping }: BlobPull) {
  /** Blobs this peer did not have, and the look in which it is asked again. */
  const absent = new Map<string, number>();
  let look = 0;
  /** Where the next look goes on: many blobs that nobody has must not hide those behind them. */
  let cursor = '';

  async function fetchOne(sha256: string): Promise<'got' | 'absent'> {
    const coming = await kernel.blobs.receive(sha256);
    try {
      for await (const part of client.blob(coop, sha256, coming.kept)) await coming.write(part);
    } catch (error) {
      if (error instanceof DatabaseProblem) throw new PeerFault(error.problem.id, `blob ${sha256}`);
      if (!(error instanceof PeerFault)) throw error;
      if (error.id === 'peer.absent') return 'absent';
      // Everything was here already and only its digest was not looked at yet.
      if (error.id !== 'peer.range') throw error;
    }
    if (await coming.finish('application/octet-stream')) return 'got';
    throw new PeerFault('peer.nonsense', `blob ${sha256} came with other bytes`);
  }

  /** One look. Throws only what ends a look; what concerns one blob is told and does not keep the others from coming. */
  async function pull(): Promise<BlobsSeen> {
    look += 1;
    const seen: { missing: number; got: number; fault: PeerFault | null } = { missing: 0, got: 0, fault: null };
    for (let pages = 0; pages < PAGES && seen.got < AT_ONCE; pages += 1) {
      const page = await kernel.blobs.missing(coop, AT_ONCE, cursor);
      for (const { sha256 } of page) if (!stopping?.()) await tryOne(sha256, seen);
      cursor = page.length < AT_ONCE ? '' : (page.at(-1)?.sha256 ?? '');
      if (cursor === '') break;
    }
    return seen;
  }

  async function tryOne(sha256: string, seen: { missing: number; got: number; fault: PeerFault | null }): Promise<void> {
    seen.missing += 1;
    if ((absent.get(sha256) ?? 0) > look) return;
    absent.delete(sha256);
    try {
      if ((await fetchOne(sha256)) === 'absent') remember(sha256, look + AGAIN_AFTER);
      else [seen.got, seen.missing] = [seen.got + 1, seen.missing - 1];
    } catch (error) {
      if (!(error instanceof PeerFault) || endsLook(error)) throw error;
      seen.fault ??= error;
      remember(sha256, look + 1);
    }
  }

  function remember(sha256: string, until: number): void {
    if (absent.size >= MOST_REMEMBERED) absent.delete(absent.keys().next().value ?? '');
    absent.set(sha256, until);
  }

  return { pull };
}
