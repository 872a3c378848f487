import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFiles, copyFiles, copyJournal, filesIn, filesOf, type JournalFiles } from '../src/index.ts';
import { PaperJournal } from './support/paper.ts';
import { commit, COOP, notice, worldFor } from './support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-static-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** The plainest of web servers: a path is a file. */
async function plainServer(root: string): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    try {
      response.end(readFileSync(join(root, (request.url ?? '').replaceAll('..', ''))));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', () => { resolve(); }); });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

const over = (url: string): JournalFiles => async (path) => {
  const response = await fetch(`${url}/${path}`);
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
};

describe('a public journal as static files', () => {
  const world = worldFor();
  const origin = `entente/demo/${COOP}/P1/public`;

  test('given a folder copied from a node by anyone, when a plain server serves it, then it checks without any node, and grows', async () => {
    const { a, b } = world;
    for (let n = 0; n < 3; n += 1) await commit(a, notice(`Notice ${n}`));
    const from = over(`${a.url}/exchange/${COOP}/public`);
    const copy = join(folder, 'notices');
    expect(await copyJournal(from, copy)).toEqual({ size: 3, written: 3 });
    for (let n = 3; n < 300; n += 50) await commit(a, ...Array.from({ length: 50 }, (_, at) => notice(`Notice ${n + at}`)));
    expect((await copyJournal(from, copy)).size).toBe(9);
    expect(await copyJournal(from, copy)).toEqual({ size: 9, written: 1 });
    const { url, server } = await plainServer(copy);
    try {
      const journal = [a.node.signer.key];
      expect(await checkFiles(over(url), { journal, origin })).toEqual({ size: 9, fault: null, detail: '' });
      expect(await checkFiles(over(url), { journal, origin: `${origin}x` })).toMatchObject({ fault: 'unsigned' });
      expect(await checkFiles(over(url), { journal: [b.node.signer.key], origin })).toMatchObject({ fault: 'unsigned' });
      expect(await checkFiles(over(`${url}/nowhere`), { journal, origin })).toMatchObject({ fault: 'unsigned' });
    } finally {
      server.close();
    }
    // Files that entries name come along; one that nobody has is told, and no other can be had.
    const { sha256, size } = await a.node.kernel.blobs.put(Buffer.from('A leaflet'), 'text/plain');
    await commit(a, notice('With a leaflet', { files: [{ name: 'leaflet.txt', type: 'text/plain', size, sha256 }] }));
    const { size: all } = await copyJournal(from, copy);
    expect(await copyFiles(filesIn(copy), all, from, copy)).toEqual({ named: 1, written: 1, missing: [] });
    expect(readFileSync(join(copy, 'blob', sha256), 'utf8')).toBe('A leaflet');
    expect(await copyFiles(filesIn(copy), all, from, copy)).toEqual({ named: 1, written: 0, missing: [] });
    rmSync(join(copy, 'blob', sha256));
    expect(await copyFiles(filesIn(copy), all, () => Promise.resolve(Buffer.from('Another')), copy)).toEqual({ named: 1, written: 0, missing: [sha256] });
    // A mirror's copy is the same journal.
    await world.settle();
    expect((await checkFiles(filesOf(b.node.kernel, { coop: COOP, party: 'P1', audience: 'public' }), { journal: [a.node.signer.key], origin })).fault).toBeNull();
  });

  test('given a long journal, then full tiles may be kept for ever and any changed file is found', async () => {
    const { a, b } = world;
    const paper = new PaperJournal('P1', a.node.signer, 'joint').stories(700);
    a.lie = (request) => paper.answer(request);
    await b.exchange.pullAll();
    const place = { coop: COOP, party: 'P1', audience: 'joint' } as const;
    const copy = join(folder, 'long');
    await copyJournal(filesOf(b.node.kernel, place), copy);
    const keys = { journal: [a.node.signer.key], origin: `entente/demo/${COOP}/P1/joint` };
    expect((await checkFiles(filesIn(copy), keys)).fault).toBeNull();
    for (const [path, fault] of [['tile/entries/001', 'root'], ['tile/entries/002.p/188', 'root'], ['tile/0/001', 'tiles'], ['tile/0/002.p/188', 'tiles'], ['tile/1/000.p/2', 'tiles'], ['checkpoint', 'unsigned']] as const) {
      const file = join(copy, path);
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.map((byte, at) => (at === (path === 'checkpoint' ? 40 : bytes.length - 20) ? byte ^ 1 : byte)));
      const found = (await checkFiles(filesIn(copy), keys)).fault;
      writeFileSync(file, bytes);
      // Hash tiles that nothing needs for this size are not looked at.
      expect([path, found]).toEqual([path, path === 'tile/0/001' ? null : fault]);
    }
    rmSync(join(copy, 'tile/entries/000'));
    expect((await checkFiles(filesIn(copy), keys)).fault).toBe('entries');
    expect(await filesIn(copy)('../../etc/passwd')).toBeNull();
  });
});
