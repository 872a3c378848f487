import { leafHash, openCheckpoint, readCanonical, rootOf, toHex } from '@entente/verify';
import { expect, test } from 'vitest';
import { naturalId } from '../src/identity.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, read, refused, say, storyOf } from './support/nodes.ts';

onEngines('a commit', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('given an owned record, when it is put, then it is current and its act stands in a signed journal', async () => {
    const { a } = nodes;
    const { record, version, all } = await done(a, storyOf('A bridge was opened'));
    const row = await read(a).get(COOP, record);
    expect(row).toMatchObject({ kind: 'story', party: 'P1', standing: 'current', version, ordinal: 1, title: { en: 'A bridge was opened' }, waitsFor: [] });
    const journal = await a.kernel.journal(COOP, 'P1', 'joint');
    expect(journal.origin).toBe('entente/demo/test/P1/joint');
    expect(journal.size).toBe(all.index + 1);
    const leaves = await a.kernel.leaves(COOP, 'P1', 'joint', 0, journal.size);
    expect(toHex(rootOf(leaves.map(leafHash)))).toBe(journal.root);
    const opened = await openCheckpoint(journal.checkpoint ?? '', { journal: [a.signer.key], origin: journal.origin });
    expect(opened.ok && [opened.value.size, toHex(opened.value.root)]).toEqual([journal.size, journal.root]);
    expect(readCanonical(leaves[all.index]!)).toMatchObject({ ok: true, value: { id: all.act, v: 1, coop: COOP, party: 'P1', items: [{ verb: 'put', record, hash: version, on: null }] } });
  });

  test('given a current version, when another is put on it, then history and both versions can be read', async () => {
    const { a } = nodes;
    const first = await done(a, storyOf('Draft'));
    const second = await done(a, { ...storyOf('Final'), record: first.record, on: first.version }, { note: 'read again' });
    expect(await read(a).get(COOP, first.record)).toMatchObject({ version: second.version, ordinal: 2, content: { text: { en: 'Final' } } });
    expect((await read(a).versions(COOP, first.record)).map((each) => [each.ordinal, each.on, each.content['text']])).toEqual([[1, null, { en: 'Draft' }], [2, first.version, { en: 'Final' }]]);
    expect(await read(a).version(COOP, first.record, first.version)).toMatchObject({ ordinal: 1, content: { text: { en: 'Draft' } } });
    expect((await read(a).history(COOP, first.record)).map((each) => [each.item.verb, each.note])).toEqual([['put', undefined], ['put', 'read again']]);
  });

  test('given somebody changed the record meanwhile, when it is put on the version seen, then nothing is written', async () => {
    const { a } = nodes;
    const first = await done(a, storyOf('One'));
    const second = await done(a, { ...storyOf('Two'), record: first.record });
    const result = await say(a, { ...storyOf('Three'), record: first.record, on: first.version });
    expect(result).toEqual({ ok: false, problems: [{ id: 'record.changed', path: [0], params: { current: second.version } }] });
    expect((await read(a).get(COOP, first.record))?.version).toBe(second.version);
  });

  test('given many wrong fields in several intents, when committed, then all problems come at once, each with its place', async () => {
    const { a } = nodes;
    const before = await a.kernel.journal(COOP, 'P1', 'joint');
    const result = await say(a, [
      { verb: 'propose', kind: 'pledge', content: { text: {}, number: -1, due: '2025-02-30', office: 'nonsense' } },
      { verb: 'put', kind: 'office', content: { name: { vi: 'Bộ' }, type: 'castle' } },
      { verb: 'put', kind: 'dragon', content: {} },
      pledgeOf('Fine', { number: 13 }),
      pledgeOf('Fine', { office: naturalId(COOP, 'office', 'nowhere'), scans: [{ sha256: 'a'.repeat(64), name: 'scan.pdf', type: 'application/pdf', size: 3 }] }),
    ]);
    expect(result.ok ? [] : result.problems.map((problem) => [problem.id, problem.path.join('.')])).toEqual([
      ['field.required', '0.text'], ['field.too-small', '0.number'], ['field.date', '0.due'], ['field.format', '0.office'],
      ['field.code', '1.type'], ['kind.unknown', '2'], ['pledge.unlucky', '3.number'], ['link.missing', '4.office'], ['blob.missing', '4.scans.0'],
    ]);
    expect(await a.kernel.journal(COOP, 'P1', 'joint')).toEqual(before);
  });

  test('given two records of which the second links to the first, when committed in one act, then both stand in one leaf', async () => {
    const { a } = nodes;
    const office = naturalId(COOP, 'office', 'ministry');
    const { all } = await done(a, [{ verb: 'put', kind: 'office', record: office, content: { name: { vi: 'Bộ Nội vụ' }, type: 'ministry' } }, pledgeOf('Train teachers', { office })]);
    expect(all.records).toHaveLength(2);
    expect(await read(a).links(COOP, office)).toEqual({ out: [], in: [{ rel: 'responsible', from: all.records[1]?.record, kind: 'pledge' }] });
  });

  test('given content too long for an act, when committed, then it travels apart by its digest and reads the same', async () => {
    const { a, b } = nodes;
    const text = 'ກະຊວງແຮງງານ ແລະ ສະຫວັດດີການສັງຄົມ '.repeat(200);
    const intents = Array.from({ length: 8 }, (_, at) => ({ verb: 'put', kind: 'story', content: { text: { lo: `${at} ${text}` } } }) as const);
    const { all } = await done(a, intents);
    const [leaf] = await a.kernel.leaves(COOP, 'P1', 'joint', all.index, 1);
    expect(leaf!.length).toBeLessThanOrEqual(65_535);
    await nodes.all.sync();
    const rows = await read(b).many(COOP, all.records.map((each) => each.record));
    expect(all.records.map(({ record }) => rows.get(record)?.content)).toEqual(intents.map((intent) => intent.content));
    expect(await b.kernel.dump(COOP)).toBe(await a.kernel.dump(COOP));
  });

  test('given the same key twice, when committed at once or later, then one act was written and both hear of it', async () => {
    const { a } = nodes;
    const before = (await a.kernel.journal(COOP, 'P1', 'joint')).size;
    const [one, two] = await Promise.all([say(a, storyOf('Once'), { idempotency: 'form-1' }), say(a, storyOf('Once'), { idempotency: 'form-1' })]);
    const three = await say(a, storyOf('Something else'), { idempotency: 'form-1' });
    expect(one.ok).toBe(true);
    expect([two, three]).toEqual([one, one]);
    expect((await a.kernel.journal(COOP, 'P1', 'joint')).size).toBe(before + 1);
  });

  test('given 40 writers at once, one of them wrong, then the others are written in one order and nothing of the wrong one', async () => {
    const { a } = nodes;
    const before = (await a.kernel.journal(COOP, 'P1', 'joint')).size;
    const results = await Promise.all(Array.from({ length: 40 }, (_, at) => say(a, at === 17 ? pledgeOf('No', { number: 13 }) : pledgeOf(`Pledge ${at}`, { number: at === 13 ? 1 : at }))));
    expect(results.filter((result) => !result.ok)).toHaveLength(1);
    expect(results[17]).toMatchObject({ ok: false, problems: [{ id: 'pledge.unlucky', path: [0, 'number'] }] });
    expect(results.flatMap((result) => (result.ok ? [result.value.index] : [])).toSorted((x, y) => x - y)).toEqual(Array.from({ length: 39 }, (_, at) => before + at));
    const found = await a.kernel.leaves(COOP, 'P1', 'joint', 0, 1_000);
    expect(toHex(rootOf(found.map(leafHash)))).toBe((await a.kernel.journal(COOP, 'P1', 'joint')).root);
  });

  test('given two writers of one record at once, then the first wins and the second is told', async () => {
    const { a } = nodes;
    const first = await done(a, storyOf('Start'));
    const results = await Promise.all(['Left', 'Right'].map((text) => say(a, { ...storyOf(text), record: first.record, on: first.version })));
    expect(results.map((result) => result.ok)).toEqual([true, false]);
    expect(results[1]).toMatchObject({ problems: [{ id: 'record.changed' }] });
  });

  test('given roles and kinds, when somebody may not, then the reason is said', async () => {
    const { a, b } = nodes;
    const mine = await done(a, storyOf('Mine'));
    await nodes.all.sync();
    expect(await refused(a, storyOf('No'), { by: a.person('reader') })).toEqual(['policy.role']);
    expect(await refused(a, storyOf('No'), { by: b.person() })).toEqual(['policy.other-party']);
    expect(await refused(b, { ...storyOf('Theirs'), record: mine.record })).toEqual(['policy.not-owner']);
    expect(await refused(b, { verb: 'retire', record: mine.record, reason: 'not ours' })).toEqual(['policy.not-owner']);
    expect(await refused(a, { verb: 'put', kind: 'pledge', content: { text: { en: 'x' } } })).toEqual(['kind.regime']);
    expect(await refused(a, { ...pledgeOf('x'), record: mine.record })).toEqual(['record.kind']);
    expect(await refused(a, { ...storyOf('Mine'), record: mine.record })).toEqual(['record.unchanged']);
    expect(await refused(a, [])).toEqual(['intent.none']);
  });

  test('given a table of states, when a record moves, then only rows of the table are taken', async () => {
    const { a } = nodes;
    const { record } = await done(a, storyOf('Case', { state: 'draft' }));
    const to = (state: string, by = a.person()) => [{ ...storyOf('Case', { state }), record }, { by }] as const;
    expect(await refused(a, storyOf('Case', { state: 'closed' }))).toEqual(['state.initial']);
    expect(await refused(a, ...to('closed'))).toEqual(['state.move']);
    await done(a, ...to('sent', a.person('focal-point')));
    expect(await refused(a, ...to('closed', a.person('focal-point')))).toEqual(['state.role']);
    expect(await refused(a, ...to('closed'))).toEqual(['state.comment']);
    await done(a, { ...storyOf('Case', { state: 'closed' }), record }, { note: 'settled by letter' });
  });

  test('given a retired record, then lists leave it out, and a put brings it back', async () => {
    const { a } = nodes;
    const { record } = await done(a, storyOf('Retiring soon'));
    await done(a, { verb: 'retire', record, reason: 'written twice' });
    expect((await read(a).get(COOP, record))?.standing).toBe('retired');
    expect((await read(a).list({ coop: COOP, kind: 'story', words: 'retiring' })).total).toBe(0);
    expect((await read(a).list({ coop: COOP, kind: 'story', words: 'retiring', standing: ['retired'] })).total).toBe(1);
    expect(await refused(a, { verb: 'retire', record, reason: 'again' })).toEqual(['record.retired']);
    await done(a, { ...storyOf('Retiring never'), record });
    expect((await read(a).get(COOP, record))?.standing).toBe('current');
  });

  test('given content that JSON cannot say, then it is refused by name', async () => {
    const { a } = nodes;
    expect(await refused(a, { verb: 'put', kind: 'story', content: 'text' })).toEqual(['content.object']);
    expect(await refused(a, storyOf('a\u0000b'))).toEqual(['content.refused']);
    expect(await refused(a, storyOf('a\ud800b'))).toEqual(['content.refused']);
    expect(await refused(a, storyOf('big', { n: 2 ** 60 }))).toEqual(['content.refused']);
  });

  test('given a cooperation this node is not in, then the answer says so', async () => {
    const result = await nodes.a.kernel.commit([storyOf('x')], { coop: 'elsewhere', by: nodes.a.person() });
    expect(result).toMatchObject({ ok: false, problems: [{ id: 'coop.unknown' }] });
  });
});

onEngines('a trial', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('is judged like a commit and leaves nothing behind, beside commits of the same moment', async () => {
    const { a } = nodes;
    const before = (await a.kernel.journal(COOP, 'P1', 'joint')).size;
    const record = naturalId(COOP, 'story', 'tried');
    const [good, bad, real] = await Promise.all([
      a.kernel.check([{ ...storyOf('Tried'), record }], { coop: COOP, by: a.person() }), a.kernel.check([{ verb: 'retire', record, reason: 'never was' }], { coop: COOP, by: a.person() }), say(a, storyOf('Real')),
    ]);
    expect([good.ok, bad.ok, real.ok]).toEqual([true, false, true]);
    expect(await read(a).get(COOP, record)).toBeNull();
    expect((await a.kernel.journal(COOP, 'P1', 'joint')).size).toBe(before + 1);
  });
});
