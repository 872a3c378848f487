/** Many rows in one statement, the same on both engines: one array a column, unnested (pitfalls of large VALUES lists avoided). */
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import { arrayOf } from './arrays.ts';
import { CopyRows, copyText, isCopy, microsOf } from './copy-rows.ts';
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
  const answers: object[][] = [];
  while (answers.length < statements.length) {
    const from = answers.length;
    const copy = statements.findIndex((each, at) => at >= from && isCopy(each.text));
    answers.push(...(copy === from ? [await copied(handle, statements[from]!, statements[from + 1])] : await flight(handle, statements.slice(from, copy < 0 ? undefined : copy))));
  }
  return answers;
}

async function flight(handle: Handle, statements: readonly Statement[]): Promise<object[][]> {
  const [first] = statements;
  if (first && statements.length === 1) return [await run(handle, first.text, first.values)];
  return (await handle.executeQuery<object[]>(CompiledQuery.raw(TOGETHER, [statements]))).rows;
}

/** While the server takes the rows of one in, those of the next are made. */
async function copied(handle: Handle, one: Statement, next: Statement | undefined): Promise<object[]> {
  const [done, ready] = await Promise.allSettled([run<object>(handle, one.text, one.values), Promise.resolve().then(() => next?.values)]);
  for (const each of [done, ready]) if (each.status === 'rejected') throw each.reason;
  return [];
}

/** Stands for all the statements that are its one parameter; the connections of both engines know it. */
export const TOGETHER = '/* together */';

/** How a column travels in an array and what it is cast to where it is written. */
const CARRIED = {
  text: ['text', ''], int: ['int4', ''], short: ['int2', ''], flag: ['boolean', ''], bytes: ['bytea', ''], uuid: ['text', '::uuid'], json: ['text', '::jsonb'], instant: ['text', '::timestamptz'], texts: ['text', '::text[]'],
} as const;
export type Carriage = keyof typeof CARRIED;

export interface Bulk<Column extends string> {
  readonly text: string;
  readonly columns: readonly (readonly [Column, Carriage])[];
  /** The same for many rows at once, where the statement does nothing but insert. */
  readonly copy?: string;
}

/** Prepares the statement once. `tail` is an ON CONFLICT clause; `computed` adds columns made of others by SQL. */
export function bulk<const C extends Readonly<Record<string, Carriage>>>(table: string, columns: C, tail = '', computed: Readonly<Record<string, string>> = {}): Bulk<keyof C & string> {
  const given = Object.entries(columns) as [keyof C & string, Carriage][];
  const stored = given.filter(([name]) => !name.startsWith('_'));
  const value = ([name, type]: [string, Carriage]) => `x.${name}${CARRIED[type][1]}`;
  const names = [...stored.map(([name]) => name), ...Object.keys(computed)].join(', ');
  const values = [...stored.map(value), ...Object.values(computed)].join(', ');
  const arrays = given.map(([, type], at) => `$${at + 1}::${CARRIED[type][0]}[]`).join(', ');
  const copy = tail === '' && Object.keys(computed).length === 0 ? copyText(table, names) : undefined;
  return { columns: given, ...(copy ? { copy } : {}), text: `insert into ${table} (${names}) select ${values} from unnest(${arrays}) as x(${given.map(([name]) => name).join(', ')}) ${tail}` };
}

// Large enough to be quick, small enough that no statement takes more than some megabytes.
const ROWS = 2_000;
/** From so many rows on COPY is quicker, which travels alone. */
const COPIED_FROM = 64;

export async function insertMany<Column extends string>(handle: Handle, statement: Bulk<Column>, rows: readonly Readonly<Record<Column, unknown>>[]): Promise<void> {
  await together(handle, rowsInto(statement, rows));
}

/** The same as statements; none for no rows. */
export function rowsInto<Column extends string>(statement: Bulk<Column>, rows: readonly Readonly<Record<Column, unknown>>[]): Statement[] {
  const statements: Statement[] = [];
  for (let at = 0; at < rows.length; at += ROWS) {
    const part = at === 0 && rows.length <= ROWS ? rows : rows.slice(at, at + ROWS);
    if (statement.copy && part.length >= COPIED_FROM) statements.push(new Copying(statement.copy, statement, part));
    else statements.push({ text: statement.text, values: arraysOf(statement.columns, part) });
  }
  return statements;
}

const arraysOf = (columns: Bulk<string>['columns'], rows: readonly Readonly<Record<string, unknown>>[]): Buffer[] => columns.map(([name, type]) => columnOf(type, rows.map((row) => row[name])));

/** The same in a form that goes in one flight with others: COPY travels alone. */
export const flying = (statement: Statement): Statement => (statement instanceof Copying ? statement.asArrays() : statement);

/** Rows as COPY takes them, made when they are first asked for. */
class Copying implements Statement {
  readonly text: string;
  readonly asArrays: () => Statement;
  readonly #make: () => Uint8Array;
  #values: readonly unknown[] | null = null;

  constructor(copy: string, { text, columns }: Bulk<string>, rows: readonly Readonly<Record<string, unknown>>[]) {
    this.text = copy;
    this.asArrays = () => ({ text, values: arraysOf(columns, rows) });
    this.#make = () => {
      const made = new CopyRows(rows.length * ROOM);
      for (const row of rows) {
        made.row(columns.length);
        for (const [name, type] of columns) {
          const value = row[name];
          if (value === null || value === undefined) made.nothing();
          else PUT[type](made, value as never);
        }
      }
      return made.end();
    };
  }

  get values(): readonly unknown[] {
    return (this.#values ??= [this.#make()]);
  }
}

/** Bytes of a row, as a guess. */
const ROOM = 512;

const PUT: Readonly<Record<Carriage, (rows: CopyRows, value: never) => CopyRows>> = {
  text: (rows, value: string) => rows.text(value), int: (rows, value: number) => rows.int(value), short: (rows, value: number) => rows.short(value),
  flag: (rows, value: boolean) => rows.flag(value), bytes: (rows, value: Uint8Array) => rows.bytes(value), uuid: (rows, value: string) => rows.uuid(value),
  json: (rows, value: unknown) => rows.json(JSON.stringify(value)), instant: (rows, value: string) => rows.instant(microsOf(value)), texts: (rows, value: readonly string[]) => rows.texts(value),
};

/** A column of a statement made by `bulk`, or of one whose arrays are declared as this carriage has them. */
export function columnOf(type: Carriage, values: readonly unknown[]): Buffer {
  switch (type) {
    case 'int':
    case 'short':
    case 'flag':
    case 'bytes': return arrayOf(type, values);
    case 'json': return arrayOf('text', values.map((value) => (value === null || value === undefined ? null : JSON.stringify(value))));
    case 'texts': return arrayOf('text', values.map((value) => (value === null || value === undefined ? null : `{${(value as readonly string[]).map((each) => JSON.stringify(each)).join(',')}}`)));
    case 'text':
    case 'uuid':
    case 'instant': return arrayOf('text', values);
    default: return type satisfies never;
  }
}

/** An instant column as text, UTC with microseconds. */
export const instantText = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
