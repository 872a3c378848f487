import { platform } from '#platform';
import { verifierKey, type SignatureType, type Signer, ed25519, type SignerKey } from '../note/index.ts';
import { bad, good, type Outcome } from '../outcome.ts';

/** Whether an Ed25519 signature holds. Answers at once where the platform can; see `verifySignatureSync`. */
export const verifySignature = platform.verifyEd25519;

/** The same synchronously on Node; undefined in a browser, whose cryptography is asynchronous. */
export const verifySignatureSync = platform.verifyEd25519Sync;

/** DER header of an Ed25519 private key (RFC 8410); the 32 seed bytes follow. */
const PKCS8 = Uint8Array.of(0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20);

/**
 * A signer for a secret key given as its 32-byte seed, the same on Node and in a browser. For keys kept in
 * a file; a key in hardware brings a `Signer` of its own.
 */
export async function signerFromSeed(name: string, seed: Uint8Array, type: SignatureType = ed25519): Promise<Signer> {
  const { subtle } = globalThis.crypto;
  const pkcs8 = Uint8Array.of(...PKCS8, ...seed);
  const secret = await subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign']);
  // At once where that can be: another thread costs more than a signature.
  const sign = platform.ed25519Signer?.(pkcs8);
  const { x = '' } = await subtle.exportKey('jwk', secret);
  return {
    key: verifierKey(name, type, Uint8Array.fromBase64(x, { alphabet: 'base64url' })),
    sign: sign ?? (async (message) => new Uint8Array(await subtle.sign('Ed25519', secret, Uint8Array.from(message)))),
  };
}

/** The signer of a secret key's text; `wrong-id` when its id is not that of its public key. */
export async function openSignerKey({ name, id, seed }: SignerKey, type: SignatureType = ed25519): Promise<Outcome<Signer, 'wrong-id'>> {
  const signer = await signerFromSeed(name, seed, type);
  return signer.key.id === id ? good(signer) : bad('wrong-id');
}
