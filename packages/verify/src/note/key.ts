import { concat, fromBase64, sha256, toBase64, toHex, utf8 } from '../hash/index.ts';
import { bad, good, type Outcome } from '../outcome.ts';
import { idBytes, isKeyName, readId } from './note.ts';
import { SIGNATURE_TYPES, type SignatureType } from './type.ts';

/** A public key with the name and id under which it signs notes. */
export interface VerifierKey {
  readonly name: string;
  readonly id: number;
  readonly type: SignatureType;
  readonly publicKey: Uint8Array;
  /** Its text, `name+id+base64`: what is shared, printed and fingerprinted. */
  readonly vkey: string;
}

export type KeyTextFault = 'malformed' | 'unknown-type' | 'wrong-length' | 'wrong-id';

/** The id of a key: the first four bytes of SHA-256(name || newline || type || public key) (C2SP signed-note). */
export const keyId = (name: string, type: number, publicKey: Uint8Array): number =>
  readId(sha256(concat(utf8(`${name}\n`), Uint8Array.of(type), publicKey)));

/**
 * A verifier key from its parts.
 * @throws TypeError for a name or length that no such key has.
 */
export function verifierKey(name: string, type: SignatureType, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name) || publicKey.length !== type.keyBytes) throw new TypeError('no key has this name or length');
  const id = keyId(name, type.byte, publicKey);
  return { name, id, type, publicKey, vkey: `${name}+${toHex(idBytes(id))}+${toBase64(concat(Uint8Array.of(type.byte), publicKey))}` };
}

/** Reads a vkey. Strict: one key has one text, since fingerprints are taken of the text. */
export function parseVerifierKey(vkey: string, types: readonly SignatureType[] = SIGNATURE_TYPES): Outcome<VerifierKey, KeyTextFault> {
  const parts = keyParts(vkey);
  if (!parts) return bad('malformed');
  const [name, id, material] = parts;
  const publicKey = material.subarray(1);
  if (toHex(idBytes(keyId(name, material[0]!, publicKey))) !== id) return bad('wrong-id');
  const type = types.find((each) => each.byte === material[0]);
  if (!type) return bad('unknown-type');
  return publicKey.length === type.keyBytes ? good(verifierKey(name, type, publicKey)) : bad('wrong-length');
}

const PRIVATE = 'PRIVATE+KEY+';

/** A secret key as text, as in golang.org/x/mod/sumdb/note: `PRIVATE+KEY+name+id+base64(type || seed)`. */
export const formatSignerKey = ({ name, id, type }: VerifierKey, seed: Uint8Array): string =>
  `${PRIVATE}${name}+${toHex(idBytes(id))}+${toBase64(concat(Uint8Array.of(type.byte), seed))}`;

export interface SignerKey { readonly name: string; readonly id: number; readonly type: number; readonly seed: Uint8Array }

/** Reads a secret key's text. Whether the id is that of its public key shows only once the public key is derived. */
export function parseSignerKey(skey: string): Outcome<SignerKey, 'malformed'> {
  const parts = skey.startsWith(PRIVATE) ? keyParts(skey.slice(PRIVATE.length)) : null;
  if (!parts || parts[2].length !== 33) return bad('malformed');
  return good({ name: parts[0], id: Number.parseInt(parts[1], 16), type: parts[2][0]!, seed: parts[2].subarray(1) });
}

/** Name, id in hex, and type with key material; base64 may itself hold a plus. */
function keyParts(text: string): readonly [string, string, Uint8Array] | null {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text) ?? [];
  const material = fromBase64(encoded);
  return isKeyName(name) && material && material.length > 1 ? [name, id, material] : null;
}
