import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint, verifyBundle } from '@entente/verify';
import { engines } from '@entente/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditNode, createKernel, evidenceBundle, loadSnapshot, openDatabase, takeSnapshot, type Database, type Intent } from '@entente/kernel';
import { startExchange } from '../src/index.ts';
import { fitting, formatPersonal, MAX_PERSONAL_BYTES, parsePersonal } from '../src/personal.ts';
import { signedHeaders } from '../src/signature/index.ts';
import { kinds } from './support/kinds.ts';
import { commit, COOP, cooperationOf, makeWorld, stateOf, type Station, type World } from './support/world.ts';

const NAME = 'Somchai Keomany';
const visit = (visitor: string, place = 'Vientiane'): Intent => ({ verb: 'put', kind: 'visit', content: { place, visitor } });

/** Every place of a database in which these letters stand, in any column, also as hexadecimal digits of bytes. */
async function placesOf(database: Database, text: string): Promise<string[]> {
  const found: string[] = [];
  const digits = Buffer.from(text).toString('hex');
  for await (const lines of takeSnapshot(database)) {
    let table = '';
    for (const line of lines.split('\n')) {
      if (line.startsWith('T')) table = line;
      if (line.includes(text) || line.includes(digits)) found.push(`${table} ${line.slice(0, 80)}`);
    }
  }
  return found;
}
const values = async ({ node }: Station): Promise<number> => (await node.database.kysely.selectFrom('personal').select('commitment').execute()).length;
const shown = async ({ node }: Station, record: string): Promise<unknown> => (await node.kernel.reader(node.person()).get(COOP, record))?.content['visitor'];
const erasures = ({ node }: Station, record: string) => node.kernel.reader(node.person()).erasures(COOP, record);
const mark = { $personal: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown };

/** Until what each did by itself has reached the other. */
async function settle(world: World): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    await world.settle();
    for (const { node } of world.stations) await node.kernel.caughtUp(COOP);
  }
}

test('given values too long for one answer, then those that fit are given, and every one in some answer', () => {
  const all = new Map(Array.from({ length: 32 }, (_, at) => [String(at), { value: 'ກ'.repeat(20_000), key: new Uint8Array(32) }] as const));
  let answers = 0;
  for (const left = new Map(all); left.size > 0; answers += 1) {
    const bytes = Buffer.from(formatPersonal(fitting(left)));
    expect(bytes.length).toBeLessThanOrEqual(MAX_PERSONAL_BYTES);
    for (const { commitment } of parsePersonal(bytes) ?? []) left.delete(commitment);
  }
  expect(answers).toBe(2);
  const one = new Map([['x', { value: 'x'.repeat(MAX_PERSONAL_BYTES - 100), key: new Uint8Array(32) }], ...all]);
  expect([...fitting(one).keys()]).toEqual(['x']);
});

describe.each(engines())('personal values between two ministries ($name)', (engine) => {
  let world: World;
  const folder = mkdtempSync(join(tmpdir(), 'entente-personal-'));
  beforeAll(async () => { world = await makeWorld({ engine, observers: ['O1'] }); });
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('given a person in a record, then the other party reads the value, an observer only that there is one', async () => {
    const [a, b, o] = world.stations as [Station, Station, Station];
    const { record } = await commit(a, visit(NAME));
    await settle(world);
    expect(await shown(b, record)).toBe(NAME);
    expect(await shown(o, record)).toEqual(mark);
    expect([await values(a), await values(b), await values(o)]).toEqual([1, 1, 0]);
    for (const { node } of [a, b, o]) expect(await placesOf(node.database, NAME)).toEqual([]);
    expect(await b.node.kernel.reader(b.node.person()).search(COOP, 'somchai')).toEqual([]);
    const [row] = await a.node.database.kysely.selectFrom('personal').select('commitment').execute();
    const path = `/exchange/${COOP}/personal/${row!.commitment}`;
    const ask = async (as: Station | null, at = path) => (await fetch(a.url + at, { headers: as ? signedHeaders({ method: 'GET', url: a.url + at }, as.signer) : {} })).status;
    expect([await ask(b), await ask(o), await ask(null)]).toEqual([200, 403, 401]);
    expect([await ask(b, `/exchange/${COOP}/personal/zz`), await ask(b, `/exchange/${COOP}/personal/${Array.from({ length: 33 }, () => row!.commitment).join(',')}`)]).toEqual([400, 400]);
  });

  test('given a peer that gives another value, one nobody asked for, or no end of it, then nothing is kept and it is told', async () => {
    const [a, b] = world.stations as [Station, Station];
    const { record } = await commit(a, visit('True Name', 'Pakse'));
    for (const lie of ['[{"commitment":"x","value":"y","key":""}]', 'nonsense', `[${'"x",'.repeat(400_000)}"x"]`]) {
      a.lie = (request, honest) => (request.url.includes('/personal/') ? Promise.resolve(new Response(lie)) : honest());
      await b.exchange.pullAll();
      expect(stateOf(b, 'P1').fault?.id).toBe('peer.nonsense');
    }
    a.lie = async (request, honest) => (request.url.includes('/personal/') ? new Response((await (await honest()).text()).replace('True Name', 'False Name')) : honest());
    await b.exchange.pullAll();
    expect([stateOf(b, 'P1').fault?.id, await shown(b, record)]).toEqual(['peer.nonsense', { ...mark }]);
    a.lie = null;
    await b.exchange.pullAll();
    expect([stateOf(b, 'P1').fault, await shown(b, record)]).toEqual([null, 'True Name']);
  });

  test('given an erasure while the peer is cut off, then it is gone here at once and there when the line is back, acknowledged, and every proof stands', async () => {
    const [a, b] = world.stations as [Station, Station];
    const { record } = await commit(a, visit(NAME, 'Savannakhet'));
    await settle(world);
    const evidence = async () => {
      const made = await evidenceBundle(a.node.kernel, { coop: COOP, record, by: a.node.person(), anchors: [a.node.keys.journal.key.vkey] });
      if (!made.ok) throw new Error(made.problems.map(({ id }) => id).join());
      const report = await verifyBundle(made.value.bytes, { roots: [fingerprint(a.node.keys.journal.key.vkey)] });
      if (!report.ok) throw new Error(report.reason);
      return report.value;
    };
    const before = await evidence();
    const held = await values(b);
    b.lie = () => Promise.resolve(null);
    a.lie = () => Promise.resolve(null);
    const erase = (as: Station, roles: 'coordinator' | 'administrator' | 'focal-point' = 'coordinator') => as.node.kernel.commit([{ verb: 'erase', record }], { coop: COOP, by: as.node.person(roles) });
    expect(await erase(b)).toMatchObject({ ok: false, problems: [{ id: 'policy.not-owner' }] });
    expect(await erase(a, 'focal-point')).toMatchObject({ ok: false, problems: [{ id: 'policy.role' }] });
    expect(await a.node.kernel.commit([{ verb: 'erase', record }], { coop: COOP, by: a.node.person(), note: NAME })).toMatchObject({ ok: false, problems: [{ id: 'erase.note' }] });
    expect(await erase(a, 'administrator')).toMatchObject({ ok: true });
    expect(await erase(a)).toMatchObject({ ok: false, problems: [{ id: 'personal.none' }] });
    expect(await shown(a, record)).toEqual(mark);
    await b.exchange.pullAll();
    expect([await shown(b, record), await values(b)]).toEqual([NAME, held]);
    expect(await erasures(a, record)).toMatchObject([{ party: 'P1', values: 1, acknowledged: [], waitsFor: ['P2'] }]);

    [a.lie, b.lie] = [null, null];
    await settle(world);
    expect([await shown(b, record), await values(b)]).toEqual([mark, held - 1]);
    for (const station of [a, b]) {
      expect(await erasures(station, record)).toMatchObject([{ party: 'P1', actor: { role: 'administrator' }, values: 1, acknowledged: [{ party: 'P2' }], waitsFor: [] }]);
      expect(await station.node.kernel.personal.missing(COOP, 9)).toEqual([]);
      const { node } = station;
      expect((await auditNode({ database: node.database, party: node.party, cooperations: [world.all.cooperation], kinds, keys: node.keys, nodeKey: node.keys.node! })).faults).toEqual([]);
      const live = await node.kernel.dump(COOP);
      await node.kernel.rebuild(COOP);
      expect(await node.kernel.dump(COOP)).toBe(live);
    }
    const after = await evidence();
    expect([before.authenticity, after.authenticity, after.acts.length]).toEqual(['proven', 'proven', before.acts.length]);
    // Somebody who kept the value and gives it again: nobody takes it any more.
    expect(await b.node.kernel.personal.take(COOP, 'f'.repeat(64), { value: NAME, key: new Uint8Array(32) })).toBe(false);
  });

  test('given a peer restored from a backup older than the erasure, then it shows and gives nothing until it was erased there again', async () => {
    const [a, b] = world.stations as [Station, Station];
    const { record } = await commit(a, visit(NAME, 'Huế'));
    await settle(world);
    expect(await shown(b, record)).toBe(NAME);
    const backup = (await Array.fromAsync(takeSnapshot(b.node.database))).join('').trimEnd().split('\n');
    await commit(a, { verb: 'erase', record });
    await settle(world);
    expect(await erasures(a, record)).toMatchObject([{ acknowledged: [{ party: 'P2' }] }]);
    const acknowledged = (await a.node.kernel.journal(COOP, 'P2', 'joint')).size;
    await b.exchange.stop();

    const target = await engine.open();
    const { database } = await loadSnapshot((async function* lines() { yield* backup; })(), { prepare: () => openDatabase(target) });
    const kernel = await createKernel({ party: 'P2', cooperations: [cooperationOf(2, ['O1'])], kinds, database, keys: b.node.keys, highWater: join(folder, `${engine.name}-mark`) });
    const reading = async () => (await kernel.reader(b.node.person()).get(COOP, record))?.content['visitor'];
    expect([(await kernel.standing()).state, await reading()]).toEqual(['restored', mark]);
    const [held] = await database.kysely.selectFrom('personal').select('commitment').execute();
    expect((await kernel.personal.give(COOP, [held!.commitment], 'P1')).size).toBe(0);
    const exchange = startExchange({ kernel, signer: b.signer, timeout: 5_000, interval: 3_600_000, peers: [{ party: 'P1', url: a.url }, { party: 'O1', url: world.stations[2]!.url }] });
    try {
      for (let look = 0; look < 5 && (await kernel.standing()).state !== 'ok'; look += 1) await exchange.pullAll();
      await kernel.caughtUp(COOP);
      expect([(await kernel.standing()).state, await reading()]).toEqual(['ok', mark]);
      const left = await database.kysely.selectFrom('personal_mark').innerJoin('personal', 'personal.commitment', 'personal_mark.commitment').where('erased', '=', true).select('personal_mark.commitment').execute();
      expect(left).toEqual([]);
      // Its word of then came back with its journal: it is not said twice.
      expect((await kernel.journal(COOP, 'P2', 'joint')).size).toBe(acknowledged);
    } finally {
      await exchange.stop();
      await kernel.close();
      await database.close();
    }
  });
});
