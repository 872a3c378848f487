import { fingerprint, formatBundle, readBundle, verifyBundle } from '@entente/verify';
import { expect, test } from 'vitest';
import { accusationBundle } from '../src/index.ts';
import { Forger, newRecord, proposeItem, putItem, nameOf } from './support/forger.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, read, refused } from './support/nodes.ts';

const problems = (result: { readonly ok: boolean; readonly problems?: readonly { readonly id: string }[] }) => (result.ok ? 'taken' : result.problems?.map((problem) => problem.id).join());

onEngines('a forked journal', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('given a peer that signs two histories, then the second is refused, both are kept, and consent with it stops', async () => {
    const { a, b } = nodes;
    const record = newRecord();
    const content = { text: { en: 'Before the fork' } };
    const shared = new Forger('P2', nodes.all.cooperation, b.signer).act([proposeItem(record, content)]);
    for (let n = 0; n < 300; n += 1) shared.act([putItem(newRecord(), { text: { en: `Story ${n}` } })]);
    const other = new Forger('P2', nodes.all.cooperation, b.signer);
    other.leaves = shared.leaves.slice(0, 280);
    shared.act([putItem(newRecord(), { text: { en: 'One history' } })]);
    for (let n = 0; n < 30; n += 1) other.act([putItem(newRecord(), { text: { en: `Another history ${n}` } })]);
    expect(await shared.send(a.kernel)).toMatchObject({ ok: true });
    const before = await a.kernel.dump(COOP);

    // Only later leaves: they cannot be told from damaged ones, and are refused.
    expect(problems(await other.sendFrom(a.kernel, shared.leaves.length))).toBe('journal.root');
    expect(await read(a).choices(COOP, record)).toMatchObject([{ consent: { allowed: true } }]);
    // With the overlap, the fork is proven.
    expect(problems(await other.sendFrom(a.kernel, 270))).toBe('journal.forked');
    expect(await a.kernel.dump(COOP)).toBe(before);
    const evidence = await a.database.kysely.selectFrom('evidence').selectAll().execute();
    expect(evidence).toHaveLength(1);
    const body = evidence[0]?.body as { index: number; leafHeld: string; leafGiven: string; theirs: string; held: string };
    expect(body.index).toBe(280);
    expect([body.leafHeld, body.leafGiven]).toEqual([shared.leaves[280], other.leaves[280]].map((leaf) => Buffer.from(leaf!).toString('base64')));
    expect(body.theirs).toBe(await other.checkpoint());
    // Ours carries the cosignature of this node besides.
    expect(body.held.startsWith(await shared.checkpoint())).toBe(true);
    expect(await read(a).choices(COOP, record)).toMatchObject([{ consent: { allowed: false, why: 'peer.suspended' } }]);
    expect(await refused(a, { verb: 'consent', record, h: nameOf(record, content) })).toEqual(['peer.suspended']);
    expect(await refused(a, { ...pledgeOf('Anything'), agree: true })).toEqual(['peer.suspended']);
    await done(a, pledgeOf('A proposal binds nobody'));
  });

  test('given a checkpoint of a size held here with another root, then that alone proves the fork', async () => {
    const { a, b } = nodes;
    const other = new Forger('P2', nodes.all.cooperation, b.signer);
    for (let n = 0; n < 257; n += 1) other.act([putItem(newRecord(), { text: { en: `Third history ${n}` } })]);
    const held = (await a.kernel.journal(COOP, 'P2', 'joint')).size;
    expect(problems(await a.kernel.admit({ coop: COOP, party: 'P2', audience: 'joint' }, held, [], await other.checkpoint()))).toBe('journal.forked');
    expect(await a.database.kysely.selectFrom('evidence').selectAll().execute()).toHaveLength(2);
  });

  test('given both, then one file shows them to anyone who knows the party\'s key, and to nobody what it does not show', async () => {
    const { a, b } = nodes;
    const anchors = [b.signer.key.vkey];
    const made = await accusationBundle(a.kernel, { coop: COOP, party: 'P2', anchors });
    if (!made.ok) throw new Error(problems(made));
    const reportOf = async (bytes: Uint8Array, roots: readonly string[]) => {
      const report = await verifyBundle(bytes, { roots });
      if (!report.ok) throw new Error(report.reason);
      return report.value;
    };
    const roots = anchors.map(fingerprint);
    const held = (await a.kernel.journal(COOP, 'P2', 'joint')).size;
    expect(await reportOf(made.value.bytes, roots)).toMatchObject({ authenticity: 'proven', contradictions: [
      { party: 'P2', size: 257, standing: 'authentic', problem: null, signed: [{ size: held }, { size: 257 }] },
      { party: 'P2', size: held, standing: 'authentic', problem: null, signed: [{ size: held }, { size: 310 }] },
    ] });
    expect(await reportOf(made.value.bytes, [])).toMatchObject({ authenticity: 'unproven', contradictions: [{ standing: 'consistent' }, { standing: 'consistent' }] });
    // One history shown as if it were two.
    const bundle = readBundle(made.value.bytes);
    if (!bundle.ok) throw new Error(bundle.reason);
    const [, second] = bundle.value.contradictions!;
    const honest = formatBundle({ ...bundle.value, contradictions: [{ ...second!, trees: [second!.trees[0], second!.trees[0]] }] });
    expect(await reportOf(honest, roots)).toMatchObject({ authenticity: 'unproven', contradictions: [{ standing: 'unproven', problem: 'same' }] });
    expect(problems(await accusationBundle(a.kernel, { coop: COOP, party: 'P1', anchors }))).toBe('peer.no-evidence');
  });
});

onEngines('an older checkpoint', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('given a true checkpoint of an earlier size, whatever the size, then it is no fork', async () => {
    const { a, b } = nodes;
    const p2 = new Forger('P2', nodes.all.cooperation, b.signer);
    for (let n = 0; n < 600; n += 1) p2.act([putItem(newRecord(), { text: { en: `Story ${n}` } })]);
    await p2.send(a.kernel);
    for (const size of [0, 1, 255, 256, 257, 511, 512, 513, 600]) {
      const result = await a.kernel.admit({ coop: COOP, party: 'P2', audience: 'joint' }, 600, [], await p2.checkpoint(size));
      expect([size, problems(result)]).toEqual([size, 'taken']);
    }
    const tiles = await a.database.kysely.selectFrom('tile').select(['level', 'n']).orderBy('n').execute();
    expect(tiles).toEqual([{ level: 0, n: 0 }, { level: 0, n: 1 }]);
  });
});
