import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from '@entente/testing';
import { chromium as browserType, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint, formatBundle, verifyBundle, type BundleReport, type Outcome, type verifyNoteSync } from '../src/index.ts';
import { world } from './world.ts';

/** What the page's own code sees: this package, as the browser loaded it. */
interface Loaded {
  verifyBundle: typeof verifyBundle;
  sha256: (bytes: Uint8Array) => Uint8Array;
  canonicalize: (value: unknown) => string;
  verifySignature: (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;
  verifySignatureSync: unknown;
  verifyNoteSync: typeof verifyNoteSync;
}

const sources = new URL('../src/', import.meta.url).pathname;
const PAGE = `<!doctype html><title>verify</title>
<script type="importmap">{"imports":{"#platform":"/platform/browser.ts"}}</script>
<script type="module">globalThis.verify = await import('/index.ts'); document.title = 'ready';</script>`;

/** The sources as they are, types stripped: no build, no bundler. */
function serve(): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    if (url === '/') return response.setHeader('content-type', 'text/html').end(PAGE);
    if (!url.endsWith('.ts')) return response.writeHead(404).end();
    return response.setHeader('content-type', 'text/javascript').end(stripTypeScriptTypes(readFileSync(join(sources, url), 'utf8')));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => { resolve(server); });
  });
}

const found = chromium();

describe.skipIf('reason' in found)('in a browser', () => {
  let server: Server;
  let browser: Browser;
  let page: Page;
  const failures: string[] = [];
  beforeAll(async () => {
    server = await serve();
    browser = await browserType.launch({ executablePath: 'path' in found ? found.path : '', args: ['--no-sandbox'] });
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => failures.push(message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => document.title === 'ready');
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  it('verifies the same bundle to the same report, signatures and all', async () => {
    const { bundle, roots } = await world();
    const bytes = formatBundle(bundle);
    const expected = await verifyBundle(bytes, { roots });
    const verifyThere = (roots: readonly string[], changed = bytes): Promise<Outcome<BundleReport, string>> =>
      page.evaluate(([bytes, roots]) => (globalThis as unknown as { verify: Loaded }).verify.verifyBundle(Uint8Array.from(bytes), { roots }), [[...changed], roots] as const);
    expect(await verifyThere(roots)).toEqual(expected);
    expect(expected).toMatchObject({ value: { authenticity: 'proven' } });
    expect(await verifyThere([fingerprint('nobody')])).toMatchObject({ value: { authenticity: 'unproven' } });
    const forged = formatBundle({ ...bundle, checkpoints: bundle.checkpoints.map((note) => note.replace('\n4\n', '\n5\n')) });
    expect(await verifyThere(roots, forged)).toMatchObject({ value: { checkpoints: [{ problem: 'invalid-signature' }, { problem: null }] } });
    expect(failures).toEqual([]);
  });

  it('judges signatures at the edges of Ed25519 alike', async () => {
    const { vectors } = JSON.parse(readFileSync(new URL('./vectors/ed25519.json', import.meta.url), 'utf8')) as { vectors: { key: string; message: string; signature: string; holds: boolean }[] };
    const there = await page.evaluate(async (all) => {
      const { verifySignature } = (globalThis as unknown as { verify: Loaded }).verify;
      return Promise.all(all.map(({ key, message, signature }) => verifySignature(Uint8Array.fromHex(key), new TextEncoder().encode(message), Uint8Array.fromHex(signature))));
    }, vectors);
    expect(there).toEqual(vectors.map(({ holds }) => holds));
  });

  it('hashes and writes canonical JSON alike, and has no synchronous signatures', async () => {
    const there = await page.evaluate(() => {
      const { sha256, canonicalize, verifySignatureSync } = (globalThis as unknown as { verify: Loaded }).verify;
      return { hash: sha256(new Uint8Array(1000)).toHex(), text: canonicalize({ b: [1e21, -0, 'é'], a: null }), sync: typeof verifySignatureSync };
    });
    expect(there).toEqual({ hash: '541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53', text: '{"a":null,"b":[1e+21,0,"é"]}', sync: 'undefined' });
  });
});
