import { equalBytes } from '../hash/index.ts';
import { HASH_BYTES, nodeHash, type Hash } from './hashing.ts';

/** Why a Merkle proof shows nothing. */
export type ProofFault = 'bad-size' | 'bad-hash' | 'wrong-proof-length' | 'root-mismatch';

const half = (n: number): number => Math.floor(n / 2);
const isOdd = (n: number): boolean => n % 2 === 1;
const isSize = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const areHashes = (hashes: readonly Hash[]): boolean => hashes.every((hash) => hash.length === HASH_BYTES);

/**
 * Checks that the leaf is at `index` of the tree of `size` leaves with this root (RFC 9162 section 2.1.3.2). Null when it is
 * shown, else why not. Sizes and indexes are exact up to 2^53-1.
 */
export function inclusionFault(index: number, size: number, leaf: Hash, proof: readonly Hash[], root: Hash): ProofFault | null {
  if (!isSize(index) || !isSize(size) || index >= size) return 'bad-size';
  if (leaf.length !== HASH_BYTES || !areHashes(proof)) return 'bad-hash';
  let [fn, sn, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (sn === 0) return 'wrong-proof-length';
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  if (sn !== 0) return 'wrong-proof-length';
  return equalBytes(hash, root) ? null : 'root-mismatch';
}

export const verifyInclusion = (index: number, size: number, leaf: Hash, proof: readonly Hash[], root: Hash): boolean =>
  inclusionFault(index, size, leaf, proof, root) === null;

/**
 * Checks that the tree of `size2` begins with the tree of `size1` (RFC 9162 section 2.1.4.2). Null when it is shown, else why
 * not. From size zero nothing can be shown, every tree begins with nothing: it is always `bad-size`, so that nobody mistakes
 * it for evidence.
 */
export function consistencyFault(size1: number, size2: number, proof: readonly Hash[], root1: Hash, root2: Hash): ProofFault | null {
  if (!isSize(size1) || !isSize(size2) || size1 === 0 || size1 > size2) return 'bad-size';
  if (!areHashes(proof)) return 'bad-hash';
  if (size1 === size2) {
    if (proof.length > 0) return 'wrong-proof-length';
    return equalBytes(root1, root2) ? null : 'root-mismatch';
  }
  return walkConsistency(size1, size2, proof, root1, root2);
}

function walkConsistency(size1: number, size2: number, proof: readonly Hash[], root1: Hash, root2: Hash): ProofFault | null {
  if (proof.length === 0) return 'wrong-proof-length';
  let [fn, sn] = [size1 - 1, size2 - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  // A first tree that is a complete subtree of the second (its size a power of two) is not repeated in the proof.
  const path = fn === 0 ? [root1, ...proof] : proof;
  let [first, second] = [path[0]!, path[0]!];
  for (const sibling of path.slice(1)) {
    if (sn === 0) return 'wrong-proof-length';
    if (isOdd(fn) || fn === sn) {
      first = nodeHash(sibling, first);
      second = nodeHash(sibling, second);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else {
      second = nodeHash(second, sibling);
    }
    [fn, sn] = [half(fn), half(sn)];
  }
  if (sn !== 0) return 'wrong-proof-length';
  return equalBytes(first, root1) && equalBytes(second, root2) ? null : 'root-mismatch';
}

export const verifyConsistency = (size1: number, size2: number, proof: readonly Hash[], root1: Hash, root2: Hash): boolean =>
  consistencyFault(size1, size2, proof, root1, root2) === null;
