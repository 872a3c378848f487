/**
 * Bytes that one party alone can read, inside a file that a courier carries (docs/decisions/0025): X25519 with the transport key of
 * whom it is for (an Ed25519 key read as its Montgomery point, RFC 7748 section 4.1, as age does for ssh-ed25519), HKDF-SHA256,
 * ChaCha20-Poly1305.
 */
import { createCipheriv, createDecipheriv, createHash, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto';

/** DER headers of X25519 keys (RFC 8410). */
const [PKCS8, SPKI] = ['302e020100300506032b656e04220420', '302a300506032b656e032100'].map((hex) => Buffer.from(hex, 'hex')) as [Buffer, Buffer];
const [INFO, SHARE, TAG] = ['entente/export/v1/sealed', 32, 16];
const P = 2n ** 255n - 19n;

/** `place` is what the bytes belong to and nothing else: they open nowhere else. */
export function sealFor(publicKey: Uint8Array, place: Uint8Array, plain: Uint8Array, ephemeral: KeyObject = generateKeyPairSync('x25519').privateKey): Uint8Array {
  const theirs = montgomery(publicKey);
  const share = rawOf(createPublicKey(ephemeral));
  const key = keyOf(diffieHellman({ privateKey: ephemeral, publicKey: publicOf(theirs) }), share, theirs);
  // The key is good for these bytes only, so the nonce may be nothing.
  const cipher = createCipheriv('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: TAG }).setAAD(place, { plaintextLength: plain.length });
  return Buffer.concat([share, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what was sealed for the owner of an Ed25519 key; null for anything else. */
export type Unsealer = (bytes: Uint8Array, place: Uint8Array) => Uint8Array | null;

/** `secrets`: Ed25519 private keys, the one of today and those before it. */
export function unsealerOf(secrets: readonly KeyObject[]): Unsealer {
  const keys = secrets.map((secret) => {
    const seed = Buffer.from(secret.export({ format: 'jwk' }).d ?? '', 'base64url');
    const privateKey = secretOf(createHash('sha512').update(seed).digest().subarray(0, 32));
    return { privateKey, own: rawOf(createPublicKey(privateKey)) };
  });
  return (bytes, place) => {
    for (const { privateKey, own } of keys) {
      const plain = open(privateKey, own, bytes, place);
      if (plain) return plain;
    }
    return null;
  };
}

function open(privateKey: KeyObject, own: Uint8Array, bytes: Uint8Array, place: Uint8Array): Uint8Array | null {
  if (bytes.length < SHARE + TAG) return null;
  const share = bytes.subarray(0, SHARE);
  try {
    const key = keyOf(diffieHellman({ privateKey, publicKey: publicOf(share) }), share, own);
    const sealed = bytes.subarray(SHARE, -TAG);
    const decipher = createDecipheriv('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: TAG }).setAAD(place, { plaintextLength: sealed.length }).setAuthTag(bytes.subarray(-TAG));
    return Buffer.concat([decipher.update(sealed), decipher.final()]);
  } catch {
    // For somebody else, changed on the way, or a share of small order.
    return null;
  }
}

/** u = (1 + y) / (1 - y) of an Ed25519 point. */
export function montgomery(publicKey: Uint8Array): Uint8Array {
  const y = BigInt(`0x${Buffer.from(publicKey.toReversed()).toString('hex')}`) & ((1n << 255n) - 1n);
  const u = (((1n + y) % P) * power((P + 1n - (y % P)) % P, P - 2n)) % P;
  return new Uint8Array(Buffer.from(u.toString(16).padStart(64, '0'), 'hex')).toReversed();
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base];
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % P;
    square = (square * square) % P;
  }
  return result;
}

/** An X25519 secret out of its 32 bytes. */
export const secretOf = (bytes: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.concat([PKCS8, bytes]), format: 'der', type: 'pkcs8' });
const publicOf = (bytes: Uint8Array): KeyObject => createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });
const rawOf = (key: KeyObject): Uint8Array => key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
const keyOf = (shared: Uint8Array, share: Uint8Array, own: Uint8Array): Uint8Array => new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([share, own]), INFO, 32));
