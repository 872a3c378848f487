import { hash, randomFillSync } from 'node:crypto';
import { canonicalBytes, canonicalize, sha256, toHex } from '@entente/verify';

function format(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = toHex(bytes);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

// Asking for randomness costs more than the rest of an id: many at a time.
const POOL = new Uint8Array(4_096);
let used = POOL.length;

/** UUIDv7 (RFC 9562): time in milliseconds, the rest random. */
export function newId(now: Temporal.Instant): string {
  if (used + 16 > POOL.length) { randomFillSync(POOL); used = 0; }
  const bytes = POOL.slice(used, used + 16);
  used += 16;
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(now.epochMilliseconds) << 16n) | BigInt((bytes[6] ?? 0) << 8 | (bytes[7] ?? 0)));
  return format(bytes, 7);
}

/** UUIDv8 of a natural key (docs/decisions/0002): both sides loading the same old paper give one record. */
export function naturalId(coop: string, kind: string, key: string): string {
  return format(sha256(canonicalBytes([coop, kind, key])).slice(0, 16), 8);
}

/** Name of content: SHA-256 of its canonical JSON, hex. */
export const contentHash = (content: unknown): string => hash('sha256', canonicalize(content), 'hex');
