import { consistencyFault, equalBytes, leafHash, type OpenCheckpoint } from '@entente/verify';
import { withoutStrangers, type Witnesses } from '../admit/witness.ts';
import { readLeaf } from '../envelope/leaf.ts';
import { advance, frontierOf, journalsOf } from '../journal/append.ts';
import type { JournalName } from '../journal/name.ts';
import { rootAt } from '../journal/hashes.ts';
import { storeLeaves, type Leaf } from '../journal/leaves.ts';
import { ok, problem, refuse, type Result } from '../problem.ts';
import type { Handle } from '../store/index.ts';

export interface Learned { readonly from: number; readonly size: number }

/** Leaves of our own journal as a mirror gives them, from `from` on; with a proof they may end before the checkpoint does. */
export interface Mirrored { readonly from: number; readonly leaves: readonly Uint8Array[]; readonly proof?: readonly Uint8Array[] | undefined }

/**
 * Takes back acts of our own that a peer's mirror holds: under a checkpoint we signed ourselves, following on what is held,
 * giving its root or beginning its tree. They are stored as they were; the records follow. `journal.own-fork`: we signed
 * another history than is held. `journal.root`, `journal.proof`: the leaves are not those we signed.
 */
export async function relearn(handle: Handle, journal: JournalName, { from, leaves, proof }: Mirrored, opened: OpenCheckpoint, { witnesses, stored }: { readonly witnesses: Witnesses; readonly stored: () => string }): Promise<Result<Learned>> {
  const row = (await journalsOf(handle, journal.coop)).find((each) => each.party === journal.party && each.audience === journal.audience);
  const held = row?.size ?? 0;
  if (from > held) return refuse(problem('journal.gap', [], { from, held }));
  if (opened.size <= held) return equalBytes(await rootAt(handle, journal, opened.size), opened.root) ? ok({ from: held, size: held }) : refuse(problem('journal.own-fork', [], { audience: journal.audience, size: opened.size }));
  const fresh = leaves.slice(held - from, opened.size - from);
  const whole = held + fresh.length === opened.size;
  if (!whole && !proof) return refuse(problem('journal.short', [], { got: from + leaves.length, needed: opened.size }));
  const after = frontierOf(row);
  const hashes = fresh.map((bytes) => leafHash(bytes));
  for (const hash of hashes) after.append(hash);
  const { party } = journal;
  if (whole && !equalBytes(after.root(), opened.root)) return refuse(problem('journal.root', [], { party, size: opened.size }));
  const fault = whole || after.size === 0 ? null : consistencyFault(after.size, opened.size, proof ?? [], after.root(), opened.root);
  if (fault) return refuse(problem('journal.proof', [], { party, from, size: after.size, reason: fault }));
  if (fresh.length === 0) return ok({ from: held, size: held });
  await storeLeaves(handle, journal, held, fresh.map((bytes) => leafOf(bytes, journal, stored())), hashes);
  const note = whole ? withoutStrangers(opened, witnesses) : null;
  await advance(handle, journal, { from: held, frontier: after, projected: row?.projected ?? 0, note: note?.text ?? null, cosigned: note?.cosigned ?? {}, stored: stored() });
  return ok({ from: held, size: after.size });
}

function leafOf(bytes: Uint8Array, journal: JournalName, stored: string): Leaf {
  const reading = readLeaf(bytes, journal);
  if (reading.class !== 'admitted') return { bytes, class: reading.class, reason: reading.reason, id: null, made: null, actor: null, note: null, seen: null, stored };
  const { id, made, actor, note, seen } = reading.head;
  return { bytes, class: 'admitted', reason: null, id, made, actor, note: note ?? null, seen, stored };
}
