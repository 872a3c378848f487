/** Several processes over one database of a server: one serves, commands work beside it (docs/decisions/0031). */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engines } from '@entente/testing';
import { formatCheckpoint, signerFromSeed, signNote } from '@entente/verify';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { createKernel, DatabaseProblem, openDatabase, type Cooperation, type Database, type DatabaseTarget, type Person } from '../src/index.ts';
import { readMark } from '../src/restore/high-water.ts';
import { run } from '../src/store/index.ts';
import { testKinds } from './support/kinds.ts';
import { COOP, storyOf } from './support/nodes.ts';

const party = (id: string) => ({ id, name: { en: id }, short: { en: id }, colour: { light: '#444444', dark: '#bbbbbb' }, languages: ['en' as const], zone: 'UTC' });
const cooperation: Cooperation = { id: COOP, title: { en: 'Test' }, parties: [party('P1'), party('P2')], observers: [], themes: {}, demo: true };
const server = engines().find((engine) => engine.name === 'PostgreSQL');
const folder = mkdtempSync(join(tmpdir(), 'entente-serving-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe.skipIf(!server)('processes over one database of a server', () => {
  const signer = signerFromSeed('demo/P1/journal', randomBytes(32));
  const by: Person = { id: 'coordinator', party: 'P1', roles: ['coordinator'], office: null };
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => { for (const end of ends.splice(0).toReversed()) await end(); });

  const open = async (target: DatabaseTarget, lost?: (problem: DatabaseProblem) => void): Promise<Database> => {
    const database = await openDatabase(target, lost ? { serving: lost } : {});
    ends.push(() => database.close());
    return database;
  };
  const kernelOn = async (database: Database, highWater: string) => {
    const kernel = await createKernel({ party: 'P1', cooperations: [cooperation], kinds: testKinds, database, keys: { journal: await signer, peers: {} }, highWater });
    let closed: Promise<void> | undefined;
    const close = () => (closed ??= kernel.close());
    ends.push(close);
    return { kernel, close, write: (text: string) => kernel.commit([storyOf(text)], { coop: COOP, by }) };
  };
  const refusal = async (opening: Promise<unknown>): Promise<unknown> => opening.then(() => null, (error: unknown) => (error instanceof DatabaseProblem ? error.problem.id : error));
  const none = () => { throw new Error('the place was lost'); };
  const ours = 'l.objid::bigint = hashtext(current_schema())::bigint & 4294967295';
  const waiting = `select 1 as yes from pg_locks l where l.locktype = 'advisory' and not l.granted and ${ours}`;
  const cutting = `select pg_terminate_backend(a.pid) from pg_locks l join pg_stat_activity a using (pid) where l.locktype = 'advisory' and a.application_name like 'entente node %' and ${ours}`;

  test('given one that serves, then a second is refused, another schema and commands are not, and its end frees the place', async () => {
    const target = await server!.open();
    const first = await open(target, none);
    expect(await refusal(openDatabase(target, { serving: none }))).toBe('data.served');
    await open(await server!.open(), none);
    await open(target);
    await first.close();
    await open(target, none);
  }, 60_000);

  test('given its line is cut, then it takes its place again before another can; given another was quicker, then it is told so', async () => {
    const target = await server!.open();
    let lost: DatabaseProblem | null = null;
    const first = await open(target, (problem) => { lost = problem; });
    const beside = await open(target);
    const heard = vi.fn();
    first.serving!.heard(heard);
    await run(beside.kysely, cutting);
    await vi.waitFor(() => { expect(heard).toHaveBeenCalled(); }, { timeout: 10_000 });
    expect(await refusal(openDatabase(target, { serving: none }))).toBe('data.served');
    expect(lost).toBeNull();
    // A session that waits for the lock gets it in the moment it is free.
    const waits = run(beside.kysely, `select pg_advisory_lock(hashtext('entente.serving'), hashtext(current_schema())) is null as got`);
    await vi.waitFor(async () => { expect(await run(first.kysely, waiting)).toHaveLength(1); }, { timeout: 10_000 });
    await run(first.kysely, cutting);
    await waits;
    await vi.waitFor(() => { expect(lost?.problem.id).toBe('data.served'); }, { timeout: 20_000 });
  }, 60_000);

  test('given commands write beside it, then nobody takes himself for restored, and the mark is as far as the journals', async () => {
    const target = await server!.open();
    const file = join(folder, 'beside', 'high-water.json');
    const serving = await kernelOn(await open(target, none), file);
    expect((await serving.write('One')).ok).toBe(true);
    const command = await kernelOn(await open(target), file);
    expect((await command.kernel.standing()).state).toBe('ok');
    const marked = () => readMark(file)?.sizes[`${COOP}/joint`] ?? 0;
    // Whoever of them was told is told by the file too, in that moment and whichever of both wrote it last.
    const both = await Promise.all(Array.from({ length: 20 }, async (_, at) => {
      const result = await (at % 2 === 0 ? serving : command).write(`${at}`);
      return result.ok && marked() > result.value.index;
    }));
    expect(both).toEqual(Array.from({ length: 20 }, () => true));
    await command.close();
    await vi.waitFor(() => { expect(marked()).toBe(21); }, { timeout: 10_000 });
    // A command with another folder knows nothing, and says nothing of it.
    const far = await kernelOn(await open(target), join(folder, 'far', 'high-water.json'));
    expect((await far.kernel.standing()).state).toBe('ok');
    await far.close();
    expect((await serving.write('Goes on')).ok).toBe(true);
    expect(readdirSync(join(folder, 'beside'))).toEqual(['high-water.json']);
  }, 60_000);

  test('given a command learns that the node was restored, then the node that serves signs nothing more, until a command ends it', async () => {
    const target = await server!.open();
    const file = join(folder, 'learns', 'high-water.json');
    const serving = await kernelOn(await open(target, none), file);
    expect((await serving.write('One')).ok).toBe(true);
    // What a peer's file would show: a note of ours that is longer than what is held.
    const ahead = await signNote(formatCheckpoint({ origin: `entente/demo/${COOP}/P1/joint`, size: 5, root: new Uint8Array(32) }), await signer);
    const command = await kernelOn(await open(target), file);
    expect(await command.kernel.takeNote({ coop: COOP, party: 'P1', audience: 'joint' }, ahead)).toMatchObject({ ok: false, problems: [{ id: 'journal.ahead' }] });
    await vi.waitFor(async () => { expect((await serving.kernel.standing()).state).toBe('restored'); }, { timeout: 10_000 });
    expect(await serving.write('No')).toMatchObject({ ok: false, problems: [{ id: 'node.restored' }] });
    await command.kernel.mirrorAnswered(COOP, 'P2');
    await vi.waitFor(async () => { expect((await serving.kernel.standing()).state).toBe('ok'); }, { timeout: 10_000 });
    expect((await serving.write('Goes on')).ok).toBe(true);
  }, 60_000);
});
