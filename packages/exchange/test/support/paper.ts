/** A journal without a node: leaves, their tree and the files they are served as; what a peer far ahead, or a liar, shows. */
import { randomUUID } from 'node:crypto';
import { canonicalBytes, encodeEntries, formatCheckpoint, Frontier, leafHash, parseTilePath, sha256, signNote, TILE_WIDTH, toHex, type Signer } from '@entente/verify';
import { formatHeads } from '../../src/client/index.ts';
import { COOP } from './world.ts';

export class PaperJournal {
  readonly party: string;
  readonly signer: Signer;
  readonly audience: 'joint' | 'public';
  readonly leaves: Uint8Array[] = [];
  readonly #levels: Uint8Array[][] = [];
  readonly #tree = new Frontier();
  readonly #roots: Uint8Array[] = [new Frontier().root()];

  constructor(party: string, signer: Signer, audience: 'joint' | 'public' = 'joint') {
    [this.party, this.signer, this.audience] = [party, signer, audience];
  }

  get size(): number {
    return this.leaves.length;
  }

  raw(bytes: Uint8Array): this {
    this.leaves.push(bytes);
    this.#tree.append(leafHash(bytes), (level, index, hash) => { (this.#levels[level] ??= [])[index] = hash; });
    this.#roots.push(this.#tree.root());
    return this;
  }

  /** Appends `count` acts, each putting a new story. */
  stories(count: number, text = 'Story'): this {
    for (let n = 0; n < count; n += 1) {
      const content = { text: { en: `${text} ${this.size}` } };
      this.raw(canonicalBytes({
        v: 1, id: randomUUID().replace(/^(.{14})./u, '$17'), coop: COOP, party: this.party, audience: this.audience, actor: { office: null, role: 'coordinator', person: 'somebody' },
        made: '2026-11-21T10:00:00.000Z', seen: {},
        items: [{ verb: 'put', kind: this.audience === 'public' ? 'notice' : 'story', kv: 1, record: randomUUID().replace(/^(.{14})./u, '$17'), on: null, hash: toHex(sha256(canonicalBytes(content))), content }],
      }));
    }
    return this;
  }

  note(size = this.size, origin = `entente/demo/${COOP}/${this.party}/${this.audience}`): Promise<string> {
    return signNote(formatCheckpoint({ origin, size, root: this.#roots[size]! }), this.signer);
  }

  entries(index: number, width = TILE_WIDTH): Uint8Array {
    return encodeEntries(this.leaves.slice(index * TILE_WIDTH, index * TILE_WIDTH + width));
  }

  /** Answers like a node that has only this journal. */
  async answer(request: Request): Promise<Response> {
    const [, , , what = '', ...rest] = new URL(request.url).pathname.split('/');
    if (what === 'heads') return new Response(formatHeads([await this.note()]) as BodyInit);
    const tile = what === this.audience ? parseTilePath(rest.join('/')) : null;
    if (!tile) return new Response('no', { status: 404 });
    const { level, index, width } = tile;
    if (level === 'entries') return new Response(this.entries(index, width) as BodyInit);
    const hashes = (this.#levels[level * 8] ?? []).slice(index * TILE_WIDTH, index * TILE_WIDTH + width);
    return new Response(Buffer.concat(hashes));
  }
}
