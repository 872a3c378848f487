/** Who can open a backup: whoever knows its passphrase, or holds a recovery key (age v1: scrypt and X25519). */
import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, scryptSync, type KeyObject } from 'node:crypto';
import { decodeBech32, encodeBech32 } from './bech32.ts';

/** One way to a file's key. */
export interface Stanza { readonly type: string; readonly args: readonly string[]; readonly body: Uint8Array }

/** Locks a file's key for somebody. */
export interface Recipient { wrap(fileKey: Uint8Array): Stanza; /** No other may stand beside it (a passphrase: the reader must know who made the file). */ readonly alone: boolean }
/** Opens a stanza; null when it is for somebody else. */
export interface Opener { unwrap(stanza: Stanza): Uint8Array | null }

const [PKCS8, SPKI] = ['302e020100300506032b656e04220420', '302a300506032b656e032100'].map((hex) => Buffer.from(hex, 'hex')) as [Buffer, Buffer];
const X25519_INFO = 'age-encryption.org/v1/X25519';
const SCRYPT_SALT = 'age-encryption.org/v1/scrypt';
/** 256 MiB and about a second for each guess (RFC 7914; the work factor that age writes). */
const LOG_N = 18;
/** More than this is an attack on whoever opens the file. */
const MOST_LOG_N = 20;
const NO_NONCE = Buffer.alloc(12);
export const FILE_KEY_BYTES = 16;

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/u, '');
/** Only the one spelling that these bytes have. */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return base64(bytes) === text ? bytes : null;
}

/** Only when somebody types it in: a passphrase makes each guess dear, not a short one good. */
export function passphrase(words: string, logN = LOG_N): Recipient & Opener {
  const keyOf = (salt: Uint8Array, cost: number) => scryptSync(words.normalize('NFC'), Buffer.concat([Buffer.from(SCRYPT_SALT), salt]), 32, { N: 2 ** cost, r: 8, p: 1, maxmem: 2 ** (cost + 11) });
  return {
    alone: true,
    wrap(fileKey) {
      const salt = randomBytes(16);
      return { type: 'scrypt', args: [base64(salt), String(logN)], body: seal(keyOf(salt, logN), fileKey) };
    },
    unwrap({ type, args, body }) {
      const [salt = '', cost = ''] = args;
      const bytes = fromBase64(salt);
      if (type !== 'scrypt' || args.length !== 2 || bytes?.length !== 16 || !/^[1-9][0-9]?$/u.test(cost) || Number(cost) > MOST_LOG_N) return null;
      return open(keyOf(bytes, Number(cost)), body);
    },
  };
}

/** A recovery key's public half, `age1...`: a node can lock with it what it cannot open itself. Null when it was mistyped. */
export function recoveryRecipient(text: string): Recipient | null {
  const bytes = decodeBech32('age', text.trim());
  if (bytes?.length !== 32) return null;
  const theirs = publicKeyOf(bytes);
  return {
    alone: false,
    wrap(fileKey) {
      const { privateKey, publicKey } = generateKeyPairSync('x25519');
      const share = rawOf(publicKey);
      return { type: 'X25519', args: [base64(share)], body: seal(wrapKey(diffieHellman({ privateKey, publicKey: theirs }), share, bytes), fileKey) };
    },
  };
}

/** A recovery key's secret half, `AGE-SECRET-KEY-1...`; null when it was mistyped. */
export function recoveryIdentity(text: string): (Opener & { readonly recipient: string }) | null {
  const seed = decodeBech32('age-secret-key-', text.trim());
  if (seed?.length !== 32) return null;
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const own = rawOf(createPublicKey(privateKey));
  return {
    recipient: encodeBech32('age', own),
    unwrap({ type, args, body }) {
      const bytes = fromBase64(args[0] ?? '');
      if (type !== 'X25519' || args.length !== 1 || bytes?.length !== 32) return null;
      try {
        return open(wrapKey(diffieHellman({ privateKey, publicKey: publicKeyOf(bytes) }), bytes, own), body);
      } catch {
        // A share of small order has no secret in it.
        return null;
      }
    },
  };
}

/** A new recovery key: the public half for configurations, the secret half for a safe. */
export function makeRecoveryKey(): { readonly recipient: string; readonly secret: string } {
  const { privateKey } = generateKeyPairSync('x25519');
  const secret = encodeBech32('age-secret-key-', privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(PKCS8.length)).toUpperCase();
  return { recipient: encodeBech32('age', rawOf(createPublicKey(privateKey))), secret };
}

const publicKeyOf = (bytes: Uint8Array): KeyObject => createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });
const rawOf = (key: KeyObject): Uint8Array => key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
const wrapKey = (shared: Uint8Array, share: Uint8Array, recipient: Uint8Array): Uint8Array => new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([share, recipient]), X25519_INFO, 32));

function seal(key: Uint8Array, fileKey: Uint8Array): Uint8Array {
  const cipher = createCipheriv('chacha20-poly1305', key, NO_NONCE, { authTagLength: 16 });
  return Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Uint8Array, body: Uint8Array): Uint8Array | null {
  if (body.length !== FILE_KEY_BYTES + 16) return null;
  const decipher = createDecipheriv('chacha20-poly1305', key, NO_NONCE, { authTagLength: 16 }).setAuthTag(body.subarray(FILE_KEY_BYTES));
  try {
    return Buffer.concat([decipher.update(body.subarray(0, FILE_KEY_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}
