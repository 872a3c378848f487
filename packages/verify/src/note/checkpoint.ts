import { fromBase64, toBase64 } from '../hash/index.ts';
import { HASH_BYTES, type Hash } from '../merkle/index.ts';
import { bad, good, type Outcome } from '../outcome.ts';
import type { VerifierKey } from './key.ts';
import { parseNote, type Note, type NoteFault } from './note.ts';
import { verifyNote, type Verified, type VerifyFault } from './verify.ts';

/** What a journal says of itself when it signs: this many leaves, this root (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Names the journal. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  /** Further lines, signed but without meaning here. */
  readonly extensions: readonly string[];
}

export type CheckpointFault = 'malformed' | 'bad-size' | 'bad-root';

/** Reads the text of a checkpoint strictly; a size beyond 2^53-1 is refused. */
export function parseCheckpoint(text: string): Outcome<Checkpoint, CheckpointFault> {
  if (!text.endsWith('\n')) return bad('malformed');
  const [origin = '', digits = '', encoded = '', ...extensions] = text.slice(0, -1).split('\n');
  if ([origin, digits, encoded, ...extensions].includes('')) return bad('malformed');
  const size = Number(digits);
  if (!/^(?:0|[1-9]\d*)$/u.test(digits) || !Number.isSafeInteger(size)) return bad('bad-size');
  const root = fromBase64(encoded);
  return root?.length === HASH_BYTES ? good({ origin, size, root, extensions }) : bad('bad-root');
}

/**
 * The text a journal signs.
 * @throws TypeError for what cannot be read back.
 */
export function formatCheckpoint({ origin, size, root, extensions = [] }: Omit<Checkpoint, 'extensions'> & Partial<Pick<Checkpoint, 'extensions'>>): string {
  const text = `${[origin, size, toBase64(root), ...extensions].join('\n')}\n`;
  const parsed = parseCheckpoint(text);
  if (!parsed.ok || parsed.value.extensions.length !== extensions.length) throw new TypeError('no checkpoint has this origin, size, root or line');
  return text;
}

/** A checkpoint that its journal signed, with who cosigned it and when. */
export interface OpenCheckpoint extends Checkpoint {
  readonly note: Note;
  /** The journal's keys whose signatures hold; at least one. */
  readonly signed: readonly Verified[];
  /** Cosigners whose signatures hold. */
  readonly cosigned: readonly Verified[];
}

/**
 * Opens a signed checkpoint: at least one of the journal's keys has signed it, every known cosignature holds, and where an
 * origin is expected it is that journal's.
 */
export async function openCheckpoint(
  input: Uint8Array | string,
  { journal, cosigners = [], origin }: { readonly journal: readonly VerifierKey[]; readonly cosigners?: readonly VerifierKey[]; readonly origin?: string },
): Promise<Outcome<OpenCheckpoint, NoteFault | CheckpointFault | VerifyFault | 'other-origin'>> {
  const note = parseNote(input);
  if (!note.ok) return note;
  const checkpoint = parseCheckpoint(note.value.text);
  if (!checkpoint.ok) return checkpoint;
  if (origin !== undefined && checkpoint.value.origin !== origin) return bad('other-origin');
  const verified = await verifyNote(note.value, [...journal, ...cosigners]);
  if (!verified.ok) return verified;
  const signed = verified.value.filter(({ key }) => journal.includes(key));
  if (signed.length === 0) return bad('no-known-signature');
  return good({ ...checkpoint.value, note: note.value, signed, cosigned: verified.value.filter(({ key }) => !journal.includes(key)) });
}
