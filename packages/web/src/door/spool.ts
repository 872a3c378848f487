/** Uploaded files while their request is answered, and files made by long work: on the disk as they come, whatever their size, so that memory stays flat. */
import { createHash, randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseProblem } from '@entente/kernel';
import type { Upload } from '../forms/form.ts';
import type { FilePieces } from '../routes/file-parts.ts';

const PIECE = 256 * 1024;

/**
 * The files of one request, one behind the other in a file that has no name any more: whatever ends the request or the process,
 * nothing of them stays. Made when the first byte comes.
 */
export class Spool {
  readonly #folder: string;
  #file: FileHandle | null = null;
  #size = 0;

  /** `folder`: a disk with room for large files. */
  constructor(folder: string = tmpdir()) {
    this.#folder = folder;
  }

  /** Begins a file; only one is written at a time. */
  begin(name: string, type: string): { write(bytes: Uint8Array): Promise<void>; end(): Upload } {
    const [start, digest] = [this.#size, createHash('sha256')];
    return {
      write: async (bytes) => {
        digest.update(bytes);
        await this.#write(bytes);
      },
      end: () => {
        const size = this.#size - start;
        const pieces = () => this.#pieces(start, size);
        return { name, type, size, sha256: digest.digest('hex'), pieces, bytes: async () => Buffer.concat(await Array.fromAsync(pieces())) };
      },
    };
  }

  /** Gives up what was written. */
  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    await file?.close();
  }

  async #write(bytes: Uint8Array): Promise<void> {
    try {
      this.#file ??= await nameless(this.#folder);
      for (let at = 0; at < bytes.length;) {
        const { bytesWritten } = await this.#file.write(bytes, at, bytes.length - at, this.#size);
        at += bytesWritten;
        this.#size += bytesWritten;
      }
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      throw code === 'ENOSPC' || code === 'EDQUOT' ? new DatabaseProblem({ id: 'data.full', path: [] }, { cause: error }) : error;
    }
  }

  async *#pieces(start: number, size: number): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < size;) {
      const piece = Buffer.allocUnsafeSlow(Math.min(PIECE, size - at));
      const { bytesRead } = await this.#open().read(piece, 0, piece.length, start + at);
      if (bytesRead === 0) throw new Error('an uploaded file is shorter than it was');
      at += bytesRead;
      yield piece.subarray(0, bytesRead);
    }
  }

  #open(): FileHandle {
    if (!this.#file) throw new Error('an uploaded file was asked for after its request');
    return this.#file;
  }
}

/** Writes a file that is being made; what fails leaves nothing. */
export async function spooled(pieces: AsyncIterable<Uint8Array>, folder?: string): Promise<FilePieces> {
  const spool = new Spool(folder);
  try {
    const begun = spool.begin('', '');
    for await (const piece of pieces) await begun.write(piece);
    const made = begun.end();
    return { size: made.size, pieces: () => made.pieces(), close: () => spool.close() };
  } catch (error) {
    await spool.close();
    throw error;
  }
}

async function nameless(folder: string): Promise<FileHandle> {
  const path = join(folder, `upload-${randomUUID()}.part`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}
