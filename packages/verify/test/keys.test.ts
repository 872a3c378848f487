import { createHash, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, fromHex, publicKeyFault, readFingerprint, sha256, shortFingerprint, signerFromSeed, toHex, utf8, verifySignature, verifySignatureSync } from '../src/index.ts';
import { platform as browser } from '../src/platform/browser.ts';
import { sha256 as ownSha256 } from '../src/platform/sha256.ts';

const fault = (hex: string): string | null => publicKeyFault(fromHex(hex)!);

describe('public keys at registration', () => {
  it('takes the keys that generators make', () => {
    for (let i = 0; i < 20; i += 1) {
      const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
      expect(publicKeyFault(Buffer.from(x, 'base64url'))).toBeNull();
    }
    expect(fault('1a5cd907143c384c41e830c5bce12aa8817ec5649aaabf2c31388b35b2d744d6')).toBeNull();
  });

  // The eight points of small order and the six other encodings they have.
  it.each([
    ['00'.repeat(32), 'small-order'],
    [`${'00'.repeat(31)}80`, 'small-order'],
    [`01${'00'.repeat(31)}`, 'small-order'],
    [`01${'00'.repeat(30)}80`, 'non-canonical'],
    ['26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05', 'small-order'],
    ['26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85', 'small-order'],
    ['c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a', 'small-order'],
    ['c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa', 'small-order'],
    [`ec${'ff'.repeat(30)}7f`, 'small-order'],
    [`ec${'ff'.repeat(31)}`, 'non-canonical'],
    [`ed${'ff'.repeat(30)}7f`, 'non-canonical'],
    [`ed${'ff'.repeat(31)}`, 'non-canonical'],
    [`ee${'ff'.repeat(30)}7f`, 'non-canonical'],
    [`ee${'ff'.repeat(31)}`, 'non-canonical'],
  ])('refuses %s: %s', (hex, reason) => {
    expect(fault(hex)).toBe(reason);
  });

  it('refuses what is no point at all', () => {
    expect(fault(`02${'00'.repeat(31)}`)).toBe('not-on-curve');
    expect(fault('00'.repeat(31))).toBe('wrong-length');
  });
});

describe('fingerprints', () => {
  it('are of the text, and read back as people type them', () => {
    const full = fingerprint('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    expect(full).toBe(createHash('sha256').update('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').digest('hex'));
    expect(shortFingerprint(full)).toMatch(/^[0-9a-f]{4}(?:-[0-9a-f]{4}){3}$/u);
    expect(readFingerprint(` ${full.toUpperCase().replaceAll(/..../gu, '$& ')}`)).toBe(full);
    expect(readFingerprint(shortFingerprint(full))).toBeNull();
  });
});

describe('signatures', () => {
  it('hold for the message and key they are of, and for nothing else', async () => {
    const { key, sign } = await signerFromSeed('a', new Uint8Array(32).fill(7));
    const [message, other] = [utf8('message'), utf8('massage')];
    const signature = await sign(message);
    const results = await Promise.all([
      verifySignature(key.publicKey, message, signature), verifySignature(key.publicKey, other, signature), verifySignature(key.publicKey, message, signature.subarray(1)),
      verifySignature(key.publicKey.subarray(1), message, signature), verifySignature(utf8('x'.repeat(32)), message, signature),
    ]);
    expect(results).toEqual([true, false, false, false, false]);
    expect(verifySignatureSync?.(key.publicKey, message, signature)).toBe(true);
  });
});

const { vectors } = JSON.parse(readFileSync(new URL('./vectors/ed25519.json', import.meta.url), 'utf8')) as { vectors: { name: string; key: string; message: string; signature: string; holds: boolean }[] };
describe('signatures at the edges of Ed25519', () => {
  it.each(vectors)('$name: $holds', async ({ key, message, signature, holds }) => {
    const asked = [fromHex(key)!, utf8(message), fromHex(signature)!] as const;
    expect(publicKeyFault(asked[0])).toBeNull();
    expect([await verifySignature(...asked), verifySignatureSync?.(...asked), await browser.verifyEd25519(...asked)]).toEqual([holds, holds, holds]);
  });
});

describe('SHA-256', () => {
  it('of our own is that of the platform', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(toHex(ownSha256(bytes))).toBe(toHex(sha256(bytes)));
    }), { numRuns: 500 });
    for (let length = 0; length < 200; length += 1) {
      const bytes = new Uint8Array(300).fill(0xa5).subarray(3, 3 + length);
      expect(toHex(ownSha256(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
    expect(toHex(ownSha256(utf8('a'.repeat(1_000_000))))).toBe('cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0');
  });
});
