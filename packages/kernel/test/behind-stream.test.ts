/** Records behind a stream: whatever neighbouring stretches have to do with each other, they are what a rebuild from the same acts makes. */
import { expect, test } from 'vitest';
import { ownRecorded } from '../src/admit/project.ts';
import { Projector } from '../src/admit/projector.ts';
import type { Context } from '../src/context.ts';
import type { Database } from '../src/index.ts';
import { makeAllFindable } from '../src/project/index.ts';
import { dumpOf } from '../src/rebuild/dump.ts';
import { run } from '../src/store/index.ts';
import { writing } from '../src/transaction.ts';
import type { TestNode, TestNodes } from '../src/testing.ts';
import { ballot, Forger, nameOf, newRecord, proposeItem, putItem } from './support/forger.ts';
import { COOP, done, nodesFor, onEngines, pledgeOf, storyOf } from './support/nodes.ts';

const DERIVED = ['search_due', 'item', 'content', 'record', 'candidate', 'link', 'attachment', 'search', 'personal_mark', 'tally'];
/** The embedded engine has one way only. */
const SIZES = { PGlite: [2, 7], PostgreSQL: [1, 2, 3, 7, 1_000] };

/** Both sides write, and build on what the other wrote; then one of them writes what no node would. */
async function history(all: TestNodes, a: TestNode, b: TestNode): Promise<void> {
  const translated = (record: string, version: string, language: string, text: string) => ({ verb: 'put', kind: 'translation', content: { record, version, field: 'text', language, text, origin: 'person' } }) as const;
  const first = await done(a, pledgeOf('Agreed at once', { theme: ['roads'], number: 3 }));
  const declined = await done(b, pledgeOf('Declined'));
  await all.sync();
  const told = await done(b, storyOf('Told', { about: first.record, state: 'draft' }));
  // The same content in records of different stretches, and one that is too long for an act.
  for (let n = 0; n < 3; n += 1) await done(b, storyOf('The same', { state: 'draft' }));
  const last = await done(a, pledgeOf('Agreed in the last act but one'));
  const long = await done(b, { verb: 'put', kind: 'story', content: { text: { en: 'Long '.repeat(3_900), vi: 'Dài '.repeat(4_900), lo: 'ຍາວ '.repeat(4_900) } } });
  await all.sync();
  await done(b, { verb: 'consent', record: first.record, h: first.version });
  await done(b, translated(told.record, told.version, 'vi', 'Đã kể'));
  await done(a, { verb: 'reject', record: declined.record, h: declined.version });
  await done(a, translated(told.record, told.version, 'lo', 'ເລົ່າແລ້ວ'));
  let chain = told;
  for (let n = 0; n < 4; n += 1) chain = await done(b, { verb: 'put', kind: 'story', record: told.record, content: { text: { en: `Told again ${n}` }, state: 'sent', about: declined.record } });
  const visit = await done(b, { verb: 'put', kind: 'visit', content: { place: 'Vientiane', visitor: 'Somebody' } });
  await done(b, { verb: 'put', kind: 'visit', record: visit.record, content: { place: 'Hanoi', visitor: 'Somebody else' } });
  await all.sync();
  const second = await done(b, { verb: 'propose', kind: 'pledge', record: first.record, content: { text: { en: 'Amended' }, theme: ['rails'] } });
  await all.sync();
  await done(a, { verb: 'consent', record: first.record, h: second.version });
  await done(b, { verb: 'erase', record: visit.record });
  await done(b, { verb: 'retire', record: long.record, reason: 'Too long' });
  await done(b, storyOf('The same', { state: 'draft' }));
  await done(b, translated(told.record, chain.version, 'vi', 'Lại kể'));
  await all.sync();

  const p2 = new Forger('P2', all.cooperation, b.signer);
  const held = await a.kernel.journal(COOP, 'P2', 'joint');
  p2.leaves = [...await a.kernel.leaves(COOP, 'P2', 'joint', 0, held.size)];
  const [strange, early, late] = [newRecord(), newRecord(), newRecord()];
  const [one, two] = [{ text: { en: 'One' } }, { text: { en: 'Two' } }];
  p2.raw(new TextEncoder().encode('not an act')).act([{ verb: 'unheard-of' }]).raw(p2.leaves[0]!);
  // A version before the one it follows, a vote before what it is on, and a name used by both sides.
  p2.act([putItem(early, two, putItem(early, one).hash)]).act([ballot('consent', strange, nameOf(strange, one))]).act([putItem(early, one)]).act([proposeItem(strange, one)]);
  p2.act([{ verb: 'retire', kind: 'story', kv: 1, record: early, on: putItem(early, two).hash }]).act([putItem(first.record, one)]);
  // What it has seen of the other side is not there yet.
  p2.act([proposeItem(late, two), ballot('consent', late, nameOf(late, two))], { seen: { P1: 20 } });
  for (let n = 0; n < 12; n += 1) p2.act([putItem(newRecord(), n % 2 === 0 ? one : { text: { en: `Of many ${n}` } })]);
  p2.act([ballot('consent', last.record, last.version)]).act([putItem(newRecord(), two)]);
  expect(await p2.send(a.kernel)).toMatchObject({ ok: true });
  await a.kernel.caughtUp(COOP);
  // Seen from here the last act is there: once agreed, it waits for that.
  await done(a, { verb: 'propose', kind: 'pledge', record: last.record, content: one });
  await done(a, [{ verb: 'consent', record: strange, h: nameOf(strange, one) }]);
}

onEngines('records behind a stream', (engine) => {
  const nodes = nodesFor(engine, 2);

  /** Takes the records of all acts away, as if all of them had just been streamed. */
  async function begunAgain({ kysely }: Database): Promise<void> {
    await kysely.transaction().execute(async (trx) => {
      await run(trx, 'update revision set n = n + 1, tallied = n + 1 where coop = $1', [COOP]);
      for (const table of DERIVED) await run(trx, `delete from ${table} where coop = $1`, [COOP]);
      await run(trx, 'update journal set projected = 0 where coop = $1', [COOP]);
    });
  }

  function contextOf(): Context {
    const { a: { party, kernel: { kinds } }, all: { cooperation } } = nodes;
    return { party, cooperation, kinds, languages: [...new Set([...cooperation.parties.flatMap((each) => each.languages), 'en'])] };
  }

  /** Makes the records in stretches of so many acts; answers what failed, and how often acts were sent ahead of answers. */
  async function follow(atOnce: number, ownFirst = false): Promise<{ readonly failed: readonly unknown[]; readonly lines: number }> {
    const { database } = nodes.a;
    const failed: unknown[] = [];
    let lines = 0;
    const { line } = database;
    const watched = line ? { ...database, line: () => { lines += 1; return line(); } } : database;
    const context = contextOf();
    if (ownFirst) await writing(database, context, ownRecorded);
    const projector = new Projector({ database: watched, context, atOnce, told: () => undefined, failed: (error) => { failed.push(error); } });
    await projector.caughtUp();
    await projector.stop();
    return { failed, lines };
  }

  const reached = async (): Promise<readonly { projected: number; size: number }[]> => run(nodes.a.database.kysely, 'select projected, size from journal where coop = $1 order by party, audience', [COOP]);

  /** Everything derived, and what waits for what. */
  async function derived(): Promise<string> {
    const { kysely } = nodes.a.database;
    await kysely.transaction().execute((trx) => makeAllFindable(trx, contextOf()));
    const waits = await run(kysely, 'select party, audience, idx, pos, wait_party, wait_size, wait_hash from item where coop = $1 order by 1, 2, 3, 4', [COOP]);
    const contents = await run(kysely, 'select hash from content where coop = $1 order by 1', [COOP]);
    return JSON.stringify([await dumpOf(kysely, COOP, { local: true }), waits, contents], null, 1);
  }

  async function isAsRebuilt(): Promise<string> {
    const found = await derived();
    await nodes.a.kernel.rebuild(COOP);
    expect(found).toBe(await derived());
    return found;
  }

  test('given acts of both sides that build on each other, then stretches of any size make the records that a rebuild makes', { timeout: 240_000 }, async () => {
    const [a, b] = nodes.all.nodes as [TestNode, TestNode];
    await history(nodes.all, a, b);
    // Who makes its records from here on is the one that is tried.
    await a.kernel.caughtUp(COOP);
    await a.kernel.close();
    const live = await isAsRebuilt();
    let ahead = 0;
    for (const atOnce of SIZES[engine.name]) {
      await begunAgain(nodes.a.database);
      const { failed, lines } = await follow(atOnce, atOnce !== 2);
      expect(failed).toEqual([]);
      ahead += lines;
      expect((await reached()).every(({ projected, size }) => projected === size)).toBe(true);
      expect(await derived(), `in stretches of ${atOnce}`).toBe(live);
    }
    expect(ahead > 0).toBe(engine.name === 'PostgreSQL');
  });

  test('given people who write meanwhile, then what they write and what came before it are both there', { timeout: 120_000 }, async () => {
    await begunAgain(nodes.a.database);
    const following = follow(1);
    for (let n = 0; n < 10; n += 1) await done(nodes.a, n % 2 === 0 ? storyOf('The same', { state: 'draft' }) : pledgeOf(`Meanwhile ${n}`, { number: n }));
    expect((await following).failed).toEqual([]);
    await isAsRebuilt();
  });

  test('given a database that refuses an act, then what stands is a prefix; once it takes the act, the rest follows', { timeout: 120_000 }, async () => {
    const { kysely } = nodes.a.database;
    const live = await derived();
    const at = (await nodes.a.kernel.journal(COOP, 'P2', 'joint')).size - 9;
    await run(kysely, `create function refuse_item() returns trigger language plpgsql as $$ begin if new.party = 'P2' and new.idx = ${at} then raise exception 'refused by the test'; end if; return new; end $$`);
    await run(kysely, 'create trigger refused before insert on item for each row execute function refuse_item()');
    await begunAgain(nodes.a.database);
    const { failed } = await follow(2);
    expect(failed.map(String).join()).toContain('refused by the test');
    expect((await nodes.a.kernel.journal(COOP, 'P2', 'joint')).projected).toBe(at - (at % 2));
    await run(kysely, 'drop trigger refused on item');
    await isAsRebuilt();
    expect((await follow(2)).failed).toEqual([]);
    expect(await derived()).toBe(live);
  });
});
