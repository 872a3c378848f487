import { foldRight, type Hash } from './hashing.ts';

/** Reads the hash of a complete subtree: 2^level leaves, the `index`-th of its level. */
export type ReadHash = (level: number, index: number) => Hash | Promise<Hash>;

/** Leaves [start, end) under one node of the tree. */
interface Range { readonly start: number; readonly end: number }

/** Largest power of two below n (n > 1). */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/**
 * Inclusion proof of leaf `index` in the tree of `size` leaves (RFC 6962 section 2.1.1), siblings from the leaf up.
 * @throws RangeError when there is no such leaf.
 */
export function inclusionProof(index: number, size: number, read: ReadHash): Promise<Hash[]> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`);
  const siblings: Range[] = [];
  for (let [start, end] = [0, size]; end - start > 1;) {
    const middle = start + split(end - start);
    if (index < middle) {
      siblings.push({ start: middle, end });
      end = middle;
    } else {
      siblings.push({ start, end: middle });
      start = middle;
    }
  }
  return readRanges(siblings.toReversed(), read);
}

/**
 * Proof that the tree of `size2` begins with the tree of `size1` (RFC 6962 section 2.1.2); empty when they are the same.
 * @throws RangeError unless 0 < size1 <= size2.
 */
export function consistencyProof(size1: number, size2: number, read: ReadHash): Promise<Hash[]> {
  if (!Number.isSafeInteger(size1) || size1 < 1 || size1 > size2) throw new RangeError(`no proof from ${size1} to ${size2}`);
  const ranges: Range[] = [];
  let [start, end] = [0, size2];
  while (end !== size1) {
    const middle = start + split(end - start);
    if (size1 <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // What is left is a subtree of both trees; the verifier knows it already when it is the whole first tree.
  if (start !== 0) ranges.push({ start, end });
  return readRanges(ranges.toReversed(), read);
}

/** Root of the tree of `size` leaves, from stored hashes (size > 0). */
export const rootFrom = (size: number, read: ReadHash): Promise<Hash> => readRange({ start: 0, end: size }, read);

const readRanges = (ranges: readonly Range[], read: ReadHash): Promise<Hash[]> => Promise.all(ranges.map((range) => readRange(range, read)));

async function readRange({ start, end }: Range, read: ReadHash): Promise<Hash> {
  const parts: Promise<Hash>[] = [];
  for (let at = start; at < end;) {
    let [level, width] = [0, 1];
    while (at % (width * 2) === 0 && at + width * 2 <= end) [level, width] = [level + 1, width * 2];
    parts.push(Promise.resolve(read(level, at / width)));
    at += width;
  }
  return foldRight(await Promise.all(parts));
}
