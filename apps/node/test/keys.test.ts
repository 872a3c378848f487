import { mkdtempSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fingerprint, keyHistory } from '@entente/verify';
import { keyringOf, keysOfParties } from '../src/keyring.ts';
import { makeKeys, readKeys } from '../src/keys.ts';
import { followStatements, statedByPeers } from '../src/stated.ts';
import { eventually } from './eventually.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-keys-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

test('given a new node, then its root vouches for every key, commits to the next, and lies apart', async () => {
  const [keys, root] = [join(folder, 'a'), join(folder, 'a-root')];
  await makeKeys(keys, 'VN', false, root);
  const read = await readKeys(keys);
  const [anchor = ''] = read.keyring.anchors;
  const history = await keyHistory({ anchors: [anchor], statements: read.keyring.statements, trusted: new Set([fingerprint(anchor)]) });
  expect(history.faults).toEqual([]);
  expect(history.keys.map(({ key, isTrusted, statement }) => [key.vkey, isTrusted, statement?.serial ?? null])).toEqual(
    [[anchor, true, null], [read.journal.key.vkey, true, 0], [read.cosigner?.key.vkey, true, 0], [read.transport.vkey, true, 0]]);
  expect(history.keys.slice(1).every(({ statement }) => /^[0-9a-f]{64}$/u.test(statement?.next ?? ''))).toBe(true);
  for (const file of [join(keys, 'journal.key'), join(keys, 'cosigner.key'), join(root, 'root.key'), join(root, 'next-journal.key')]) expect(statSync(file).mode & 0o077).toBe(0);
});

test('given keys made before there were cosigners, then they stay, and the missing ones are made beside them', async () => {
  const keys = join(folder, 'b');
  await makeKeys(keys, 'LA', true);
  const before = await readKeys(keys);
  for (const file of ['cosigner.key', 'keyring.json']) unlinkSync(join(keys, file));
  expect(await readKeys(keys)).toMatchObject({ cosigner: null, keyring: { anchors: [], statements: [] } });
  await makeKeys(keys, 'LA', true);
  const after = await readKeys(keys);
  expect([after.journal.key.vkey, after.transport.vkey]).toEqual([before.journal.key.vkey, before.transport.vkey]);
  expect(after.cosigner?.key.name).toBe('demo/LA/cosigner');
  expect(after.keyring.anchors).toEqual(before.keyring.anchors);
});

test('given what peers say of their keys, then only what their root signed is believed, and silence delays nothing', async () => {
  const [own, theirs, forged] = await Promise.all(['own', 'theirs', 'forged'].map(async (name) => {
    await makeKeys(join(folder, name), name === 'own' ? 'VN' : 'LA', true);
    return readKeys(join(folder, name));
  }));
  const peer = { party: 'LA', url: 'http://la.example', journal: theirs!.journal.key.vkey, transport: theirs!.transport.vkey, cosigner: theirs!.cosigner!.key.vkey, root: theirs!.keyring.anchors[0]! };
  const says = (body: string) => () => Promise.resolve(new Response(body));
  const all = JSON.stringify({ anchors: [], statements: [...theirs!.keyring.statements, ...forged!.keyring.statements, 'nonsense', 5] });
  expect(await statedByPeers([peer], says(all))).toEqual(theirs!.keyring.statements);
  for (const body of ['', '[]', '{"statements":7}', 'x'.repeat(70_000)]) expect(await statedByPeers([peer], says(body))).toEqual([]);
  expect(await statedByPeers([peer], () => Promise.reject(new Error('silent')))).toEqual([]);
  // A peer that was not there yet is asked again.
  let asked = 0;
  const file = join(folder, 'stated.json');
  const late = followStatements([peer], { file, ask: () => { asked += 1; return asked === 1 ? Promise.reject(new Error('not up yet')) : Promise.resolve(new Response(all)); } });
  expect(late.statements).toEqual([]);
  await eventually(() => { expect(late.statements).toEqual(theirs!.keyring.statements); });
  late.stop();
  // What it said once is there at the next start, while it is silent; what anybody wrote into the file is not.
  const silent = () => Promise.reject(new Error('silent'));
  const again = followStatements([peer], { file, ask: silent });
  await eventually(() => { expect(again.statements).toEqual(theirs!.keyring.statements); });
  again.stop();
  writeFileSync(file, JSON.stringify({ LA: forged!.keyring.statements }));
  let tried = 0;
  const lied = followStatements([peer], { file, ask: () => { tried += 1; return silent(); } });
  // The file was read by the time a peer is asked.
  await eventually(() => { expect(tried).toBe(1); });
  expect(lied.statements).toEqual([]);
  lied.stop();
  const ring = keyringOf({ peers: [peer] }, own!, theirs!.keyring.statements);
  expect(ring.anchors).toEqual([own!.keyring.anchors[0], own!.journal.key.vkey, own!.cosigner!.key.vkey, peer.root, peer.journal, peer.cosigner]);
  expect((await keyHistory({ ...ring, trusted: new Set([fingerprint(peer.root)]) })).keys.filter(({ isTrusted }) => isTrusted)).toHaveLength(4);
  expect((await keysOfParties(ring)).map(({ party, role, statement }) => `${party} ${role} ${statement?.serial ?? 'itself'}`).toSorted()).toEqual(
    ['LA cosigner 0', 'LA journal 0', 'LA root itself', 'VN cosigner 0', 'VN journal 0', 'VN root itself']);
});
