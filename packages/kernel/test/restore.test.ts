import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, afterEach, expect, test } from 'vitest';
import { auditNode, createKernel, type Database, type Kernel, type Person, type Recovery } from '../src/index.ts';
import { Guard } from '../src/restore/guard.ts';
import { readMark } from '../src/restore/high-water.ts';
import { carry, memoryNodes, type TestNodes } from '../src/testing.ts';
import { testKinds } from './support/kinds.ts';
import { COOP, onEngines, openOn, pledgeOf, storyOf } from './support/nodes.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-restore-'));
afterAll(() => { rmSync(folder, { recursive: true }); });
let turn = 0;

onEngines('a node that was restored', (engine) => {
  let all: TestNodes;
  let file: string;
  const opened: { kernel: Kernel & Recovery; database: Database }[] = [];
  beforeEach(async () => {
    all = await memoryNodes(3, { kinds: testKinds, open: () => openOn(engine) });
    file = join(folder, String((turn += 1)), 'high-water.json');
  });
  afterEach(async () => {
    for (const { kernel, database } of opened.splice(0)) { await kernel.close(); await database.close(); }
    await all.close();
  });

  /** P1's node: its own keys on some data, with a high-water file. */
  const start = async (data?: Database, highWater: string | null = file) => {
    const database = data ?? await openOn(engine);
    const kernel = await createKernel({ party: 'P1', cooperations: [all.cooperation], kinds: testKinds, database, keys: all.nodes[0]!.keys, ...(highWater === null ? {} : { highWater }) });
    opened.push({ kernel, database });
    return { kernel, database };
  };
  const peer = (at: number) => all.nodes[at]!;
  const by: Person = { id: 'coordinator', party: 'P1', roles: ['coordinator'], office: null };
  const administrator: Person = { id: 'admin', party: 'P1', roles: ['administrator'], office: null };
  const write = async (kernel: Kernel, text: string) => kernel.commit([storyOf(text)], { coop: COOP, by });
  const problemsOf = (result: Awaited<ReturnType<typeof write>>) => (result.ok ? [] : result.problems.map(({ id }) => id));
  /** What an exchange does with a peer's mirror. */
  const learnFrom = async (kernel: Kernel & Recovery, from: Kernel) => {
    const mirror = await from.journal(COOP, 'P1', 'joint');
    const held = (await kernel.journal(COOP, 'P1', 'joint')).size;
    const result = mirror.checkpoint === null ? null : await kernel.relearn({ coop: COOP, audience: 'joint' }, held, await from.leaves(COOP, 'P1', 'joint', held, mirror.size), mirror.checkpoint);
    if (!result || result.ok) await kernel.mirrorAnswered(COOP, from.party);
    return result;
  };

  test('given a first start, and every later one on the same data, then it is not restored, and the file follows each act', async () => {
    const { kernel, database } = await start();
    expect((await kernel.standing()).state).toBe('ok');
    expect((await write(kernel, 'One')).ok).toBe(true);
    expect(readMark(file)).toMatchObject({ sizes: { [`${COOP}/joint`]: 1 } });
    await kernel.close();
    const again = await start(database);
    expect((await again.kernel.standing()).state).toBe('ok');
    // Killed between the commit and the file, which software before this one wrote: the database is ahead, which is no restore.
    writeFileSync(file, JSON.stringify({ v: 1, instance: readMark(file)?.instance, sizes: {} }));
    expect((await (await start(database)).kernel.standing()).state).toBe('ok');
    expect(readMark(file)).toMatchObject({ sizes: { [`${COOP}/joint`]: 1 } });
  });

  test('given older data, then nothing is signed until every peer has shown its mirror, and all that was said is there again', async () => {
    const { kernel } = await start();
    const { record, version } = await (async () => {
      const made = await kernel.commit([{ ...pledgeOf('Sixty'), agree: true }], { coop: COOP, by });
      if (!made.ok) throw new Error('refused');
      return made.value.records[0]!;
    })();
    for (const at of [1, 2]) await carry(COOP, kernel, peer(at).kernel);
    await write(kernel, 'Seen by the third only');
    await carry(COOP, kernel, peer(2).kernel);
    const before = await kernel.dump(COOP);

    const restored = (await start()).kernel;
    expect(await restored.standing()).toMatchObject({ state: 'restored', because: 'other-instance', waitsFor: [{ peer: 'P2' }, { peer: 'P3' }], lost: [{ journal: `${COOP}/joint`, from: 0, to: 2 }] });
    expect(problemsOf(await write(restored, 'Too early'))).toEqual(['node.restored']);
    expect(await learnFrom(restored, peer(1).kernel)).toMatchObject({ ok: true, value: { from: 0, size: 1 } });
    expect(problemsOf(await write(restored, 'Still too early'))).toEqual(['node.restored']);
    expect((await restored.standing()).waitsFor).toEqual([{ coop: COOP, peer: 'P3' }]);
    expect(await learnFrom(restored, peer(2).kernel)).toMatchObject({ ok: true, value: { from: 1, size: 2 } });
    expect(await restored.standing()).toMatchObject({ state: 'ok', waitsFor: [], lost: [] });
    expect(await restored.dump(COOP)).toBe(before);
    // It has consented and may not decline now: what it said binds it still.
    expect(problemsOf(await restored.commit([{ verb: 'reject', record, h: version }], { coop: COOP, by }))).toEqual(['consent.already-consented']);
    expect(await write(restored, 'Goes on')).toMatchObject({ ok: true, value: { index: 2 } });
    for (const at of [1, 2]) await carry(COOP, restored, peer(at).kernel);
    expect(await auditNode({ database: opened.at(-1)!.database, party: 'P1', cooperations: [all.cooperation], kinds: testKinds, keys: all.nodes[0]!.keys })).toMatchObject({ faults: [] });
  });

  test('given a restart in the middle, then it is still restored and remembers who answered', async () => {
    const { kernel } = await start();
    await write(kernel, 'One');
    await carry(COOP, kernel, peer(1).kernel);
    const { kernel: restored, database } = await start();
    await learnFrom(restored, peer(1).kernel);
    await restored.close();
    const again = (await start(database)).kernel;
    expect(await again.standing()).toMatchObject({ state: 'restored', waitsFor: [{ peer: 'P3' }] });
    expect(problemsOf(await write(again, 'No'))).toEqual(['node.restored']);
    await again.mirrorAnswered(COOP, 'P3');
    expect((await write(again, 'Yes')).ok).toBe(true);
  });

  test('given acts that no mirror holds, then their places are not used before an administrator has said that they are lost', async () => {
    const { kernel } = await start();
    await write(kernel, 'Mirrored');
    await carry(COOP, kernel, peer(1).kernel);
    await write(kernel, 'Acknowledged, and nowhere else');
    const restored = (await start()).kernel;
    for (const at of [1, 2]) await learnFrom(restored, peer(at).kernel);
    expect(await restored.standing()).toMatchObject({ state: 'restored', waitsFor: [], lost: [{ from: 1, to: 2 }] });
    expect(problemsOf(await write(restored, 'No'))).toEqual(['node.restored']);
    expect((await restored.acceptLoss(by, 'not mine to say')).ok).toBe(false);
    expect((await restored.acceptLoss(administrator, 'The disk burned')).ok).toBe(true);
    const [leaf] = await restored.leaves(COOP, 'P1', 'joint', 1, 1);
    expect(JSON.parse(Buffer.from(leaf!).toString())).toMatchObject({ items: [{ verb: 'excuse', peer: 'P1', reason: 'The disk burned' }] });
    expect((await write(restored, 'Yes')).ok).toBe(true);
  });

  test('given a peer that is gone for good, then an administrator may go on without it, by an act the others see', async () => {
    const { kernel } = await start();
    await write(kernel, 'One');
    await carry(COOP, kernel, peer(1).kernel);
    const restored = (await start()).kernel;
    await learnFrom(restored, peer(1).kernel);
    expect((await restored.excuse('P3', by, 'no')).ok).toBe(false);
    expect((await restored.excuse('P3', administrator, 'Its ministry was dissolved')).ok).toBe(true);
    expect((await write(restored, 'Goes on')).ok).toBe(true);
    expect(await carry(COOP, restored, peer(1).kernel)).toBe(true);
    const [leaf] = await peer(1).kernel.leaves(COOP, 'P1', 'joint', 1, 1);
    expect(JSON.parse(Buffer.from(leaf!).toString())).toMatchObject({ actor: { role: 'administrator', person: 'admin' }, items: [{ verb: 'excuse', peer: 'P3', reason: 'Its ministry was dissolved' }] });
  });

  test('given no high-water file, an unreadable one, or a peer that is further, then the node says so', async () => {
    const { kernel, database } = await start();
    await write(kernel, 'One');
    await carry(COOP, kernel, peer(1).kernel);
    rmSync(file);
    expect(await (await start(database)).kernel.standing()).toMatchObject({ state: 'restored', because: 'no-high-water' });
    writeFileSync(file, 'rubbish');
    await expect(start(await openOn(engine))).rejects.toThrow('data.high-water-damaged');
    const blank = (await start(undefined, null)).kernel;
    expect((await blank.standing()).state).toBe('ok');
    expect(await blank.takeNote({ coop: COOP, party: 'P1', audience: 'joint' }, (await peer(1).kernel.journal(COOP, 'P1', 'joint')).checkpoint ?? '')).toMatchObject({ ok: false, problems: [{ id: 'journal.ahead' }] });
    expect(await blank.standing()).toMatchObject({ state: 'restored', because: 'peer-ahead' });
    expect(problemsOf(await write(blank, 'No'))).toEqual(['node.restored']);
  });

  test('given a process beside that wrote nothing, then the file is left as it is; given one that left it behind, then it is made level', async () => {
    const { kernel, database } = await start();
    await write(kernel, 'One');
    const guard = await Guard.open({ handle: database.kysely, party: 'P1', file, now: () => Temporal.Now.instant() });
    const { ino, mtimeMs } = statSync(file);
    await guard.look();
    expect(statSync(file)).toMatchObject({ ino, mtimeMs });
    writeFileSync(file, JSON.stringify({ v: 1, ...readMark(file), sizes: {} }));
    await guard.look();
    expect(readMark(file)).toMatchObject({ sizes: { [`${COOP}/joint`]: 1 } });
    await guard.close();
  });

  test('given a disk that refuses the file, then the act is not acknowledged and nothing more is signed', async () => {
    const { kernel } = await start();
    await write(kernel, 'One');
    rmSync(join(file, '..'), { recursive: true });
    writeFileSync(join(file, '..'), 'a file where the folder was');
    await expect(write(kernel, 'Two')).rejects.toThrow(/EEXIST|ENOTDIR/u);
    expect((await kernel.standing()).state).toBe('unsafe');
    expect(problemsOf(await write(kernel, 'Three'))).toEqual(['node.unsafe']);
    expect(existsSync(file)).toBe(false);
  });
});
