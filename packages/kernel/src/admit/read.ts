import { REPEATED, repeatedLeaf, type Leaf } from '../journal/leaves.ts';
import type { LeafReading } from '../envelope/leaf.ts';

/** A leaf with its place, what it says, and as it is stored. */
export interface ReadLeaf { readonly index: number; readonly reading: LeafReading; readonly leaf: Leaf }

/** A leaf as it came, and read. */
export interface GivenLeaf { readonly bytes: Uint8Array; readonly reading: LeafReading }

/** Classes the leaves by their envelopes. */
export function readLeaves(from: number, given: readonly GivenLeaf[], stored: () => string): ReadLeaf[] {
  return given.map(({ bytes, reading }, at) => {
    const head = reading.class === 'admitted' ? reading.head : null;
    const leaf: Leaf = {
      bytes, class: reading.class, reason: 'reason' in reading ? reading.reason : null, id: head?.id ?? null, made: head?.made ?? null, actor: head?.actor ?? null,
      note: head?.note ?? null, seen: head?.seen ?? null, stored: stored(),
    };
    return { index: from + at, reading, leaf };
  });
}

/** The same where storing found that an id was used before in the journal: such an act is void. */
export const withRepeated = (leaves: readonly ReadLeaf[], repeated: ReadonlySet<number>): ReadLeaf[] => leaves.map((each) => (repeated.has(each.index)
  ? { index: each.index, reading: { class: 'void', reason: REPEATED.reason }, leaf: repeatedLeaf(each.leaf) }
  : each));
