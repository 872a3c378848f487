import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { fitsCommitment } from '@entente/kernel';
import { parseEntries, parseNote, parseTilePath, tilePath } from '@entente/verify';
import { describe, expect, test } from 'vitest';
import { formatHeads, parseHeads } from '../src/client/heads.ts';
import { retryAfter } from '../src/client/ask.ts';
import { frame, framesOf, FileFault, type FrameType } from '../src/file/frames.ts';
import { readManifest } from '../src/file/manifest.ts';
import { unsealerOf } from '../src/file/sealed.ts';
import { parsePersonal } from '../src/personal.ts';
import { nonceMemory, verifyRequest } from '../src/signature/index.ts';
import { fitsDigest } from '../src/signature/verify.ts';
import { commit, COOP, notice, story, worldFor } from './support/world.ts';
import { signedHeaders } from '../src/signature/index.ts';

/** Bytes that once were, or might be, trouble; each parser meets all of them in every run. One file each, kept for ever. */
const folder = join(import.meta.dirname, 'corpus');
mkdirSync(folder, { recursive: true });
const corpus = readdirSync(folder).toSorted().map((name): [string, Uint8Array] => [name, new Uint8Array(readFileSync(join(folder, name)))]);
const anything = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.json().map((text) => new TextEncoder().encode(text)), fc.array(fc.nat(0xffff), { maxLength: 200 }).map((units) => new TextEncoder().encode(String.fromCharCode(...units))));

const cooperation = { id: COOP, demo: true };
const framed = async (bytes: Uint8Array, cut: number): Promise<readonly string[]> => {
  const types: string[] = [];
  for await (const each of framesOf(Readable.from([bytes.subarray(0, cut), bytes.subarray(cut)], { objectMode: true }))) types.push(each.type);
  return types;
};
const faultless = async (act: () => Promise<unknown>): Promise<void> => {
  try {
    await act();
  } catch (error) {
    // A fault by name is an answer; anything else is a hole.
    expect(error).toBeInstanceOf(FileFault);
  }
};
const stranger = generateKeyPairSync('ed25519').privateKey;
const unseal = unsealerOf([stranger]);
const verifier = { keyOf: () => null, nonces: nonceMemory({ seconds: 600, limit: 10, now: Date.now }), now: Date.now, tolerance: 300 };

/** Every reader of a peer's bytes: it answers, or refuses by name, and is done soon. */
const readers: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  heads: (bytes) => parseHeads(bytes, cooperation),
  entries: (bytes) => parseEntries(bytes),
  note: (bytes) => parseNote(bytes),
  'tile path': (bytes) => parseTilePath(Buffer.from(bytes).toString('latin1')),
  'retry-after': (bytes) => retryAfter(Buffer.from(bytes).toString('latin1'), 0),
  frames: (bytes) => faultless(() => framed(bytes, Math.floor(bytes.length / 2))),
  'personal values': (bytes) => parsePersonal(bytes)?.every((each) => fitsCommitment(each.commitment, each)),
  'sealed values': (bytes) => { expect(unseal(bytes, bytes.subarray(0, 32))).toBeNull(); },
  digest: (bytes) => fitsDigest(Buffer.from(bytes).toString('latin1'), bytes),
  manifest: (bytes) => faultless(() => readManifest(bytes, {})),
  signature: (bytes) => verifyRequest({ method: 'GET', url: 'http://a.example/', headers: new Headers({ 'signature-input': Buffer.from(bytes).toString('base64'), signature: Buffer.from(bytes.toReversed()).toString('base64') }) }, bytes, verifier),
};

describe('readers of a peer\'s bytes', () => {
  test.each(Object.entries(readers))('given the corpus and anything else, then %s answer or refuse, and never throw otherwise', async (_, read) => {
    for (const [, bytes] of corpus) await read(bytes);
    await fc.assert(fc.asyncProperty(anything, async (bytes) => { await read(bytes); }), { numRuns: 300, seed: 21 });
    expect(corpus.length).toBeGreaterThan(10);
  });

  test('given fields of a signature that are nearly right, then the request is refused by name', () => {
    const component = fc.constantFrom('"@method"', '"@target-uri"', '"content-digest"', '"@query-param";name="x"', '"@query-param"', '"content-digest";key="sha-256"', '"@method";req', '"date";bs', '"Date"', '1', 'token', '("a")', '"@method";name=?1');
    const parameter = fc.constantFrom(';created=1', ';created="1"', ';created=1.5', `;nonce="${'n'.repeat(20)}"`, ';nonce=abc', ';keyid="P1/transport"', ';keyid=1', ';alg="ed25519"', ';alg=?0', ';expires=1', ';expires="x"', ';created');
    const value = fc.constantFrom(':AAAA:', `:${Buffer.alloc(64).toString('base64')}:`, '"text"', '1', '(:AAAA:)', ':====:', '');
    const label = fc.constantFrom('a', 'b', 'a, b', '*', 'A', '');
    fc.assert(fc.property(fc.array(component, { maxLength: 6 }), fc.array(parameter, { maxLength: 6 }), value, label, label, (components, parameters, given, one, other) => {
      const headers = new Headers({ 'content-digest': 'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:', 'signature-input': `${one}=(${components.join(' ')})${parameters.join('')}`, signature: `${other}=${given}` });
      const known = { ...verifier, keyOf: () => ({ party: 'P1', key: createPublicKey(stranger) }), now: () => 1_000 };
      expect(verifyRequest({ method: 'GET', url: 'http://a.example/?x=1', headers }, new Uint8Array(), known)).toMatchObject({ ok: false, fault: expect.stringMatching(/^signature\./u) as unknown });
    }), { numRuns: 400, seed: 21 });
  });

  test('given what was written, then it is read back, however it was cut', async () => {
    const type = fc.constantFrom<FrameType>('M', 'C', 'N', 'D');
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(type, fc.uint8Array({ maxLength: 300 })), { maxLength: 6 }), fc.nat(), async (frames, cut) => {
      const bytes = new Uint8Array(Buffer.concat(frames.map(([name, body]) => frame(name, body))));
      expect(await framed(bytes, bytes.length === 0 ? 0 : cut % bytes.length)).toEqual(frames.map(([name]) => name));
    }), { numRuns: 200, seed: 21 });
    fc.assert(fc.property(fc.nat(2 ** 40), fc.integer({ min: 1, max: 256 }), fc.oneof(fc.constant('entries' as const), fc.nat(63)), (index, width, level) => {
      expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
    }), { seed: 21 });
    expect(parseHeads(formatHeads([]), cooperation)).toEqual([]);
  });
});

describe('a node that is asked anything', () => {
  const world = worldFor({ rates: { peer: { burst: 1e9, perSecond: 1e9 }, stranger: { burst: 1e9, perSecond: 1e9 } } });

  test('given any path, method and range, signed or not, then it answers with a status of its own and never fails', async () => {
    const { a, b } = world;
    await commit(a, story('One'));
    await commit(a, notice('Two'));
    const part = fc.oneof(fc.constantFrom('exchange', COOP, 'joint', 'public', 'mirror', 'P1', 'P2', 'tile', 'entries', '0', '1', '63', '64', '000', '000.p', '1', '256', 'x001', 'x999', '999', 'checkpoint', 'cosigned', 'heads', 'blob', 'wake', 'keys', '..', '%00', '%2e%2e', '%E0%A4%A', '', '0'.repeat(64)), fc.string({ maxLength: 12 }).map(encodeURIComponent));
    const range = fc.option(fc.oneof(fc.constantFrom('bytes=0-', 'bytes=5-9', 'bytes=-5', 'bytes=99999999999999999999-', 'bytes=abc', 'lines=1-2'), fc.string({ unit: 'grapheme-ascii', maxLength: 20 }).map((text) => text.trim())), { nil: undefined });
    await fc.assert(fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 8 }), fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE'), range, fc.boolean(), async (parts, method, ranges, isSigned) => {
      const url = `${a.url}/exchange/${parts.join('/')}`;
      let request: Request;
      try {
        request = new Request(url, { method, headers: { ...(ranges === undefined ? {} : { range: ranges }), ...(isSigned ? signedHeaders({ method, url: new URL(url).href }, b.signer) : {}) } });
      } catch {
        return;
      }
      const response = await a.server.answer(request, 'fuzz');
      expect([200, 202, 206, 401, 403, 404, 405, 413, 416]).toContain(response?.status ?? 404);
      await response?.arrayBuffer();
    }), { numRuns: 400, seed: 21 });
  });
});
