import { concat, utf8 } from '../hash/index.ts';
import type { VerifierKey } from './key.ts';
import { formatNote, type Note, type NoteSignature } from './note.ts';
import { cosignature, cosignedMessage, ed25519 } from './type.ts';

/** Signs for a key without showing it: secret keys stay where they are kept. */
export interface Signer {
  readonly key: VerifierKey;
  /** The bare Ed25519 signature (64 bytes) of a message. */
  readonly sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

/**
 * A text as a signed note, by one or more Ed25519 keys (type 1).
 * @throws TypeError for a text that cannot be a note or a key of another type.
 */
export async function signNote(text: string, ...signers: readonly Signer[]): Promise<string> {
  const signatures = await Promise.all(signers.map(async ({ key, sign }): Promise<NoteSignature> => {
    if (key.type.byte !== ed25519.byte) throw new TypeError('only an Ed25519 key (type 1) signs a note');
    return { name: key.name, id: key.id, signature: await sign(utf8(text)) };
  }));
  return formatNote({ text, signatures });
}

/**
 * The same note with one cosignature more (type 4), made `at` seconds since 1970. A cosignature of the same key already there
 * is replaced. What the cosigner vouches for (C2SP tlog-cosignature: this is the largest tree it has seen, and consistent)
 * is the caller's to make sure of before.
 */
export async function cosignNote(note: Note, { key, sign }: Signer, at: number): Promise<string> {
  if (key.type.byte !== cosignature.byte) throw new TypeError('only a cosigner key (type 4) cosigns');
  if (!Number.isSafeInteger(at) || at < 0) throw new TypeError('the time of a cosignature is in whole seconds since 1970');
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(at));
  const signature = concat(time, await sign(cosignedMessage(note.text, at)));
  const others = note.signatures.filter(({ name, id }) => name !== key.name || id !== key.id);
  return formatNote({ text: note.text, signatures: [...others, { name: key.name, id: key.id, signature }] });
}
