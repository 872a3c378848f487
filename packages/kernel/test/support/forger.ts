/** A party that writes whatever it likes into its journal and signs it: what a strange or lying peer may send. */
import { canonicalBytes, formatCheckpoint, Frontier, leafHash, signNote, type OnNode, type Signer } from '@entente/verify';
import { originOf, type Admission, type Audience, type Cooperation, type Kernel, type Result } from '../../src/index.ts';
import { contentHash, newId } from '../../src/identity.ts';
import { candidateName } from '../../src/consent/index.ts';

export class Forger {
  readonly party: string;
  readonly cooperation: Cooperation;
  readonly signer: Signer;
  readonly audience: Audience;
  leaves: Uint8Array[] = [];

  constructor(party: string, cooperation: Cooperation, signer: Signer, audience: Audience = 'joint') {
    this.party = party;
    this.cooperation = cooperation;
    this.signer = signer;
    this.audience = audience;
  }

  /** Appends raw bytes. */
  raw(bytes: Uint8Array): this {
    this.leaves.push(bytes);
    return this;
  }

  /** Appends an act with these items; `head` overrides what the envelope says. */
  act(items: readonly object[], head: object = {}): this {
    return this.raw(canonicalBytes(this.envelope(items, head)));
  }

  envelope(items: readonly object[], head: object = {}): object {
    return {
      v: 1, id: newId(Temporal.Now.instant()), coop: this.cooperation.id, party: this.party, audience: this.audience,
      actor: { office: null, role: 'coordinator', person: 'somebody' }, made: '2026-11-21T10:00:00.000Z', seen: {}, items, ...head,
    };
  }

  frontier(size = this.leaves.length, onNode?: OnNode, leaves = this.leaves): Frontier {
    const frontier = new Frontier();
    for (const leaf of leaves.slice(0, size)) frontier.append(leafHash(leaf), onNode);
    return frontier;
  }

  async checkpoint(size = this.leaves.length, leaves = this.leaves): Promise<string> {
    const frontier = this.frontier(size, undefined, leaves);
    return signNote(formatCheckpoint({ origin: originOf(this.cooperation, this.party, this.audience), size, root: frontier.root() }), this.signer);
  }

  async send(to: Kernel): Promise<Result<Admission>> {
    const held = (await to.journal(this.cooperation.id, this.party, this.audience)).size;
    return this.sendFrom(to, held);
  }

  async sendFrom(to: Kernel, from: number): Promise<Result<Admission>> {
    return to.admit({ coop: this.cooperation.id, party: this.party, audience: this.audience }, from, this.leaves.slice(from), await this.checkpoint());
  }
}

export const newRecord = (): string => newId(Temporal.Now.instant());

export function putItem(record: string, content: object, on: string | null = null, more: object = {}): { readonly hash: string } {
  return { verb: 'put', kind: 'story', kv: 1, record, on, hash: contentHash(content), content, ...more } as { hash: string };
}

export function proposeItem(record: string, content: object, on: string | null = null, round = 0): object {
  return { verb: 'propose', kind: 'pledge', kv: 1, record, on, round, as: 'original', hash: contentHash(content), content };
}

export const nameOf = (record: string, content: object, on: string | null = null, round = 0): string => candidateName({ record, on, content: contentHash(content), round });

export const ballot = (verb: 'consent' | 'reject', record: string, h: string, on: string | null = null): object => ({ verb, kind: 'pledge', kv: 1, record, on, h });
