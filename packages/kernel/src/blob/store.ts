import { sha256, toHex } from '@entente/verify';
import { bulk, insertMany, run, type Handle } from '../store/index.ts';

/** Bytes of one stored part: small enough that no statement and no answer takes much memory. */
export const PART_BYTES = 1024 * 1024;

const INSERT_PART = bulk('blob_part', { sha256: 'text', n: 'int', bytes: 'bytes' });

export const INSERT_COMING = bulk('blob_coming', { sha256: 'text', n: 'int', bytes: 'bytes', stored: 'instant' }, 'on conflict do nothing');

/** Stores bytes under their digest, in parts. Storing the same bytes again changes nothing. */
export async function storeBlob(handle: Handle, bytes: Uint8Array, type: string, stored: string): Promise<{ sha256: string; size: number; fresh: boolean }> {
  const digest = toHex(sha256(bytes));
  const made = await run(handle, 'insert into blob (sha256, size, type, stored) values ($1, $2, $3, $4::timestamptz) on conflict do nothing returning 1', [digest, bytes.length, type, stored]);
  if (made.length > 0) {
    for (let n = 0; n * PART_BYTES < bytes.length; n += 1) {
      await insertMany(handle, INSERT_PART, [{ sha256: digest, n, bytes: bytes.subarray(n * PART_BYTES, (n + 1) * PART_BYTES) }]);
    }
  }
  return { sha256: digest, size: bytes.length, fresh: made.length > 0 };
}
