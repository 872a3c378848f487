/** Takes a file in: everything in it is proven by itself, step by step; doing it twice, or going on after a cut, is the same. */
import { createHash } from 'node:crypto';
import { parseEntries } from '@entente/verify';
import type { JournalPlace, Kernel, Recovery, Result } from '@entente/kernel';
import { headOf } from '../client/heads.ts';
import { BlobsIn } from './blobs-in.ts';
import { FileFault, frameHead, framesOf, type Frame } from './frames.ts';
import { checkEnd, readManifest, type Manifest, type TransportKeys } from './manifest.ts';
import type { Unsealer } from './sealed.ts';
import { ValuesIn } from './values-in.ts';

export interface ImportOptions {
  readonly kernel: Pick<Kernel, 'party' | 'cooperations' | 'journal' | 'admit' | 'takeNote' | 'caughtUp' | 'blobs' | 'personal'> & Pick<Recovery, 'standing' | 'relearn' | 'mirrorAnswered'>;
  /** Keys that sign the files of each party, our own too. */
  readonly keys: TransportKeys;
  /** Opens what is sealed for this party; without it personal values are passed over. */
  readonly unseal?: Unsealer;
  /** Told what a file says of its sender's keys, before its signature is looked at; answers the keys that are believed then. */
  readonly stated?: (statements: readonly string[]) => Promise<TransportKeys>;
  /** Told how far it is. */
  readonly progress?: (done: Imported) => void;
}

export interface Imported {
  readonly manifest: Manifest | null;
  /** Acts that were new here, and those held before. */
  readonly acts: number;
  readonly known: number;
  readonly blobs: number;
  readonly notes: number;
  /** Personal values that were new here. */
  readonly personal: number;
  /** Parts with personal values that our key does not open. */
  readonly unopened: number;
}

/** Most notes: more than an honest file has. */
const MOST_NOTES = 10_000;
/** Most leaves of one frame. */
const MOST_LEAVES = 2_048;
/** Leaf indexes are 32-bit numbers. */
const LAST_LEAF = 2 ** 31;

/**
 * Reads the decompressed frames of a file. Throws FileFault with what is wrong: `file.not-an-export`, `file.signature`,
 * `file.for-other`, `file.own` (our own file, and nothing to learn from it), `file.gap` (an earlier file is missing), `file.damaged`, `file.cut`, `file.end`, or what the kernel
 * refuses (`journal.*`). What was taken before the fault is kept, and is not needed again.
 */
export async function importFrames(parts: AsyncIterable<Uint8Array>, options: ImportOptions): Promise<Imported> {
  const taking = new Taking(options);
  for await (const each of framesOf(parts)) await taking.take(each);
  return taking.end();
}

interface Stretch { readonly first: number; readonly leaves: readonly Uint8Array[] }
interface OpenJournal { readonly place: JournalPlace; readonly note: string; readonly size: number; next: number | null }

class Taking {
  readonly #options: ImportOptions;
  readonly #digest = createHash('sha256');
  readonly #journals = new Set<string>();
  readonly #blobs: BlobsIn;
  readonly #values: ValuesIn;
  #done: { -readonly [K in keyof Imported]: Imported[K] } = { manifest: null, acts: 0, known: 0, blobs: 0, notes: 0, personal: 0, unopened: 0 };
  #keys: TransportKeys;
  #told = false;
  #place = new Uint8Array();
  #journal: OpenJournal | null = null;
  #stretch: Stretch | null = null;
  #ended = false;
  #records = false;

  constructor(options: ImportOptions) {
    this.#options = options;
    this.#keys = options.keys;
    this.#blobs = new BlobsIn(options.kernel);
    this.#values = new ValuesIn(options.kernel, options.unseal);
  }

  get #coop(): string {
    return this.#done.manifest?.coop ?? '';
  }

  async take({ type, bytes }: Frame): Promise<void> {
    if (type === 'K') return this.#keysFirst(bytes);
    if (this.#ended || (this.#done.manifest === null) !== (type === 'M')) throw new FileFault(this.#ended ? 'file.damaged' : 'file.not-an-export');
    if (type === 'Z') {
      await this.#close();
      await checkEnd(bytes, this.#digest.digest('hex'), this.#keys[this.#done.manifest?.from ?? ''] ?? []);
      this.#ended = true;
      return;
    }
    this.#digest.update(frameHead(type, bytes.length)).update(bytes);
    if (type !== 'P') await this.#admit(undefined);
    if (type !== 'D') await this.#closeBlob();
    switch (type) {
      case 'M': return this.#open(bytes);
      case 'C': return this.#openJournal(bytes);
      case 'E': return this.#entries(bytes);
      case 'P': return this.#proof(bytes);
      case 'N': return this.#note(bytes);
      case 'B': return this.#openBlob(bytes);
      case 'D': return this.#blobs.data(bytes);
      case 'V': return this.#sealed(bytes);
    }
  }

  async end(): Promise<Imported> {
    if (!this.#ended) throw new FileFault('file.cut', { acts: this.#done.acts });
    await this.#options.kernel.caughtUp(this.#coop);
    await this.#answered();
    return this.#done;
  }

  /**
   * A whole file of a peer shows how far it holds our journals; every one of its notes of them was met, so for a restored
   * node it is the peer's answer, if it was made since. A file of our own brings acts back, and answers for nobody.
   */
  async #answered(): Promise<void> {
    const { kernel } = this.#options;
    const { manifest } = this.#done;
    const { state, since } = await kernel.standing();
    if (!manifest || state !== 'restored') return;
    if (manifest.from === kernel.party || Temporal.Instant.compare(manifest.made, since ?? manifest.made) > 0) await kernel.mirrorAnswered(manifest.coop, manifest.from);
  }

  async #open(bytes: Uint8Array): Promise<void> {
    const { kernel } = this.#options;
    const manifest = await readManifest(bytes, this.#keys);
    const cooperation = kernel.cooperations.find((each) => each.id === manifest.coop);
    if (!cooperation) throw new FileFault('file.coop', { coop: manifest.coop });
    const isOwn = manifest.from === kernel.party;
    if (isOwn && (await kernel.standing()).state !== 'restored') throw new FileFault('file.own', { for: manifest.for });
    if (!isOwn && manifest.for !== kernel.party) throw new FileFault('file.for-other', { for: manifest.for, from: manifest.from });
    this.#done.manifest = manifest;
    this.#place = createHash('sha256').update(bytes).digest();
  }

  /** A checkpoint of leaves that are all held brings nothing new, but it may be of another history. */
  async #openJournal(bytes: Uint8Array): Promise<void> {
    const head = this.#headOf(bytes);
    const place = { coop: head.coop, party: head.party, audience: head.audience };
    if (this.#journals.has(head.name)) throw new FileFault('file.damaged', { journal: head.name });
    this.#journals.add(head.name);
    if (place.party !== this.#options.kernel.party) taken(await this.#options.kernel.takeNote(place, head.note));
    this.#journal = { place, note: head.note, size: head.size, next: null };
  }

  #headOf(bytes: Uint8Array) {
    const { manifest } = this.#done;
    const cooperation = this.#options.kernel.cooperations.find((each) => each.id === manifest?.coop)!;
    const note = Buffer.from(bytes).toString('utf8');
    const head = headOf(note, cooperation);
    if (!head || !cooperation.parties.some((each) => each.id === head.party)) throw new FileFault('file.damaged', { frame: 'note' });
    return { ...head, coop: cooperation.id, name: `${head.party}/${head.audience}` };
  }

  #entries(bytes: Uint8Array): void {
    const journal = this.#journal;
    if (!journal || bytes.length < 8) throw new FileFault('file.damaged', { frame: 'E' });
    const first = Number(Buffer.from(bytes.buffer, bytes.byteOffset, 8).readBigUInt64BE());
    const leaves = parseEntries(bytes.subarray(8), undefined, MOST_LEAVES);
    // Each leaf once and in order: no file is longer than what it has to say.
    if (!leaves.ok || leaves.value.length === 0 || first > LAST_LEAF || (journal.next !== null && journal.next !== first) || first + leaves.value.length > journal.size) throw new FileFault('file.damaged', { frame: 'E' });
    journal.next = first + leaves.value.length;
    this.#stretch = { first, leaves: leaves.value };
  }

  async #proof(bytes: Uint8Array): Promise<void> {
    if (bytes.length % 32 !== 0 || !this.#stretch) throw new FileFault('file.damaged', { frame: 'P' });
    await this.#admit(Array.from({ length: bytes.length / 32 }, (_, at) => bytes.subarray(at * 32, at * 32 + 32)));
  }

  /** Admits the stretch that waits; its proof, if it needs one, is the frame after it. */
  async #admit(proof: readonly Uint8Array[] | undefined): Promise<void> {
    const [stretch, journal] = [this.#stretch, this.#journal];
    this.#stretch = null;
    if (!stretch || !journal) return;
    const { kernel, progress } = this.#options;
    const { coop, party, audience } = journal.place;
    const held = (await kernel.journal(coop, party, audience)).size;
    const end = stretch.first + stretch.leaves.length;
    if (stretch.first > held) throw new FileFault('file.gap', { party, audience, held, first: stretch.first });
    const isOwn = party === kernel.party;
    // Our own journal comes back to us only where this node was restored.
    if (end <= held || (isOwn && (await kernel.standing()).state !== 'restored')) {
      this.#done.known += stretch.leaves.length;
      return;
    }
    const rest = [stretch.first, stretch.leaves, journal.note, ...(end === journal.size ? [] : [proof])] as const;
    const admitted = taken<{ readonly size: number }>(isOwn ? await kernel.relearn({ coop, audience }, ...rest) : await kernel.admit(journal.place, ...rest));
    this.#done.acts += admitted.size - held;
    this.#done.known += held - stretch.first;
    progress?.(this.#done);
  }

  async #note(bytes: Uint8Array): Promise<void> {
    this.#done.notes += 1;
    if (this.#done.notes > MOST_NOTES) throw new FileFault('file.damaged', { frame: 'N' });
    const head = this.#headOf(bytes);
    taken(await this.#options.kernel.takeNote({ coop: head.coop, party: head.party, audience: head.audience }, head.note));
  }

  /** Statements about keys stand before everything, once: the manifest may be signed by a key they tell of. */
  async #keysFirst(bytes: Uint8Array): Promise<void> {
    if (this.#told || this.#done.manifest !== null) throw new FileFault('file.damaged', { frame: 'K' });
    this.#told = true;
    this.#digest.update(frameHead('K', bytes.length)).update(bytes);
    const statements = readStatements(bytes);
    if (!statements) throw new FileFault('file.damaged', { frame: 'K' });
    this.#keys = (await this.#options.stated?.(statements)) ?? this.#keys;
  }

  async #openBlob(bytes: Uint8Array): Promise<void> {
    await this.#inRecords();
    await this.#blobs.open(this.#coop, bytes);
  }

  async #sealed(bytes: Uint8Array): Promise<void> {
    await this.#inRecords();
    const opened = await this.#values.take(this.#coop, bytes, this.#place);
    if (opened === null) this.#done.unopened += 1;
    else this.#done.personal += opened;
  }

  /** What the acts name is known once they are in the records. */
  async #inRecords(): Promise<void> {
    if (!this.#records) await this.#options.kernel.caughtUp(this.#coop);
    this.#records = true;
  }

  async #closeBlob(): Promise<void> {
    if (!(await this.#blobs.close())) return;
    this.#done.blobs += 1;
    this.#options.progress?.(this.#done);
  }

  async #close(): Promise<void> {
    await this.#admit(undefined);
    await this.#closeBlob();
  }
}

/** Null when it is no list of texts. Whether they are signed is the keyring's to say. */
function readStatements(bytes: Uint8Array): readonly string[] | null {
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return Array.isArray(read) && read.length <= 1_000 && read.every((each) => typeof each === 'string') ? read : null;
  } catch {
    return null;
  }
}

function taken<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const [first] = result.problems;
  throw new FileFault(first?.id ?? 'file.refused', first?.params);
}
