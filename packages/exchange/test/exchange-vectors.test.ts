import { readFileSync } from 'node:fs';
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { fitsCommitment } from '@entente/kernel';
import { parseEntries, parseVerifierKey } from '@entente/verify';
import { parsePersonal } from '../src/personal.ts';
import { unsealerOf } from '../src/index.ts';
import { framesOf } from '../src/file/frames.ts';
import { checkEnd, readManifest } from '../src/file/manifest.ts';
import { nonceMemory, verifyRequest } from '../src/signature/index.ts';
import { exchangeVectors, own } from './exchange-vectors.ts';

const kept = JSON.parse(readFileSync(new URL('vectors/exchange.json', import.meta.url), 'utf8')) as {
  readonly transport: string;
  readonly request: { readonly method: string; readonly url: string; readonly created: number; readonly headers: Record<string, string> };
  readonly sealed: Readonly<Record<'seed' | 'manifest' | 'plain' | 'bytes', string>>;
  readonly file: { readonly frames: string };
};
const vkey = parseVerifierKey(kept.transport);
if (!vkey.ok) throw new Error('the key of the vectors cannot be read');
const { value: key } = vkey;

test('still makes the vectors that are published', async () => {
  expect(await exchangeVectors()).toEqual(kept);
});

test('believes the request, once, in its time', () => {
  const { created, ...request } = kept.request;
  const publicKey = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.publicKey]), format: 'der', type: 'spki' });
  const now = () => created * 1_000;
  const verifier = { keyOf: (id: string) => (id === key.name ? { party: 'vn', key: publicKey } : null), nonces: nonceMemory({ seconds: 600, limit: 10, now }), now, tolerance: 300 };
  const asked = { ...request, headers: new Headers(request.headers) };
  expect(verifyRequest(asked, new Uint8Array(), verifier)).toEqual({ ok: true, party: 'vn' });
  expect(verifyRequest(asked, new Uint8Array(), verifier)).toEqual({ ok: false, fault: 'signature.replayed' });
});

test('opens what is sealed, with the seed alone', () => {
  const { seed, manifest, plain, bytes } = kept.sealed;
  const secret = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(seed, 'hex')]), format: 'der', type: 'pkcs8' });
  const opened = unsealerOf([secret])(Buffer.from(bytes, 'base64'), Buffer.from(manifest, 'hex'));
  expect(Buffer.from(opened ?? []).toString('utf8')).toBe(plain);
  expect(parsePersonal(opened!)?.every((each) => fitsCommitment(each.commitment, each))).toBe(true);
});

test('reads the file as an implementer would: frame by frame', async () => {
  const bytes = Buffer.from(kept.file.frames, 'base64');
  const frames: { type: string; bytes: Uint8Array }[] = [];
  for await (const frame of framesOf((async function* whole() { yield bytes; })())) frames.push(frame);
  expect(frames.map(({ type }) => type).join('')).toBe('MCEZ');
  expect(await readManifest(frames[0]!.bytes, { vn: [key] })).toMatchObject({ coop: 'vn-la', from: 'vn', for: 'la' });
  const entries = parseEntries(frames[2]!.bytes.subarray(8));
  expect(entries.ok && entries.value.map((entry) => Buffer.from(entry).toString('base64'))).toEqual(own.acts.map((act) => act.bytes));
  const before = bytes.subarray(0, bytes.length - 5 - frames[3]!.bytes.length);
  await expect(checkEnd(frames[3]!.bytes, createHash('sha256').update(before).digest('hex'), [key])).resolves.toBeUndefined();
});
