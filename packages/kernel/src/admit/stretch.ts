/** A stretch of a stream, as ready for the database as it can be made before the database is asked. */
import { HASH_BYTES, leafHash } from '@entente/verify';
import type { LeafClass } from '../contract.ts';
import { readLeaf } from '../envelope/leaf.ts';
import { outliner } from '../envelope/outline.ts';
import type { JournalName } from '../journal/name.ts';
import { LeafRows, type Hashes } from '../journal/leaves.ts';
import { readLeaves } from './read.ts';

export interface Stretch {
  readonly hashes: Hashes;
  /** The rows of all its leaves; null where they are too many bytes to be held twice. */
  readonly rows: Uint8Array | null;
  readonly classes: Readonly<Record<LeafClass, number>>;
}

/** Beyond this a stretch is stored in parts, each made when its turn comes. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Hashes leaves, and makes the rows they are stored as, while the stretch before them is still being written: one memory for all, nothing for each. */
export function stretchOf(leaves: readonly Uint8Array[], journal: JournalName, from: number, stored: () => string): Stretch {
  const hashes = new FlatHashes(leaves.length);
  for (const [at, leaf] of leaves.entries()) hashes.set(at, leafHash(leaf));
  const classes = { admitted: 0, held: 0, void: 0 };
  const bytes = leaves.reduce((sum, leaf) => sum + leaf.length, 0);
  if (bytes > MOST_BYTES) return { hashes, rows: null, classes };
  const rows = new LeafRows(journal, leaves.length, bytes);
  const outlineOf = outliner(journal);
  for (const [at, leaf] of leaves.entries()) {
    const outline = outlineOf(leaf);
    if (outline) {
      rows.outlined(from + at, leaf, hashes.at(at), outline, stored());
      classes.admitted += 1;
      continue;
    }
    const [read] = readLeaves(from + at, [{ bytes: leaf, reading: readLeaf(leaf, journal) }], stored);
    rows.add(from + at, read!.leaf, hashes.at(at));
    classes[read!.leaf.class] += 1;
  }
  return { hashes, rows: rows.end(), classes };
}

/** Many hashes in one piece of memory. */
class FlatHashes implements Hashes {
  readonly length: number;
  readonly #bytes: Uint8Array;

  constructor(length: number) {
    this.length = length;
    this.#bytes = new Uint8Array(length * HASH_BYTES);
  }

  set(index: number, hash: Uint8Array): void {
    this.#bytes.set(hash, index * HASH_BYTES);
  }

  at(index: number): Uint8Array {
    return this.#bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }
}
