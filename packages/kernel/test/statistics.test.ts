import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../src/index.ts';
import { nodesFor, done, onEngines, read, COOP } from './support/nodes.ts';

describe('statistics of the embedded engine', () => {
  const nodes = nodesFor({ name: 'PGlite', open: () => Promise.resolve({ memory: true }) }, 1);
  const known = async () => Number((await sql<{ n: number }>`select reltuples as n from pg_class where relname = 'record'`.execute(nodes.a.database.kysely)).rows[0]?.n);

  it('given some acts and then quiet, then it knows how much its tables hold', async () => {
    expect(await known()).toBe(-1);
    for (let at = 0; at < 9; at += 1) await done(nodes.a, { verb: 'put', kind: 'memo', content: { text: `memo ${at}` } });
    for (let waited = 0; waited < 100 && (await known()) < 0; waited += 1) await sleep(100);
    expect(await known()).toBeGreaterThanOrEqual(9);
  });

  it('given a database closed while they are due, then nothing is left running', async () => {
    const database = await openDatabase({ memory: true });
    for (let at = 0; at < 10; at += 1) {
      await sql`insert into journal (coop, party, audience, size, frontier, root) values ('x', ${String(at)}, 'home', 0, '[]', '')`.execute(database.kysely);
    }
    await expect(database.close()).resolves.toBeUndefined();
  });
});

onEngines('lists that are kept', (engine) => {
  const nodes = nodesFor(engine, 1);
  const titles = async (sort: string) => (await read(nodes.a).list({ coop: COOP, kind: 'memo', sort, lang: 'vi', count: ['party'] })).rows.map((row) => row.content['text']);

  it('given a list that was shown, then what was written since is in it, in the order asked for', async () => {
    expect(await titles('title')).toEqual([]);
    await done(nodes.a, { verb: 'put', kind: 'memo', content: { text: 'b' } });
    expect(await titles('title')).toEqual(['b']);
    await done(nodes.a, { verb: 'put', kind: 'memo', content: { text: 'a' } });
    expect(await titles('title')).toEqual(['a', 'b']);
    expect(await titles('-title')).toEqual(['b', 'a']);
    expect(await titles('title')).toEqual(['a', 'b']);
    expect((await read(nodes.a).list({ coop: COOP, kind: 'memo', count: ['party'] })).counts['party']).toEqual({ [nodes.a.party]: 2 });
  });
});
