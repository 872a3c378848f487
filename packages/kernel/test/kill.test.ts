import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leafHash, rootOf, signerFromSeed, toHex } from '@entente/verify';
import { engines } from '@entente/testing';
import { describe, expect, test } from 'vitest';
import { createKernel, openDatabase, type Cooperation, type DatabaseTarget } from '../src/index.ts';
import { run } from '../src/store/index.ts';
import { testKinds } from './support/kinds.ts';

const party = { id: 'P1', name: { en: 'P1' }, short: { en: 'P1' }, colour: { light: '#000000', dark: '#ffffff' }, languages: ['en'], zone: 'UTC' };
const cooperation: Cooperation = { id: 'test', title: { en: 'Test' }, parties: [party, { ...party, id: 'P2' }], observers: [], themes: {}, demo: true };

/** Runs a writing node and kills it once it has kept `count` acts; answers what it said was kept. */
async function killAfter(count: number, target: DatabaseTarget, seed: Uint8Array): Promise<Map<number, string>> {
  const kept = new Map<number, string>();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'support/writer.ts'), JSON.stringify(target), JSON.stringify(cooperation), toHex(seed)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, wrong] = ['', ''];
  child.stderr.on('data', (chunk: Buffer) => { wrong += chunk.toString(); });
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.split('\n').length > count + 1) child.kill('SIGKILL');
  });
  const signal = await new Promise<NodeJS.Signals | null>((resolve) => { child.on('close', (_, how) => { resolve(how); }); });
  if (signal !== 'SIGKILL') throw new Error(`the writer ended by itself: ${wrong}`);
  // A line cut off by the kill was not yet said.
  for (const line of said.slice(0, said.lastIndexOf('\n')).split('\n').slice(1)) kept.set(Number(line.split(' ')[0]), line.split(' ')[1] ?? '');
  return kept;
}

describe.each(engines())('a node killed while it writes ($name)', (engine) => {
  test('then nothing it acknowledged is lost, nothing is half-written, and it starts again by itself', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entente-kill-'));
    const seed = randomBytes(32);
    const signer = await signerFromSeed('entente/demo/test/P1', seed);
    const opened = await engine.open();
    const target: DatabaseTarget = 'url' in opened ? opened : { directory: join(folder, 'data') };
    let before = 0;
    for (const count of [5, 47]) {
      const kept = await killAfter(count, target, seed);
      const database = await openDatabase(target, { dumpEvery: 0 });
      const kernel = await createKernel({ party: 'P1', cooperations: [cooperation], kinds: testKinds, database, keys: { journal: signer, peers: {} } });
      const journal = await kernel.journal('test', 'P1', 'joint');
      const leaves = await kernel.leaves('test', 'P1', 'joint', 0, journal.size);
      expect(toHex(rootOf(leaves.map(leafHash)))).toBe(journal.root);
      for (const [index, act] of kept) expect((JSON.parse(new TextDecoder().decode(leaves[index])) as { id: string }).id).toBe(act);
      expect(kept.size).toBeGreaterThanOrEqual(count);
      expect(journal.size).toBeGreaterThanOrEqual(before + kept.size);
      // Both items of each act are in the records, or neither.
      const [records] = await run<{ n: number }>(database.kysely, 'select count(*)::int as n from record');
      expect(records?.n).toBe(2 * journal.size);
      const live = await kernel.dump('test');
      await kernel.rebuild('test');
      expect(await kernel.dump('test')).toBe(live);
      before = journal.size;
      await kernel.close();
      await database.close();
    }
    rmSync(folder, { recursive: true, force: true });
  }, 180_000);
});
