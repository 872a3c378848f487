import { canonicalBytes } from '@entente/verify';
import { expect, test } from 'vitest';
import { contentHash } from '../src/identity.ts';
import { carry } from '../src/testing.ts';
import { ballot, Forger, nameOf, newRecord, proposeItem, putItem } from './support/forger.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, read, refused, storyOf } from './support/nodes.ts';
import type { TestNode } from '../src/testing.ts';
import type { Engine } from '@entente/testing';

const bytes = (text: string) => new TextEncoder().encode(text);

/** A node `a` whose peer P2 writes what the test wants. */
function withForger(engine: Engine) {
  const nodes = nodesFor(engine, 2);
  return { nodes, forger: () => new Forger('P2', nodes.all.cooperation, nodes.b.signer) };
}

const itemsOf = async (node: TestNode) => (JSON.parse(await node.kernel.dump(COOP)) as { items: { idx: number; party: string; class: string; reason: string | null }[] }).items
  .filter((item) => item.party === 'P2').map((item) => [item.idx, item.class, item.reason]);

onEngines('a peer\'s leaves', (engine) => {
  const { nodes, forger } = withForger(engine);
  // One journal for the whole block: each test appends to what the ones before sent.
  let lazy: Forger | undefined;
  const p2 = () => (lazy ??= forger());

  test('given leaves that break the envelope, when admitted, then all are stored, void, and later acts count', async () => {
    const { a } = nodes;
    const record = newRecord();
    const good = p2().envelope([putItem(record, { text: { en: 'Good' } })]);
    p2().raw(bytes('not json')).raw(bytes('{"b":1,"a":2}')).raw(bytes('{"v":1, "x":2}')).raw(bytes('{"a":1,"a":1}')).raw(Uint8Array.of(0xff, 0xfe)).raw(bytes(`"${'x'.repeat(70_000)}"`))
      .act([putItem(newRecord(), { text: { en: 'Elsewhere' } })], { coop: 'other' })
      .act([putItem(newRecord(), { text: { en: 'Impostor' } })], { party: 'P1' })
      .act([]).act([putItem(newRecord(), { text: { en: 'When' } })], { made: 'yesterday' })
      .raw(canonicalBytes(good)).raw(canonicalBytes(good))
      .act([putItem(newRecord(), { text: { en: 'From tomorrow' } })], { v: 2 });
    const result = await p2().send(a.kernel);
    expect(result).toEqual({ ok: true, value: { from: 0, size: 13, classes: { admitted: 1, held: 1, void: 11 } } });
    expect(await a.kernel.leaves(COOP, 'P2', 'joint', 0, 100)).toEqual(p2().leaves.map((leaf) => (engine.name === 'PGlite' ? leaf : Buffer.from(leaf))));
    expect((await read(a).get(COOP, record))?.title).toEqual({ en: 'Good' });
  });

  test('given items of unknown verb, wrong shape or lying hash beside a good one, then each stands or falls by itself', async () => {
    const { a } = nodes;
    const record = newRecord();
    const at = p2().leaves.length;
    p2().act([
      { verb: 'levitate', record }, { verb: 'put', kind: 'story' }, putItem(newRecord(), { text: { en: 'True' } }, null, { hash: contentHash({ text: 'false' }) }),
      putItem(record, { text: { en: 'Stands' } }), { verb: 'excuse', peer: 'P3', reason: 'gone' },
    ]);
    expect(await p2().send(a.kernel)).toMatchObject({ ok: true, value: { classes: { held: 1 } } });
    expect((await itemsOf(a)).filter(([idx]) => idx === at)).toEqual([
      [at, 'held', 'item.verb'], [at, 'void', 'item.shape'], [at, 'void', 'content.hash'], [at, 'admitted', null], [at, 'admitted', null],
    ]);
    expect((await read(a).get(COOP, record))?.standing).toBe('current');
  });

  test('given a put on a version not known yet, then it is held until that one comes; on a replaced one it is void', async () => {
    const { a } = nodes;
    const record = newRecord();
    const [one, two, three] = ['One', 'Two', 'Three'].map((text) => ({ text: { en: text } }));
    const at = p2().leaves.length;
    p2().act([putItem(record, one!)]).act([putItem(record, three!, contentHash(two))]);
    expect(await p2().send(a.kernel)).toMatchObject({ ok: true, value: { classes: { admitted: 1, held: 1, void: 0 } } });
    p2().act([putItem(record, two!, contentHash(one))]).act([putItem(record, { text: { en: 'Late' } }, contentHash(one))]);
    expect(await p2().send(a.kernel)).toMatchObject({ ok: true, value: { classes: { admitted: 1, held: 0, void: 1 } } });
    expect((await itemsOf(a)).filter(([idx]) => Number(idx) >= at)).toEqual([
      [at, 'admitted', null], [at + 1, 'admitted', null], [at + 2, 'admitted', null], [at + 3, 'void', 'record.replaced'],
    ]);
    expect(await read(a).get(COOP, record)).toMatchObject({ content: three!, ordinal: 3 });
  });

  test('given content that travels as a blob, then it is held until the blob comes', async () => {
    const { a } = nodes;
    const record = newRecord();
    const content = { text: { en: 'By digest' } };
    const { content: _, ...item } = putItem(record, content) as { content?: unknown };
    p2().act([item]);
    expect(await p2().send(a.kernel)).toMatchObject({ ok: true, value: { classes: { held: 1 } } });
    expect(await read(a).get(COOP, record)).toBeNull();
    expect(await a.kernel.blobs.missing(COOP, 10)).toEqual([{ sha256: contentHash(content), party: 'P2' }]);
    await a.kernel.blobs.put(canonicalBytes(content), 'application/octet-stream');
    expect(await read(a).get(COOP, record)).toMatchObject({ content, standing: 'current' });
    expect(await a.kernel.blobs.missing(COOP, 10)).toEqual([]);
  });

  test('given kinds and records that do not belong to the party, then they are void or held and harm nothing', async () => {
    const { a } = nodes;
    const mine = await done(a, storyOf('Mine'));
    const joint = await done(a, pledgeOf('Ours'));
    const at = p2().leaves.length;
    const seen = { P1: (await a.kernel.journal(COOP, 'P1', 'joint')).size };
    p2().act([putItem(mine.record, { text: { en: 'Stolen' } }, mine.version)], { seen })
      .act([putItem(joint.record, { text: { en: 'Turned' } })], { seen })
      .act([{ ...proposeItem(mine.record, { text: { en: 'Shared' } }), kind: 'story' }], { seen })
      .act([putItem(newRecord(), { text: { en: 'Unknown kind' } }, null, { kind: 'unicorn' })])
      .act([putItem(newRecord(), { text: { en: 'Newer' } }, null, { kv: 9 })])
      .act([ballot('consent', newRecord(), 'f'.repeat(64))]);
    await p2().send(a.kernel);
    expect((await itemsOf(a)).filter(([idx]) => Number(idx) >= at)).toEqual([
      [at, 'void', 'record.foreign'], [at + 1, 'void', 'record.kind'], [at + 2, 'void', 'record.verb'], [at + 3, 'held', 'kind.unknown'], [at + 4, 'held', 'kind.version'], [at + 5, 'held', 'record.unknown'],
    ]);
    expect((await read(a).get(COOP, mine.record))?.content).toEqual({ text: { en: 'Mine' } });
    expect((await read(a).get(COOP, joint.record))?.content).toEqual({ text: { en: 'Ours' } });
  });

  test('given content of any shape, then admission does not judge it and pages can still read it', async () => {
    const { a } = nodes;
    const records = [{}, { text: 5 }, { text: { en: ['x'] }, about: 'nowhere' }, { text: null, more: { deep: [1, { x: 2 }] } }].map((content) => {
      const record = newRecord();
      p2().act([putItem(record, content)]);
      return { record, content };
    });
    expect(await p2().send(a.kernel)).toMatchObject({ ok: true, value: { classes: { admitted: 4 } } });
    for (const { record, content } of records) expect((await read(a).get(COOP, record))?.content).toEqual(content);
    expect((await read(a).list({ coop: COOP, kind: 'story', limit: 100 })).total).toBeGreaterThan(4);
  });

  test('given a consent by somebody to content nobody here can show, then nobody here can consent to it', async () => {
    const { a } = nodes;
    const record = newRecord();
    const content = { text: { en: 'Pledge' }, number: -5 };
    p2().act([proposeItem(record, content), ballot('consent', record, nameOf(record, content))]);
    await p2().send(a.kernel);
    const h = nameOf(record, content);
    expect(await read(a).choices(COOP, record)).toEqual([{ h, consent: { allowed: false, why: 'candidate.not-shown' }, reject: { allowed: true } }]);
    expect(await refused(a, { verb: 'consent', record, h })).toEqual(['candidate.not-shown']);
  });

  test('given everything above, when rebuilt, then nothing has changed', async () => {
    const { a } = nodes;
    const before = await a.kernel.dump(COOP);
    await a.kernel.rebuild(COOP);
    expect(await a.kernel.dump(COOP)).toBe(before);
  });
});

onEngines('a bundle of leaves', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('given leaves already held, when they come again, then nothing changes', async () => {
    const { a, b } = nodes;
    await done(a, storyOf('One'));
    await done(a, pledgeOf('Two'));
    await nodes.all.sync();
    const before = await b.kernel.dump(COOP);
    const journal = await a.kernel.journal(COOP, 'P1', 'joint');
    const leaves = await a.kernel.leaves(COOP, 'P1', 'joint', 0, 10);
    const source = { coop: COOP, party: 'P1', audience: 'joint' } as const;
    expect(await b.kernel.admit(source, 0, leaves, journal.checkpoint ?? '')).toEqual({ ok: true, value: { from: 2, size: 2, classes: { admitted: 0, held: 0, void: 0 } } });
    expect(await b.kernel.admit(source, 1, leaves.slice(1), journal.checkpoint ?? '')).toMatchObject({ ok: true, value: { size: 2 } });
    expect(await b.kernel.dump(COOP)).toBe(before);
  });

  test('given an overlap and new leaves, then the overlap is skipped', async () => {
    const { a, b } = nodes;
    await done(a, storyOf('Three'));
    const journal = await a.kernel.journal(COOP, 'P1', 'joint');
    const result = await b.kernel.admit({ coop: COOP, party: 'P1', audience: 'joint' }, 0, await a.kernel.leaves(COOP, 'P1', 'joint', 0, 10), journal.checkpoint ?? '');
    expect(result).toEqual({ ok: true, value: { from: 2, size: 3, classes: { admitted: 1, held: 0, void: 0 } } });
  });

  test('given a flipped bit, a missing leaf, another order, a gap or a short answer, then it is refused whole and nothing is stored', async () => {
    const { a, b } = nodes;
    for (const text of ['Four', 'Five', 'Six']) await done(a, storyOf(text));
    const journal = await a.kernel.journal(COOP, 'P1', 'joint');
    const held = (await b.kernel.journal(COOP, 'P1', 'joint')).size;
    const leaves = await a.kernel.leaves(COOP, 'P1', 'joint', held, 10);
    const before = await b.kernel.dump(COOP);
    const flipped = leaves.map((leaf, at) => (at === 1 ? Uint8Array.from(leaf, (byte, place) => (place === 20 ? byte ^ 1 : byte)) : leaf));
    const give = async (from: number, given: readonly Uint8Array[], note = journal.checkpoint ?? '') => {
      const result = await b.kernel.admit({ coop: COOP, party: 'P1', audience: 'joint' }, from, given, note);
      return result.ok ? 'taken' : result.problems.map((problem) => problem.id).join();
    };
    expect(await give(held, flipped)).toBe('journal.root');
    expect(await give(held, [leaves[0]!, leaves[2]!, leaves[1]!])).toBe('journal.root');
    expect(await give(held, leaves.slice(0, 2))).toBe('journal.short');
    expect(await give(held + 1, leaves.slice(1))).toBe('journal.gap');
    expect(await give(held, leaves, (journal.checkpoint ?? '').replace('\n6\n', '\n7\n'))).toBe('journal.checkpoint');
    expect(await give(held, leaves, 'nonsense')).toBe('journal.checkpoint');
    expect(await give(-1, leaves)).toBe('journal.gap');
    expect(await b.kernel.dump(COOP)).toBe(before);
    expect((await b.kernel.journal(COOP, 'P1', 'joint')).size).toBe(held);
    expect(await give(held, leaves)).toBe('taken');
  });

  test('given a journal of nobody, of ourselves or of the wrong audience, then it is refused by name', async () => {
    const { a, b } = nodes;
    const { checkpoint } = await a.kernel.journal(COOP, 'P1', 'joint');
    const give = async (source: Parameters<typeof b.kernel.admit>[0]) => {
      const result = await b.kernel.admit(source, 0, [], checkpoint ?? '');
      return result.ok ? 'taken' : result.problems[0]?.id;
    };
    expect(await give({ coop: COOP, party: 'P2', audience: 'joint' })).toBe('journal.own');
    expect(await give({ coop: COOP, party: 'P9', audience: 'joint' })).toBe('journal.party');
    expect(await give({ coop: COOP, party: 'P1', audience: 'home' })).toBe('journal.audience');
    expect(await give({ coop: COOP, party: 'P1', audience: 'public' })).toBe('journal.checkpoint');
    expect(await give({ coop: 'nowhere', party: 'P1', audience: 'joint' })).toBe('coop.unknown');
  });

  test('given home acts, then they never leave the node', async () => {
    const { a, b } = nodes;
    const { record } = await done(a, { verb: 'put', kind: 'memo', content: { text: 'For us only' } });
    await nodes.all.sync();
    expect(await read(a).get(COOP, record)).toMatchObject({ standing: 'current' });
    expect((await b.kernel.journals()).map((journal) => journal.audience)).not.toContain('home');
    expect(await b.kernel.dump(COOP)).toBe(await a.kernel.dump(COOP));
    expect(await a.kernel.dump(COOP)).not.toContain('For us only');
  });

  test('given nodes in sync, when carried once more, then nothing moves', async () => {
    const { a, b } = nodes;
    await nodes.all.sync();
    expect(await carry(COOP, a.kernel, b.kernel)).toBe(false);
  });
});

onEngines('a field that an index cannot hold', (engine) => {
  const { nodes, forger } = withForger(engine);

  test('given values longer than an entry of an index, then they come in, are found by all of them and by nothing shorter, and filters go on', async () => {
    const { a } = nodes;
    // Digests: nothing a database could make shorter.
    const noise = (seed: string, length: number) => Array.from({ length: Math.ceil(length / 64) }, (_, at) => contentHash({ seed, at })).join('').slice(0, length);
    const long = noise('long', 40_000);
    const beside = `${long.slice(0, 300)}${noise('beside', 40_000)}`;
    const lao = 'ຫົ'.repeat(150);
    const states = [long, beside, long.slice(0, 199), long.slice(0, 200), long.slice(0, 201), lao, 'sent'];
    const records = states.map(() => newRecord());
    const p2 = forger();
    for (const [at, state] of states.entries()) p2.act([putItem(records[at]!, { text: { en: state.slice(0, 40) }, state, about: noise(`about ${at}`, 20_000) })]);
    p2.act([proposeItem(newRecord(), { text: { en: noise('title', 30_000) }, number: noise('number', 9_000), due: noise('due', 9_000), theme: [noise('theme', 9_000)] })]);
    expect(await p2.send(a.kernel)).toMatchObject({ ok: true, value: { from: 0, size: 8, classes: { admitted: 8, held: 0, void: 0 } } });
    const found = async (filter: object) => (await read(a).list({ coop: COOP, kind: 'story', filters: [{ field: 'state', ...filter }] })).rows.map(({ id }) => id);
    for (const [at, state] of states.entries()) expect(await found({ is: state }), `${at}`).toEqual([records[at]]);
    expect(await found({ is: long.slice(0, 250) })).toEqual([]);
    expect(new Set(await found({ in: [long, 'sent', 'closed'] }))).toEqual(new Set([records[0], records[6]]));
    expect(await found({ in: ['sent', 'closed'] })).toEqual([records[6]]);
    await a.kernel.caughtUp(COOP);
    await a.kernel.rebuild(COOP);
    expect(await found({ is: beside })).toEqual([records[1]]);
  });
});
