/** Lists by date in either direction, and by what they link to: right on every page, and found by an index however many there are. */
import { expect, test } from 'vitest';
import { conditionsOf, Parameters } from '../src/read/conditions.ts';
import { idsOf, orderOf } from '../src/read/order.ts';
import { run } from '../src/store/index.ts';
import { pledge, story, testKinds } from './support/kinds.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, read, storyOf } from './support/nodes.ts';
import { createKernel, type AnyKind, type ListQuery } from '../src/index.ts';

const MANY = 5_000;

onEngines('orders of lists', (engine) => {
  const nodes = nodesFor(engine, 1);
  const plan = async (kind: AnyKind, query: Omit<ListQuery, 'coop' | 'kind'>): Promise<string> => {
    const p = new Parameters();
    const where = conditionsOf({ coop: COOP, kind: kind.name, ...query }, kind, ['public', 'joint', 'home'], p);
    const text = idsOf(where, orderOf({ coop: COOP, kind: kind.name, ...query }, kind), p.add(20), p.add(0));
    return (await run<{ 'QUERY PLAN': string }>(nodes.a.database.kysely, `explain ${text}`, p.values)).map((row) => row['QUERY PLAN']).join('\n');
  };

  test('given dates whole and in part, the same twice, and none, then both directions are each other backwards, what has none stands last, and pages do not overlap', async () => {
    const dates = ['2019', '2020-05', '2020-05', undefined, '2020-12-31', '2018-01', undefined, '2020-05'];
    for (const [at, due] of dates.entries()) await done(nodes.a, pledgeOf(`${at}`, due === undefined ? {} : { due }));
    const ids = async (sort: string, limit: number, offset: number) => (await read(nodes.a).list({ coop: COOP, kind: 'pledge', sort, limit, offset })).rows.map(({ id, date }) => ({ id, date }));
    for (const sort of ['date', '-date']) {
      const all = await ids(sort, 100, 0);
      expect(all.map(({ date }) => date)).toEqual([...(sort === 'date' ? ['2018-01', '2019', '2020-05', '2020-05', '2020-05', '2020-12-31'] : ['2020-12-31', '2020-05', '2020-05', '2020-05', '2019', '2018-01']), null, null]);
      const pages = [];
      for (let offset = 0; offset < 9; offset += 3) pages.push(...await ids(sort, 3, offset));
      expect(pages).toEqual(all);
    }
  });

  test('given thousands of records, then a page from the oldest on reads its own records only, of all and of those that link to one', async () => {
    const { record } = await done(nodes.a, pledgeOf('named'));
    await done(nodes.a, storyOf('one', { about: record }));
    const other = (n: string) => `('00000000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))`;
    const row = (kind: string, content: string, date: string) => run(nodes.a.database.kysely, `insert into record (coop, id, kind, kv, audience, party, standing, version, ordinal, content, title, sort, translations, date, at, waits_for)
      select $1, gen_random_uuid(), '${kind}', 1, 'joint', 'P1', 'current', 'x', 1, ${content}, '{}', '{}', '{}', ${date}, now(), '{}' from generate_series(1, $2::int) as n`, [COOP, MANY]);
    await row('pledge', `'{}'`, `to_char(date '2001-01-01' + n, 'YYYY-MM-DD')`);
    await row('story', `jsonb_build_object('about', ${other('n / 2')})`, 'null');
    await run(nodes.a.database.kysely, 'analyze record');
    expect(await plan(pledge, { sort: 'date' })).toMatch(/Index (Only )?Scan Backward using record_date/u);
    const asked = await run<{ id: string }>(nodes.a.database.kysely, `select ${other('n')} as id from generate_series(1, 10) as n`);
    const about = asked.map(({ id }) => id);
    const few = await plan(story, { filters: [{ field: 'about', in: about }], sort: 'date' });
    expect(few).not.toContain('Seq Scan on record');
    expect(few).toMatch(/Index Cond: .*about/u);
    expect(few).not.toMatch(/record_date/u);
  });

  test('given a kernel that starts again, then it makes its indexes and statistics once', async () => {
    const made = async () => run<{ name: string; id: string }>(nodes.a.database.kysely, `select stxname as name, oid::text as id from pg_statistic_ext where stxnamespace = current_schema()::regnamespace order by 1`);
    const before = await made();
    expect(before.length).toBeGreaterThan(0);
    await (await createKernel({ party: nodes.a.party, cooperations: nodes.a.kernel.cooperations, kinds: testKinds, database: nodes.a.database, keys: { journal: nodes.a.signer, peers: {} } })).close();
    expect(await made()).toEqual(before);
  });
});
