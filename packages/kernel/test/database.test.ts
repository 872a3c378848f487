import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engines } from '@entente/testing';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { createKernel, DatabaseProblem, lockDirectory, openDatabase, type Database } from '../src/index.ts';
import { memoryNodes } from '../src/testing.ts';
import { checkRoom } from '../src/database/room.ts';
import { dumpOf } from '../src/rebuild/dump.ts';
import { run } from '../src/store/index.ts';
import { testKinds } from './support/kinds.ts';
import { COOP, done, onEngines, openOn, pledgeOf, storyOf } from './support/nodes.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-database-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

const problemOf = async (opening: Promise<unknown>) => {
  try {
    await opening;
    return null;
  } catch (error) {
    if (error instanceof DatabaseProblem) return error.problem;
    throw error;
  }
};

describe('the lock of a data directory', () => {
  test('given a live process that holds it, then it is never taken', () => {
    const directory = join(folder, 'live');
    const lock = lockDirectory(directory);
    expect(() => lockDirectory(directory)).toThrow('data.locked');
    lock.release();
    lockDirectory(directory).release();
    expect(existsSync(lock.file)).toBe(false);
  });

  test('given another program that holds it, then its number is named', () => {
    const directory = join(folder, 'other');
    const other = spawn('sleep', ['60']);
    writeFileSync(`${directory}.lock`, JSON.stringify({ pid: other.pid, started: '' }));
    try {
      expect(() => lockDirectory(directory)).toThrow(String(other.pid));
    } finally {
      other.kill('SIGKILL');
    }
  });

  test('given its holder was killed and nobody asked yet how it ended, then it is taken over', async () => {
    const directory = join(folder, 'unasked');
    // A shell that becomes another program leaves its child without a parent that asks.
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [said] = (await once(parent.stdout, 'data')) as [Buffer];
      const pid = Number(said.toString());
      writeFileSync(`${directory}.lock`, JSON.stringify({ pid, started: '' }));
      expect(() => lockDirectory(directory)).toThrow('data.locked');
      process.kill(pid, 'SIGKILL');
      await vi.waitFor(() => { expect(lockDirectory(directory).takenFrom).toEqual({ pid }); }, { timeout: 5_000 });
    } finally {
      parent.kill('SIGKILL');
    }
  });

  test('given a dead process held it, or another now has its number, or nonsense stands there, then it is taken over and said', () => {
    const dead = spawnSync('true').pid;
    for (const [name, content] of [['dead', JSON.stringify({ pid: dead, started: 'x' })], ['reused', JSON.stringify({ pid: process.pid, started: 'another-boot/1' })], ['nonsense', '{']] as const) {
      const directory = join(folder, name);
      writeFileSync(`${directory}.lock`, content);
      const lock = lockDirectory(directory);
      expect(lock.takenFrom).not.toBeNull();
      expect((JSON.parse(readFileSync(lock.file, 'utf8')) as { pid: number }).pid).toBe(process.pid);
      lock.release();
    }
  });
});

describe('an embedded directory', () => {
  test('given a full disk, then it is not opened at all', () => {
    expect(() => { checkRoom('/data/node', () => 3 * 1024 * 1024); }).toThrow('data.full {"free":3,"needed":48,"directory":"/data/node"}');
    checkRoom(join(folder, 'node'));
  });

  test('given a directory, then it is made, closed, opened again with everything, dumped, and refused while open', async () => {
    const directory = join(folder, 'node', 'data');
    const first = await openDatabase({ directory });
    expect(await problemOf(openDatabase({ directory }))).toMatchObject({ id: 'data.locked', params: { pid: process.pid } });
    await run(first.kysely, `insert into setting (name, value) values ('kept', '1')`);
    await first.close();
    expect(existsSync(`${directory}.dump.tar.gz`)).toBe(true);
    expect(existsSync(`${directory}.lock`)).toBe(false);
    const second = await openDatabase({ directory });
    expect(await run(second.kysely, 'select name from setting')).toEqual([{ name: 'kept' }]);
    await second.close();
    // Files that the engine cannot make sense of end it: told as what it is, and the folder is free for whoever mends it.
    writeFileSync(join(directory, 'global/pg_control'), Buffer.alloc(8_192));
    expect(await problemOf(openDatabase({ directory }))).toMatchObject({ id: 'data.damaged', params: { directory } });
    expect(existsSync(`${directory}.lock`)).toBe(false);
  }, 240_000);

  test('given its creation was cut off, then nothing half-made stands under its name', async () => {
    const directory = join(folder, 'cut', 'data');
    mkdirSync(join(folder, 'cut'));
    mkdirSync(`${directory}.making-1`);
    writeFileSync(join(`${directory}.making-1`, 'PG_VERSION'), '18');
    expect(existsSync(directory)).toBe(false);
    const database = await openDatabase({ directory });
    await database.close();
    expect(existsSync(join(directory, 'PG_VERSION'))).toBe(true);
  }, 240_000);
});

describe('a PostgreSQL server', () => {
  test('given none answers, then that is said', async () => {
    expect(await problemOf(openDatabase({ url: 'postgres://nobody@127.0.0.1:9/none' }))).toEqual({ id: 'data.unreachable', path: [] });
  });
  test('given a schema name that is none, then it is refused', async () => {
    expect(await problemOf(openDatabase({ url: 'postgres://nobody@127.0.0.1:9/none', schema: 'a"; drop' }))).toMatchObject({ id: 'data.schema-name' });
  });

  const server = engines().find((engine) => engine.name === 'PostgreSQL');
  test.skipIf(!server)('given two nodes on one server, then each has its own schema', async () => {
    const nodes = await memoryNodes(2, { kinds: testKinds, open: async () => openDatabase(await server!.open()) });
    const [a, b] = nodes.nodes;
    await done(a!, storyOf('Only mine'));
    expect(await run(b!.database.kysely, 'select 1 as yes from act')).toEqual([]);
    await nodes.close();
  });
});

onEngines('a node on its data', (engine) => {
  const again = async (database: Database, party: { signer: Parameters<typeof createKernel>[0]['keys']['journal'] }, cooperation: Parameters<typeof createKernel>[0]['cooperations'][number], kinds = testKinds) =>
    createKernel({ party: 'P1', cooperations: [cooperation], kinds, database, keys: { journal: party.signer, peers: {} } });

  test('given a commit whose transaction breaks, then nothing of it is there and the next one works', async () => {
    const nodes = await memoryNodes(1, { kinds: testKinds, open: () => openOn(engine) });
    const [a] = nodes.nodes;
    await done(a!, storyOf('Before'));
    const before = await a!.kernel.dump(COOP);
    const { size } = await a!.kernel.journal(COOP, 'P1', 'joint');
    // A table in the middle of a commit whose records go with it refuses, and the last one, whose rows travel with the end of the transaction.
    for (const table of ['search_due', 'checkpoint']) {
      await run(a!.database.kysely, `alter table ${table} add constraint refuses check (false) not valid`);
      await expect(a!.kernel.commit([storyOf('Broken'), { ...pledgeOf('Broken'), agree: true }], { coop: COOP, by: a!.person() })).rejects.toThrow('refuses');
      await run(a!.database.kysely, `alter table ${table} drop constraint refuses`);
    }
    expect(await a!.kernel.dump(COOP)).toBe(before);
    expect((await a!.kernel.journal(COOP, 'P1', 'joint')).size).toBe(size);
    expect(await run(a!.database.kysely, `select 1 as yes from act where idx >= $1`, [size])).toEqual([]);
    expect((await done(a!, storyOf('After'))).all.index).toBe(size);
    await nodes.close();
  });

  test('given keys with escapes, then they come back as they were stored, whatever came back before', async () => {
    const database = await openOn(engine);
    const read = (value: object) => run<{ value: object }>(database.kysely, `select $1::jsonb as value union all select $1::jsonb`, [JSON.stringify(value)]);
    for (const value of [{ a: 1, '\\': 2 }, { a: 1, '\n': 2 }, { a: 1, 'b\\': 2 }, { a: 1, 'b"': [{ a: 1, '\\': 2 }, { a: 1, '"': 2 }] }]) {
      expect(await read(value)).toEqual([{ value }, { value }]);
    }
    await database.close();
  });

  test('given what was stored is not what was signed, then the node refuses to start', async () => {
    const nodes = await memoryNodes(1, { kinds: testKinds, open: () => openOn(engine) });
    const [a] = nodes.nodes;
    await done(a!, storyOf('One'));
    await done(a!, storyOf('Two'));
    const { kysely } = a!.database;
    const row = await kysely.selectFrom('journal').selectAll().executeTakeFirstOrThrow();
    await run(kysely, `update journal set root = $1`, ['0'.repeat(64)]);
    expect(await problemOf(again(a!.database, a!, nodes.cooperation))).toMatchObject({ id: 'journal.mismatch' });
    await run(kysely, `update journal set root = $1, checkpoint = (select note from checkpoint where size = 1)`, [row.root]);
    expect(await problemOf(again(a!.database, a!, nodes.cooperation))).toMatchObject({ id: 'journal.mismatch', params: { reason: 'checkpoint' } });
    await run(kysely, `update journal set checkpoint = $1`, [row.checkpoint]);
    await run(kysely, 'delete from act where idx = 1');
    expect(await problemOf(again(a!.database, a!, nodes.cooperation))).toMatchObject({ id: 'journal.mismatch', params: { reason: 'size' } });
    await nodes.close();
  });

  test('given newer software that knows more kinds and versions, then what was held for it counts, and older content reads in the new version', async () => {
    const { defineKind, field } = await import('../src/index.ts');
    const label = { vi: 'x', lo: 'x', en: 'x' };
    const kindOf = (version: number) => defineKind({
      name: 'book', version, regime: 'owned', audience: 'joint', label: { one: label, many: label }, path: 'books', may: { put: ['coordinator'] },
      fields: version === 1 ? { name: field.text({ label, search: 'A' }) } : { title: field.text({ label, search: 'A' }), pages: field.integer({ label }) },
      title: (content) => String((content as Record<string, unknown>)[version === 1 ? 'name' : 'title']),
      upcasters: { 2: ({ name, ...rest }) => ({ ...rest, title: name, pages: 0 }) },
    });
    const nodes = await memoryNodes(2, { kinds: [kindOf(1)], open: () => openOn(engine) });
    const [a, b] = nodes.nodes;
    const { record, version } = await done(a!, { verb: 'put', kind: 'book', content: { name: 'Old' } });
    await nodes.sync();
    const peers = { P2: [b!.signer.key] };
    const without = await createKernel({ party: 'P1', cooperations: [nodes.cooperation], kinds: [], database: a!.database, keys: { journal: a!.signer, peers } });
    expect(await without.reader(a!.person()).get(COOP, record)).toBeNull();
    await without.close();
    const newer = await createKernel({ party: 'P1', cooperations: [nodes.cooperation], kinds: [kindOf(2)], database: a!.database, keys: { journal: a!.signer, peers } });
    expect(await newer.reader(a!.person()).get(COOP, record)).toMatchObject({ kv: 2, version, content: { title: 'Old', pages: 0 }, title: 'Old' });
    await newer.commit([{ verb: 'put', kind: 'book', record, content: { title: 'New', pages: 7 } }], { coop: COOP, by: a!.person() });
    await nodes.sync();
    // The older node goes on showing what it understands, and holds the rest.
    expect(await b!.kernel.reader(b!.person()).get(COOP, record)).toMatchObject({ version, content: { name: 'Old' } });
    expect(await b!.kernel.commit([{ verb: 'put', kind: 'book', content: { name: 'Mine' } }], { coop: COOP, by: b!.person() })).toMatchObject({ ok: true });
    const upgraded = await createKernel({ party: 'P2', cooperations: [nodes.cooperation], kinds: [kindOf(2)], database: b!.database, keys: { journal: b!.signer, peers: { P1: [a!.signer.key] } } });
    expect(await upgraded.reader(b!.person()).get(COOP, record)).toMatchObject({ content: { title: 'New', pages: 7 }, ordinal: 2 });
    const before = await upgraded.dump(COOP);
    await upgraded.rebuild(COOP);
    expect(await upgraded.dump(COOP)).toBe(before);
    for (const each of [newer, upgraded]) await each.close();
    await nodes.close();
  });

  test('given everything derived was thrown away, then a rebuild brings it back from acts, blobs and personal values', async () => {
    const nodes = await memoryNodes(2, { kinds: testKinds, open: () => openOn(engine) });
    const [a, b] = nodes.nodes;
    const long = 'ກະຊວງແຮງງານ '.repeat(1_500);
    const { record, version } = await done(a!, [{ ...pledgeOf('Kept'), agree: true }, ...[1, 2, 3].map((n) => ({ verb: 'put', kind: 'story', content: { text: { lo: `${n} ${long}` } } }) as const)]);
    await done(a!, { verb: 'put', kind: 'visit', content: { place: 'Pakse', visitor: 'Somebody' } });
    await done(a!, { verb: 'put', kind: 'memo', content: { text: 'At home' } });
    await nodes.sync();
    await done(b!, [{ verb: 'consent', record, h: version }, { verb: 'put', kind: 'translation', content: { record, version, field: 'text', language: 'vi', text: 'Giữ', origin: 'person' } }]);
    await nodes.sync();
    for (const node of [a!, b!]) {
      await node.kernel.caughtUp(COOP);
      const before = [await dumpOf(node.database.kysely, COOP, { local: true }), (await node.kernel.reader(node.person()).list({ coop: COOP, kind: 'visit' })).rows[0]];
      for (const table of ['item', 'content', 'record', 'candidate', 'link', 'attachment', 'search', 'revision']) await run(node.database.kysely, `delete from ${table}`);
      await node.kernel.rebuild(COOP);
      expect([await dumpOf(node.database.kysely, COOP, { local: true }), (await node.kernel.reader(node.person()).list({ coop: COOP, kind: 'visit' })).rows[0]]).toEqual(before);
    }
    await nodes.close();
  });

  test('given blobs, then they are kept in parts, read whole, and refused when too large', async () => {
    const nodes = await memoryNodes(1, { open: () => openOn(engine) });
    const { kernel, database } = nodes.nodes[0]!;
    const bytes = new Uint8Array(2.5 * 1024 * 1024).map((_, at) => at % 251);
    const { sha256, size } = await kernel.blobs.put(bytes, 'application/octet-stream');
    expect(size).toBe(bytes.length);
    expect(await kernel.blobs.put(bytes, 'text/plain')).toEqual({ sha256, size });
    expect(Buffer.compare((await kernel.blobs.get(sha256))!.bytes, bytes)).toBe(0);
    expect(await database.kysely.selectFrom('blob_part').select('n').orderBy('n').execute()).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
    expect(await kernel.blobs.get('f'.repeat(64))).toBeNull();
    expect(await kernel.blobs.put(new Uint8Array(), 'text/plain')).toMatchObject({ size: 0 });
    const small = await createKernel({ party: 'P1', cooperations: [nodes.cooperation], kinds: [], database, keys: { journal: nodes.nodes[0]!.signer, peers: {} }, blobLimit: 10 });
    expect(await problemOf(small.blobs.put(new Uint8Array(11), 'text/plain'))).toEqual({ id: 'blob.too-large', path: [], params: { size: 11, most: 10 } });
    await small.close();
    await nodes.close();
  });
});
