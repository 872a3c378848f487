/** What waits for a party: counted for each reader, the oldest first, found by an index however many wait for somebody else. */
import { expect, test } from 'vitest';
import { firstWaiting } from '../src/read/waiting.ts';
import { run, type Handle } from '../src/store/index.ts';
import { waitingByKind } from '../src/tally/index.ts';
import type { TestNode } from '../src/testing.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, read, say } from './support/nodes.ts';

const MANY = 5_000;

/** Records that all wait for one party, as many as matter to whoever plans a query; put in beside the kernel. */
async function crowd(handle: Handle, party: string): Promise<void> {
  await run(handle, `insert into record (coop, id, kind, kv, audience, party, standing, version, ordinal, content, title, sort, translations, at, waits_for, open_since)
    select $1, gen_random_uuid(), 'pledge', 1, 'joint', 'P1', 'proposed', 'x', 0, '{}', '{}', '{}', '{}', now(), array[$2::text], timestamptz '2001-01-01' + n * interval '1 minute' from generate_series(1, $3::int) as n`, [COOP, party, MANY]);
  await run(handle, 'update revision set n = n + 1 where coop = $1', [COOP]);
  await run(handle, 'analyze record');
}

/** Ways in which the tables are read. */
async function scans({ database }: TestNode, { text, values }: ReturnType<typeof firstWaiting>): Promise<readonly string[]> {
  const rows = await run<{ 'QUERY PLAN': string }>(database.kysely, `explain ${text}`, values);
  return rows.flatMap((row) => /(?:Seq|Index(?: Only)?|Bitmap (?:Heap|Index)) Scan[^(]*/u.exec(row['QUERY PLAN'])?.[0].trim() ?? []).filter((scan) => !scan.startsWith('Bitmap Index'));
}

onEngines('what waits', (engine) => {
  const nodes = nodesFor(engine, 2);

  test('given proposals of both sides, then each side is told what lacks its consent, oldest first, and how many there are', async () => {
    const { a, b } = nodes;
    for (const text of ['one', 'two', 'three']) await done(a, { ...pledgeOf(text), agree: true });
    await nodes.all.sync();
    await done(b, { ...pledgeOf('theirs'), agree: true });
    const theirs = await read(b).waitingFor(COOP, 'P2', 2);
    expect([theirs.total, theirs.kinds.map(({ kind, total, rows }) => [kind, total, rows.map(({ content }) => content['text'])])]).toEqual([3, [['pledge', 3, [{ en: 'one' }, { en: 'two' }]]]]);
    expect(await read(b).waitingFor(COOP, 'P1')).toEqual({ total: 1, kinds: [] });
    expect(await read(a).waitingFor(COOP, 'P1')).toEqual({ total: 0, kinds: [] });
    expect(await read(a).waitingFor(COOP, 'nobody', 5)).toEqual({ total: 0, kinds: [] });
    expect((await read(b).list({ coop: COOP, kind: 'pledge', waitsFor: 'P2', limit: 1 })).total).toBe(3);
  });

  test('given a reader who may see nothing of the parties, then nothing waits for anybody', async () => {
    const outsider = nodes.b.kernel.reader({ ...nodes.b.person(), roles: [] });
    expect([await outsider.waitingFor(COOP, 'P2', 5), (await outsider.list({ coop: COOP, kind: 'pledge', waitsFor: 'P2' })).total]).toEqual([{ total: 0, kinds: [] }, 0]);
  });

  test('given consent, then nothing of it waits', async () => {
    const [open] = (await read(nodes.b).waitingFor(COOP, 'P2', 1)).kinds.flatMap(({ rows }) => rows);
    expect((await say(nodes.b, { verb: 'consent', record: open!.id, h: open!.version })).ok).toBe(true);
    expect((await read(nodes.b).waitingFor(COOP, 'P2')).total).toBe(2);
  });

  test('given thousands that wait for one side, then neither what waits for the other nor the first of the many is sought in all records', async () => {
    const { b } = nodes;
    await crowd(b.database.kysely, 'P2');
    for (const party of ['P1', 'P2']) {
      expect(await scans(b, firstWaiting(COOP, party, ['joint', 'public'], ['pledge', 'story'], 5))).toEqual([expect.stringMatching(/^Index Scan using auto_/u)]);
      expect((await scans(b, waitingByKind(COOP, ['pledge', 'story'], party, ['joint', 'public']))).filter((scan) => scan.includes(' on record'))).toEqual([]);
    }
    expect((await read(b).waitingFor(COOP, 'P2', 3)).kinds.map(({ total, rows }) => [total, rows.length])).toEqual([[MANY + 2, 3]]);
  });
});
