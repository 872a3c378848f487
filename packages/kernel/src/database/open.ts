import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import type { PGlite } from '@electric-sql/pglite';
import { TOGETHER, type Statement } from '../store/bulk.ts';
import type { Tables } from '../store/tables.ts';
import { migrate } from '../store/migrate.ts';
import { hasEnded, lasting } from './lasting.ts';
import { lockDirectory } from './lock.ts';
import { copying, dumpTo, openDirectory, openMemory } from './pglite.ts';
import { DatabaseProblem } from './problem.ts';
import { checkRoom } from './room.ts';
import { serveAlone, type Serving } from './serving.ts';
import { hasToSpare, lineOf, openPool, preparing, type Line } from './postgres.ts';
import { EMBEDDED, keepStatistics, SERVER } from './statistics.ts';

/** Where the data are: a directory (embedded engine), a PostgreSQL server, or memory (gone with the process). */
export type DatabaseTarget =
  | { readonly directory: string }
  | { readonly url: string; readonly schema?: string }
  | { readonly memory: true };

export interface DatabaseOptions {
  /** Minutes between dumps of an embedded directory; 0 for none but the one at a clean close. Default 30. */
  readonly dumpEvery?: number;
  /** Connections to a server, two at least: a writer holds one while it reads over another. Default 10. */
  readonly connections?: number;
  /** Makes the tables of an older version: for data of that time, which are to be loaded. */
  readonly tables?: number;
  /**
   * This process serves the database, and no other may at the same time; told when another took its place while the line was cut.
   * Commands and measurements leave it out. An embedded directory is one process's in any case.
   */
  readonly serving?: (lost: DatabaseProblem) => void;
  /** Told what an operator should know: a lock taken over from a dead process, a dump that failed. */
  readonly notice?: (notice: { readonly id: string; readonly params: Readonly<Record<string, string | number>> }) => void;
}

/** How another part of the node (accounts, jobs) reaches the same data with a driver of its own. */
export type Connection =
  | { readonly engine: 'pglite'; readonly pglite: PGlite }
  | { readonly engine: 'postgres'; readonly url: string; readonly schema: string | null };

export interface Database {
  readonly kysely: Kysely<Tables>;
  readonly engine: 'pglite' | 'postgres';
  readonly connection: Connection;
  /** A connection of a server for flights that follow each other; an embedded engine has none. */
  readonly line?: () => Promise<Line>;
  /** Another one, where the pool has enough that nobody waits for it; null where it has not. */
  readonly spareLine?: () => Promise<Line | null>;
  /** Of the one process that serves a server's database. */
  readonly serving?: Serving;
  /** Ends every connection; an embedded directory is dumped first and its lock released. */
  close(): Promise<void>;
}

/**
 * Opens the data of one node and brings their tables up to date. Throws `DatabaseProblem`: `data.locked` (another
 * live process holds the directory), `data.damaged` (the embedded engine cannot read its files), `data.served` (another serves the database), `data.postgres-version`, `data.unreachable`, `data.full`.
 */
export async function openDatabase(target: DatabaseTarget, options: DatabaseOptions = {}): Promise<Database> {
  const database = 'url' in target ? await onServer(target, options)
    : 'directory' in target ? await inDirectory(target.directory, options)
    : embedded(await openMemory(), async () => {});
  try {
    await migrate(database.kysely, database.engine, options.tables);
    return database;
  } catch (error) {
    await database.close().catch(() => {});
    throw error;
  }
}

async function onServer(target: { readonly url: string; readonly schema?: string }, options: DatabaseOptions): Promise<Database> {
  const pool = await openPool(target.url, target.schema, options.connections ?? 10);
  const serving = options.serving ? await serveAlone({ url: target.url, schema: target.schema }, options.serving).catch(async (error: unknown) => { await pool.end(); throw error; }) : undefined;
  const statistics = keepStatistics((sql) => pool.query(sql), SERVER);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }), log: ({ query }) => { for (const text of textsOf(query)) statistics.seen(text); } });
  const connection = { engine: 'postgres', url: target.url, schema: target.schema ?? null } as const;
  const seen = (plain: Line): Line => {
    return {
      release: (broken) => { plain.release(broken); },
      send(statements) {
        for (const { text } of statements) statistics.seen(text);
        return plain.send(statements);
      },
    };
  };
  const line = async (): Promise<Line> => seen(await lineOf(pool));
  const spareLine = async (): Promise<Line | null> => (hasToSpare(pool) ? line() : null);
  const close = once(async () => {
    await statistics.stop();
    try { await pool.end(); } finally { await serving?.release(); }
  });
  return { kysely, engine: 'postgres', connection, line, spareLine, ...(serving ? { serving } : {}), close };
}

function embedded(pglite: PGlite, atClose: () => Promise<void>): Database {
  const statistics = keepStatistics((sql) => pglite.exec(sql), EMBEDDED);
  const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: copying(pglite) }), log: ({ query }) => { for (const text of textsOf(query)) statistics.seen(text); } });
  const close = once(async () => {
    try {
      await statistics.stop();
      await atClose();
    } finally {
      await pglite.close();
    }
  });
  return { kysely, engine: 'pglite', connection: { engine: 'pglite', pglite }, close };
}

const textsOf = ({ sql, parameters }: { readonly sql: string; readonly parameters: readonly unknown[] }): readonly string[] =>
  (sql === TOGETHER ? (parameters[0] as readonly Statement[]).map(({ text }) => text) : [sql]);

async function inDirectory(directory: string, options: DatabaseOptions): Promise<Database> {
  mkdirSync(dirname(directory), { recursive: true, mode: 0o700 });
  const lock = lockDirectory(directory);
  if (lock.takenFrom) options.notice?.({ id: 'data.lock-taken', params: { pid: lock.takenFrom.pid, directory } });
  try {
    const open = (): Promise<PGlite> => { checkRoom(directory); return openDirectory(directory); };
    const first = await open().catch((error: unknown) => { throw hasEnded(error) ? new DatabaseProblem({ id: 'data.damaged', path: [], params: { directory } }) : error; });
    const pglite = lasting(first, async () => {
      const again = await open();
      options.notice?.({ id: 'data.reopened', params: { directory } });
      return again;
    });
    const stop = dumpRegularly(pglite, directory, options);
    const database = embedded(pglite, stop);
    return { ...database, close: once(async () => { try { await database.close(); } finally { lock.release(); } }) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Tidies and dumps on a schedule; the function answered ends the schedule with a last dump. */
function dumpRegularly(pglite: PGlite, directory: string, options: DatabaseOptions): () => Promise<void> {
  const file = `${directory}.dump.tar.gz`;
  const told = (error: unknown) => options.notice?.({ id: 'data.dump-failed', params: { file, error: String(error) } });
  const every = (options.dumpEvery ?? 30) * 60_000;
  const timer = every > 0 ? setInterval(() => { tidy(pglite).then(() => dumpTo(pglite, file)).catch(told); }, every) : undefined;
  timer?.unref();
  return async () => {
    clearInterval(timer);
    await dumpTo(pglite, file).catch(told);
  };
}

/** What a server does by itself in the background: makes the room of dead rows usable again, else a directory only grows. */
async function tidy(pglite: PGlite): Promise<void> {
  await pglite.exec('vacuum');
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= act());
}
