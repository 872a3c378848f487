/** The published examples of signed requests and digests (RFC 9421, RFC 9530), the algorithms that nodes do not use among them. */
import { constants, createHmac, createPublicKey, verify, type webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseDictionary, type InnerList } from 'structured-headers';
import { describe, expect, it } from 'vitest';
import { fitsDigest } from '../src/signature/verify.ts';
import { signatureBase } from '../src/signature/index.ts';

interface Key { readonly spki?: string; readonly secret?: string; readonly jwk?: webcrypto.JsonWebKey }
const { request, keys, cases, components, digests } = JSON.parse(readFileSync(new URL('./vectors/http.json', import.meta.url), 'utf8')) as {
  request: { method: string; url: string; headers: Record<string, string>; body: string }; keys: Record<string, Key>;
  cases: { name: string; input: string; signature: string; base: string }[];
  components: { url: string; headers?: [string, string][]; component: string; value: string | null }[];
  digests: { body: string; field: string; fits: boolean }[];
};
const listOf = (field: string): InnerList => [...parseDictionary(field).values()][0] as InnerList;

function isSignedBy({ spki, secret, jwk }: Key, base: string, signature: Uint8Array): boolean {
  if (secret !== undefined) return createHmac('sha256', Buffer.from(secret, 'base64')).update(base).digest().equals(signature);
  if (jwk) return verify(null, Buffer.from(base), createPublicKey({ key: jwk, format: 'jwk' }), signature);
  const key = createPublicKey({ key: Buffer.from(spki ?? '', 'base64'), format: 'der', type: 'spki' });
  return verify('sha512', Buffer.from(base), { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 64 }, signature);
}

describe('published vectors', () => {
  it.each(cases)('RFC 9421 $name: the base, and the signature over it', ({ input, signature, base }) => {
    const covered = listOf(input);
    const built = signatureBase({ ...request, headers: new Headers(request.headers) }, covered);
    expect(built).toBe(base);
    const [value] = [...parseDictionary(signature).values()][0] as [ArrayBuffer, unknown];
    const key = keys[covered[1].get('keyid') as string]!;
    expect(isSignedBy(key, built, new Uint8Array(value))).toBe(true);
    expect(isSignedBy(key, `${built} `, new Uint8Array(value))).toBe(false);
  });

  it.each(components)('RFC 9421 section 2: $component of $url', ({ url, headers = [], component, value }) => {
    const base = (): string | null => {
      try {
        return signatureBase({ method: 'GET', url, headers: new Headers(headers) }, listOf(`x=(${component})`)).split('\n')[0] ?? '';
      } catch {
        return null;
      }
    };
    expect(base()).toBe(value === null ? null : `${component}: ${value}`);
  });

  it.each(digests)('RFC 9530: $field of $body', ({ body, field, fits }) => {
    expect(fitsDigest(field, Buffer.from(body))).toBe(fits);
  });
});
