import { expect, test } from 'vitest';
import type { TestNode } from '../src/testing.ts';
import { ballot, Forger, nameOf, newRecord, proposeItem } from './support/forger.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, read, refused } from './support/nodes.ts';

const standing = async (node: TestNode, record: string) => {
  const row = await read(node).get(COOP, record);
  return row && [row.standing, (row.content['text'] as { en: string }).en, row.ordinal, row.waitsFor.join()];
};
const both = async (a: TestNode, b: TestNode, record: string) => {
  const [left, right] = [await standing(a, record), await standing(b, record)];
  expect(right).toEqual(left);
  return left;
};

onEngines('consent', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('given a proposal with consent, when the other side agrees, then it is agreed on both nodes, and not before', async () => {
    const { a, b } = nodes;
    const { record, version } = await done(a, { ...pledgeOf('Train 100 teachers'), agree: true });
    expect(await standing(a, record)).toEqual(['proposed', 'Train 100 teachers', 0, 'P2']);
    await nodes.all.sync();
    expect((await read(b).waitingFor(COOP, 'P2', 100)).kinds.flatMap(({ rows }) => rows).map((row) => row.id)).toContain(record);
    expect(await read(b).choices(COOP, record)).toEqual([{ h: version, consent: { allowed: true }, reject: { allowed: true } }]);
    await done(b, { verb: 'consent', record, h: version }, { by: b.person('leader') });
    await nodes.all.sync();
    expect(await both(a, b, record)).toEqual(['agreed', 'Train 100 teachers', 1, '']);
    expect(await read(a).waitingFor(COOP, 'P2', 100)).toEqual({ total: 0, kinds: [] });
    expect((await read(a).versions(COOP, record)).map((each) => [each.version, each.acts.map((act) => `${act.party} ${act.verb}`)])).toEqual([[version, ['P1 propose', 'P1 consent', 'P2 consent']]]);
  });

  test('given identical proposals made independently, then they meet in one candidate', async () => {
    const { a, b } = nodes;
    const record = a.kernel.naturalId(COOP, 'pledge', 'minutes-2019/5a');
    for (const node of [a, b]) await done(node, { ...pledgeOf('As signed in 2019'), record, as: 'transcription', agree: true });
    await nodes.all.sync();
    expect(await both(a, b, record)).toEqual(['agreed', 'As signed in 2019', 1, '']);
    expect(await read(a).candidates(COOP, record)).toMatchObject([{ status: 'agreed', round: 0, as: 'transcription' }]);
  });

  test('given crossed proposals, then neither side may agree before one declines, and one decline solves it', async () => {
    const { a, b } = nodes;
    const record = a.kernel.naturalId(COOP, 'pledge', 'crossed');
    const ours = await done(a, { ...pledgeOf('Sixty places'), record, agree: true });
    const theirs = await done(b, { ...pledgeOf('Ninety places'), record, agree: true });
    await nodes.all.sync();
    const [choice] = (await read(a).choices(COOP, record)).filter((each) => each.h === theirs.version);
    expect(choice).toEqual({ h: theirs.version, consent: { allowed: false, why: 'consent.needs-release', params: { h: ours.version, by: 'P2' } }, reject: { allowed: true } });
    expect(await refused(a, { verb: 'consent', record, h: theirs.version })).toEqual(['consent.needs-release']);
    expect(await refused(a, { verb: 'reject', record, h: ours.version })).toEqual(['consent.already-consented']);
    await done(a, { verb: 'reject', record, h: theirs.version, reason: 'not in the budget' });
    await nodes.all.sync();
    expect(await read(b).candidates(COOP, record)).toEqual(expect.arrayContaining([expect.objectContaining({ h: theirs.version, status: 'declined', rejects: [expect.objectContaining({ party: 'P1', reason: 'not in the budget' })] })]));
    await done(b, { verb: 'consent', record, h: ours.version });
    await nodes.all.sync();
    expect(await both(a, b, record)).toEqual(['agreed', 'Sixty places', 1, '']);
  });

  test('given both decline each other\'s at once, then a third proposal can be agreed', async () => {
    const { a, b } = nodes;
    const record = a.kernel.naturalId(COOP, 'pledge', 'both-decline');
    const ours = await done(a, { ...pledgeOf('Left'), record, agree: true });
    const theirs = await done(b, { ...pledgeOf('Right'), record, agree: true });
    await nodes.all.sync();
    await done(a, { verb: 'reject', record, h: theirs.version });
    await done(b, { verb: 'reject', record, h: ours.version });
    await nodes.all.sync();
    expect((await both(a, b, record))?.[0]).toBe('declined');
    const third = await done(a, { ...pledgeOf('Middle'), record, agree: true });
    await nodes.all.sync();
    await done(b, { verb: 'consent', record, h: third.version });
    await nodes.all.sync();
    expect(await both(a, b, record)).toEqual(['agreed', 'Middle', 1, '']);
  });

  test('given a declined content, when it is proposed again, then it is another round', async () => {
    const { a, b } = nodes;
    const first = await done(a, { ...pledgeOf('Again'), agree: true });
    await nodes.all.sync();
    await done(b, { verb: 'reject', record: first.record, h: first.version, reason: 'too early' });
    await nodes.all.sync();
    const second = await done(a, { ...pledgeOf('Again'), record: first.record, agree: true });
    expect(second.version).not.toBe(first.version);
    await nodes.all.sync();
    await done(b, { verb: 'consent', record: first.record, h: second.version });
    await nodes.all.sync();
    expect((await read(b).candidates(COOP, first.record)).map((each) => `${each.round} ${each.status}`).toSorted()).toEqual(['0 declined', '1 agreed']);
  });

  test('given an agreed version, when a change is proposed, then the agreed one is shown until both agree', async () => {
    const { a, b } = nodes;
    const { record, version } = await done(a, { ...pledgeOf('First'), agree: true });
    await nodes.all.sync();
    await done(b, { verb: 'consent', record, h: version });
    await nodes.all.sync();
    const change = await done(b, { ...pledgeOf('Second'), record, on: version, agree: true });
    expect(await refused(b, { ...pledgeOf('Late'), record, on: null })).toEqual(['record.changed']);
    await nodes.all.sync();
    expect(await both(a, b, record)).toEqual(['changing', 'First', 1, 'P1']);
    await done(a, { verb: 'consent', record, h: change.version });
    await nodes.all.sync();
    expect(await both(a, b, record)).toEqual(['agreed', 'Second', 2, '']);
    expect(await refused(a, { verb: 'reject', record, h: version })).toEqual(['candidate.closed']);
    const end = await done(a, { ...pledgeOf('Second'), record, as: 'tombstone', agree: true });
    await nodes.all.sync();
    await done(b, { verb: 'consent', record, h: end.version });
    await nodes.all.sync();
    expect((await both(a, b, record))?.[0]).toBe('retired');
  });

  test('given thirty commitments in one act, then single ones are agreed and declined', async () => {
    const { a, b } = nodes;
    const { all } = await done(a, Array.from({ length: 30 }, (_, at) => ({ ...pledgeOf(`Item ${at}`), agree: true })));
    await nodes.all.sync();
    const answers = all.records.map(({ record, version }, at) => ({ verb: at === 3 ? 'reject' : 'consent', record, h: version }) as const);
    await done(b, answers);
    await nodes.all.sync();
    const rows = await read(a).many(COOP, all.records.map((each) => each.record));
    expect(Object.entries(Object.groupBy(rows.values(), (row) => row.standing)).map(([name, of]) => [name, of?.length])).toEqual(expect.arrayContaining([['agreed', 29], ['declined', 1]]));
  });

  test('given evidence files, then consent waits until their bytes are held', async () => {
    const { a, b } = nodes;
    const { sha256, size } = await a.kernel.blobs.put(new TextEncoder().encode('a scan'), 'application/pdf');
    const { record, version } = await done(a, { ...pledgeOf('With a scan', { scans: [{ sha256, name: 'scan.pdf', type: 'application/pdf', size }] }), agree: true });
    const journal = await a.kernel.journal(COOP, 'P1', 'joint');
    const held = (await b.kernel.journal(COOP, 'P1', 'joint')).size;
    await b.kernel.admit({ coop: COOP, party: 'P1', audience: 'joint' }, held, await a.kernel.leaves(COOP, 'P1', 'joint', held, 100), journal.checkpoint ?? '');
    expect(await refused(b, { verb: 'consent', record, h: version })).toEqual(['blob.missing']);
    expect(await b.kernel.blobs.missing(COOP, 10)).toEqual([{ sha256, party: 'P1' }]);
    expect(await a.kernel.blobs.entitled(COOP, sha256)).toBe(true);
    expect(await a.kernel.blobs.entitled(COOP, 'f'.repeat(64))).toBe(false);
    await nodes.all.sync();
    await done(b, { verb: 'consent', record, h: version });
    expect((await read(b).get(COOP, record))?.standing).toBe('agreed');
  });

  test('given a settlement, then it names exact versions, and only versions that exist', async () => {
    const { a } = nodes;
    const told = await done(a, { verb: 'put', kind: 'story', content: { text: { en: '120 trained' } } });
    const later = await done(a, { verb: 'put', kind: 'story', record: told.record, content: { text: { en: '121 trained' } } });
    await done(a, { ...pledgeOf('Settled'), content: { text: { en: 'Settled' }, settles: [{ record: told.record, version: told.version }, { record: told.record, version: later.version }] } });
    expect(await refused(a, { ...pledgeOf('x'), content: { text: { en: 'x' }, settles: [{ record: told.record, version: 'a'.repeat(64) }, { record: newRecord(), version: told.version }] } })).toEqual(['link.version', 'link.missing']);
  });

  test('given everything above, then both nodes hold the same, and a rebuild gives it again', async () => {
    const { a, b } = nodes;
    await nodes.all.sync();
    const dump = await a.kernel.dump(COOP);
    expect(await b.kernel.dump(COOP)).toBe(dump);
    await b.kernel.rebuild(COOP);
    expect(await b.kernel.dump(COOP)).toBe(dump);
  });
});

onEngines('a party that breaks the rules of consent', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('given it consents twice without release, then the second is void and shown as a breach', async () => {
    const { a, b } = nodes;
    const p2 = new Forger('P2', nodes.all.cooperation, b.signer);
    const record = newRecord();
    const [left, right] = [{ text: { en: 'Left' } }, { text: { en: 'Right' } }];
    p2.act([proposeItem(record, left), ballot('consent', record, nameOf(record, left))])
      .act([proposeItem(record, right), ballot('consent', record, nameOf(record, right)), ballot('reject', record, nameOf(record, left))]);
    expect(await p2.send(a.kernel)).toMatchObject({ ok: true });
    const dump = JSON.parse(await a.kernel.dump(COOP)) as { items: { verb: string; idx: number; class: string; reason: string | null }[] };
    expect(dump.items.filter((item) => item.idx === 1).map((item) => [item.verb, item.class, item.reason])).toEqual([
      ['propose', 'admitted', null], ['consent', 'void', 'ballot.not-released'], ['reject', 'void', 'ballot.consented-before'],
    ]);
    await done(a, { verb: 'consent', record, h: nameOf(record, left) });
    expect((await read(a).get(COOP, record))?.content).toEqual(left);
  });

  test('given a ballot made in view of acts that are not here, then it and the party\'s later ones on that record wait, and nothing else', async () => {
    const { a } = nodes;
    const p2 = new Forger('P2', nodes.all.cooperation, nodes.b.signer);
    p2.leaves = [...(await a.kernel.leaves(COOP, 'P2', 'joint', 0, 100))].map((leaf) => Uint8Array.from(leaf));
    const [early, other] = [newRecord(), newRecord()];
    const content = { text: { en: 'Seen too much' } };
    const mine = (await a.kernel.journal(COOP, 'P1', 'joint')).size;
    p2.act([proposeItem(early, content), ballot('consent', early, nameOf(early, content))], { seen: { P1: mine + 1 } })
      .act([proposeItem(other, content), ballot('consent', other, nameOf(other, content))], { seen: { P1: mine } });
    await p2.send(a.kernel);
    expect(await read(a).get(COOP, early)).toBeNull();
    expect((await read(a).get(COOP, other))?.waitsFor).toEqual(['P1']);
    // What it claims to have seen comes to be: its ballot counts from then on.
    const next = await done(a, { verb: 'consent', record: other, h: nameOf(other, content) });
    expect(next.all.index).toBe(mine);
    expect((await read(a).get(COOP, early))?.waitsFor).toEqual(['P1']);
  });
});

onEngines('three parties', (engine) => {
  const nodes = nodesFor(engine, 3);

  test('given three, then it is agreed when all three have consented', async () => {
    const [a, b, c] = nodes.all.nodes as [TestNode, TestNode, TestNode];
    const { record, version } = await done(a, { ...pledgeOf('Among three'), agree: true });
    await nodes.all.sync();
    await done(b, { verb: 'consent', record, h: version });
    await nodes.all.sync();
    expect(await standing(c, record)).toEqual(['proposed', 'Among three', 0, 'P3']);
    await done(c, { verb: 'consent', record, h: version });
    await nodes.all.sync();
    expect(await both(a, c, record)).toEqual(['agreed', 'Among three', 1, '']);
    const dumps = await Promise.all(nodes.all.nodes.map((node) => node.kernel.dump(COOP)));
    expect(new Set(dumps).size).toBe(1);
  });
});
