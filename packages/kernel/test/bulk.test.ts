import { randomUUID } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { expect, test } from 'vitest';
import { bulk, insertMany, rowsInto, run, together } from '../src/store/index.ts';
import { nodesFor, onEngines } from './support/nodes.ts';

const COLUMNS = { way: 'text', n: 'int', words: 'text', small: 'short', yes: 'flag', raw: 'bytes', id: 'uuid', body: 'json', at: 'instant', names: 'texts' } as const;
const TABLE = bulk('copied_test', COLUMNS);
const READ = `select n, words, small, yes, encode(raw, 'hex') as raw, id::text as id, body::text as body, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, to_jsonb(names)::text as names from copied_test where way = $1 order by n`;

/** Everything a column may hold that could go wrong on one of the two ways. */
const rowOf = (way: string, n: number) => ({
  way, n: n % 2 === 0 ? n : n - 2_000_000_000, words: [null, '', 'ຫົວໜ້າ', 'a"b\\c\n{,}', '\u{1F409}'][n % 5], small: (n % 3) * 16_000 - 16_000, yes: n % 2 === 0,
  raw: n % 7 === 0 ? null : Uint8Array.from({ length: n % 5 }, (_, at) => (at * 93 + n) % 256), id: n % 4 === 0 ? null : IDS[n], body: [{ a: [1, '"', null] }, [], 'text', { 'ກ': '\\' }][n % 4],
  at: ['2026-11-22T03:04:05.000001Z', '1999-12-31T23:59:59.999999Z', '2026-11-22T03:04:05Z', '2026-11-22T10:04:05.5+07:00', null][n % 5], names: [[], ['vi'], ['', 'a,b', '"', 'NULL', '\\', 'ລາວ'], null][n % 4],
});
const IDS = Array.from({ length: 200 }, () => randomUUID());

onEngines('many rows of one table', (engine) => {
  const nodes = nodesFor(engine, 1);

  test('given few or many, then the same stands there whichever way they went, and what fails fails whole', async () => {
    const { kysely } = nodes.a.database;
    await kysely.executeQuery(CompiledQuery.raw('create table copied_test (way text, n int, words text, small smallint, yes boolean, raw bytea, id uuid, body jsonb, at timestamptz, names text[])'));
    const numbers = Array.from({ length: 130 }, (_, n) => n);
    await insertMany(kysely, TABLE, numbers.map((n) => rowOf('copied', n)));
    for (let from = 0; from < numbers.length; from += 10) await insertMany(kysely, TABLE, numbers.slice(from, from + 10).map((n) => rowOf('given', n)));
    const [copied, given] = [await run(kysely, READ, ['copied']), await run(kysely, READ, ['given'])];
    expect(copied).toHaveLength(130);
    expect(copied).toEqual(given);
    // Between other statements, in their order.
    const [before, , after] = await kysely.transaction().execute((trx) => together(trx, [
      { text: 'select count(*)::int as n from copied_test', values: [] },
      { text: TABLE.copy!, get values(): readonly unknown[] { throw new TypeError('rows that cannot be made'); } },
      { text: 'select 1 as n', values: [] },
    ])).catch((error: unknown) => [[String(error)], [], []]);
    expect([before, after]).toEqual([['TypeError: rows that cannot be made'], []]);
    await expect(insertMany(kysely, TABLE, numbers.map((n) => ({ ...rowOf('broken', n), id: n === 99 ? 'not an id' : null })))).rejects.toThrow('not a uuid');
    expect(await run(kysely, READ, ['broken'])).toEqual([]);
    await kysely.executeQuery(CompiledQuery.raw('drop table copied_test'));
  });

  test.runIf(engine.name === 'PostgreSQL')('given flights with many rows behind each other, when one is refused in its rows, then it is not there, nor what its rows were sent for, and the connection serves on', async () => {
    const { line, kysely } = nodes.a.database;
    await run(kysely, 'create table flown (n int primary key, words text)');
    const flown = bulk('flown', { n: 'int', words: 'text' });
    const said = (text: string) => ({ text, values: [] });
    const flight = (...from: readonly number[]) => [said('begin'), ...from.flatMap((first) => rowsInto(flown, Array.from({ length: 2_000 }, (_, at) => ({ n: first + at, words: 'x'.repeat(200) })))), said('commit')];
    const one = await line!();
    const sent = await Promise.allSettled([flight(0), flight(10_000, 100), flight(20_000), [said('rollback')], flight(30_000)].map((statements) => one.send(statements)));
    one.release();
    expect(sent.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await run(kysely, 'select n / 10000 as from, count(*)::int as many from flown group by 1 order by 1')).toEqual([{ from: 0, many: 2_000 }, { from: 3, many: 2_000 }]);
    await run(kysely, 'drop table flown');
  });
});
