import { bad, good, type Outcome } from '../outcome.ts';

/** Longest entry of a bundle, in bytes: its length is 16 bits (C2SP tlog-tiles). */
export const MAX_ENTRY_BYTES = 65_535;

/**
 * An entry bundle: each entry behind its length as a big-endian 16-bit number.
 * @throws RangeError for an entry longer than 65,535 bytes.
 */
export function encodeEntries(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY_BYTES) throw new RangeError(`an entry of ${entry.length} bytes does not fit`);
    bytes[at] = entry.length >> 8;
    bytes[at + 1] = entry.length & 0xff;
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/**
 * The entries of a bundle, as views into it. `truncated` when it ends inside an entry; `wrong-count` when it holds another
 * number than asked for, or more than `most`: two bytes of a bundle may be an entry, so it is not read further than that.
 */
export function parseEntries(bundle: Uint8Array, count?: number, most = count ?? Infinity): Outcome<Uint8Array[], 'truncated' | 'wrong-count'> {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bundle.length;) {
    if (entries.length === most) return bad('wrong-count');
    if (at + 2 > bundle.length) return bad('truncated');
    const end = at + 2 + bundle[at]! * 256 + bundle[at + 1]!;
    if (end > bundle.length) return bad('truncated');
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return count === undefined || count === entries.length ? good(entries) : bad('wrong-count');
}
