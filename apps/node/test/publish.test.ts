import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeServer, nonceMemory } from '@entente/exchange';
import { defineKind, field, type Cooperation } from '@entente/kernel';
import { memoryNodes, type TestNodes } from '@entente/kernel/testing';
import { equalBytes, leafHash, openCheckpoint, parseEntries, parseVerifierKey, rootOf, tilePath, TILE_WIDTH } from '@entente/verify';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'entente-publish-'));
const label = (text: string) => ({ vi: text, lo: text, en: text });
const notice = defineKind({
  name: 'notice', version: 1, regime: 'owned', audience: 'public', label: { one: label('Notice'), many: label('Notices') }, path: 'notices',
  fields: { text: field.localized({ label: label('Text') }), files: field.files({ label: label('Files'), optional: true }) }, title: (content) => content.text, may: { put: ['coordinator'] },
});
const party = (id: string) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#444444', dark: '#bbbbbb' }, languages: ['en'], zone: 'UTC' });
const cooperation: Cooperation = { id: 'trial', title: { en: 'Trial' }, parties: [party('P1'), party('P2')], observers: [], themes: {}, demo: true };

let nodes: TestNodes;
const servers: Server[] = [];
let url = '';

const at = async (server: Server): Promise<string> => {
  servers.push(server);
  if (!server.listening) await new Promise<void>((done) => { server.once('listening', () => { done(); }); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

async function publishing(count: number, by: 0 | 1, text: string, files: readonly object[] = []): Promise<void> {
  const node = nodes.nodes[by]!;
  for (let n = 0; n < count; n += 1) {
    const done = await node.kernel.commit([{ verb: 'put', kind: 'notice', content: { text: { en: `${text} ${n}` }, ...(files.length > 0 ? { files } : {}) } }], { coop: 'trial', by: node.person() });
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
  }
  await nodes.sync();
}

beforeAll(async () => {
  nodes = await memoryNodes(2, { cooperation, kinds: [notice] });
  const [{ kernel, signer }, other] = [nodes.nodes[0]!, nodes.nodes[1]!];
  const door = exchangeServer({
    kernel, base: 'http://unused', onWake: () => undefined, verifier: { keyOf: () => null, now: Date.now, tolerance: 300, nonces: nonceMemory({ seconds: 600, limit: 10, now: Date.now }) },
    keyring: { anchors: [signer.key.vkey], statements: [], others: () => ({ anchors: [other.signer.key.vkey], statements: [] }) },
  });
  const health = async () => Response.json({ party: 'P1', journals: await kernel.journals() });
  url = await at(serve({ fetch: async (request) => (new URL(request.url).pathname === '/healthz' ? health() : (await door.answer(request)) ?? new Response(null, { status: 404 })), hostname: '127.0.0.1', port: 0 }) as Server);
});
afterAll(async () => {
  for (const server of servers) server.close();
  await nodes.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer { readonly code: number; readonly out: string }
/** The command as a person types it. */
async function publish(into: string): Promise<Answer> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', '@oxc-node/core/register', 'apps/cli/src/main.ts', 'publish', '--public', into, '--url', url], { cwd: root, env: { ...process.env, LANG: 'en' } });
    return { code: 0, out: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, out: stdout };
  }
}

/** A reader who has nothing but a plain web server and a key that was compared: how many acts it proves. */
async function proven(base: string, vkey: string, origin: string): Promise<number> {
  const get = async (path: string): Promise<Uint8Array> => new Uint8Array(await (await fetch(`${base}/${path}`)).arrayBuffer());
  const key = parseVerifierKey(vkey);
  const opened = await openCheckpoint(await get('checkpoint'), { journal: key.ok ? [key.value] : [], origin });
  if (!opened.ok) return 0;
  const { size } = opened.value;
  const leaves: Uint8Array[] = [];
  for (let index = 0; index * TILE_WIDTH < size; index += 1) {
    const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
    const entries = parseEntries(await get(tilePath({ level: 'entries', index, width })), width);
    if (entries.ok) leaves.push(...entries.value);
  }
  return equalBytes(rootOf(leaves.map((leaf) => leafHash(leaf))), opened.value.root) ? leaves.length : 0;
}

test('given public journals, its own and a mirrored one, when they are copied to a folder that a plain server serves, then anyone proves them without the node', { timeout: 240_000 }, async () => {
  const into = join(folder, 'site');
  expect(await publish(into)).toMatchObject({ code: 0, out: expect.stringContaining('has published nothing yet') as string });
  const leaflet = await nodes.nodes[0]!.kernel.blobs.put(Buffer.from('A leaflet'), 'text/plain');
  await publishing(3, 0, 'Ours', [{ name: 'leaflet.txt', type: 'text/plain', ...leaflet }]);
  await publishing(2, 1, 'Theirs');
  const said = await publish(into);
  expect(said.code).toBe(0);
  for (const line of ['trial/P1/public: 3 acts', 'trial/P2/public: 2 acts']) expect(said.out).toContain(line);
  expect(readFileSync(join(into, `exchange/trial/public/blob/${leaflet.sha256}`), 'utf8')).toBe('A leaflet');
  // What is not public does not leave.
  expect(existsSync(join(into, 'exchange/trial/joint'))).toBe(false);

  const plain = await at(createServer((request, response) => {
    const file = join(into, decodeURIComponent(request.url ?? '').replaceAll('..', ''));
    response.statusCode = existsSync(file) ? 200 : 404;
    response.end(existsSync(file) ? readFileSync(file) : '');
  }).listen(0, '127.0.0.1'));
  const [ours, theirs] = [nodes.nodes[0]!.signer.key.vkey, nodes.nodes[1]!.signer.key.vkey];
  const [own, mirrored] = [`${plain}/exchange/trial/public`, `${plain}/exchange/trial/mirror/P2/public`];
  expect([await proven(own, ours, 'entente/demo/trial/P1/public'), await proven(mirrored, theirs, 'entente/demo/trial/P2/public')]).toEqual([3, 2]);
  // Another party's key proves nothing of it.
  expect([await proven(own, theirs, 'entente/demo/trial/P1/public'), await proven(mirrored, ours, 'entente/demo/trial/P2/public')]).toEqual([0, 0]);

  // Done again, what is new is added; a copy that was spoilt is told, and not to be published.
  await publishing(1, 1, 'More');
  expect((await publish(into)).out).toContain('trial/P2/public: 3 acts');
  expect(await proven(mirrored, theirs, 'entente/demo/trial/P2/public')).toBe(3);
  const bundle = join(into, 'exchange/trial/mirror/P2/public', tilePath({ level: 'entries', index: 0, width: 3 }));
  writeFileSync(bundle, readFileSync(bundle).map((byte, place) => (place === 40 ? byte ^ 1 : byte)));
  expect(await proven(mirrored, theirs, 'entente/demo/trial/P2/public')).toBe(0);
  const spoilt = await publish(into);
  expect([spoilt.code === 0, spoilt.out.includes('NOT what was signed')]).toEqual([false, true]);
});
