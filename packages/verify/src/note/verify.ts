import { bad, good, type Outcome } from '../outcome.ts';
import type { VerifierKey } from './key.ts';
import type { Note } from './note.ts';
import type { Opened } from './type.ts';

/** A signature that holds. */
export interface Verified {
  readonly key: VerifierKey;
  /** Seconds since 1970, UTC, where the signature has a time. */
  readonly at?: number;
}

/** `invalid-signature`: one of a known key does not hold, which condemns the note. `ambiguous-key`: two known keys share name and id. */
export type VerifyFault = 'no-known-signature' | 'invalid-signature' | 'ambiguous-key';

interface Check extends Opened { readonly key: VerifierKey }

/**
 * Which known keys signed a note (C2SP signed-note). Signatures of unknown keys are ignored, however many; of a known key
 * the first counts and has to hold.
 */
export async function verifyNote(note: Note, keys: readonly VerifierKey[]): Promise<Outcome<Verified[], VerifyFault>> {
  const checks = match(note, keys);
  if (!checks.ok) return checks;
  const holds = await Promise.all(checks.value.map(({ key, message, signature }) => key.type.verify(key.publicKey, message, signature)));
  return holds.every(Boolean) ? good(checks.value.map(verified)) : bad('invalid-signature');
}

/**
 * The same at once, for a node that checks many.
 * @throws TypeError where the platform or a key's type can only answer later.
 */
export function verifyNoteSync(note: Note, keys: readonly VerifierKey[]): Outcome<Verified[], VerifyFault> {
  const checks = match(note, keys);
  if (!checks.ok) return checks;
  const holds = checks.value.every(({ key, message, signature }) => {
    if (!key.type.verifySync) throw new TypeError('this platform checks signatures only asynchronously');
    return key.type.verifySync(key.publicKey, message, signature);
  });
  return holds ? good(checks.value.map(verified)) : bad('invalid-signature');
}

const verified = ({ key, at }: Check): Verified => (at === undefined ? { key } : { key, at });

function match(note: Note, keys: readonly VerifierKey[]): Outcome<Check[], VerifyFault> {
  const checks = new Map<VerifierKey, Check>();
  for (const { name, id, signature } of note.signatures) {
    const known = keys.filter((key) => key.name === name && key.id === id);
    if (known.length > 1) return bad('ambiguous-key');
    const key = known[0];
    if (!key || checks.has(key)) continue;
    const opened = key.type.open(note.text, signature, name);
    if (!opened) return bad('invalid-signature');
    checks.set(key, { key, ...opened });
  }
  return checks.size > 0 ? good([...checks.values()]) : bad('no-known-signature');
}
