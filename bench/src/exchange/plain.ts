/** The same rows between two databases of one server by PostgreSQL's own means: nothing is checked, all is durable. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postgresPrograms } from '@entente/testing/machine';
import { run } from '../postgres.ts';

const TABLE = `create table copied (coop text collate "C" not null, party text collate "C" not null, audience text collate "C" not null, idx integer not null, bytes bytea not null, leaf bytea not null,
  id text collate "C", made text collate "C", actor jsonb, seen jsonb, stored timestamptz not null, primary key (coop, party, audience, idx))`;
const ROWS = 'select coop, party, audience, idx, bytes, leaf, id, made, actor, seen, stored from a.act';
/** Rows of one transaction of what is replicated. */
const AT_ONCE = 2_048;

async function emptyDatabase(url: string, name: string): Promise<string> {
  await run(url, `create database ${name}`);
  const there = url.replace(/\/[^/]*$/u, `/${name}`);
  await run(there, TABLE);
  return there;
}

/** Rows a second of COPY from one database into another, through two programs and a pipe. */
export async function copied(url: string, count: number): Promise<number> {
  const there = await emptyDatabase(url, 'copy');
  const psql = join(postgresPrograms() ?? '', 'psql');
  const started = performance.now();
  const out = spawn(psql, ['-qc', `copy (${ROWS}) to stdout (format binary)`, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  const into = spawn(psql, ['-qc', 'copy copied from stdin (format binary)', there], { stdio: [out.stdout, 'ignore', 'inherit'] });
  const [code] = (await once(into, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`psql ended with ${String(code)}`);
  return count / ((performance.now() - started) / 1_000);
}

/** Rows a second of logical replication that has them all before it: from its start until the last is there. */
export async function streamed(url: string, count: number): Promise<number> {
  const there = await emptyDatabase(url, 'streamed');
  await run(url, TABLE);
  await run(url, 'create publication bench for table copied');
  await run(url, `select pg_create_logical_replication_slot('bench', 'pgoutput')`);
  for (let from = 0; from < count; from += AT_ONCE) await run(url, `insert into copied ${ROWS} where idx >= $1 and idx < $2`, [from, from + AT_ONCE]);
  const started = performance.now();
  await run(there, `create subscription bench connection '${url}' publication bench with (create_slot = false, slot_name = 'bench', copy_data = false)`);
  for (;;) {
    const [row] = await run<{ last: number | null }>(there, 'select max(idx) as last from copied');
    if (row?.last === count - 1) break;
    await sleep(50);
  }
  const seconds = (performance.now() - started) / 1_000;
  await run(there, 'drop subscription bench');
  return count / seconds;
}
