/** A node killed while its acts are acknowledged and their records are not there yet (docs/decisions/0028). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engines } from '@entente/testing';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { Trials } from './support/trials.ts';

const server = engines().find(({ name }) => name === 'PostgreSQL');
const folder = mkdtempSync(join(tmpdir(), 'entente-kill-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe.skipIf(!server)('a node killed between acts and their records', { timeout: 180_000 }, () => {
  /** Trials of a node on a server, and what keeps the server from making records. */
  const stuck = async (name: string) => {
    const target = await server!.open();
    if (!('url' in target)) throw new Error('a server has an address');
    const trials = new Trials(target, join(folder, name));
    // A transaction sees the sessions as they were when it first looked: who holds does not look.
    const [holder, watcher] = [new pg.Client({ connectionString: target.url }), new pg.Client({ connectionString: target.url })];
    for (const client of [holder, watcher]) await client.connect();
    const one = async (text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>> => ((await watcher.query<Record<string, unknown>>(text, [...values])).rows[0] ?? {});
    const waiting = async (): Promise<number> => Number((await one("select count(*) as n from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock'", [trials.name]))['n']);
    const untilWaiting = (count: number) => expect.poll(waiting, { timeout: 120_000, interval: 20 }).toBeGreaterThanOrEqual(count);
    return {
      trials, untilWaiting,
      end: async () => { for (const client of [holder, watcher]) await client.end(); },
      /** Nobody may write records; those who want to are waited for. */
      hold: async () => {
        await holder.query('begin');
        await holder.query(`lock table ${target.schema}.record in exclusive mode`);
        await untilWaiting(1);
      },
      letGo: () => holder.query('commit'),
      behind: async () => Number((await one(`select size - projected as n from ${target.schema}.journal where party = 'P1'`))['n']),
      /** What the server was still to carry out is gone with its sessions. */
      endSessions: async () => {
        const left = async () => (await watcher.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [trials.name])).rowCount;
        await expect.poll(left, { timeout: 120_000, interval: 20 }).toBe(0);
      },
    };
  };
  /** Records follow once many batches in a row asked nothing. */
  const writing = { writers: 8, mix: 'new', after: 200, kill: 0 } as const;

  test('given records that never came to be, then who starts makes them of the acts, and nothing that was acknowledged is lost', async () => {
    const { trials, hold, letGo, behind, endSessions, end } = await stuck('never');
    expect(await trials.run({ ...writing, kept: hold })).toMatchObject({ signal: 'SIGKILL' });
    await endSessions();
    const without = await behind();
    await letGo();
    expect(without).toBeGreaterThan(0);
    expect(await trials.run({ writers: 0, audit: true })).toMatchObject({ started: true, signal: null, behind: without });
    expect(await trials.run({ writers: 0 })).toMatchObject({ behind: 0 });
    expect((await trials.run({ ...writing, after: 1 })).kept).toBeGreaterThan(0);
    await end();
  });

  test('given a server that still makes them as the node is started again, then neither comes in the way of the other', async () => {
    const { trials, hold, letGo, behind, untilWaiting, end } = await stuck('late');
    expect(await trials.run({ ...writing, kept: hold })).toMatchObject({ signal: 'SIGKILL' });
    expect(await behind()).toBeGreaterThan(0);
    const started = trials.run({ writers: 4, after: 20, kill: 0, overlapping: true });
    await untilWaiting(2);
    await letGo();
    expect(await started).toMatchObject({ started: true, signal: 'SIGKILL' });
    expect(await trials.run({ writers: 0, audit: true })).toMatchObject({ started: true, signal: null });
    await end();
  });
});
