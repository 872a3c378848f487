import { createHash } from 'node:crypto';
import { parseJson } from '@entente/verify';
import pg from 'pg';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { TOGETHER, type Statement } from '../store/bulk.ts';
import { isCopy } from '../store/copy-rows.ts';
import { copyOn } from './copying.ts';
import { Flight, Shelf } from './flight.ts';
import { JSON_TYPES } from './json.ts';
import { DatabaseProblem, explain } from './problem.ts';

const OLDEST = 150_000;

/** As the driver has them, but for JSON. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: Parameters<typeof pg.types.getTypeParser>[0], format?: 'text') => (JSON_TYPES.includes(oid) ? parseJson : pg.types.getTypeParser(oid, format))) as pg.CustomTypesConfig['getTypeParser'],
};

/** A pool on a PostgreSQL server, its version checked; with a schema name all tables live in that schema. */
export async function openPool(url: string, schema: string | undefined, max: number): Promise<pg.Pool> {
  if (schema !== undefined && !/^[a-z_][a-z0-9_]{0,62}$/u.test(schema)) {
    throw new DatabaseProblem({ id: 'data.schema-name', path: [], params: { schema } });
  }
  // Statements that do not wait for each other are sent in one go (a flight each would cost more than the work). Compiling a
  // statement takes a server longer than carrying out any of ours.
  const pool = new pg.Pool({ connectionString: url, max, pipeline: true, types, options: `-c jit=off${schema ? ` -c search_path=${schema}` : ''}` });
  // An idle connection that breaks is replaced by the pool; without a listener Node would end the process.
  pool.on('error', () => {});
  // So does one that breaks while it is lent out: what waits on it is answered with the error, and the pool drops it.
  pool.on('connect', (client) => { client.on('error', () => {}); });
  try {
    const { rows } = await pool.query<{ version: string; text: string }>(
      `select current_setting('server_version_num') as version, current_setting('server_version') as text`);
    if (Number(rows[0]?.version ?? 0) < OLDEST) {
      throw new DatabaseProblem({ id: 'data.postgres-version', path: [], params: { found: rows[0]?.text ?? '?', needed: '15' } });
    }
    if (schema) await pool.query(`create schema if not exists "${schema}"`);
  } catch (error) {
    await pool.end();
    throw explain(error);
  }
  return pool;
}

const shelves = new WeakMap<pg.PoolClient, Shelf>();

function sendOn(client: pg.PoolClient, statements: readonly Statement[]): Promise<object[][]> {
  const shelf = shelves.get(client) ?? new Shelf();
  shelves.set(client, shelf);
  const line = client as unknown as { query(one: Flight): void; getTypeParser(oid: number, format: 'text'): (text: string) => unknown };
  const flight = new Flight(statements, shelf, (oid) => line.getTypeParser(oid, 'text'));
  line.query(flight);
  return flight.done;
}

/** One connection of a server, on which flights may follow each other without waiting for answers. */
export interface Line {
  /** The first statement that fails fails the flight; flights behind it are carried out none the less. */
  send(statements: readonly Statement[]): Promise<object[][]>;
  /** `broken`: nobody knows what state it is in. */
  release(broken?: boolean): void;
}

/** Connections that stay free for others: a writer holds one while it reads over another. */
const LEFT = 2;

/** Whether a connection can be had at once, and others still get theirs. */
export const hasToSpare = (pool: pg.Pool): boolean => pool.waitingCount === 0 && (pool.options.max ?? 0) - (pool.totalCount - pool.idleCount) > LEFT;

export async function lineOf(pool: pg.Pool): Promise<Line> {
  const client = await pool.connect();
  return { send: (statements) => sendOn(client, statements), release: (broken = false) => { client.release(broken); } };
}

/**
 * The pool as the query builder sees it: every parameterised statement is prepared under a name, so the server parses
 * and plans the hot ones once per connection.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    let name = names.get(text);
    if (name === undefined && names.size < 1_000) {
      name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
      names.set(text, name);
    }
    return name;
  };
  const ask = (client: pg.PoolClient, text: string, values: readonly unknown[]) => {
    const name = values.length > 0 ? nameOf(text) : undefined;
    return client.query<object>({ text, values: [...values], ...(name ? { name } : {}) });
  };
  const all = async (client: pg.PoolClient, statements: readonly Statement[]) =>
    ({ command: 'ALL', rowCount: statements.length, rows: await sendOn(client, statements) });
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const wrap = (client: pg.PoolClient): PostgresPoolClient => ({
    // The builder knows two forms of `query`; the other, with a cursor, is not configured here.
    query: ((text: string, values: readonly unknown[] = []) => {
      if (text === TOGETHER) return all(client, values[0] as readonly Statement[]);
      if (isCopy(text)) return copyOn(client, text, values[0] as Uint8Array | undefined);
      return ask(client, text, values);
    }) as unknown as PostgresPoolClient['query'],
    release: (destroy?: boolean) => { client.release(destroy); },
  });
  return {
    options: { max: pool.options.max },
    async connect() {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? wrap(client);
      wrapped.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}
