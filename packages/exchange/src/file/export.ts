/** What one node gives another in a file: its journals from where the other is known to be, what it vouches for, and the files named. */
import { createHash } from 'node:crypto';
import { consistencyProof, encodeEntries, TILE_WIDTH, tileReader, type Signer, type VerifierKey } from '@entente/verify';
import type { JournalPlace, Kernel } from '@entente/kernel';
import { instant } from '../clock.ts';
import { formatPersonal, MAX_PERSONAL_BYTES, MOST_ASKED } from '../personal.ts';
import { collectDigests, recordsIn } from '../static/named.ts';
import { frame } from './frames.ts';
import { signEnd, signManifest } from './manifest.ts';
import { sealFor } from './sealed.ts';

export interface ExportOptions {
  readonly kernel: Pick<Kernel, 'party' | 'cooperations' | 'journal' | 'journals' | 'leaves' | 'tile' | 'checkpoint' | 'blobs' | 'personal'>;
  readonly coop: string;
  /** Party or observer the file is for. */
  readonly for: string;
  /** Signs the file; the transport key. */
  readonly signer: Signer;
  /** Leaf of our own journals to begin with; what the other has cosigned when left out, else the beginning. */
  readonly from?: number;
  /** Also what we hold of the other's own journals, from their beginning: it was restored and has to learn them again. */
  readonly withTheirs?: boolean;
  /** Transport key of whom the file is for: personal values of the records in it are sealed for it. Without it, and for observers, none go along. */
  readonly sealTo?: VerifierKey;
  /** What our root states of our keys: goes along once any was changed. */
  readonly statements?: readonly string[];
  readonly now?: () => number;
}

/** Leaves (most of one frame) and bytes of one stretch. */
const [STRETCH, STRETCH_BYTES, DATA] = [8 * TILE_WIDTH, 4 * 1024 * 1024, 1024 * 1024];

/** The file before compression, frame by frame. Throws RangeError for a cooperation or party that does not exist. */
export async function* exportFrames(options: ExportOptions): AsyncGenerator<Buffer> {
  const { kernel, coop, signer } = options;
  const cooperation = kernel.cooperations.find((each) => each.id === coop);
  const members = cooperation ? [...cooperation.parties.map((each) => each.id), ...cooperation.observers] : [];
  if (!members.includes(options.for) || options.for === kernel.party) throw new RangeError(`${options.for} is no other member of ${coop}`);
  const digest = createHash('sha256');
  for await (const each of contents(options)) {
    digest.update(each);
    yield each;
  }
  yield frame('Z', Buffer.from(await signEnd(digest.digest('hex'), signer)));
}

interface Named { readonly digests: Set<string>; readonly commitments: Set<string> }

async function* contents({ kernel, coop, for: to, signer, from, withTheirs = false, sealTo, statements = [], now = Date.now }: ExportOptions): AsyncGenerator<Buffer> {
  const manifest = Buffer.from(await signManifest({ coop, from: kernel.party, for: to, made: instant(now()) }, signer));
  if (statements.some((each) => !/^serial 0$/mu.test(each))) yield frame('K', Buffer.from(JSON.stringify(statements)));
  yield frame('M', manifest);
  const named: Named = { digests: new Set(), commitments: new Set() };
  for (const audience of ['joint', 'public'] as const) {
    const place = { coop, party: kernel.party, audience };
    yield* journalFrames(kernel, place, from ?? (await kernel.checkpoint(coop, kernel.party, audience, { cosignedBy: to }))?.size ?? 0, named);
  }
  if (withTheirs) for (const audience of ['joint', 'public'] as const) yield* journalFrames(kernel, { coop, party: to, audience }, 0, named);
  for (const { note } of await mirrored(kernel, coop)) yield frame('N', Buffer.from(note));
  for (const sha256 of named.digests) if (await kernel.blobs.entitled(coop, sha256)) yield* blobFrames(kernel, sha256);
  if (sealTo) yield* valueFrames(kernel, { coop, to, manifest, sealTo }, [...named.commitments]);
}

/** What this node has cosigned of others: so that they learn how far we are, and can show who held what. */
async function mirrored(kernel: ExportOptions['kernel'], coop: string): Promise<{ note: string }[]> {
  const journals = (await kernel.journals()).filter((each) => each.coop === coop && each.party !== kernel.party && each.audience !== 'home');
  return journals.flatMap(({ checkpoint }) => (checkpoint === null ? [] : [{ note: checkpoint }]));
}

async function* journalFrames(kernel: ExportOptions['kernel'], place: JournalPlace, from: number, named: Named): AsyncGenerator<Buffer> {
  const { coop, party, audience } = place;
  const { checkpoint, size } = await kernel.journal(coop, party, audience);
  if (checkpoint === null) return;
  yield frame('C', Buffer.from(checkpoint));
  const read = tileReader(size, async ({ level, index, width }) => (await kernel.tile(coop, party, audience, { level: Number(level), index, width })) ?? new Uint8Array());
  for (let at = Math.min(from, size); at < size;) {
    const leaves = whole(await kernel.leaves(coop, party, audience, at, Math.min(size, (Math.floor(at / STRETCH) + 1) * STRETCH) - at));
    if (leaves.length === 0) throw new Error(`the journal ${party}/${audience} ends before its checkpoint`);
    const first = Buffer.alloc(8);
    first.writeBigUInt64BE(BigInt(at));
    at += leaves.length;
    for (const leaf of leaves) collectDigests(leaf, named.digests);
    const records = [...new Set(leaves.flatMap((leaf) => recordsIn(leaf)))];
    for (const commitment of await kernel.personal.of(coop, records)) named.commitments.add(commitment);
    yield frame('E', Buffer.concat([first, encodeEntries(leaves)]));
    if (at < size) yield frame('P', Buffer.concat(await consistencyProof(at, size, read)));
  }
}

/** Values of persons that the records of the file hold, as far as the other is entitled to them. */
async function* valueFrames({ personal }: ExportOptions['kernel'], { coop, to, manifest, sealTo }: { readonly coop: string; readonly to: string; readonly manifest: Uint8Array; readonly sealTo: VerifierKey }, commitments: readonly string[]): AsyncGenerator<Buffer> {
  const place = createHash('sha256').update(manifest).digest();
  for (let at = 0; at < commitments.length; at += MOST_ASKED) {
    const given = await personal.give(coop, commitments.slice(at, at + MOST_ASKED), to);
    for (const values of parted([...given])) yield frame('V', sealFor(sealTo.publicKey, place, values));
  }
}

/** The values in as few answers as they fit into; one that fits into none travels by no way. */
function parted(values: readonly (readonly [string, { readonly value: unknown; readonly key: Uint8Array }])[]): readonly Uint8Array[] {
  if (values.length === 0) return [];
  const whole = Buffer.from(formatPersonal(new Map(values)));
  if (whole.length <= MAX_PERSONAL_BYTES) return [whole];
  const half = Math.floor(values.length / 2);
  return half === 0 ? [] : [...parted(values.slice(0, half)), ...parted(values.slice(half))];
}

/** As many leaves as one frame may hold. */
function whole(leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  let bytes = 0;
  const end = leaves.findIndex((leaf) => (bytes += leaf.length) > STRETCH_BYTES);
  return end <= 0 ? leaves.slice(0, end === 0 ? 1 : undefined) : leaves.slice(0, end);
}

async function* blobFrames({ blobs }: ExportOptions['kernel'], sha256: string): AsyncGenerator<Buffer> {
  const size = await blobs.size(sha256);
  if (size === null) return;
  const head = Buffer.alloc(40);
  head.write(sha256, 'hex');
  head.writeBigUInt64BE(BigInt(size), 32);
  yield frame('B', head);
  for (let at = 0; at < size;) {
    const piece = (await blobs.piece(sha256, at)).subarray(0, DATA);
    if (piece.length === 0) throw new Error(`the blob ${sha256} ends early`);
    yield frame('D', piece);
    at += piece.length;
  }
}
