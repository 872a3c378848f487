import { expect, test } from 'vitest';
import { auditNode, createKernel } from '../src/index.ts';
import { run } from '../src/store/index.ts';
import { recordsLocked } from '../src/transaction.ts';
import { testKinds } from './support/kinds.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, read, say, storyOf } from './support/nodes.ts';

onEngines('commits of many writers at once', (engine) => {
  const nodes = nodesFor(engine, 1);
  const faults = async () => (await auditNode({ database: nodes.a.database, party: nodes.a.party, cooperations: [nodes.all.cooperation], kinds: testKinds, keys: nodes.a.keys })).faults;
  const rebuilt = async () => {
    const live = await nodes.a.kernel.dump(COOP);
    await nodes.a.kernel.rebuild(COOP);
    expect(await nodes.a.kernel.dump(COOP)).toEqual(live);
  };

  test('given new records, edits, refusals and joint proposals all together, then each writer reads its own at once and a rebuild is equal', async () => {
    const empty: boolean[] = [];
    const writer = async (name: string) => {
      for (let at = 0; at < 20; at += 1) {
        const { record, version } = await done(nodes.a, storyOf(`${name} ${at}`));
        expect((await read(nodes.a).get(COOP, record))?.version).toBe(version);
        if (at % 5 === 0) await done(nodes.a, { ...storyOf(`${name} ${at}, told again`), record, on: version });
        if (at % 7 === 0) empty.push((await say(nodes.a, { verb: 'put', kind: 'story', content: {} })).ok);
        if (at % 6 === 0) await done(nodes.a, pledgeOf(`${name} pledges ${at}`, {}));
        if (at % 9 === 0) await done(nodes.a, { ...pledgeOf(`${name} agrees ${at}`, {}), agree: true });
      }
    };
    await Promise.all(Array.from({ length: 16 }, (_, at) => writer(`Writer ${at}`)));
    expect(new Set(empty)).toEqual(new Set([false]));
    const { size, projected } = await nodes.a.kernel.journal(COOP, nodes.a.party, 'joint');
    expect(projected).toBe(size);
    expect(size).toBeGreaterThan(256);
    expect(await faults()).toEqual([]);
    await rebuilt();
  });

  test('given keys against repetition, each sent several times at once and later, then each is carried out once and answered alike', async () => {
    const before = (await nodes.a.kernel.journal(COOP, nodes.a.party, 'joint')).size;
    const sent = (key: number) => done(nodes.a, storyOf(`Keyed ${key}`), { idempotency: `key ${key}` });
    const told = await Promise.all(Array.from({ length: 60 }, (_, at) => sent(at % 20)));
    for (const [at, { all }] of told.entries()) expect(all).toEqual(told[at % 20]?.all);
    expect(new Set(told.map(({ all }) => all.act)).size).toBe(20);
    expect((await sent(7)).all).toEqual(told[7]?.all);
    const other = { ...nodes.a.person(), id: 'another person' };
    expect((await done(nodes.a, storyOf('Keyed 7'), { idempotency: 'key 7', by: other })).all.act).not.toBe(told[7]?.all.act);
    expect((await nodes.a.kernel.journal(COOP, nodes.a.party, 'joint')).size).toBe(before + 21);
    expect(await faults()).toEqual([]);
    await rebuilt();
  });

  test('given many who write new versions of the same records at once, then of each version one is taken, the others are told that it changed, and a rebuild is equal', async () => {
    const { record, version } = await done(nodes.a, storyOf('Contended'));
    const joint = await done(nodes.a, pledgeOf('Amended by many', {}));
    const told = await Promise.all(Array.from({ length: 12 }, (_, at) => say(nodes.a, { ...storyOf(`Contended ${at}`), record, on: version })));
    expect(told.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(told.flatMap((each) => (each.ok ? [] : each.problems.map(({ id }) => id))))).toEqual(new Set(['record.changed']));
    const [mixed] = await Promise.all([
      Promise.all(Array.from({ length: 12 }, (_, at) => done(nodes.a, at % 2 === 0 ? { ...storyOf(`In turn ${at}`), record } : storyOf(`Beside ${at}`)))),
      Promise.all(Array.from({ length: 5 }, (_, at) => done(nodes.a, { ...pledgeOf(`Amended by many ${at}`, {}), record: joint.record }))),
    ]);
    expect((await read(nodes.a).get(COOP, record))?.version).toBe(mixed[10]?.version);
    expect(await faults()).toEqual([]);
    await rebuilt();
  });

  test('given another process that writes into the same journal meanwhile, then nobody loses an act and the journal is one tree', async () => {
    const other = await createKernel({ party: nodes.a.party, cooperations: [nodes.all.cooperation], kinds: testKinds, database: nodes.a.database, keys: nodes.a.keys });
    const before = (await nodes.a.kernel.journal(COOP, nodes.a.party, 'joint')).size;
    const told = await Promise.all(Array.from({ length: 80 }, (_, at) => (at % 4 === 0 ? other : nodes.a.kernel).commit([storyOf(`Shared ${at}`)], { coop: COOP, by: nodes.a.person() })));
    expect(told.filter(({ ok }) => !ok)).toEqual([]);
    const indexes = told.map((each) => (each.ok ? each.value.index : -1)).toSorted((a, b) => a - b);
    expect(indexes).toEqual(Array.from({ length: 80 }, (_, at) => before + at));
    expect(await faults()).toEqual([]);
    await other.close();
    await rebuilt();
  });

  test.skipIf(engine.name === 'PGlite')('given records that the database refuses behind their acts, and once more, then they are made of what is stored, and who reads meanwhile waits for them', async () => {
    const { kysely } = nodes.a.database;
    await run(kysely, 'create sequence refusals');
    await run(kysely, "create function refused_first() returns trigger language plpgsql as $$ begin if new.title::text like '%Behind%' and nextval('refusals') <= 2 then raise exception 'not now'; end if; return new; end $$");
    await run(kysely, 'create trigger refused_first before insert on record for each row execute function refused_first()');
    const told: Awaited<ReturnType<typeof done>>[] = [];
    // Records follow once nobody waited for any for a while.
    for (let at = 0; at < 6; at += 1) told.push(await done(nodes.a, storyOf(`Before ${at}`)));
    told.push(...await Promise.all(Array.from({ length: 9 }, (_, at) => done(nodes.a, storyOf(`Behind ${at}`)))));
    for (const { record, version } of told) expect((await read(nodes.a).get(COOP, record))?.version).toBe(version);
    expect((await run<{ more: boolean }>(kysely, 'select last_value > 2 as more from refusals'))[0]?.more).toBe(true);
    expect((await read(nodes.a).search(COOP, 'Behind')).length).toBeGreaterThan(0);
    await run(kysely, 'drop trigger refused_first on record');
    await run(kysely, 'drop function refused_first');
    const { record, version } = await done(nodes.a, storyOf('Behind no more'));
    expect((await read(nodes.a).list({ coop: COOP, kind: 'story', words: 'Behind no more' })).rows.map((row) => row.version)).toContain(version);
    expect((await done(nodes.a, { ...storyOf('Behind, told again'), record, on: version })).record).toBe(record);
    expect(await faults()).toEqual([]);
    await rebuilt();
  });

  test.skipIf(engine.name === 'PGlite')('given acts that the database refuses while records of others follow theirs, then no record is there without its act, and all that was acknowledged is', async () => {
    const { kysely } = nodes.a.database;
    await run(kysely, 'create sequence refused_acts');
    await run(kysely, `create function refused_act() returns trigger language plpgsql as $$ begin if convert_from(new.bytes, 'UTF8') like '%Refused%' and nextval('refused_acts') % 40 = 20 then raise exception 'not now'; end if; return new; end $$`);
    await run(kysely, 'create trigger refused_act before insert on act for each row execute function refused_act()');
    for (let at = 0; at < 6; at += 1) await done(nodes.a, storyOf(`Patient ${at}`));
    const stored: { record: string; version: string }[] = [];
    let refused = 0;
    await Promise.all(Array.from({ length: 16 }, async (_, writer) => {
      for (let at = 0; at < 40; at += 1) {
        const answer = await say(nodes.a, storyOf(`Refused ${writer} ${at}`)).catch(() => null);
        if (answer?.ok) stored.push(...answer.value.records);
        else refused += 1;
      }
    }));
    await run(kysely, 'drop trigger refused_act on act');
    await run(kysely, 'drop function refused_act');
    expect([refused > 0, stored.length > 256]).toEqual([true, true]);
    const reader = read(nodes.a);
    for (const { record, version } of stored) expect((await reader.get(COOP, record))?.version).toBe(version);
    expect(await run(kysely, 'select r.id from record r where not exists (select from item i where i.coop = r.coop and i.record = r.id)')).toEqual([]);
    expect(await faults()).toEqual([]);
    await rebuilt();
  });

  test.skipIf(engine.name === 'PGlite')('given what waits for acts whose records are on their way, then it is judged anew with them', async () => {
    const { kysely } = nodes.a.database;
    const { record } = await done(nodes.a, pledgeOf('Waits for what follows', {}));
    for (let at = 0; at < 6; at += 1) await done(nodes.a, storyOf(`Before it ${at}`));
    const [held, holding] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const holder = kysely.transaction().execute(async (trx) => {
      const { text, values } = recordsLocked(COOP);
      await run(trx, text, values);
      holding.resolve(undefined);
      await held.promise;
    });
    try {
      await holding.promise;
      for (let at = 0; at < 9; at += 1) await done(nodes.a, storyOf(`Waited for ${at}`));
      const { size, projected } = await nodes.a.kernel.journal(COOP, nodes.a.party, 'joint');
      expect(size).toBeGreaterThan(projected);
      await run(kysely, 'update item set wait_party = $2, wait_size = $3 where coop = $1 and record = $4::uuid', [COOP, nodes.a.party, size, record]);
    } finally {
      held.resolve(undefined);
      await holder;
    }
    expect((await read(nodes.a).get(COOP, record))?.id).toBe(record);
    expect(await run(kysely, 'select 1 as yes from item where wait_party is not null')).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  test.skipIf(engine.name === 'PGlite')('given tallies by another definition, then records that follow do not make them count, and lists count right', async () => {
    const { kysely } = nodes.a.database;
    for (let at = 0; at < 6; at += 1) await done(nodes.a, storyOf(`Counted ${at}`));
    await run(kysely, `update revision set tallied = n, tallied_by = 'another' where coop = $1`, [COOP]);
    await Promise.all(Array.from({ length: 8 }, (_, at) => done(nodes.a, storyOf(`Counted behind ${at}`))));
    const { total } = await read(nodes.a).list({ coop: COOP, kind: 'story' });
    const [{ n } = { n: 0 }] = await run<{ n: number }>(kysely, `select count(*)::int as n from record where kind = 'story'`);
    expect(total).toBe(n);
    expect(await run(kysely, 'select 1 as yes from revision where tallied = n')).toEqual([]);
    await nodes.a.kernel.rebuild(COOP);
    expect((await read(nodes.a).list({ coop: COOP, kind: 'story' })).total).toBe(n);
  });

  test('given a database that keeps other bytes than it was given, then nothing is acknowledged, and work goes on once it keeps them', async () => {
    const { kysely } = nodes.a.database;
    await run(kysely, "create function other_bytes() returns trigger language plpgsql as $$ begin new.bytes := set_byte(new.bytes, 20, 88); return new; end $$");
    await run(kysely, 'create trigger other_bytes before insert on act for each row execute function other_bytes()');
    const { size } = await nodes.a.kernel.journal(COOP, nodes.a.party, 'joint');
    const told = await Promise.all(Array.from({ length: 9 }, (_, at) => say(nodes.a, storyOf(`Not kept ${at}`))));
    expect(told.map((each) => (each.ok ? 'accepted' : each.problems[0]?.id))).toEqual(Array.from({ length: 9 }, () => 'journal.damaged'));
    await run(kysely, 'drop trigger other_bytes on act');
    await run(kysely, 'drop function other_bytes');
    expect((await nodes.a.kernel.journal(COOP, nodes.a.party, 'joint')).size).toBe(size);
    await done(nodes.a, storyOf('Kept'));
    expect(await faults()).toEqual([]);
  });
});
