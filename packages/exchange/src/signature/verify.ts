import { createHash, verify as verifyBytes, type KeyObject } from 'node:crypto';
import { parseDictionary, type Dictionary, type InnerList } from 'structured-headers';
import { MissingComponent, signatureBase, type SignedRequest } from './base.ts';
import { COVERED, DIGESTS } from './sign.ts';
import type { NonceMemory } from './nonces.ts';

/** Why a request is not believed. */
export type SignatureFault =
  | 'signature.missing' | 'signature.malformed' | 'signature.uncovered' | 'signature.unknown-key' | 'signature.expired'
  | 'signature.replayed' | 'signature.digest' | 'signature.wrong';

export interface Verifier {
  /** The peer a key id belongs to; null for a stranger. */
  readonly keyOf: (id: string) => { readonly party: string; readonly key: KeyObject } | null;
  readonly nonces: NonceMemory;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** How far the peer's clock may be off, in seconds. */
  readonly tolerance: number;
}

type Verified = { readonly ok: true; readonly party: string } | { readonly ok: false; readonly fault: SignatureFault };
const fault = (id: SignatureFault): Verified => ({ ok: false, fault: id });

/**
 * Whether a known peer made exactly this request, recently and once. Required: method, target URI and content digest
 * covered, a creation time within the tolerance, a nonce not seen before, and a digest that fits the body.
 */
export function verifyRequest(request: SignedRequest, body: Uint8Array, verifier: Verifier): Verified {
  const read = readSignature(request.headers);
  if (typeof read === 'string') return fault(read);
  const [components, parameters] = read.covered;
  if (COVERED.some((name) => !components.some(([component, more]) => component === name && more.size === 0))) return fault('signature.uncovered');
  const [created, nonce, id] = [parameters.get('created'), parameters.get('nonce'), parameters.get('keyid')];
  if (typeof created !== 'number' || !Number.isInteger(created) || typeof nonce !== 'string' || nonce.length < 16 || nonce.length > 128 || typeof id !== 'string') return fault('signature.uncovered');
  const known = verifier.keyOf(id);
  if (!known) return fault('signature.unknown-key');
  // A key has one algorithm; what names another is not about it (RFC 9421 section 3.2).
  if ((parameters.get('alg') ?? 'ed25519') !== 'ed25519') return fault('signature.malformed');
  const [seconds, expires] = [verifier.now() / 1000, parameters.get('expires') ?? Number.POSITIVE_INFINITY];
  if (Math.abs(seconds - created) > verifier.tolerance || typeof expires !== 'number' || expires < seconds) return fault('signature.expired');
  if (!fitsDigest(request.headers.get('content-digest') ?? '', body)) return fault('signature.digest');
  try {
    if (!verifyBytes(null, Buffer.from(signatureBase(request, read.covered)), known.key, read.signature)) return fault('signature.wrong');
  } catch (error) {
    if (error instanceof MissingComponent) return fault('signature.malformed');
    throw error;
  }
  // Only a right signature may use up memory for its nonce.
  return verifier.nonces.take(id, nonce, created) ? { ok: true, party: known.party } : fault('signature.replayed');
}

/** Every digest of a kind that is known has to fit, and one has to be there (RFC 9530 section 2). */
export function fitsDigest(field: string, body: Uint8Array): boolean {
  if (field.length > 2_000) return false;
  try {
    const known = [...parseDictionary(field)].filter(([name]) => Object.hasOwn(DIGESTS, name));
    return known.length > 0 && known.every(([name, [value]]) => value instanceof ArrayBuffer && createHash(DIGESTS[name as keyof typeof DIGESTS]).update(body).digest().equals(Buffer.from(value)));
  } catch {
    return false;
  }
}

function readSignature(headers: Headers): { covered: InnerList; signature: Uint8Array } | SignatureFault {
  const [input, values] = [headers.get('signature-input'), headers.get('signature')];
  if (input === null || values === null) return 'signature.missing';
  if (input.length > 2_000 || values.length > 2_000) return 'signature.malformed';
  let inputs: Dictionary, signatures: Dictionary;
  try {
    [inputs, signatures] = [parseDictionary(input), parseDictionary(values)];
  } catch {
    return 'signature.malformed';
  }
  const [label, covered] = inputs.size === 1 ? [...inputs][0] ?? [] : [];
  if (label === undefined || !covered || !Array.isArray(covered[0])) return 'signature.malformed';
  const value = signatures.get(label)?.[0];
  return value instanceof ArrayBuffer && value.byteLength === 64 ? { covered: covered as InnerList, signature: new Uint8Array(value) } : 'signature.malformed';
}
