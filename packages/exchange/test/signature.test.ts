import { createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDictionary, type InnerList } from 'structured-headers';
import { contentDigest } from '../src/signature/sign.ts';
import { nonceMemory, signatureBase, signedHeaders, verifyRequest, type Verifier } from '../src/signature/index.ts';

const now = () => Date.UTC(2026, 10, 21, 8);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const signer = { id: 'VN/transport', key: privateKey };
const url = 'https://node.la.example/exchange/vn-la/joint/tile/entries/000?x=1';

const verifier = (at: () => number = now): Verifier => ({
  keyOf: (id) => (id === signer.id ? { party: 'VN', key: publicKey } : null),
  nonces: nonceMemory({ seconds: 600, limit: 1000, now: at }), now: at, tolerance: 300,
});
const request = (body?: Uint8Array, changes: Record<string, string> = {}) =>
  ({ method: 'GET', url, headers: new Headers({ ...signedHeaders({ method: 'GET', url, ...(body ? { body } : {}) }, signer, now), ...changes }) });
const nothing = new Uint8Array();

describe('signed requests', () => {
  it('believes a request the peer made', () => {
    expect(verifyRequest(request(), nothing, verifier())).toEqual({ ok: true, party: 'VN' });
  });
  it('refuses the same request twice', () => {
    const [known, asked] = [verifier(), request()];
    verifyRequest(asked, nothing, known);
    expect(verifyRequest(asked, nothing, known)).toEqual({ ok: false, fault: 'signature.replayed' });
  });
  it.each([
    ['another method', { ...request(), method: 'POST' }, 'signature.wrong'],
    ['another target', { ...request(), url: `${url}&y=2` }, 'signature.wrong'],
    ['no signature', { ...request(), headers: new Headers() }, 'signature.missing'],
    ['a digest of something else', request(new TextEncoder().encode('a body')), 'signature.digest'],
    ['a malformed field', request(undefined, { 'signature-input': 'entente=("@method"' }), 'signature.malformed'],
    ['a signature cut short', request(undefined, { signature: 'entente=:AAAA:' }), 'signature.malformed'],
    ['components left out', request(undefined, { 'signature-input': 'entente=("@method");created=1;nonce="aaaaaaaaaaaaaaaaaaaa";keyid="VN/transport"' }), 'signature.uncovered'],
  ])('refuses %s', (_, asked, fault) => {
    expect(verifyRequest(asked, nothing, verifier())).toEqual({ ok: false, fault });
  });
  it('refuses a stranger and a clock a year off', () => {
    expect(verifyRequest(request(), nothing, { ...verifier(), keyOf: () => null })).toEqual({ ok: false, fault: 'signature.unknown-key' });
    expect(verifyRequest(request(), nothing, verifier(() => now() + 365 * 864e5))).toEqual({ ok: false, fault: 'signature.expired' });
  });
  it('refuses what names another algorithm, has expired, or covers only a part of what must be covered', () => {
    const resigned = (components: string, more: string): Headers => {
      const covered = `(${components});created=${now() / 1000};nonce="${'n'.repeat(20)}${Math.random()}";keyid="VN/transport"${more}`;
      const headers = new Headers({ 'content-digest': contentDigest(nothing), 'signature-input': `a=${covered}` });
      const [list] = [...parseDictionary(`a=${covered}`).values()] as [InnerList];
      headers.set('signature', `a=:${sign(null, Buffer.from(signatureBase({ method: 'GET', url, headers }, list)), privateKey).toString('base64')}:`);
      return headers;
    };
    const whole = '"@method" "@target-uri" "content-digest"';
    const said = (components: string, more = '') => verifyRequest({ method: 'GET', url, headers: resigned(components, more) }, nothing, verifier());
    expect(said(whole)).toEqual({ ok: true, party: 'VN' });
    expect(said(`${whole} "@query-param";name="x" "@authority"`, `;alg="ed25519";expires=${now() / 1000 + 5}`)).toEqual({ ok: true, party: 'VN' });
    expect(said(whole, ';alg="hmac-sha256"')).toEqual({ ok: false, fault: 'signature.malformed' });
    expect(said(whole, `;expires=${now() / 1000 - 1}`)).toEqual({ ok: false, fault: 'signature.expired' });
    expect(said(whole, ';created=1.5')).toEqual({ ok: false, fault: 'signature.uncovered' });
    expect(said('"@method" "@target-uri" "content-digest";key="sha-256"')).toEqual({ ok: false, fault: 'signature.uncovered' });
  });
  it('never throws, whatever the two fields hold', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii' }), fc.string({ unit: 'binary-ascii' }), (input, value) => {
      const clean = (text: string) => text.replaceAll(/[^\x20-\x7e]/gu, '');
      const asked = { method: 'GET', url, headers: new Headers({ 'signature-input': clean(input), signature: clean(value) }) };
      expect(verifyRequest(asked, nothing, verifier()).ok).toBe(false);
    }));
  });
  it('builds the base and signature of RFC 9421 appendix B.2.6', () => {
    const key = { kty: 'OKP', crv: 'Ed25519', kid: 'test-key-ed25519', d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU', x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs' };
    const headers = new Headers({ date: 'Tue, 20 Apr 2021 02:07:55 GMT', 'content-type': 'application/json', 'content-length': '18' });
    const base = signatureBase({ method: 'POST', url: 'https://example.com/foo?param=Value&Pet=dog', headers }, [
      ['date', '@method', '@path', '@authority', 'content-type', 'content-length'].map((name) => [name, new Map()]),
      new Map<string, string | number>([['created', 1618884473], ['keyid', 'test-key-ed25519']]),
    ]);
    expect(base.split('\n').at(-1)).toBe('"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"');
    expect(sign(null, Buffer.from(base), { key, format: 'jwk' }).toString('base64'))
      .toBe('wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==');
    expect(createPublicKey({ key, format: 'jwk' }).asymmetricKeyType).toBe('ed25519');
  });
  it('keeps the memory of nonces bounded', () => {
    const memory = nonceMemory({ seconds: 600, limit: 3, now });
    expect(['a', 'b', 'c', 'd', 'a'].map((nonce) => memory.take('VN', nonce, now() / 1000))).toEqual([true, true, true, false, false]);
    expect(memory.take('LA', 'a', now() / 1000)).toBe(true);
  });
});
