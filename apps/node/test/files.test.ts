import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cooperation } from '@entente/example-vn-la';
import { FileFault } from '@entente/exchange';
import { readConfig } from '../src/config/index.ts';
import { exportConfigured, importConfigured } from '../src/files.ts';
import { openCore, startNode } from '../src/node.ts';
import { eventually } from './eventually.ts';
import { addAccount, addPeer, identityOf, initNode } from '../src/setup.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-courier-'));
const quiet = () => undefined;
const configs = new Map<string, string>();

beforeAll(async () => {
  const file = join(folder, 'cooperation.yaml');
  writeFileSync(file, stringify(cooperation));
  for (const [at, party] of ['VN', 'LA'].entries()) {
    const { config } = await initNode({ folder: join(folder, party), party, cooperation: file, url: `http://127.0.0.1:${4_871 + at}`, port: 4_871 + at });
    configs.set(party, config);
    await addAccount(config, { login: 'clerk', name: 'Clerk', password: 'a long enough password', roles: ['coordinator'] });
  }
  for (const [party, config] of configs) {
    const other = party === 'VN' ? 'LA' : 'VN';
    const identity = await identityOf(configs.get(other)!);
    const key = (role: string) => identity.keys.find((each) => each.role === role)!.vkey;
    // Peers that cannot be reached: nothing listens there.
    addPeer(config, { party: other, url: 'http://127.0.0.1:9', journal: key('journal'), transport: key('transport'), cosigner: key('cosigner'), root: key('root') });
  }
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const config = (party: string) => readConfig(configs.get(party)!);
const write = async (party: string, name: string): Promise<void> => {
  const core = await openCore(config(party), quiet);
  const result = await core.kernel.commit([{ verb: 'put', kind: 'person', content: { name: { en: name } } }], { coop: cooperation.id, by: { id: 'somebody', party, roles: ['coordinator'], office: null } });
  await core.close();
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
};

/** A person with a browser's cookies, who sends files that are too large, and one that is cut off on the way. */
async function uploads(url: string): Promise<void> {
  const entered = await fetch(`${url}/sign-in`, { method: 'POST', redirect: 'manual', headers: { origin: url }, body: new URLSearchParams({ login: 'clerk', password: 'a long enough password', to: '/' }) });
  const cookie = entered.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  const begin = (length?: number) => request(`${url}/activities/new`, { method: 'POST', headers: { cookie, origin: url, 'accept-language': 'en', 'content-type': 'multipart/form-data; boundary=b', ...(length === undefined ? {} : { 'content-length': length }) } });
  // 2 GB that say so are answered before they are sent.
  const told = begin(2_000_000_000);
  told.on('error', () => undefined);
  told.flushHeaders();
  const [answer] = (await once(told, 'response')) as [IncomingMessage];
  const page = Buffer.concat(await Array.fromAsync(answer as AsyncIterable<Buffer>)).toString('utf8');
  expect([answer.statusCode, page.includes('What was sent is over 200 MB.')]).toEqual([413, true]);
  told.destroy();
  const cut = begin();
  cut.on('error', () => undefined);
  cut.write('--b\r\nContent-Disposition: form-data; name="files"; filename="a.pdf"\r\n\r\n');
  cut.write(Buffer.alloc(3_000_000));
  await eventually(() => { expect(cut.writableLength).toBe(0); });
  cut.destroy();
  expect(readdirSync(join(folder, 'VN', 'data')).filter((name) => name.startsWith('upload-'))).toEqual([]);
}

describe('two nodes that cannot reach each other', () => {
  test('given files carried by hand, then each has what the other wrote, and knows that the other has its own', async () => {
    await write('VN', 'Nguyễn Văn A');
    const first = join(folder, 'first.entente');
    await exportConfigured(config('VN'), first, { for: 'LA' });
    expect(await importConfigured(config('LA'), first)).toMatchObject({ acts: 1, known: 0, manifest: { from: 'VN', for: 'LA' } });
    expect(await importConfigured(config('LA'), first)).toMatchObject({ acts: 0, known: 1 });
    await write('LA', 'ທ້າວ ບຸນມີ');
    const back = join(folder, 'back.entente');
    await exportConfigured(config('LA'), back, { for: 'VN' });
    expect(await importConfigured(config('VN'), back)).toMatchObject({ acts: 1, notes: 1 });
    const core = await openCore(config('VN'), quiet);
    expect((await core.kernel.checkpoint(cooperation.id, 'VN', 'joint', { cosignedBy: 'LA' }))?.size).toBe(1);
    await core.close();
    await expect(importConfigured(config('LA'), back)).rejects.toBeInstanceOf(FileFault);
    await expect(exportConfigured(config('VN'), join(folder, 'x'), { for: 'KH' })).rejects.toBeInstanceOf(RangeError);
  });

  test('given a node that runs, then its files go through its door, for whoever has the right', async () => {
    const node = await startNode(config('VN'), quiet);
    try {
      const owner = await node.core.accounts.add({ login: 'reader', name: 'Reader', password: 'a long enough password', roles: ['reader'] });
      const clerk = await node.core.accounts.add({ login: 'second', name: 'Second', password: 'a long enough password', roles: ['coordinator'] });
      if (!owner.ok || !clerk.ok) throw new Error('no accounts');
      const [may, mayNot] = [await node.core.accounts.tokens.create(clerk.value.id, 'x'), await node.core.accounts.tokens.create(owner.value.id, 'x')];
      const ask = (path: string, secret: string | null, body: BodyInit) => fetch(`${node.url}/api/exchange/${path}`, { method: 'POST', body, headers: secret === null ? {} : { authorization: `Bearer ${secret}` } });
      expect((await ask('export', null, '{"for":"LA"}')).status).toBe(401);
      expect((await ask('export', mayNot.secret, '{"for":"LA"}')).status).toBe(403);
      for (const wish of ['{"for":"VN"}', '{"for":"KH"}', '{}', 'nonsense']) expect((await ask('export', may.secret, wish)).status).toBe(422);
      const exported = await ask('export', may.secret, '{"for":"LA","from":0}');
      const file = join(folder, 'running.entente');
      writeFileSync(file, Buffer.from(await exported.arrayBuffer()));
      expect(await importConfigured(config('LA'), file)).toMatchObject({ known: 1 });
      const refused = await ask('import', may.secret, 'not a file');
      expect([refused.status, ((await refused.json()) as { problems: { id: string; message: string }[] }).problems[0]]).toMatchObject([422, { id: 'file.not-an-export', message: 'This is no export file of Entente. Nothing was taken.' }]);
      await uploads(node.url);
      await node.core.accounts.drafts.save(owner.value.id, '/visits/new', [['visitor', 'Nguyễn Thị Nowhere']]);
      const health = (await (await fetch(`${node.url}/healthz`)).json()) as { peers: object[] };
      expect(Object.keys(health.peers[0] ?? {}).toSorted()).toEqual(['behind', 'fault', 'lastSeen', 'party']);
    } finally {
      await node.stop();
    }
    // What somebody typed and did not send may be about a person: no file of the node holds it in clear, the engine's own included.
    const data = join(folder, 'VN', 'data');
    const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => readFileSync(file).includes('Thị Nowhere'))).toEqual([]);
  });
});
