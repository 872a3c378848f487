/** The embedded engine after a write that failed: given up, opened again, never believed. */
import type { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, sql } from 'kysely';
import { expect, test } from 'vitest';
import { lasting } from '../src/database/lasting.ts';

const refusal = (code: string) => Object.assign(new Error(`refused ${code}`), { code });

/** An engine that remembers what it was asked, and fails as it is told. */
function engine(name: string, fails: (text: string) => string | undefined = () => undefined) {
  const asked: string[] = [];
  const query = async (text: string) => {
    await Promise.resolve();
    asked.push(text);
    const code = fails(text);
    if (code) throw refusal(code);
    return { rows: [{ name }], affectedRows: 0 };
  };
  const transaction = async (act: (tx: object) => Promise<unknown>) => { await query('begin'); try { const answer = await act({ query }); await query('commit'); return answer; } catch (error) { await query('rollback').catch(() => undefined); throw error; } };
  let closed = false;
  const fake = { query, exec: query, transaction, ready: true, dumpDataDir: () => query('dump'), get closed() { return closed; }, close: async () => { await query('close'); closed = true; } };
  return { asked, pglite: fake as unknown as PGlite };
}
const builder = (pglite: PGlite) => new Kysely<Record<string, never>>({ dialect: new PGliteDialect({ pglite }) });
const ask = async (db: Kysely<Record<string, never>>, text: string) => (await sql<{ name: string }>`${sql.raw(text)}`.execute(db)).rows[0]?.name;

test.each(['58030', '53100', 'XX000'])('after %s nothing more is asked of the old engine, and what waited goes to the new one', async (code) => {
  const [first, second] = [engine('first', (text) => (text === 'insert' ? code : undefined)), engine('second')];
  const db = builder(lasting(first.pglite, () => Promise.resolve(second.pglite)));
  const failed = db.transaction().execute((trx) => ask(trx, 'insert'));
  const waiting = db.transaction().execute((trx) => ask(trx, 'insert'));
  await expect(failed).rejects.toMatchObject({ code });
  expect(await waiting).toBe('second');
  expect(first.asked).toEqual(['begin', 'insert', 'rollback']);
  expect(await ask(db, 'select')).toBe('second');
});

test('a commit that failed is an engine that failed', async () => {
  const [first, second] = [engine('first', (text) => (text === 'commit' ? '58030' : undefined)), engine('second')];
  const db = builder(lasting(first.pglite, () => Promise.resolve(second.pglite)));
  await expect(db.transaction().execute((trx) => ask(trx, 'insert'))).rejects.toMatchObject({ code: '58030' });
  expect(await ask(db, 'select')).toBe('second');
});

test('a question that is wrong gives nothing up', async () => {
  const first = engine('first', (text) => (text === 'wrong' ? '42601' : undefined));
  const db = builder(lasting(first.pglite, () => Promise.reject(new Error('not asked for'))));
  await expect(ask(db, 'wrong')).rejects.toMatchObject({ code: '42601' });
  expect(await ask(db, 'select')).toBe('first');
});

test('while there is no room to open it again, the old one reads, writes are refused as the disk is full, and nothing is dumped; then work goes on', async () => {
  let room = false;
  let reading = false;
  const first = engine('first', (text) => {
    if (text.includes('read_only')) reading = true;
    return text === 'insert' ? (reading ? '25006' : '53100') : undefined;
  });
  const second = engine('second');
  const pglite = lasting(first.pglite, () => (room ? Promise.resolve(second.pglite) : Promise.reject(refusal('data.full'))));
  const db = builder(pglite);
  const write = () => db.transaction().execute((trx) => ask(trx, 'insert'));
  await expect(write()).rejects.toMatchObject({ code: '53100' });
  expect(await ask(db, 'select')).toBe('first');
  await expect(write()).rejects.toMatchObject({ code: '53100' });
  await expect(pglite.dumpDataDir()).rejects.toMatchObject({ code: '53100' });
  room = true;
  expect(await write()).toBe('second');
});

test('an engine that cannot be opened again answers with why, and nobody waits for ever; at the end it is left as it lies', async () => {
  const first = engine('first', (text) => (text === 'insert' || text.includes('read_only') ? '58030' : undefined));
  const db = builder(lasting(first.pglite, () => Promise.reject(refusal('58030'))));
  await expect(ask(db, 'insert')).rejects.toMatchObject({ code: '58030' });
  await expect(ask(db, 'select')).rejects.toMatchObject({ code: '58030' });
  await expect(db.transaction().execute((trx) => ask(trx, 'select'))).rejects.toMatchObject({ code: '58030' });
  await db.destroy();
  expect(first.asked).not.toContain('close');
});
