import { randomBytes } from 'node:crypto';
import { appendFileSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '@entente/testing';
import { cooperation } from '@entente/example-vn-la';
import { FileFault } from '@entente/exchange';
import { evidenceBundle } from '@entente/kernel';
import { ed25519, fingerprint, formatKeyStatement, signerFromSeed, signNote, verifyBundle } from '@entente/verify';
import { auditConfigured } from '../src/audit.ts';
import { ConfigurationFault, readConfig } from '../src/config/index.ts';
import { exportConfigured, importConfigured } from '../src/files.ts';
import { keyringOf } from '../src/keyring.ts';
import { readKeys, readSigner, type Keyring } from '../src/keys.ts';
import { openCore, startNode, type Core, type RunningNode } from '../src/node.ts';
import { peerRing } from '../src/ring.ts';
import { renewRoot, rootFolderOf, rotateKey, type RotatingRole } from '../src/rotate.ts';
import { addPeer, identityOf, initNode } from '../src/setup.ts';
import { eventually } from './eventually.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-rotate-'));
const quiet = () => undefined;
const configs = new Map<string, string>();
const ROLES: readonly RotatingRole[] = ['journal', 'cosigner', 'transport'];

beforeAll(async () => {
  const file = join(folder, 'cooperation.yaml');
  writeFileSync(file, stringify(cooperation));
  for (const [at, party] of ['VN', 'LA'].entries()) {
    // On a server where there is one: these tests open and close the data many times.
    const target = await engines().at(-1)?.open();
    const { config } = await initNode({ folder: join(folder, party), party, cooperation: file, url: `http://127.0.0.1:${4_875 + at}`, port: 4_875 + at });
    configs.set(party, config);
    if (target && 'url' in target) appendFileSync(config, stringify({ database: target.url, schema: target.schema }));
  }
  for (const [party, config] of configs) {
    const other = party === 'VN' ? 'LA' : 'VN';
    const { url, keys } = await identityOf(configs.get(other)!);
    const key = (role: string) => keys.find((each) => each.role === role)!.vkey;
    addPeer(config, { party: other, url, journal: key('journal'), transport: key('transport'), cosigner: key('cosigner'), root: key('root') });
  }
});
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const config = (party: string) => readConfig(configs.get(party)!);
const rotate = (party: string, role: RotatingRole) => rotateKey(config(party), role, rootFolderOf(config(party)));
const keyringFile = (party: string) => join(config(party).data, 'keys', 'keyring.json');
const within = async <T>(party: string, act: (core: Core) => Promise<T>): Promise<T> => {
  const core = await openCore(config(party), quiet);
  try {
    return await act(core);
  } finally {
    await core.close();
  }
};
const by = (party: string) => ({ id: 'somebody', party, roles: ['coordinator'] as const, office: null });
const write = async ({ kernel }: Core, name: string): Promise<string> => {
  const result = await kernel.commit([{ verb: 'put', kind: 'person', content: { name: { en: name } } }], { coop: cooperation.id, by: by(kernel.party) });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.records[0]?.record ?? '';
};
const held = async ({ kernel }: Core, party: string) => (await kernel.journal(cooperation.id, party, 'joint')).size;
const evidenceOf = async (core: Core, record: string) => evidenceBundle(core.kernel, { coop: cooperation.id, record, by: by(core.kernel.party), ...keyringOf(core.config, core.keys, core.stated.statements) });

describe('a key that is changed', () => {
  let record = '';

  test('given all keys of one side changed, by file, then the other follows the root, old and new evidence verifies, and audits are clean', async () => {
    const file = (name: string) => join(folder, name);
    record = await within('LA', (core) => write(core, 'Before'));
    await exportConfigured(config('LA'), file('before'), { for: 'VN' });
    expect(await importConfigured(config('VN'), file('before'))).toMatchObject({ acts: 1 });
    await exportConfigured(config('VN'), file('under-way'), { for: 'LA' });
    const before = readFileSync(keyringFile('LA'), 'utf8');
    for (const role of ROLES) expect(await rotate('LA', role)).toMatchObject({ role, serial: 1 });
    expect((JSON.parse(before) as Keyring).statements).toHaveLength(3);
    // A file made before the change, for the key before it.
    expect(await importConfigured(config('LA'), file('under-way'))).toMatchObject({ notes: 1 });
    const later = await within('LA', (core) => write(core, 'After'));
    await exportConfigured(config('LA'), file('after'), { for: 'VN' });
    expect(await importConfigured(config('VN'), file('after'))).toMatchObject({ acts: 1, manifest: { from: 'LA' } });
    for (const party of ['VN', 'LA']) expect(await auditConfigured(config(party))).toMatchObject({ faults: [] });
    const { keyring: { anchors: [root = ''] } } = await readKeys(join(config('LA').data, 'keys'));
    for (const each of [record, later]) {
      const made = await within('VN', (core) => evidenceOf(core, each));
      const report = made.ok ? await verifyBundle(made.value.bytes, { roots: [fingerprint(root)] }) : null;
      expect(report?.ok && report.value.acts.map(({ standing }) => standing)).toEqual(['authentic']);
    }
  });

  test('given a key that was stolen before it was changed, then it signs nothing that counts, and changes nothing', async () => {
    const { statements } = JSON.parse(readFileSync(keyringFile('LA'), 'utf8')) as Keyring;
    const peers = config('VN').peers;
    const ring = peerRing({ peers });
    await ring.follow(statements);
    const [now, old] = ring.journals['LA'] ?? [];
    const origin = `entente/demo/${cooperation.id}/LA/joint`;
    expect([ring.inForce(old!, origin, 1), ring.inForce(old!, origin, 2), ring.inForce(now!, origin, 2)]).toEqual([true, false, true]);
    // The thief of a key in use has it state what follows; the thief of the root, another key than was committed to.
    const thief = await signerFromSeed('demo/LA/journal', randomBytes(32));
    const root = await readSigner(join(rootFolderOf(config('LA')), 'root.key'));
    const current = await readSigner(join(config('LA').data, 'keys', 'journal.key'), ed25519);
    const says = { vkey: thief.key.vkey, serial: 2, next: null };
    for (const signer of [thief, current, root]) {
      const told = await ring.follow([...statements, await signNote(formatKeyStatement(says), signer)]);
      expect([told, ring.journals['LA']?.[0]?.vkey]).toEqual([[], now?.vkey]);
    }
    // A root that is not configured is nobody's.
    const lone = peerRing({ peers: peers.map(({ party, url, journal, transport }) => ({ party, url, journal, transport })) });
    expect(await lone.follow(statements)).toEqual([]);
  });

  test('given a change that was cut off anywhere, then the same again finishes it; without the next key it says what to do', async () => {
    const keys = join(config('VN').data, 'keys');
    const root = rootFolderOf(config('VN'));
    const copy = (name: string) => { cpSync(keys, join(folder, name), { recursive: true }); return join(folder, name); };
    const before = copy('keys-before');
    const done = await rotate('VN', 'journal');
    // After the statement, before the key: the old key and the next one are still in their places.
    cpSync(join(before, 'journal.key'), join(keys, 'journal.key'));
    renameSync(join(root, 'next-journal.key'), join(root, 'next-journal.key.later'));
    cpSync(join(before, 'root', 'next-journal.key'), join(root, 'next-journal.key'));
    expect(await rotate('VN', 'journal')).toEqual(done);
    expect((await readKeys(keys)).journal.key.vkey).toBe(done.vkey);
    expect((JSON.parse(readFileSync(keyringFile('VN'), 'utf8')) as Keyring).statements).toHaveLength(4);
    renameSync(join(root, 'next-cosigner.key'), join(root, 'lost'));
    await expect(rotate('VN', 'cosigner')).rejects.toBeInstanceOf(ConfigurationFault);
    cpSync(join(root, 'next-transport.key'), join(root, 'next-cosigner.key'));
    await expect(rotate('VN', 'cosigner')).rejects.toBeInstanceOf(ConfigurationFault);
    renameSync(join(root, 'lost'), join(root, 'next-cosigner.key'));
    await expect(renewRoot(config('VN'), root)).rejects.toBeInstanceOf(ConfigurationFault);
    const fresh = join(folder, 'fresh-root');
    cpSync(join(folder, 'VN'), join(folder, 'VN-renewed'), { recursive: true });
    const renewed = readConfig(join(folder, 'VN-renewed', 'node.yaml'));
    await renewRoot(renewed, fresh);
    const after = await readKeys(join(renewed.data, 'keys'));
    expect([after.journal.key.vkey, after.keyring.statements.length, existsSync(join(fresh, 'next-journal.key'))]).toEqual([done.vkey, 3, true]);
    // No peer follows a root it was not told of.
    const ring = peerRing(config('LA'));
    expect(await ring.follow(after.keyring.statements)).toEqual([]);
    expect(await rotateKey(renewed, 'transport', fresh)).toMatchObject({ serial: 1 });
  });

  test('given nodes that run, then one that comes back with other keys is met by the other without anybody\'s hand, both ways', { timeout: 120_000 }, async () => {
    const nodes = new Map<string, RunningNode>();
    const start = async (party: string) => { nodes.set(party, await startNode(config(party), quiet)); };
    const core = (party: string) => nodes.get(party)!.core;
    try {
      for (const party of ['VN', 'LA']) await start(party);
      await write(core('VN'), 'From Viet Nam');
      await eventually(async () => { expect(await held(core('LA'), 'VN')).toBe(1); });
      await nodes.get('LA')!.stop();
      for (const role of ROLES) await rotate('LA', role);
      await start('LA');
      await write(core('LA'), 'With the third key');
      await write(core('VN'), 'And an answer');
      await eventually(async () => { expect([await held(core('VN'), 'LA'), await held(core('LA'), 'VN')]).toEqual([3, 2]); }, 60_000);
      await eventually(async () => { expect((await core('LA').kernel.checkpoint(cooperation.id, 'LA', 'joint', { cosignedBy: 'VN' }))?.size).toBe(3); }, 60_000);
      await eventually(() => { expect(nodes.get('VN')!.exchange.peers().map(({ fault }) => fault)).toEqual([null]); }, 60_000);
    } finally {
      for (const node of nodes.values()) await node.stop();
    }
    for (const party of ['VN', 'LA']) expect(await auditConfigured(config(party))).toMatchObject({ faults: [] });
    // A file of somebody who has only the key before.
    const stale = join(folder, 'stale');
    await exportConfigured(config('VN'), stale, { for: 'LA' });
    await rotate('VN', 'transport');
    await exportConfigured(config('VN'), join(folder, 'newer'), { for: 'LA', from: 0 });
    await importConfigured(config('LA'), join(folder, 'newer'));
    await expect(importConfigured(config('LA'), stale)).rejects.toBeInstanceOf(FileFault);
  });
});
