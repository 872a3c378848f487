import { expect, test } from 'vitest';
import { createKernel } from '../src/index.ts';
import { makeFindable } from '../src/project/index.ts';
import { run } from '../src/store/index.ts';
import { testKinds } from './support/kinds.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, read, storyOf, type openOn } from './support/nodes.ts';

const dueIn = async (database: Awaited<ReturnType<typeof openOn>>) => (await run<{ n: number }>(database.kysely, 'select count(*)::int as n from search_due'))[0]?.n;

onEngines('words that follow their commit', (engine) => {
  const nodes = nodesFor(engine, 1);
  const found = async (words: string, reader = read(nodes.a)) => (await reader.search(COOP, words)).map((hit) => hit.row.id);

  test('given a commit, when it is searched for at once, then it is found; and by its new words alone once it was changed', async () => {
    const { record, version } = await done(nodes.a, storyOf('Hydropower at Nam Ngum'));
    expect(await found('hydropower')).toEqual([record]);
    expect((await read(nodes.a).list({ coop: COOP, kind: 'story', words: 'hydropower', count: ['party'] })).rows.map((row) => row.id)).toEqual([record]);
    await done(nodes.a, { ...storyOf('Irrigation at Nam Ngum'), record, on: version });
    expect(await found('hydropower')).toEqual([]);
    expect((await read(nodes.a).list({ coop: COOP, kind: 'story', words: 'hydropower', count: ['party'] })).total).toBe(0);
    expect(await found('irrigation')).toEqual([record]);
  });

  test('given a node that stopped between a commit and its words, when another starts, then they are found and nothing is due', async () => {
    const { a } = nodes;
    const kernel = await createKernel({ party: 'P1', cooperations: [nodes.all.cooperation], kinds: testKinds, database: a.database, keys: a.keys });
    await kernel.caughtUp(COOP);
    const told = await kernel.commit([{ ...pledgeOf('A bridge over the Mekong'), agree: true }], { coop: COOP, by: a.person() });
    await kernel.close();
    expect(await dueIn(a.database)).toBe(1);
    const again = await createKernel({ party: 'P1', cooperations: [nodes.all.cooperation], kinds: testKinds, database: a.database, keys: a.keys });
    await again.caughtUp(COOP);
    expect(await found('mekong', again.reader(a.person()))).toEqual(told.ok ? told.value.records.map(({ record }) => record) : []);
    expect(await dueIn(a.database)).toBe(0);
    await again.close();
  });

  test.runIf(engine.name === 'PostgreSQL')('given a record that is changed while its words are made, then the last words are found', async () => {
    const { a } = nodes;
    const { record, version } = await done(nodes.a, storyOf('Vocational school'));
    await a.kernel.caughtUp(COOP);
    await run(a.database.kysely, 'insert into search_due (coop, record) values ($1, $2)', [COOP, record]);
    let changed: Promise<unknown> = Promise.resolve();
    await a.database.kysely.transaction().execute(async (trx) => {
      expect(await makeFindable(trx, { party: 'P1', cooperation: nodes.all.cooperation, kinds: a.kernel.kinds, languages: ['en'] })).toBe(1);
      changed = done(a, { ...storyOf('Teacher training'), record, on: version });
      // Long enough for the commit to have come as far as it can before this ends.
      await new Promise((resolve) => { setTimeout(resolve, 300); });
    });
    await changed;
    await a.kernel.caughtUp(COOP);
    expect([await found('vocational'), await found('teacher')]).toEqual([[], [record]]);
  });

  test('given words that were lost, when the records are made again, then they are there', async () => {
    const before = await nodes.a.kernel.dump(COOP);
    await run(nodes.a.database.kysely, 'delete from search');
    await nodes.a.kernel.rebuild(COOP);
    expect(await nodes.a.kernel.dump(COOP)).toBe(before);
    expect(await found('irrigation')).toHaveLength(1);
  });
});
