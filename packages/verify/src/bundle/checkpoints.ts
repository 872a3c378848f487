import { journalName, type JournalName, type KnownKey } from '../keys/index.ts';
import { openCheckpoint, parseCheckpoint, parseNote, type Checkpoint, type CheckpointFault, type NoteFault, type VerifyFault } from '../note/index.ts';

/** `unknown-journal`: its origin is not one of ours; `retired-key`: a later key had taken over before this size; `other-demo`: a demonstration's key under a real journal, or the reverse. */
export type CheckpointProblem = NoteFault | CheckpointFault | VerifyFault | 'other-origin' | 'unknown-journal' | 'retired-key' | 'other-demo';

/** Somebody else's word that the journal had this content, and by when. */
export interface Cosigned {
  readonly party: string;
  /** Seconds since 1970, UTC, by the cosigner's clock. */
  readonly at: number;
  readonly isTrusted: boolean;
}

export interface CheckpointReport {
  readonly origin: string | null;
  readonly size: number | null;
  /** Fingerprint of the journal's key that signed it. */
  readonly signedBy: string | null;
  /** Whether that key is trusted. */
  readonly isTrusted: boolean;
  readonly cosigned: readonly Cosigned[];
  readonly problem: CheckpointProblem | null;
}

export interface CheckedCheckpoint { readonly report: CheckpointReport; readonly checkpoint: Checkpoint | null; readonly journal: JournalName | null }

export async function checkCheckpoint(source: string, keys: readonly KnownKey[]): Promise<CheckedCheckpoint> {
  const note = parseNote(source);
  const claimed = note.ok ? parseCheckpoint(note.value.text) : note;
  const refused = (problem: CheckpointProblem): CheckedCheckpoint => ({
    report: { origin: claimed.ok ? claimed.value.origin : null, size: claimed.ok ? claimed.value.size : null, signedBy: null, isTrusted: false, cosigned: [], problem },
    checkpoint: null, journal: null,
  });
  if (!claimed.ok) return refused(claimed.reason);
  const journal = journalName(claimed.value.origin);
  if (!journal) return refused('unknown-journal');

  const own = keys.filter(({ owner }) => owner.role === 'journal' && owner.party === journal.party);
  const others = keys.filter(({ owner }) => owner.role === 'cosigner' && owner.party !== journal.party);
  const opened = await openCheckpoint(source, { journal: own.map(({ key }) => key), cosigners: others.map(({ key }) => key) });
  if (!opened.ok) return refused(opened.reason);
  const signers = own.filter(({ key }) => opened.value.signed.some((each) => each.key === key));
  const inForce = signers.filter((signer) => isInForce(signer, own, opened.value));
  if (inForce.length === 0) return refused('retired-key');
  const signer = inForce.find(({ isTrusted }) => isTrusted) ?? inForce[0]!;
  if (isDemo(signer) !== journal.isDemo) return refused('other-demo');
  const cosigned = opened.value.cosigned.map(({ key, at = 0 }): Cosigned => {
    const cosigner = others.find((each) => each.key === key)!;
    return { party: cosigner.owner.party, at, isTrusted: cosigner.isTrusted && isDemo(cosigner) === journal.isDemo };
  });
  const { origin, size } = opened.value;
  return { report: { origin, size, signedBy: signer.fingerprint, isTrusted: signer.isTrusted, cosigned, problem: null }, checkpoint: opened.value, journal };
}

const isDemo = ({ owner }: KnownKey): boolean => owner.prefix.split('/').includes('demo');

/** A key signs its journal from the size its statement names up to the size its successor's does. */
function isInForce({ statement }: KnownKey, ofParty: readonly KnownKey[], { origin, size }: Checkpoint): boolean {
  if (!statement) return true;
  if (size < (statement.since[origin] ?? 0)) return false;
  return !ofParty.some((later) => later.statement && later.statement.serial > statement.serial && (later.statement.since[origin] ?? Infinity) < size);
}
