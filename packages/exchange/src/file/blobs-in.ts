/** The blobs of a file, as their frames come: taken where something here names them, passed over else. */
import { DatabaseProblem, type Kernel } from '@entente/kernel';
import { FileFault } from './frames.ts';

/** Most bytes of blobs that nothing here names: more than an honest file has. */
const MOST_STRANGE = 1024 * 1024 * 1024;

interface OpenBlob { readonly sha256: string; readonly size: number; readonly coming: Awaited<ReturnType<Kernel['blobs']['receive']>> | null; seen: number }

export class BlobsIn {
  readonly #blobs: Kernel['blobs'];
  readonly #met = new Set<string>();
  #blob: OpenBlob | null = null;
  #strange = 0;

  constructor({ blobs }: Pick<Kernel, 'blobs'>) {
    this.#blobs = blobs;
  }

  /** The head of one: its digest and its size. Throws FileFault `file.damaged`; each blob comes once. */
  async open(coop: string, bytes: Uint8Array): Promise<void> {
    const head = Buffer.from(bytes);
    const [sha256, size] = [head.toString('hex', 0, 32), head.length === 40 ? Number(head.readBigUInt64BE(32)) : Number.NaN];
    if (!Number.isSafeInteger(size) || this.#met.has(sha256)) throw new FileFault('file.damaged', { frame: 'B' });
    this.#met.add(sha256);
    const wanted = (await this.#blobs.size(sha256)) === null && (await this.#blobs.entitled(coop, sha256));
    this.#blob = { sha256, size, coming: wanted ? await this.#blobs.receive(sha256) : null, seen: 0 };
  }

  /** Its next bytes. Throws FileFault: `file.damaged` (more than was said), `file.too-much`, or what the disk says. */
  async data(bytes: Uint8Array): Promise<void> {
    const blob = this.#blob;
    if (!blob || bytes.length === 0 || blob.seen + bytes.length > blob.size) throw new FileFault('file.damaged', { frame: 'D' });
    const skip = Math.max(0, (blob.coming?.kept ?? 0) - blob.seen);
    blob.seen += bytes.length;
    if (!blob.coming) this.#strange += bytes.length;
    if (this.#strange > MOST_STRANGE) throw new FileFault('file.too-much', { most: MOST_STRANGE });
    if (blob.coming && skip < bytes.length) await writing(() => blob.coming!.write(bytes.subarray(skip)));
  }

  /** Ends the one that is open; true where it was new here. Throws FileFault: `file.damaged` (cut), `file.blob` (other bytes than its digest says). */
  async close(): Promise<boolean> {
    const blob = this.#blob;
    this.#blob = null;
    if (!blob) return false;
    if (blob.seen !== blob.size) throw new FileFault('file.damaged', { frame: 'D' });
    if (!blob.coming) return false;
    if (!(await writing(() => blob.coming!.finish('application/octet-stream')))) throw new FileFault('file.blob', { sha256: blob.sha256 });
    return true;
  }
}

async function writing<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof DatabaseProblem ? new FileFault(error.problem.id, error.problem.params) : error;
  }
}
