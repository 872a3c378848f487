/**
 * Encrypted files as age v1 makes them (https://c2sp.org/age), so that any age program can open a backup too: chunks of
 * 64 KiB under ChaCha20-Poly1305, each bound to its place and the last one marked, so that a cut is found.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { BackupFault } from '../fault.ts';
import { readHeader, writeHeader, type Header } from './header.ts';
import { FILE_KEY_BYTES, type Opener, type Recipient } from './keys.ts';

const [CHUNK, TAG, NONCE] = [64 * 1024, 16, 16];

/** A key that opens one file and no other. */
export const freshFileKey = (): Uint8Array => randomBytes(FILE_KEY_BYTES);
/** Opens a file by its own key: how a node that holds no recovery key reads back what it just wrote. */
export interface FileKey { readonly fileKey: Uint8Array }

export async function* encryptTo(recipients: readonly Recipient[], fileKey: Uint8Array, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (recipients.length === 0 || (recipients.length > 1 && recipients.some(({ alone }) => alone))) throw new RangeError('one passphrase, or recovery keys');
  const nonce = randomBytes(NONCE);
  yield Buffer.concat([writeHeader(recipients.map((each) => each.wrap(fileKey)), fileKey), nonce]);
  const key = payloadKey(fileKey, nonce);
  let count = 0;
  for await (const { bytes, last } of chunked(plain, CHUNK)) {
    const cipher = createCipheriv('chacha20-poly1305', key, nonceAt(count, last), { authTagLength: TAG });
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    count += 1;
  }
}

/** What was encrypted. Throws BackupFault: `backup.no-backup`, `backup.wrong-secret`, `backup.truncated`, `backup.damaged`. */
export async function* decryptWith(opener: Opener | FileKey, file: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = new Pulled(file);
  const header = await headerOf(source);
  const fileKey = 'fileKey' in opener ? opener.fileKey : header.stanzas.map((each) => opener.unwrap(each)).find((each) => each !== null);
  if (!fileKey) throw new BackupFault('backup.wrong-secret');
  if (!header.isOf(fileKey)) throw new BackupFault('backup.damaged', { part: 0 });
  const nonce = await source.take(NONCE);
  if (nonce.length < NONCE) throw new BackupFault('backup.truncated');
  const key = payloadKey(fileKey, nonce);
  let count = 0;
  for await (const { bytes, last } of chunked(source.rest(), CHUNK + TAG)) {
    const plain = openChunk(key, bytes, nonceAt(count, last));
    // The end is authenticated: a file that stops at any other place was cut.
    if (!plain) throw last ? new BackupFault('backup.truncated') : new BackupFault('backup.damaged', { part: count + 1 });
    if (plain.length === 0 && count > 0) throw new BackupFault('backup.damaged', { part: count + 1 });
    yield plain;
    count += 1;
  }
}

async function headerOf(source: Pulled): Promise<Header> {
  for (;;) {
    const header = readHeader(source.held);
    if (header === 'more' && await source.pull()) continue;
    if (header === 'more') throw new BackupFault(source.held.length > 0 ? 'backup.truncated' : 'backup.no-backup');
    if (!header) throw new BackupFault('backup.no-backup');
    await source.take(header.length);
    return header;
  }
}

function openChunk(key: Uint8Array, bytes: Uint8Array, nonce: Uint8Array): Uint8Array | null {
  if (bytes.length < TAG) return null;
  const decipher = createDecipheriv('chacha20-poly1305', key, nonce, { authTagLength: TAG }).setAuthTag(bytes.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]);
  } catch {
    return null;
  }
}

const payloadKey = (fileKey: Uint8Array, nonce: Uint8Array): Uint8Array => new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));

function nonceAt(count: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(count), 3);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** The same bytes in pieces of one size; the last one, shorter or as long, is marked. */
async function* chunked(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<{ readonly bytes: Uint8Array; readonly last: boolean }> {
  let [held, waiting] = [[] as Uint8Array[], 0];
  for await (const part of source) {
    held.push(part);
    waiting += part.length;
    // One chunk is kept back until it is known that more follows.
    if (waiting <= size) continue;
    const all = Buffer.concat(held);
    let at = 0;
    for (; all.length - at > size; at += size) yield { bytes: all.subarray(at, at + size), last: false };
    [held, waiting] = [[all.subarray(at)], all.length - at];
  }
  yield { bytes: Buffer.concat(held), last: true };
}

class Pulled {
  readonly #source: AsyncIterator<Uint8Array>;
  held: Uint8Array = new Uint8Array();

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async pull(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    this.held = Buffer.concat([this.held, next.value]);
    return true;
  }

  /** So many bytes, or fewer where the file ends. */
  async take(count: number): Promise<Uint8Array> {
    while (this.held.length < count && await this.pull());
    const taken = this.held.subarray(0, count);
    this.held = this.held.subarray(count);
    return taken;
  }

  async* rest(): AsyncGenerator<Uint8Array> {
    if (this.held.length > 0) yield this.held;
    for (;;) {
      const next = await this.#source.next();
      if (next.done) return;
      yield next.value;
    }
  }
}
