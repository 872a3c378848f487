import { leafHash } from '@entente/verify';
import type { JournalName } from '../journal/append.ts';
import type { Leaf } from '../journal/leaves.ts';
import { readLeaf, type LeafReading } from '../envelope/leaf.ts';
import { run, type Handle } from '../store/index.ts';

/** A leaf with its place, what it says, and as it is stored. */
export interface ReadLeaf { readonly index: number; readonly reading: LeafReading; readonly leaf: Leaf }

/** A leaf as it came, hashed and read: all that can be done before the database is asked. */
export interface GivenLeaf { readonly bytes: Uint8Array; readonly hash: Uint8Array; readonly reading: LeafReading }

export const givenLeaves = (leaves: readonly Uint8Array[], journal: JournalName): GivenLeaf[] => leaves.map((bytes) => ({ bytes, hash: leafHash(bytes), reading: readLeaf(bytes, journal) }));

/** Classes the leaves by their envelopes. An id used before in the journal makes an act void. */
export async function readLeaves(handle: Handle, journal: JournalName, from: number, given: readonly GivenLeaf[], stored: () => string): Promise<ReadLeaf[]> {
  const read = given.map((each) => each.reading);
  const repeated = await repeatedIds(handle, journal, from, read.map((reading) => (reading.class === 'admitted' ? reading.head.id : null)));
  return given.map(({ bytes, reading: first }, at) => {
    const reading = repeated.has(at) ? ({ class: 'void', reason: 'act.repeated' } as const) : first;
    const head = reading.class === 'admitted' ? reading.head : null;
    const leaf: Leaf = {
      bytes, class: reading.class, reason: 'reason' in reading ? reading.reason : null, id: head?.id ?? null, made: head?.made ?? null, actor: head?.actor ?? null,
      note: head?.note ?? null, seen: head?.seen ?? null, stored: stored(),
    };
    return { index: from + at, reading, leaf };
  });
}

/** Positions whose id was used before in this journal. */
async function repeatedIds(handle: Handle, { coop, party, audience }: JournalName, from: number, ids: readonly (string | null)[]): Promise<Set<number>> {
  const known = from === 0 ? new Set<string>() : new Set((await run<{ id: string }>(handle, `select id from act where coop = $1 and party = $2 and audience = $3 and id = any($4::text[]) and class <> 'void'`,
    [coop, party, audience, ids.filter((id) => id !== null)])).map((row) => row.id));
  const repeated = new Set<number>();
  for (const [at, id] of ids.entries()) {
    if (id === null) continue;
    if (known.has(id)) repeated.add(at);
    known.add(id);
  }
  return repeated;
}
