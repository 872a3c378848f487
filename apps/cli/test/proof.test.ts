import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { evidenceBundle, createKernel, openDatabase } from '@entente/kernel';
import { fingerprint } from '@entente/verify';
import { initNode, keysIn, kinds, readConfig } from '@entente/node';
import { stringify } from 'yaml';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'entente-proof-'));
const config = join(folder, 'node/node.yaml');
const evidence = join(folder, 'evidence.json');
let print = '';

interface Answer { readonly code: number; readonly out: string; readonly err: string }
/** The command as a person types it. */
const entente = async (...args: readonly string[]): Promise<Answer> => {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', '@oxc-node/core/register', 'apps/cli/src/main.ts', ...args], { cwd: root, env: { ...process.env, LANG: 'en' } });
    return { code: 0, out: stdout, err: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, out: stdout, err: stderr };
  }
};

beforeAll(async () => {
  const party = (id: string) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#444444', dark: '#bbbbbb' }, languages: ['en'], zone: 'UTC' });
  const cooperation = join(folder, 'coop.yaml');
  writeFileSync(cooperation, stringify({ id: 'trial', title: { en: 'Trial' }, parties: [party('aa'), party('bb')], observers: [], themes: {} }));
  await initNode({ folder: join(folder, 'node'), party: 'aa', cooperation, url: 'http://127.0.0.1:4999', port: 4999 });
  const { cooperations, data } = readConfig(config);
  const keys = await keysIn(data);
  const database = await openDatabase({ directory: join(data, 'database') });
  const kernel = await createKernel({ party: 'aa', cooperations, kinds, database, keys: { journal: keys.journal, node: keys.node, peers: {} } });
  const by = { id: 'someone', party: 'aa', roles: ['coordinator' as const], office: null };
  const done = await kernel.commit([{ verb: 'put', kind: 'office', content: { name: { en: 'Department' }, type: 'department' } }], { coop: 'trial', by });
  if (!done.ok) throw new Error(JSON.stringify(done.problems));
  const made = await evidenceBundle(kernel, { coop: 'trial', record: done.value.records[0]!.record, by, anchors: [keys.journal.key.vkey] });
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  writeFileSync(evidence, made.value.bytes);
  print = fingerprint(keys.journal.key.vkey);
  await kernel.close();
  await database.close();
});
afterAll(() => { rmSync(folder, { recursive: true }); });

it('checks an evidence file without any node: proven with the right fingerprint, and only then', { timeout: 240_000 }, async () => {
  const [right, without, json, wrong] = [await entente('verify', evidence, '--root', print), await entente('verify', evidence), await entente('verify', evidence, '--root', print, '--json'), await entente('verify', evidence, '--root', 'x')];
  expect([right.code, right.out]).toEqual([0, expect.stringContaining('Proven: every act')]);
  expect([without.code, without.out]).toEqual([1, expect.stringContaining('who signed is not proven')]);
  expect(JSON.parse(json.out)).toMatchObject({ verdict: 'proven', report: { acts: [{ standing: 'authentic', index: 0 }] } });
  expect(wrong.code).toBe(2);
  expect((await entente('verify', join(folder, 'nothing'))).code).toBe(1);
  expect(await entente('verify', config)).toMatchObject({ code: 1, err: expect.stringContaining('no evidence file') as string });
});

it('audits a node that is stopped, in words and as JSON', { timeout: 240_000 }, async () => {
  const [said, json] = [await entente('audit', '--config', config), await entente('audit', '--config', config, '--json')];
  expect([said.code, said.out]).toEqual([0, expect.stringContaining('Nothing is wrong: what the node holds is what the parties signed.')]);
  expect(said.out).toContain('Checked 1 journals: 1 entries hashed again');
  expect(JSON.parse(json.out)).toMatchObject({ journals: [{ coop: 'trial', party: 'aa', leaves: 1, checkpoints: 1 }], rebuilt: 1, faults: [] });
  // Without a configuration a running node is asked; here none runs.
  expect((await entente('audit')).code).toBe(3);
});
