import { sha256 } from '../hash/index.ts';

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

// One scratch each: hashing is synchronous, and copying into place is far cheaper than allocating.
let leafScratch = new Uint8Array(4096);
const nodeScratch = new Uint8Array(1 + 2 * HASH_BYTES);
nodeScratch[0] = 1;

/** Hash of a leaf's bytes: SHA-256(0x00 || bytes), RFC 6962 section 2.1. */
export function leafHash(bytes: Uint8Array): Hash {
  if (bytes.length >= leafScratch.length) leafScratch = new Uint8Array(bytes.length * 2);
  leafScratch.set(bytes, 1);
  return sha256(leafScratch.subarray(0, bytes.length + 1));
}

/** Hash of two subtrees: SHA-256(0x01 || left || right). */
export function nodeHash(left: Hash, right: Hash): Hash {
  nodeScratch.set(left, 1);
  nodeScratch.set(right, 1 + HASH_BYTES);
  return sha256(nodeScratch);
}

/** Root of the tree without leaves: SHA-256 of nothing. */
export const emptyRoot = (): Hash => sha256(new Uint8Array());

/** Folds subtree roots, largest first, into the root of what they cover together. */
export function foldRight(hashes: readonly Hash[]): Hash {
  let root = hashes.at(-1)!;
  for (let i = hashes.length - 2; i >= 0; i -= 1) root = nodeHash(hashes[i]!, root);
  return root;
}
