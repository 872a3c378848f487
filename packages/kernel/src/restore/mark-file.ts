/** The high-water file as a process writes it: kept open, one flush a writing (docs/decisions/0029). */
import * as fs from 'node:fs';
import { open as openHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { furthest, isBeyond, slotOf, slotSizeFor, writtenIn, type Mark } from './high-water.ts';

const [open, write, read, datasync, mkdir, close] = [promisify(fs.open), promisify(fs.write), promisify(fs.read), promisify(fs.fdatasync), promisify(fs.mkdir), promisify(fs.close)];

/** Writing and flushing in one call, where the platform has it; that of macOS leaves it in the disk's own memory. */
const FLUSHED = process.platform === 'darwin' ? 0 : fs.constants.O_DSYNC ?? 0;

/** A file this process made and may write in place: nobody else does. */
interface Held { readonly fd: number; readonly dev: bigint; readonly ino: bigint; readonly slot: number; touched: bigint }

/**
 * One writing at a time. In place, into two slots in turn, so that one that is torn leaves the one before it; only into a file
 * this process made itself, and only as long as it is the one that stands at the path. Otherwise, and when a slot has become too
 * small, whole: beside it, flushed, renamed.
 */
export class MarkFile {
  readonly #path: string;
  readonly #beside: string;
  #held: Held | null = null;
  /** What was written last, by others too. */
  #said: Mark | null = null;
  /** Its number. They go on from one file to the next, so that a copy put back is known to be old. */
  #seq = 0;

  /** `own`: a name for what is written beside, of this process alone. */
  constructor(path: string, own: string) {
    [this.#path, this.#beside] = [path, `${path}.${own}`];
  }

  /**
   * Writes a mark so that it is there after a loss of power; one that fails or is cut off leaves the one before. What others have
   * written of the same database since is kept where it is further, unless it is to be `exactly` this. Throws when the disk refuses.
   */
  async write(mark: Mark, exactly = false): Promise<void> {
    this.#said = exactly ? mark : withSizesOf(this.#said, mark);
    try {
      if (!await this.#inPlace(this.#said)) await this.#whole(exactly);
    } catch (error) {
      // What a failed flush has left in memory and not on the disk nobody knows: nothing more is written into that file.
      await this.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    if (held) await close(held.fd);
  }

  async #inPlace(mark: Mark): Promise<boolean> {
    const held = this.#held;
    if (!held || this.#touched(held) !== held.touched) return false;
    const slot = slotOf(mark, this.#seq + 1, held.slot);
    if (!slot) return false;
    this.#seq += 1;
    await flushed(held.fd, slot, (this.#seq % 2) * held.slot);
    // Renamed away or deleted meanwhile: then nobody will read what was written.
    const touched = this.#touched(held);
    held.touched = touched ?? 0n;
    return touched !== null;
  }

  /** When the file at the path was last written, if it is the one this process made; else null. */
  #touched({ dev, ino, slot }: Held): bigint | null {
    const there = fs.statSync(this.#path, { bigint: true, throwIfNoEntry: false });
    return there?.dev === dev && there.ino === ino && there.size === BigInt(2 * slot) ? there.mtimeNs : null;
  }

  async #whole(exactly: boolean): Promise<void> {
    await this.close();
    await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
    const before = await this.#there();
    try {
      await this.#learn(before, exactly);
      const isReplaced = await this.#replace(this.#said!, () => this.#isThere(before));
      if (!isReplaced) return await this.#whole(exactly);
      // Another process may have written into the file that was there, up to the moment it went.
      if (await this.#learn(before, exactly)) await this.write(this.#said!);
    } finally {
      if (before !== null) await close(before);
    }
  }

  /** Takes over what an open file says further of the same database, unless it is the number only; whether there was any such thing. */
  async #learn(fd: number | null, numberOnly: boolean): Promise<boolean> {
    if (fd === null) return false;
    const { size } = fs.fstatSync(fd);
    const { buffer, bytesRead } = await read(fd, Buffer.alloc(size), 0, size, 0);
    const there = writtenIn(buffer.subarray(0, bytesRead));
    if (there?.mark.instance !== this.#said!.instance) return false;
    this.#seq = Math.max(this.#seq, there.seq);
    if (numberOnly || !isBeyond(there.mark.sizes, this.#said!.sizes)) return false;
    this.#said = withSizesOf(there.mark, this.#said!);
    return true;
  }

  /** Puts a file of its own at the path, unless another process was there meanwhile. */
  async #replace(mark: Mark, isAsBefore: () => boolean): Promise<boolean> {
    const slot = slotSizeFor(mark);
    const fd = await open(this.#beside, fs.constants.O_RDWR | fs.constants.O_CREAT | fs.constants.O_TRUNC | FLUSHED, 0o600);
    let isPut = false;
    try {
      this.#seq += 2;
      await flushed(fd, Buffer.concat([0, 1].map((place) => slotOf(mark, place === this.#seq % 2 ? this.#seq : this.#seq - 1, slot)!)), 0);
      // In one go, so that only another process could come in between.
      if (!isAsBefore()) return false;
      fs.renameSync(this.#beside, this.#path);
      await using folder = await openHandle(dirname(this.#path), 'r');
      await folder.sync();
      const { dev, ino, mtimeNs } = fs.fstatSync(fd, { bigint: true });
      this.#held = { fd, dev, ino, slot, touched: mtimeNs };
      return (isPut = true);
    } finally {
      if (!isPut) await close(fd);
    }
  }

  async #there(): Promise<number | null> {
    try {
      return await open(this.#path, 'r');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  #isThere(before: number | null): boolean {
    const there = fs.statSync(this.#path, { bigint: true, throwIfNoEntry: false });
    const opened = before === null ? undefined : fs.fstatSync(before, { bigint: true });
    return there?.dev === opened?.dev && there?.ino === opened?.ino;
  }
}

async function flushed(fd: number, bytes: Buffer, at: number): Promise<void> {
  // A disk that has room for a part writes that; asked for the rest it says why not.
  for (let done = 0; done < bytes.length;) done += (await write(fd, bytes, done, bytes.length - done, at + done)).bytesWritten;
  if (FLUSHED === 0) await datasync(fd);
}

/** A mark that is nowhere behind what was known of the same database. */
const withSizesOf = (known: Mark | null, mark: Mark): Mark => (known?.instance === mark.instance ? { ...mark, sizes: furthest(known.sizes, mark.sizes) } : mark);
