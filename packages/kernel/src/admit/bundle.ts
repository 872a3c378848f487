import { openCheckpoint, type OpenCheckpoint, type VerifierKey } from '@entente/verify';
import type { Context } from '../context.ts';
import type { JournalName } from '../journal/name.ts';
import { originOf } from '../journal/origin.ts';
import { ok, problem, refuse, type Result } from '../problem.ts';
import type { Hashes } from '../journal/leaves.ts';
import type { Witnesses } from './witness.ts';

/** Leaf indexes are 32-bit numbers: whoever signs more than that has no such journal. */
const MOST_LEAVES = 2 ** 31 - 1;

export interface Bundle {
  readonly journal: JournalName;
  readonly from: number;
  readonly leaves: readonly Uint8Array[];
  readonly hashes: Hashes;
  readonly note: string;
  /** That the tree which ends with these leaves begins the tree that was signed; needed where they end before it. */
  readonly proof?: readonly Uint8Array[] | undefined;
}

/** What can be told of a signed note before anything held is looked at: whose it is, and that it is signed. */
export async function openNote(journal: JournalName, note: string, context: Context, keys: readonly VerifierKey[], witnesses: Witnesses): Promise<Result<OpenCheckpoint>> {
  const { party, audience } = journal;
  if (audience === 'home') return refuse(problem('journal.audience', [], { audience }));
  if (!context.cooperation.parties.some((each) => each.id === party)) return refuse(problem('journal.party', [], { party }));
  if (keys.length === 0) return refuse(problem('journal.key', [], { party }));
  const opened = await openCheckpoint(note, { journal: keys, cosigners: witnesses.keys, origin: originOf(context.cooperation, party, audience) });
  if (opened.ok && context.inForce && !opened.value.signed.some(({ key }) => context.inForce?.(key, opened.value.origin, opened.value.size))) return refuse(problem('journal.key-retired', [], { party, size: opened.value.size }));
  const reason = !opened.ok ? opened.reason : opened.value.size > MOST_LEAVES ? 'bad-size' : null;
  return opened.ok && reason === null ? ok(opened.value) : refuse(problem('journal.checkpoint', [], { party, reason: reason ?? '' }));
}

/** The same of leaves that a peer sent with the note. */
export async function openBundle({ journal, from, note }: Pick<Bundle, 'journal' | 'from' | 'note'>, context: Context, keys: readonly VerifierKey[], witnesses: Witnesses): Promise<Result<OpenCheckpoint>> {
  if (journal.party === context.party) return refuse(problem('journal.own', [], { party: journal.party }));
  if (!Number.isSafeInteger(from) || from < 0) return refuse(problem('journal.gap', [], { from }));
  return openNote(journal, note, context, keys, witnesses);
}
