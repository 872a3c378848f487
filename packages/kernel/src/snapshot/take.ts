/** Everything a database holds as lines of text, of one moment, the same from both engines. */
import type { Transaction } from 'kysely';
import type { Database } from '../database/index.ts';
import { run, type Handle } from '../store/index.ts';
import type { Tables } from '../store/tables.ts';

/** What a snapshot says of itself first. */
export interface SnapshotHead {
  readonly engine: 'pglite' | 'postgres';
  /** Number of the newest migration of the kernel's tables, and of those of the accounts. */
  readonly tables: number;
  readonly accounts: number;
  /** Sizes of the journals held, by `cooperation/party/audience`. */
  readonly journals: Readonly<Record<string, number>>;
}

export interface SnapshotOptions {
  /** Tables of which nothing is taken, or only rows that meet a condition (SQL). */
  readonly leaveOut?: Readonly<Record<string, true | { readonly except: string }>>;
}

/** Lines of several rows, some hundred kilobytes: enough to be quick, little enough to hold. */
const GATHER = 256 * 1024;
/** What the two sets of tables write of themselves; made again, not copied. */
const OWN = new Set(['migration', 'account_schema']);

/**
 * A consistent copy as text: a line each, `S` the head, `T` a table (its rows follow), `R` a row as JSON, `E` the end with
 * the rows counted. With a server, writers go on meanwhile; the embedded engine, which is one connection, makes them wait:
 * whoever reads from a network puts the lines on a disk first.
 */
export async function* takeSnapshot(database: Database, { leaveOut = {} }: SnapshotOptions = {}): AsyncGenerator<string> {
  const trx = await database.kysely.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    yield `S${JSON.stringify(await headOf(trx, database.engine))}\n`;
    const counts: Record<string, number> = {};
    for (const { name, columns } of await tablesOf(trx)) {
      const left = leaveOut[name];
      if (left === true) continue;
      yield `T${JSON.stringify({ table: name, columns })}\n`;
      counts[name] = 0;
      for await (const rows of rowsOf(trx, name, left?.except)) {
        counts[name] += rows.count;
        yield rows.text;
      }
    }
    yield `E${JSON.stringify(counts)}\n`;
  } finally {
    await trx.rollback().execute();
  }
}

async function headOf(handle: Handle, engine: Database['engine']): Promise<SnapshotHead> {
  const journals = await run<{ name: string; size: number }>(handle, "select coop || '/' || party || '/' || audience as name, size from journal order by 1");
  const [tables] = await run<{ n: number }>(handle, 'select max(number) as n from migration');
  const [known] = await run<{ yes: boolean }>(handle, "select to_regclass('account_schema') is not null as yes");
  const [accounts] = known?.yes ? await run<{ n: number }>(handle, 'select coalesce(max(version), 0)::int as n from account_schema') : [];
  return { engine, tables: tables?.n ?? 0, accounts: accounts?.n ?? 0, journals: Object.fromEntries(journals.map(({ name, size }) => [name, size])) };
}

/** Every table with its columns, those that others refer to first. */
async function tablesOf(handle: Handle): Promise<readonly { readonly name: string; readonly columns: readonly string[] }[]> {
  const columns = await run<{ name: string; columns: string[] }>(handle, `select c.relname::text as name, array_agg(a.attname::text order by a.attnum) as columns from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace group by c.relname order by c.relname`);
  const needs = await run<{ name: string; other: string }>(handle, `select c.conrelid::regclass::text as name, c.confrelid::regclass::text as other from pg_constraint c
    where c.contype = 'f' and c.connamespace = current_schema()::regnamespace`);
  const before = Map.groupBy(needs.map(({ name, other }) => [bare(name), bare(other)] as const), ([name]) => name);
  const sorted: string[] = [];
  const place = (name: string): void => {
    if (sorted.includes(name)) return;
    for (const [, other] of before.get(name) ?? []) if (other !== name) place(other);
    sorted.push(name);
  };
  for (const { name } of columns) place(name);
  const known = new Map(columns.map((each) => [each.name, each.columns]));
  return sorted.filter((name) => !OWN.has(name)).map((name) => ({ name, columns: known.get(name) ?? [] }));
}

const bare = (name: string): string => (name.split('.').at(-1) ?? '').replaceAll('"', '');

async function* rowsOf(trx: Transaction<Tables>, table: string, except: string | undefined): AsyncGenerator<{ readonly text: string; readonly count: number }> {
  await run(trx, `declare snapshot_rows no scroll cursor for select row_to_json(t)::text as row from ${quoted(table)} t${except === undefined ? '' : ` where not (${except})`}`);
  let most = 64;
  for (;;) {
    const rows = await run<{ row: string }>(trx, `fetch ${most} from snapshot_rows`);
    if (rows.length === 0) break;
    const text = rows.map(({ row }) => `R${row}\n`).join('');
    yield { text, count: rows.length };
    most = Math.max(1, Math.min(4_096, Math.floor(GATHER / (text.length / rows.length))));
  }
  await run(trx, 'close snapshot_rows');
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
