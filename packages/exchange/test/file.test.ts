import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprint, signerFromSeed, verifyBundle, type Signer } from '@entente/verify';
import { accusationBundle, createKernel, openDatabase } from '@entente/kernel';
import { memoryNodes, type TestNode, type TestNodes } from '@entente/kernel/testing';
import { describeFile, exportTo, FileFault, importFrom, type Imported, type TransportKeys } from '../src/index.ts';
import { frame } from '../src/file/frames.ts';
import { kinds } from './support/kinds.ts';
import { PaperJournal } from './support/paper.ts';
import { commit, COOP, cooperationOf, pledge, quickEngine, story } from './support/world.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-file-'));
const at = (name: string) => join(folder, name);

describe('an exchange by file', () => {
  let nodes: TestNodes;
  const signers = new Map<string, Signer>();
  const a = (): TestNode => nodes.nodes[0]!;
  const b = (): TestNode => nodes.nodes[1]!;
  beforeAll(async () => {
    nodes = await memoryNodes(3, { cooperation: cooperationOf(3), kinds, open: async () => openDatabase(await quickEngine().open()) });
    for (const { party } of nodes.nodes) signers.set(party, await signerFromSeed(`demo/${party}/transport`, randomBytes(32)));
  });
  afterAll(async () => {
    await nodes?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const keys = (): TransportKeys => Object.fromEntries([...signers].map(([party, { key }]) => [party, [key]]));
  const give = (from: TestNode, to: string, name: string, more: { from?: number; withTheirs?: boolean } = {}) =>
    exportTo(at(name), { kernel: from.kernel, coop: COOP, for: to, signer: signers.get(from.party)!, ...more });
  const take = (to: TestNode, name: string): Promise<Imported> => importFrom(at(name), { kernel: to.kernel, keys: keys() });
  const fault = (to: TestNode, name: string): Promise<string> => take(to, name).then(() => 'taken', (error: unknown) => (error instanceof FileFault ? error.id : String(error)));
  const dump = (node: TestNode) => node.kernel.dump(COOP);

  test('given two ministries that cannot reach each other, when files go both ways, then they agree, and the same file twice changes nothing', async () => {
    const { sha256, size } = await a().kernel.blobs.put(randomBytes(1_500_000), 'image/png');
    const { record, version } = await commit({ node: a() }, pledge('By courier', { scans: [{ name: 'scan.png', type: 'image/png', size, sha256 }] }), story('One'));
    await give(a(), 'P2', 'first');
    expect(await take(b(), 'first')).toMatchObject({ acts: 1, known: 0, blobs: 1 });
    await commit({ node: b() }, { verb: 'consent', record, h: version });
    await give(b(), 'P1', 'back');
    expect(await take(a(), 'back')).toMatchObject({ acts: 1, notes: 1 });
    expect((await a().kernel.reader(a().person()).get(COOP, record))?.waitsFor).toEqual(['P3']);
    // P1 learnt from the file how far P2 is, and who vouches for it.
    expect((await a().kernel.checkpoint(COOP, 'P1', 'joint', { cosignedBy: 'P2' }))?.size).toBe(1);
    const before = await dump(b());
    expect(await take(b(), 'first')).toMatchObject({ acts: 0, known: 1, blobs: 0 });
    expect(await dump(b())).toBe(before);
    await commit({ node: a() }, story('Two'));
    await give(a(), 'P2', 'second');
    expect(await take(b(), 'second')).toMatchObject({ acts: 1, known: 0 });
  });

  test('given a long journal cut off on its way, then what came is kept, the rest comes from the same file or a later one', async () => {
    const paper = new PaperJournal('P1', a().signer);
    for (const leaf of await a().kernel.leaves(COOP, 'P1', 'joint', 0, 10)) paper.raw(leaf);
    await commit({ node: a() }, ...Array.from({ length: 200 }, (_, n) => story(`Many ${n}`)));
    for (let n = 0; n < 12; n += 1) await commit({ node: a() }, ...Array.from({ length: 3 }, () => story(randomBytes(9_000).toString('hex'))));
    await give(a(), 'P2', 'long', { from: 0 });
    const bytes = readFileSync(at('long'));
    writeFileSync(at('cut'), bytes.subarray(0, bytes.length * 0.6));
    expect(await fault(b(), 'cut')).toBe('file.cut');
    expect(await take(b(), 'long')).toMatchObject({ manifest: { from: 'P1', for: 'P2' } });
    expect((await b().kernel.journal(COOP, 'P1', 'joint')).size).toBe((await a().kernel.journal(COOP, 'P1', 'joint')).size);
    const held = (await b().kernel.journal(COOP, 'P1', 'joint')).size;
    await commit({ node: a() }, story('Between'));
    await commit({ node: a() }, story('After'));
    await give(a(), 'P2', 'later', { from: held + 1 });
    expect(await fault(b(), 'later')).toBe('file.gap');
    await give(a(), 'P2', 'all');
    expect(await fault(b(), 'all')).toBe('taken');
    expect(await fault(b(), 'later')).toBe('taken');
  });

  test('given a file for somebody else, of nobody, damaged anywhere or swelling, then it is refused by name and nothing false is taken', async () => {
    await commit({ node: a() }, story('For two'));
    await give(a(), 'P3', 'for-three');
    expect(await fault(b(), 'for-three')).toBe('file.for-other');
    await exportTo(at('forged'), { kernel: a().kernel, coop: COOP, for: 'P2', signer: signers.get('P3')! });
    expect(await fault(b(), 'forged')).toBe('file.signature');
    writeFileSync(at('text'), 'Not an export at all');
    expect(await fault(b(), 'text')).toBe('file.not-an-export');
    writeFileSync(at('empty'), '');
    expect(['file.cut', 'file.not-an-export']).toContain(await fault(b(), 'empty'));
    writeFileSync(at('zeros'), gzipSync(Buffer.alloc(50_000_000)));
    expect(statSync(at('zeros')).size).toBeLessThan(60_000);
    expect(['file.damaged', 'file.bomb']).toContain(await fault(b(), 'zeros'));
    await give(a(), 'P2', 'good');
    const frames = gunzipSync(readFileSync(at('good')));
    await give(a(), 'P2', 'all', { from: 0 });
    const all = gunzipSync(readFileSync(at('all')));
    const manifest = frames.subarray(0, 5 + frames.readUInt32BE(1));
    // A true manifest, then nothing but blobs nobody asked for, a kibibyte that unfolds to hundreds of megabytes.
    const blob = frame('B', Buffer.concat([randomBytes(32), Buffer.from([0, 0, 0, 0, 0x3f, 0xff, 0xff, 0xff])]));
    writeFileSync(at('bomb'), gzipSync(Buffer.concat([manifest, blob, ...Array.from({ length: 60 }, () => frame('D', Buffer.alloc(1024 * 1024)))]), { level: 9 }));
    expect(['file.bomb', 'file.cut']).toContain(await fault(b(), 'bomb'));
    for (const [name, wrong] of [['twice', Buffer.concat([frames, frames])], ['no-manifest', frames.subarray(manifest.length)], ['no-end', frames.subarray(0, -40)], ['stranger', Buffer.concat([manifest, frame('E', randomBytes(40))])],
      ['empties', Buffer.concat([all.subarray(0, all.indexOf('E\0')), frame('E', Buffer.alloc(8 + 2 * 2_049))])]] as const) {
      writeFileSync(at(name), gzipSync(wrong));
      expect(['file.damaged', 'file.not-an-export', 'file.cut']).toContain(await fault(b(), name));
    }
    expect(await fault(b(), 'good')).toBe('taken');
    expect(await dump(b())).not.toContain('undefined');
  });

  test('given one byte changed anywhere, then it is refused, or nothing false was in it', async () => {
    await commit({ node: a() }, story('Once more'), story('and more'));
    await give(a(), 'P2', 'whole');
    const frames = gunzipSync(readFileSync(at('whole')));
    const before = (await b().kernel.journal(COOP, 'P1', 'joint')).size;
    for (let n = 0; n < 30; n += 1) {
      const place = Math.floor((frames.length * (n + 0.5)) / 30);
      writeFileSync(at('changed'), gzipSync(frames.map((byte, index) => (index === place ? byte ^ 0x10 : byte))));
      const said = await fault(b(), 'changed');
      expect([place, said]).toEqual([place, expect.stringMatching(/^(?:file|journal)\./u)]);
    }
    const held = await b().kernel.leaves(COOP, 'P1', 'joint', 0, 1_000);
    expect(held).toEqual((await a().kernel.leaves(COOP, 'P1', 'joint', 0, 1_000)).slice(0, held.length));
    expect(before).toBeLessThanOrEqual(held.length);
    expect(await fault(b(), 'whole')).toBe('taken');
    expect(await b().kernel.accusations(COOP)).toEqual([]);
  });

  test('given a node that was restored and has no line, then files bring its acts back: its own, and those of every peer', async () => {
    const own = await memoryNodes(3, { cooperation: cooperationOf(3), kinds, open: async () => openDatabase(await quickEngine().open()) });
    const [one, two, three] = own.nodes as [TestNode, TestNode, TestNode];
    const opened: { close(): Promise<void> }[] = [];
    /** P1's node on empty data, with the memory that lies outside of them. */
    const onNewData = async (): Promise<TestNode> => {
      const database = await openDatabase(await quickEngine().open());
      const kernel = await createKernel({ party: 'P1', cooperations: [own.cooperation], kinds, database, keys: one.keys, highWater: at('high-water.json') });
      opened.push({ close: async () => { await kernel.close(); await database.close(); } });
      return { ...one, kernel, database };
    };
    try {
      const first = await onNewData();
      await commit({ node: first }, pledge('Sixty'), story('One'));
      await give(first, 'P2', 'lost-1');
      expect(await take(two, 'lost-1')).toMatchObject({ acts: 1 });
      await give(two, 'P1', 'stale', { withTheirs: true });
      await commit({ node: first }, story('On a stick that is still under way'));
      await give(first, 'P3', 'under-way');
      expect(await describeFile(at('under-way'))).toEqual({ acts: [{ journal: 'P1/joint', first: 0, end: 2 }], blobs: 0 });
      expect(await fault(first, 'under-way')).toBe('file.own');
      const before = await dump(first);

      const restored = await onNewData();
      // Made before the restore: what it brings is taken, but the peer may know more by now.
      expect(await take(restored, 'stale')).toMatchObject({ acts: 1 });
      expect((await restored.kernel.standing()).waitsFor.map(({ peer }) => peer)).toEqual(['P2', 'P3']);
      await give(two, 'P1', 'answer-2', { withTheirs: true });
      await give(three, 'P1', 'answer-3');
      for (const name of ['answer-2', 'answer-3']) await take(restored, name);
      // Nobody holds the last act; its place is not used before it is back or given up.
      expect(await restored.kernel.standing()).toMatchObject({ state: 'restored', waitsFor: [], lost: [{ from: 1, to: 2 }] });
      expect(await restored.kernel.commit([story('No')], { coop: COOP, by: restored.person() })).toMatchObject({ ok: false, problems: [{ id: 'node.restored' }] });
      expect(await take(restored, 'under-way')).toMatchObject({ acts: 1 });
      expect(await restored.kernel.standing()).toMatchObject({ state: 'ok' });
      expect(await dump(restored)).toBe(before);
      await commit({ node: restored }, story('Goes on'));
      expect(await take(three, 'under-way')).toMatchObject({ acts: 2 });
      await give(restored, 'P3', 'after');
      expect(await fault(three, 'after')).toBe('taken');
      expect(await three.kernel.accusations(COOP)).toEqual([]);
    } finally {
      for (const each of opened) await each.close();
      await own.close();
    }
  });

  test('given a party whose key signs two histories, then a file of the other one is told as that, shorter, as long or longer', async () => {
    const own = await memoryNodes(2, { cooperation: cooperationOf(2), kinds, open: async () => openDatabase(await quickEngine().open()) });
    const [one, two] = own.nodes as [TestNode, TestNode];
    const database = await openDatabase(await quickEngine().open());
    const twin: TestNode = { ...one, database, kernel: await createKernel({ party: 'P1', cooperations: [own.cooperation], kinds, database, keys: one.keys }) };
    try {
      await commit({ node: one }, story('One'));
      await commit({ node: one }, story('Two'));
      await give(one, 'P2', 'history');
      expect(await take(two, 'history')).toMatchObject({ acts: 2 });
      const before = await dump(two);
      for (const text of ['Another', 'And more', 'And beyond']) {
        await commit({ node: twin }, story(text));
        await give(twin, 'P2', 'other', { from: 0 });
        expect(await fault(two, 'other')).toBe('journal.forked');
      }
      expect(await dump(two)).toBe(before);
      expect((await two.kernel.accusations(COOP)).map(({ body }) => body['size'])).toEqual([3, 2, 1]);
      const file = await accusationBundle(two.kernel, { coop: COOP, party: 'P1', anchors: [one.signer.key.vkey] });
      const shown = await verifyBundle(file.ok ? file.value.bytes : new Uint8Array(), { roots: [fingerprint(one.signer.key.vkey)] });
      expect(shown).toMatchObject({ ok: true, value: { authenticity: 'proven', contradictions: [{ size: 2 }, { size: 2 }, { size: 1 }] } });
      expect(await two.kernel.commit([pledge('With whom?')], { coop: COOP, by: two.person() })).toMatchObject({ ok: false, problems: [{ id: 'peer.suspended' }] });
      // What it gives of the history that is held is taken as before.
      await commit({ node: one }, story('Three'));
      await give(one, 'P2', 'history');
      expect(await take(two, 'history')).toMatchObject({ acts: 1 });
    } finally {
      await twin.kernel.close();
      await database.close();
      await own.close();
    }
  });
});
