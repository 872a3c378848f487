/** Many rows in one statement, the same on both engines: one array a column, unnested (pitfalls of large VALUES lists avoided). */
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

export type Handle = Transaction<Tables> | Kysely<Tables>;

/** Runs SQL with parameters as they stand; for statements whose text never changes. */
export async function run<Row>(handle: Handle, text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  return (await handle.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))).rows;
}

/** A statement with its parameters, to be sent with others. */
export interface Statement { readonly text: string; readonly values: readonly unknown[] }

/**
 * Runs statements one after another, on a server without waiting for one before the next is sent: many flights cost more
 * than the work. Only for what does not depend on each other's answers. The first that fails fails all.
 */
export async function together(handle: Handle, statements: readonly Statement[]): Promise<object[][]> {
  const [first] = statements;
  if (!first) return [];
  if (statements.length === 1) return [await run(handle, first.text, first.values)];
  return (await handle.executeQuery<object[]>(CompiledQuery.raw(TOGETHER, [statements]))).rows;
}

/** Stands for all the statements that are its one parameter; the connections of both engines know it. */
export const TOGETHER = '/* together */';

/** How a column travels in an array and what it is cast to where it is written. */
const CARRIED = {
  text: ['text', ''], int: ['int4', ''], flag: ['boolean', ''], bytes: ['text', ''], uuid: ['text', '::uuid'], json: ['text', '::jsonb'], instant: ['text', '::timestamptz'], texts: ['text', '::text[]'],
} as const;
export type Carriage = keyof typeof CARRIED;

export interface Bulk<Column extends string> {
  readonly text: string;
  readonly columns: readonly (readonly [Column, Carriage])[];
}

/** Prepares the statement once. `tail` is an ON CONFLICT clause; `computed` adds columns made of others by SQL. */
export function bulk<const C extends Readonly<Record<string, Carriage>>>(table: string, columns: C, tail = '', computed: Readonly<Record<string, string>> = {}): Bulk<keyof C & string> {
  const given = Object.entries(columns) as [keyof C & string, Carriage][];
  const stored = given.filter(([name]) => !name.startsWith('_'));
  const value = ([name, type]: [string, Carriage]) => (type === 'bytes' ? `decode(x.${name}, 'base64')` : `x.${name}${CARRIED[type][1]}`);
  const names = [...stored.map(([name]) => name), ...Object.keys(computed)].join(', ');
  const values = [...stored.map(value), ...Object.values(computed)].join(', ');
  const arrays = given.map(([, type], at) => `$${at + 1}::${CARRIED[type][0]}[]`).join(', ');
  return { columns: given, text: `insert into ${table} (${names}) select ${values} from unnest(${arrays}) as x(${given.map(([name]) => name).join(', ')}) ${tail}` };
}

// Large enough to be quick, small enough that no statement takes more than some megabytes.
const ROWS = 2_000;

export async function insertMany<Column extends string>(handle: Handle, statement: Bulk<Column>, rows: readonly Readonly<Record<Column, unknown>>[]): Promise<void> {
  await together(handle, rowsInto(statement, rows));
}

/** The same as statements; none for no rows. */
export function rowsInto<Column extends string>(statement: Bulk<Column>, rows: readonly Readonly<Record<Column, unknown>>[]): Statement[] {
  const statements: Statement[] = [];
  for (let at = 0; at < rows.length; at += ROWS) {
    const part = at === 0 && rows.length <= ROWS ? rows : rows.slice(at, at + ROWS);
    statements.push({ text: statement.text, values: statement.columns.map(([name, type]) => part.map((row) => carried(row[name], type))) });
  }
  return statements;
}

function carried(value: unknown, type: Carriage): unknown {
  if (value === null || value === undefined) return null;
  if (type === 'bytes') return Buffer.from(value as Uint8Array).toString('base64');
  if (type === 'json') return JSON.stringify(value);
  if (type === 'texts') return `{${(value as readonly string[]).map((each) => JSON.stringify(each)).join(',')}}`;
  return value;
}

/** An instant column as text, UTC with microseconds. */
export const instantText = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
