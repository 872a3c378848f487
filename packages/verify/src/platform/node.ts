import { createPrivateKey, createPublicKey, hash, sign, verify, type KeyObject } from 'node:crypto';
import type { Platform } from './platform.ts';
import { isSmallOrder } from './small-order.ts';

/** DER header of an Ed25519 SubjectPublicKeyInfo (RFC 8410); the 32 key bytes follow. */
const SPKI = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00);

/** Importing a key costs as much as half a verification, and a journal is signed by very few keys. */
const imported = new Map<string, KeyObject>();
const MAX_IMPORTED = 256;

function importKey(raw: Uint8Array): KeyObject {
  const name = raw.toHex();
  const known = imported.get(name);
  if (known) return known;
  const key = createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });
  if (imported.size >= MAX_IMPORTED) imported.clear();
  imported.set(name, key);
  return key;
}

function verifyEd25519Sync(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64 || isSmallOrder(signature)) return false;
  return verify(null, message, importKey(publicKey), signature);
}

export const platform: Platform = {
  sha256(bytes) {
    // As a one-byte string and back: twice as fast as a Buffer, whose memory is allocated outside the heap each time.
    const text = hash('sha256', bytes, 'latin1');
    const digest = new Uint8Array(32);
    for (let i = 0; i < 32; i += 1) digest[i] = text.charCodeAt(i);
    return digest;
  },
  verifyEd25519: (publicKey, message, signature) => Promise.resolve(verifyEd25519Sync(publicKey, message, signature)),
  verifyEd25519Sync,
  ed25519Signer(pkcs8) {
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
    return (message) => new Uint8Array(sign(null, message, key));
  },
};
