import { createHash, randomBytes, sign as signBytes, type KeyObject } from 'node:crypto';
import { serializeDictionary, type InnerList } from 'structured-headers';
import { signatureBase } from './base.ts';

/** Components every request between nodes is signed over (protocol.md section 5). */
export const COVERED = ['@method', '@target-uri', 'content-digest'] as const;

export interface TransportKey {
  /** Name of the key as the peer knows it. */
  readonly id: string;
  readonly key: KeyObject;
}

/** Digests that are understood (RFC 9530 section 5, what is not deprecated), by the name they have here. */
export const DIGESTS = { 'sha-256': 'sha256', 'sha-512': 'sha512' } as const;

/** RFC 9530 digest of a body; the empty body has one too. */
export const contentDigest = (body: Uint8Array): string => `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

/**
 * Headers that sign a request with the node's transport key: method, target URI and content digest, with creation time
 * (seconds) and a nonce, so that a request can be neither altered nor replayed.
 */
export function signedHeaders(request: { readonly method: string; readonly url: string; readonly body?: Uint8Array }, signer: TransportKey, now: () => number = Date.now): Record<string, string> {
  const headers = new Headers({ 'content-digest': contentDigest(request.body ?? new Uint8Array()) });
  const covered: InnerList = [
    COVERED.map((name) => [name, new Map()]),
    new Map<string, string | number>([
      ['created', Math.floor(now() / 1000)], ['nonce', randomBytes(16).toString('base64url')], ['keyid', signer.id], ['alg', 'ed25519'],
    ]),
  ];
  const base = signatureBase({ method: request.method, url: request.url, headers }, covered);
  const signature = signBytes(null, Buffer.from(base), signer.key);
  return {
    'content-digest': headers.get('content-digest') ?? '',
    'signature-input': serializeDictionary(new Map([['entente', covered]])),
    signature: serializeDictionary(new Map([['entente', [Uint8Array.from(signature).buffer, new Map()]]])),
  };
}
