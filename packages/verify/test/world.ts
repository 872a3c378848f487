import {
  canonicalBytes, cosignature, cosignNote, fingerprint, formatCheckpoint, formatKeyStatement, Frontier, inclusionProof, leafHash, parseNote, sha256, signerFromSeed, signNote,
  toHex, type Bundle, type Hash, type Signer,
} from '../src/index.ts';

const COOPERATION = 'vn-la';
export const RECORD = '0190a5b4-7c1e-7d2a-9b3c-abcdefabcdef';
export const CONTENT = { text: { vi: 'Hai bên thống nhất', lo: 'ສອງຝ່າຍຕົກລົງ' }, title: 'A' };
export const contentHash = (content: unknown): string => toHex(sha256(canonicalBytes(content)));
export const nameOf = (content: unknown, round = 0): string => contentHash({ content: contentHash(content), record: RECORD, round, v: null });

/** One party with its keys and its joint journal. */
export class Side {
  readonly party: string;
  readonly prefix: string;
  readonly acts: Uint8Array[] = [];
  readonly #seed: number;

  constructor(party: string, seed: number, prefix = 'demo/') {
    [this.party, this.#seed, this.prefix] = [party, seed, prefix];
  }

  get origin(): string {
    return `entente/${this.prefix}${COOPERATION}/${this.party}/joint`;
  }

  /** The `n`-th key of a role. */
  key(role: 'root' | 'journal' | 'cosigner', n = 0): Promise<Signer> {
    const seed = Uint8Array.from({ length: 32 }, () => this.#seed * 16 + ['root', 'journal', 'cosigner'].indexOf(role) * 4 + n);
    return signerFromSeed(`${this.prefix}${this.party}/${role}`, seed, role === 'cosigner' ? cosignature : undefined);
  }

  /** The root's word on the `n`-th key of a role, committing to the one after it. */
  async statement(role: 'root' | 'journal' | 'cosigner', n = 0, { by = 0, since = {}, committed = true }: { by?: number; since?: Record<string, number>; committed?: boolean } = {}): Promise<string> {
    const [{ key }, { key: after }] = await Promise.all([this.key(role, n), this.key(role, n + 1)]);
    return signNote(formatKeyStatement({ vkey: key.vkey, serial: n, next: committed ? fingerprint(after.vkey) : null, since }), await this.key('root', by));
  }

  act(...items: readonly object[]): number {
    return this.acts.push(canonicalBytes({
      v: 1, id: `0190a5b4-7c1e-7d2a-9b3c-00000000000${this.acts.length}`, coop: COOPERATION, party: this.party, audience: 'joint',
      actor: { office: null, role: 'coordinator', person: 'p' }, made: '2026-11-21T03:04:05.123Z', seen: {}, items,
    })) - 1;
  }

  async checkpoint(size = this.acts.length, key = 0): Promise<string> {
    return signNote(formatCheckpoint({ origin: this.origin, size, root: this.#grow(size).root() }), await this.key('journal', key));
  }

  async proof(index: number, size = this.acts.length): Promise<Hash[]> {
    const nodes = new Map<string, Hash>();
    this.#grow(size, (level, at, hash) => nodes.set(`${level}/${at}`, hash));
    return inclusionProof(index, size, (level, at) => nodes.get(`${level}/${at}`)!);
  }

  #grow(size: number, onNode?: (level: number, index: number, hash: Hash) => void): Frontier {
    const frontier = new Frontier();
    for (const act of this.acts.slice(0, size)) frontier.append(leafHash(act), onNode);
    return frontier;
  }
}

export const item = (verb: 'consent' | 'reject', h = nameOf(CONTENT)): object => ({ verb, kind: 'commitment', kv: 1, record: RECORD, on: null, h });
export const proposal = (content: unknown = CONTENT, inline = true): object =>
  ({ verb: 'propose', kind: 'commitment', kv: 1, record: RECORD, on: null, hash: contentHash(content), round: 0, as: 'original', ...(inline ? { content } : {}) });

export async function cosigned(checkpoint: string, by: Side, at: number): Promise<string> {
  const note = parseNote(checkpoint);
  if (!note.ok) throw new Error(note.reason);
  return cosignNote(note.value, await by.key('cosigner'), at);
}

export interface World { readonly vn: Side; readonly la: Side; readonly bundle: Bundle; readonly roots: readonly string[] }

/** Viet Nam proposed and agreed, Laos agreed; each journal signed by its party and cosigned by the other. */
export async function world(): Promise<World> {
  const [vn, la] = [new Side('vn', 1), new Side('la', 2)];
  for (let i = 0; i < 3; i += 1) vn.act({ verb: 'put', kind: 'office', kv: 1, record: RECORD, on: null, hash: contentHash(i) });
  vn.act(proposal(), item('consent'));
  la.act(item('consent'));
  const bundle: Bundle = {
    anchors: await Promise.all([vn, la].map(async (side) => (await side.key('root')).key.vkey)),
    keys: await Promise.all([vn, la].flatMap((side) => (['root', 'journal', 'cosigner'] as const).map((role) => side.statement(role)))),
    checkpoints: [await cosigned(await vn.checkpoint(), la, 1_800_000_000), await cosigned(await la.checkpoint(), vn, 1_800_000_060)],
    acts: [
      { journal: vn.origin, index: 3, bytes: vn.acts[3]!, checkpoint: 0, proof: await vn.proof(3) },
      { journal: la.origin, index: 0, bytes: la.acts[0]!, checkpoint: 1, proof: await la.proof(0) },
    ],
    contents: [],
  };
  return { vn, la, bundle, roots: bundle.anchors.map(fingerprint) };
}
