import { equalBytes, fromHex, toHex } from '../hash/index.ts';
import { bad, good, type Outcome } from '../outcome.ts';
import { emptyRoot, foldRight, HASH_BYTES, nodeHash, type Hash } from './hashing.ts';

/** Told of every node that an append completes: level 0 is leaves, `index` counts nodes of that level. */
export type OnNode = (level: number, index: number, hash: Hash) => void;

export interface FrontierState {
  readonly size: number;
  /** Roots of the complete subtrees, largest first, hex. */
  readonly hashes: readonly string[];
}

/**
 * The right edge of a growing tree: all that is needed to append and to know the root, at most 53 hashes however long the
 * journal. (A compact range from 0, RFC 9162 section 2.1.1.)
 */
export class Frontier {
  #size = 0;
  readonly #hashes: Hash[] = [];

  get size(): number {
    return this.#size;
  }

  /** Appends one leaf hash. */
  append(leaf: Hash, onNode?: OnNode): void {
    let hash = leaf;
    let index = this.#size;
    onNode?.(0, index, hash);
    for (let level = 1; index % 2 === 1; level += 1) {
      hash = nodeHash(this.#hashes.pop()!, hash);
      index = (index - 1) / 2;
      onNode?.(level, index, hash);
    }
    this.#hashes.push(hash);
    this.#size += 1;
  }

  root(): Hash {
    return this.#size === 0 ? emptyRoot() : foldRight(this.#hashes);
  }

  /** An independent copy, to try leaves on before they are trusted. */
  clone(): Frontier {
    const copy = new Frontier();
    copy.#size = this.#size;
    copy.#hashes.push(...this.#hashes);
    return copy;
  }

  equals(other: Frontier): boolean {
    return this.#size === other.#size && equalBytes(this.root(), other.root());
  }

  save(): FrontierState {
    return { size: this.#size, hashes: this.#hashes.map(toHex) };
  }

  /** The frontier a `save` described; `malformed` when it cannot be one. The root still has to be compared. */
  static restore(state: FrontierState): Outcome<Frontier, 'malformed'> {
    const hashes = state.hashes.map(fromHex);
    if (!Number.isSafeInteger(state.size) || state.size < 0 || hashes.length !== ones(state.size)) return bad('malformed');
    const frontier = new Frontier();
    for (const hash of hashes) {
      if (hash?.length !== HASH_BYTES) return bad('malformed');
      frontier.#hashes.push(hash);
    }
    frontier.#size = state.size;
    return good(frontier);
  }
}

/** Set bits of a size; bit operators would cut it to 32 bits. */
function ones(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}

/** Root of a tree over these leaf hashes. */
export function rootOf(leaves: Iterable<Hash>): Hash {
  const frontier = new Frontier();
  for (const leaf of leaves) frontier.append(leaf);
  return frontier.root();
}
