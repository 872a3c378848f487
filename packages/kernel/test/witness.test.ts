import { cosignNote, openCheckpoint, parseNote, signNote, formatCheckpoint, signerFromSeed, cosignature } from '@entente/verify';
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { carry } from '../src/testing.ts';
import { Forger, nameOf, newRecord, proposeItem, putItem } from './support/forger.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, read, refused, storyOf } from './support/nodes.ts';

const ids = (result: { readonly ok: boolean; readonly problems?: readonly { readonly id: string }[] }) => (result.ok ? 'taken' : result.problems?.map(({ id }) => id).join());

onEngines('a mirror that cosigns', (engine) => {
  const nodes = nodesFor(engine, 3);

  test('given leaves taken in whole, then their checkpoint is cosigned in the same step, and its journal learns of it', async () => {
    const { a, b } = nodes;
    const c = nodes.all.nodes[2]!;
    await done(a, storyOf('One'));
    await carry(COOP, a.kernel, b.kernel);
    await carry(COOP, a.kernel, c.kernel);
    const place = { coop: COOP, party: 'P1', audience: 'joint' } as const;
    for (const each of [b, c]) {
      const mirrored = await each.kernel.journal(COOP, 'P1', 'joint');
      const opened = await openCheckpoint(mirrored.checkpoint ?? '', { journal: [a.signer.key], cosigners: [each.keys.cosigner!.key], origin: mirrored.origin });
      expect(opened).toMatchObject({ ok: true, value: { size: 1, cosigned: [{ key: each.keys.cosigner!.key }] } });
      expect(await a.kernel.takeNote(place, mirrored.checkpoint ?? '')).toMatchObject({ ok: true, value: { size: 1, held: true, cosigned: { [each.party]: expect.any(Number) as number } } });
    }
    const kept = await a.kernel.checkpoint(COOP, 'P1', 'joint', { cosignedBy: 'P2' });
    expect(Object.keys(kept?.cosigned ?? {}).toSorted()).toEqual(['P2', 'P3']);
    expect((await a.kernel.journal(COOP, 'P1', 'joint')).checkpoint).toBe(kept?.note);
    expect(await a.kernel.checkpoint(COOP, 'P1', 'joint', { cosignedBy: 'P9' })).toBeNull();
    // A third party's cosignature of a peer's journal is kept too.
    expect(await b.kernel.takeNote(place, kept?.note ?? '')).toMatchObject({ ok: true, value: { held: true } });
    expect((await b.kernel.checkpoint(COOP, 'P1', 'joint', { cosignedBy: 'P3' }))?.size).toBe(1);
  });

  test('given an older cosigned checkpoint, when more was written since, then the smallest that covers an act is found', async () => {
    const { a } = nodes;
    await done(a, storyOf('Two'));
    await done(a, storyOf('Three'));
    expect((await a.kernel.checkpoint(COOP, 'P1', 'joint'))?.size).toBe(3);
    expect((await a.kernel.checkpoint(COOP, 'P1', 'joint', { atLeast: 1 }))?.size).toBe(1);
    expect((await a.kernel.checkpoint(COOP, 'P1', 'joint', { cosignedBy: 'P2' }))?.size).toBe(1);
    expect(await a.kernel.checkpoint(COOP, 'P1', 'joint', { atLeast: 2, cosignedBy: 'P2' })).toBeNull();
    expect(await a.kernel.checkpoint(COOP, 'P1', 'joint', { atLeast: 4 })).toBeNull();
  });

  test('given lines of strangers and a false cosignature, then strangers are not kept and the false one condemns the note', async () => {
    const { a, b } = nodes;
    const place = { coop: COOP, party: 'P1', audience: 'joint' } as const;
    const state = await a.kernel.journal(COOP, 'P1', 'joint');
    const parsed = parseNote(state.checkpoint ?? '');
    if (!parsed.ok) throw new Error('no note');
    const stranger = await signerFromSeed('demo/P9/cosigner', randomBytes(32), cosignature);
    const crowded = await cosignNote(parsed.value, stranger, 1_700_000_000);
    await b.kernel.admit(place, 1, await a.kernel.leaves(COOP, 'P1', 'joint', 1, 5), crowded);
    const kept = await b.kernel.journal(COOP, 'P1', 'joint');
    expect(kept.size).toBe(3);
    expect(kept.checkpoint).not.toContain('— demo/P9/');
    const cosigner = b.keys.cosigner!;
    const forged = await cosignNote(parsed.value, { key: cosigner.key, sign: async () => new Uint8Array(randomBytes(64)) }, 1_700_000_000);
    expect(ids(await a.kernel.takeNote(place, forged))).toBe('journal.checkpoint');
  });

  test('given a note of our own journal that is ahead of us, or of another tree, then it is said which', async () => {
    const { a } = nodes;
    const { origin, size } = await a.kernel.journal(COOP, 'P1', 'joint');
    const place = { coop: COOP, party: 'P1', audience: 'joint' } as const;
    const note = (of: number) => signNote(formatCheckpoint({ origin, size: of, root: randomBytes(32) }), a.signer);
    expect(ids(await a.kernel.takeNote(place, await note(size + 1)))).toBe('journal.ahead');
    expect(ids(await a.kernel.takeNote(place, await note(size)))).toBe('journal.own-fork');
    expect(ids(await a.kernel.takeNote({ ...place, party: 'P2' }, await note(size)))).toBe('journal.checkpoint');
  });
});

onEngines('a fork found by its prefix', (engine) => {
  const nodes = nodesFor(engine, 3);

  test('given a longer tree that begins otherwise, when its party shows the prefix, then the fork is proven and told once; when somebody has looked, work goes on', async () => {
    const { a, b } = nodes;
    const [one, other] = [new Forger('P2', nodes.all.cooperation, b.signer), new Forger('P2', nodes.all.cooperation, b.signer)];
    const record = newRecord();
    const content = { text: { en: 'Before the fork' } };
    one.act([proposeItem(record, content)]);
    for (let n = 0; n < 9; n += 1) one.act([putItem(newRecord(), { text: { en: `One ${n}` } })]);
    for (let n = 0; n < 25; n += 1) other.act([putItem(newRecord(), { text: { en: `Other ${n}` } })]);
    await one.send(a.kernel);
    const place = { coop: COOP, party: 'P2', audience: 'joint' } as const;
    const nodesOf = new Map<string, Uint8Array>();
    other.frontier(25, (level, index, hash) => nodesOf.set(`${level}/${index}`, hash));
    const { consistencyProof } = await import('@entente/verify');
    const proof = await consistencyProof(10, 25, (level, index) => nodesOf.get(`${level}/${index}`)!);
    const prefix = { size: 10, root: other.frontier(10).root(), proof };
    expect(ids(await a.kernel.comparePrefix(place, await one.checkpoint(), { size: 10, root: one.frontier(10).root(), proof: [] }))).toBe('taken');
    expect(ids(await a.kernel.comparePrefix(place, await other.checkpoint(), { ...prefix, root: randomBytes(32) }))).toBe('journal.proof');
    expect(await a.kernel.accusations(COOP)).toEqual([]);
    for (let again = 0; again < 3; again += 1) expect(ids(await a.kernel.comparePrefix(place, await other.checkpoint(), prefix))).toBe('journal.forked');
    const [found, ...rest] = await a.kernel.accusations(COOP);
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ party: 'P2', looked: null, body: { prefix: 10, size: 25, theirs: await other.checkpoint() } });
    const h = nameOf(record, content);
    expect(await refused(a, { verb: 'consent', record, h })).toEqual(['peer.suspended']);

    expect(ids(await a.kernel.acknowledge(COOP, 'P2', a.person('coordinator'), 'seen'))).toBe('policy.role');
    expect(ids(await a.kernel.acknowledge(COOP, 'P2', a.person('administrator'), ' '))).toBe('field.required');
    expect(await a.kernel.acknowledge(COOP, 'P2', a.person('administrator'), 'They restored an old backup; told by telephone.')).toEqual({ ok: true, value: { evidence: 1 } });
    expect((await a.kernel.accusations(COOP))[0]?.looked).toMatchObject({ by: 'person-of-P1', reason: 'They restored an old backup; told by telephone.' });
    // The same contradiction, shown again by anybody, does not stop work a second time; a new one does.
    expect(ids(await a.kernel.comparePrefix(place, await other.checkpoint(), prefix))).toBe('journal.forked');
    await done(a, { verb: 'consent', record, h });
    expect(ids(await a.kernel.takeNote(place, await other.checkpoint(7)))).toBe('journal.forked');
    expect(await refused(a, { ...pledgeOf('Later'), agree: true })).toEqual(['peer.suspended']);
    expect((await a.kernel.accusations(COOP)).map(({ looked }) => looked === null)).toEqual([true, false]);
    expect((await read(a).get(COOP, record))?.standing).toBe('proposed');
  });
});

onEngines('an observer', (engine) => {
  const cooperation = {
    id: COOP, title: { en: 'Observed' }, themes: {}, demo: true, observers: ['W'],
    parties: ['P1', 'P2'].map((id) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#444444', dark: '#bbbbbb' }, languages: ['en'], zone: 'UTC' })),
  };
  const nodes = nodesFor(engine, 2, cooperation, { observers: true });

  test('given a cooperation, then it mirrors and cosigns, and can write nothing', async () => {
    const { a } = nodes;
    const watcher = nodes.all.nodes[2]!;
    const pledge = await done(a, pledgeOf('Observed'));
    await nodes.all.sync();
    expect(await watcher.kernel.dump(COOP)).toBe(await a.kernel.dump(COOP));
    const mirrored = await watcher.kernel.journal(COOP, 'P1', 'joint');
    expect(await a.kernel.takeNote({ coop: COOP, party: 'P1', audience: 'joint' }, mirrored.checkpoint ?? '')).toMatchObject({ ok: true, value: { cosigned: { W: expect.any(Number) as number } } });
    expect(await refused(watcher, { verb: 'consent', record: pledge.record, h: pledge.version })).toEqual(['policy.observer']);
    expect(await refused(watcher, storyOf('Not mine'))).toEqual(['policy.observer']);
    expect((await watcher.kernel.journal(COOP, 'W', 'joint')).size).toBe(0);
  });
});
