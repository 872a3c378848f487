import { equalBytes, leafHash, toBase64, type OpenCheckpoint } from '@entente/verify';
import { newId } from '../identity.ts';
import type { JournalRow } from '../journal/append.ts';
import { frontierAt, rootAt } from '../journal/hashes.ts';
import { problem, type Problem } from '../problem.ts';
import { run, type Handle } from '../store/index.ts';
import type { Bundle } from './admit.ts';

/**
 * A signed checkpoint of a size we hold must have our root of that size. If not, the party has signed two histories:
 * both notes are kept, and the fault stands at the party until somebody has looked.
 */
export async function forkFound(handle: Handle, bundle: Bundle, checkpoint: OpenCheckpoint, row: JournalRow | undefined, stored: () => string): Promise<Problem | null> {
  const mine = await rootAt(handle, bundle.journal, checkpoint.size);
  if (equalBytes(mine, checkpoint.root)) return null;
  return accuse(handle, bundle, { size: checkpoint.size, theirs: bundle.note, held: row?.checkpoint ?? null }, stored());
}

/**
 * The root over what is held and the new leaves is not the one that was signed. When the leaves given make that root over
 * an earlier part of what is held, the party signed another history; else leaves were damaged on their way, or the
 * history differs before them, which a consistency proof has to tell.
 */
export async function rootMismatch(handle: Handle, bundle: Bundle, checkpoint: OpenCheckpoint, row: JournalRow | undefined, stored: () => string): Promise<Problem> {
  const { journal, from, leaves } = bundle;
  const damaged = problem('journal.root', [], { party: journal.party, from, size: checkpoint.size });
  if (from >= (row?.size ?? 0)) return damaged;
  const other = await frontierAt(handle, journal, from);
  for (const leaf of leaves.slice(0, checkpoint.size - from)) other.append(leafHash(leaf));
  if (!equalBytes(other.root(), checkpoint.root)) return damaged;
  const held = await run<{ idx: number; bytes: Uint8Array }>(handle, 'select idx, bytes from act where coop = $1 and party = $2 and audience = $3 and idx >= $4 order by idx', [journal.coop, journal.party, journal.audience, from]);
  const differing = held.find(({ idx, bytes }) => !equalBytes(bytes, leaves[idx - from]!));
  return accuse(handle, bundle, {
    size: checkpoint.size, theirs: bundle.note, held: row?.checkpoint ?? null,
    ...(differing ? { index: differing.idx, leafHeld: toBase64(differing.bytes), leafGiven: toBase64(leaves[differing.idx - from]!) } : {}),
  }, stored());
}

async function accuse(handle: Handle, { journal: { coop, party, audience } }: Bundle, body: object, found: string): Promise<Problem> {
  await run(handle, `insert into evidence (id, coop, party, audience, fault, body, found) values ($1, $2, $3, $4, 'forked', $5::jsonb, $6::timestamptz)`,
    [newId(Temporal.Instant.from(found)), coop, party, audience, JSON.stringify(body), found]);
  await run(handle, `insert into peer (coop, party, fault) values ($1, $2, $3::jsonb) on conflict (coop, party) do update set fault = excluded.fault`,
    [coop, party, JSON.stringify({ id: 'journal.forked', audience, found })]);
  return problem('journal.forked', [], { party, audience });
}
