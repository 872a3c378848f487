/** Digests that acts name: of files, and of contents that travel apart from their act. */
import { readCanonical } from '@entente/verify';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const DIGEST = /^[0-9a-f]{64}$/u;

/** Records that a leaf says something of. */
export function recordsIn(leaf: Uint8Array): readonly string[] {
  const reading = readCanonical(leaf);
  const items = reading.ok && typeof reading.value === 'object' && reading.value !== null && 'items' in reading.value && Array.isArray(reading.value.items) ? (reading.value.items as unknown[]) : [];
  return items.flatMap((item) => (typeof item === 'object' && item !== null && 'record' in item && typeof item.record === 'string' && UUID.test(item.record) ? [item.record] : []));
}

/** Adds the digests a leaf names. With `apart` only those whose bytes are not in the act itself. */
export function collectDigests(leaf: Uint8Array, into: Set<string>, apart = false): void {
  const reading = readCanonical(leaf);
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) walk(each);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) {
        const isName = name === 'sha256' || (name === 'hash' && !(apart && 'content' in value));
        if (isName && typeof each === 'string' && DIGEST.test(each)) into.add(each);
        else walk(each);
      }
    }
  };
  if (reading.ok) walk(reading.value);
}
