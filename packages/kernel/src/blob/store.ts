import { createHash } from 'node:crypto';
import type { BlobSource } from '../contract.ts';
import { bulk, insertMany, run, type Handle } from '../store/index.ts';

/** Bytes of one stored part: small enough that no statement and no answer takes much memory. */
export const PART_BYTES = 1024 * 1024;

const INSERT_PART = bulk('blob_part', { sha256: 'text', n: 'int', bytes: 'bytes' });

export const INSERT_COMING = bulk('blob_coming', { sha256: 'text', n: 'int', bytes: 'bytes', stored: 'instant' }, 'on conflict do nothing');

/**
 * Stores bytes under their digest, in parts; no more than some of them are in memory. Storing the same bytes again changes nothing.
 * Throws, and the transaction is to be given up, when the source gives other bytes than it said.
 */
export async function storeBlob(handle: Handle, source: BlobSource, type: string, stored: string): Promise<{ readonly fresh: boolean }> {
  const { sha256, size } = source;
  // Who brings old bytes again is about to name them: they are as new, and no longer to be tidied away (`dropOldBlobs`).
  const [made] = await run<{ fresh: boolean }>(handle, `insert into blob as held (sha256, size, type, stored) values ($1, $2, $3, $4::timestamptz)
    on conflict (sha256) do update set stored = excluded.stored where held.stored < excluded.stored - interval '1 day' returning (xmax = 0) as fresh`, [sha256, size, type, stored]);
  if (!made?.fresh) return { fresh: false };
  const digest = createHash('sha256');
  let [n, seen] = [0, 0];
  for await (const bytes of parts(source.pieces())) {
    digest.update(bytes);
    seen += bytes.length;
    if (seen > size) break;
    await insertMany(handle, INSERT_PART, [{ sha256, n, bytes }]);
    n += 1;
  }
  if (seen !== size || digest.digest('hex') !== sha256) throw new Error(`a blob came with other bytes than ${sha256}`);
  return { fresh: true };
}

/** Deletes a blob unless a record, or an act that is held, names it, or it came since `before`; answers whether it did. */
export async function dropBlob(handle: Handle, sha256: string, before: Temporal.Instant | null = null): Promise<boolean> {
  const gone = await run(handle, `delete from blob b where b.sha256 = $1 and ($2::timestamptz is null or b.stored < $2::timestamptz) and not exists (select 1 from attachment a where a.sha256 = b.sha256)
    and not exists (select 1 from content c where c.hash = b.sha256) and not exists (select 1 from content c where c.body::text like '%' || $1 || '%')
    and not exists (select 1 from item i where i.hash = b.sha256 or i.wait_hash = b.sha256) returning 1`, [sha256, before?.toString() ?? null]);
  return gone.length > 0;
}

/** The same for several. Most are named by a record, which is told at once; contents are looked through only for the others. */
export async function dropOldBlobs(handle: Handle, digests: readonly string[], before: Temporal.Instant): Promise<readonly string[]> {
  const loose = await run<{ sha256: string }>(handle, `select b.sha256 from blob b where b.sha256 = any($1::text[]) and b.stored < $2::timestamptz
    and not exists (select 1 from attachment a where a.sha256 = b.sha256)`, [digests, before.toString()]);
  const gone: string[] = [];
  for (const { sha256 } of loose) if (await dropBlob(handle, sha256, before)) gone.push(sha256);
  return gone;
}

/** The same bytes in pieces of one size, the last one shorter. */
async function* parts(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    size += piece.length;
    while (size >= PART_BYTES) {
      const all = Buffer.concat(waiting.splice(0));
      yield all.subarray(0, PART_BYTES);
      waiting.push(all.subarray(PART_BYTES));
      size -= PART_BYTES;
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** Bytes that are all in memory, as a source. */
export const sourceOf = (bytes: Uint8Array): BlobSource => ({
  sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length,
  async *pieces() { for (let at = 0; at < bytes.length; at += PART_BYTES) yield await Promise.resolve(bytes.subarray(at, at + PART_BYTES)); },
});
