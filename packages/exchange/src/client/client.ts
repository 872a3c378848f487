/** What one node asks of another. */
import { HASH_BYTES, MAX_ENTRY_BYTES, parseEntries, tilePath, TILE_WIDTH } from '@entente/verify';
import { blobPath, headsPath, journalPath, personalPath, wakePath, type ServedJournal } from '../layout.ts';
import { MAX_PERSONAL_BYTES, parsePersonal, type Travelling } from '../personal.ts';
import { Asker, type ClientOptions } from './ask.ts';
import { partsOf } from './body.ts';
import { PeerFault } from './fault.ts';
import { MAX_HEADS_BYTES, parseHeads, type Head } from './heads.ts';

/** Longest entry bundle: every leaf as long as it may be, each with its length. */
const MAX_BUNDLE = TILE_WIDTH * (MAX_ENTRY_BYTES + 2);
const MAX_CHECKPOINT = 64 * 1024;
/** Largest blob a peer may send (protocol.md section 2). */
const MAX_BLOB = 200 * 1024 * 1024;

export interface WideTile { readonly index: number; readonly width: number }

export function peerClient(options: ClientOptions) {
  const asker = new Asker(options);
  return {
    /** Milliseconds the peer's clock seems ahead of ours. */
    skew: (): number => asker.skew,

    /** Newest notes of every journal the peer holds. */
    async heads(cooperation: { readonly id: string; readonly demo: boolean }): Promise<Head[]> {
      const heads = parseHeads(await asker.whole({ path: headsPath(cooperation.id) }, MAX_HEADS_BYTES), cooperation);
      if (!heads) throw new PeerFault('peer.nonsense', 'what it says of its journals cannot be read');
      return heads;
    },

    /** The latest signed note of a journal; null when nothing was signed yet. */
    async checkpoint(journal: ServedJournal): Promise<string | null> {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(await asker.whole({ path: `${journalPath(journal)}/checkpoint` }, MAX_CHECKPOINT));
      } catch (error) {
        if (error instanceof PeerFault && error.id === 'peer.absent') return null;
        throw error instanceof TypeError ? new PeerFault('peer.nonsense', 'the checkpoint is not text') : error;
      }
    },

    /** The entries of one bundle: exactly as many as asked for. */
    async entries(journal: ServedJournal, { index, width }: WideTile): Promise<Uint8Array[]> {
      const bundle = parseEntries(await asker.whole({ path: `${journalPath(journal)}/${tilePath({ level: 'entries', index, width })}` }, MAX_BUNDLE), width);
      if (!bundle.ok) throw new PeerFault('peer.nonsense', `a bundle that should hold ${width} entries: ${bundle.reason}`);
      return bundle.value;
    },

    /** The hashes of one tile. */
    async tile(journal: ServedJournal, { level, index, width }: WideTile & { readonly level: number }): Promise<Uint8Array> {
      const hashes = await asker.whole({ path: `${journalPath(journal)}/${tilePath({ level, index, width })}` }, TILE_WIDTH * HASH_BYTES);
      if (hashes.length !== width * HASH_BYTES) throw new PeerFault('peer.nonsense', `a tile that should hold ${width} hashes has ${hashes.length} bytes`);
      return hashes;
    },

    /** Bytes of a blob from a place on, as they come; `peer.absent` when the peer has none. */
    async *blob(coop: string, sha256: string, from: number): AsyncGenerator<Uint8Array> {
      const { response, cut } = await asker.ask({ path: blobPath(coop, sha256), headers: from > 0 ? { range: `bytes=${from}-` } : {} });
      // A server that does not know ranges sends everything again: what is held already is passed over.
      let skip = response.status === 206 ? 0 : from;
      for await (const part of partsOf(response, asker.limits(MAX_BLOB), cut)) {
        if (skip < part.length) yield part.subarray(skip);
        skip = Math.max(0, skip - part.length);
      }
    },

    /** The values that the peer has of these. */
    async personal(coop: string, commitments: readonly string[]): Promise<readonly Travelling[]> {
      const values = parsePersonal(await asker.whole({ path: personalPath(coop, commitments) }, MAX_PERSONAL_BYTES));
      if (!values) throw new PeerFault('peer.nonsense', 'personal values that cannot be read');
      return values;
    },

    /** A hint that there is something new here. */
    async wake(coop: string): Promise<void> {
      await asker.whole({ path: wakePath(coop), method: 'POST' }, MAX_CHECKPOINT);
    },
  };
}
export type PeerClient = ReturnType<typeof peerClient>;
