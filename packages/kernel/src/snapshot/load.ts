/** A snapshot put into an empty database. */
import type { Transaction } from 'kysely';
import { DatabaseProblem, type Database } from '../database/index.ts';
import { explain } from '../database/problem.ts';
import { run } from '../store/index.ts';
import type { Tables } from '../store/tables.ts';
import { quoted, type SnapshotHead } from './take.ts';

/** Bytes of rows in one statement. */
const GATHER = 1024 * 1024;

export interface Loading {
  /** Makes the tables as they were when the snapshot was taken; newer software brings them up to date when it opens them. */
  readonly prepare: (head: SnapshotHead) => Promise<Database>;
  readonly progress?: (rows: number, table: string) => void;
}

/**
 * Loads lines of `takeSnapshot` in one transaction: all of it or nothing. Throws DatabaseProblem: `backup.incomplete` when
 * the lines end before their end or count differently, `restore.in-use` when a table holds something, `restore.table` when
 * one is not known here.
 */
export async function loadSnapshot(lines: AsyncIterable<string>, { prepare, progress = () => {} }: Loading): Promise<{ readonly database: Database; readonly head: SnapshotHead; readonly rows: number }> {
  const source = lines[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done || !first.value.startsWith('S')) throw incomplete();
  const head = JSON.parse(first.value.slice(1)) as SnapshotHead;
  const database = await prepare(head);
  try {
    const rows = await database.kysely.transaction().execute((trx) => loadRows(trx, source, progress));
    return { database, head, rows };
  } catch (error) {
    await database.close().catch(() => {});
    throw explain(error);
  }
}

const incomplete = (): DatabaseProblem => new DatabaseProblem({ id: 'backup.incomplete', path: [] });

async function loadRows(trx: Transaction<Tables>, source: AsyncIterator<string>, progress: (rows: number, table: string) => void): Promise<number> {
  const counts: Record<string, number> = {};
  let total = 0;
  let [table, into] = ['', ''];
  let [held, size] = [[] as string[], 0];
  const flush = async (): Promise<void> => {
    if (held.length > 0) await run(trx, into, [`[${held.join(',')}]`]);
    [held, size] = [[], 0];
    progress(total, table);
  };
  for (;;) {
    const next = await source.next();
    if (next.done) throw incomplete();
    const line = next.value;
    if (line.startsWith('R')) {
      held.push(line.slice(1));
      size += line.length;
      counts[table] = (counts[table] ?? 0) + 1;
      total += 1;
      if (size >= GATHER) await flush();
      continue;
    }
    await flush();
    if (line.startsWith('E')) {
      const due = JSON.parse(line.slice(1)) as Record<string, number>;
      if (Object.entries(due).some(([name, count]) => count !== (counts[name] ?? 0))) throw incomplete();
      return total;
    }
    if (!line.startsWith('T')) throw incomplete();
    const { table: name, columns } = JSON.parse(line.slice(1)) as { table: string; columns: readonly string[] };
    [table, into] = [name, await insertInto(trx, name, columns)];
  }
}

async function insertInto(trx: Transaction<Tables>, table: string, columns: readonly string[]): Promise<string> {
  const [known] = await run<{ yes: boolean; schema: string }>(trx, 'select to_regclass($1) is not null as yes, current_schema()::text as schema', [quoted(table)]);
  if (!known?.yes) throw new DatabaseProblem({ id: 'restore.table', path: [], params: { table } });
  if ((await run(trx, `select 1 as yes from ${quoted(table)} limit 1`)).length > 0) throw new DatabaseProblem({ id: 'restore.in-use', path: [], params: { table } });
  const names = columns.map(quoted).join(', ');
  // With its schema: a type of the name alone may be one of the engine's own (`record`).
  return `insert into ${quoted(table)} (${names}) select ${names} from json_populate_recordset(null::${quoted(known.schema)}.${quoted(table)}, $1::json)`;
}
