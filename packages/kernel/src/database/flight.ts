/** Statements that a server is given in one go: one packet there, one word that all are said (Sync), one packet back. */
import pg from 'pg';
import type { Writable } from 'node:stream';
import type { Statement } from '../store/bulk.ts';
import { isCopy } from '../store/copy-rows.ts';
import { copyData } from './copying.ts';

/** What a connection has prepared: a name for each text, and how the columns of its rows are read. */
interface Prepared { readonly name: string; columns: readonly Column[] | null; isSent: boolean }
interface Column { readonly name: string; readonly read: (text: string) => unknown }

const MOST = 1_000;

/** The statements prepared on one connection. */
export class Shelf {
  readonly #known = new Map<string, Prepared>();
  #count = 0;

  of(text: string): Prepared {
    let prepared = this.#known.get(text);
    if (!prepared) {
      // The server keeps what has a name for as long as the connection lasts.
      if (this.#known.size >= MOST) return { name: '', columns: null, isSent: false };
      prepared = { name: `f${this.#count}`, columns: null, isSent: false };
      this.#count += 1;
      this.#known.set(text, prepared);
    }
    return prepared;
  }

  /** After a failure nobody knows whether the server has prepared it: it gets another name. */
  forget(text: string): void {
    this.#known.delete(text);
  }
}

interface Line {
  readonly stream: Writable;
  endCopyFrom(): void;
  parse(query: { readonly name: string; readonly text: string }): void;
  bind(config: { readonly statement: string; readonly values: readonly unknown[] }): void;
  describe(what: { readonly type: 'P'; readonly name: string }): void;
  execute(): void;
  sync(): void;
}

/**
 * One flight. The first statement that fails fails it and keeps the server from looking at those behind. The driver
 * sends nothing but queries of its own behind each other, which is why this is one.
 */
export class Flight extends pg.Query<object> {
  readonly #statements: readonly { readonly text: string; readonly values: readonly unknown[]; readonly prepared: Prepared }[];
  readonly #shelf: Shelf;
  readonly #rows: object[][];
  readonly #done: PromiseWithResolvers<object[][]> = Promise.withResolvers();
  readonly #readers: (oid: number) => (text: string) => unknown;
  readonly #fresh: string[] = [];
  #at = 0;

  constructor(statements: readonly Statement[], shelf: Shelf, readers: (oid: number) => (text: string) => unknown) {
    super('');
    this.#shelf = shelf;
    this.#readers = readers;
    // Before anything is sent: what cannot be sent must not leave half a flight on the line.
    this.#statements = statements.map(({ text, values }) => ({ text, values: values.map(sentAs), prepared: shelf.of(text) }));
    this.#rows = statements.map(() => []);
    // The driver would set one of its own and call it.
    (this as unknown as { callback: () => void }).callback = () => undefined;
  }

  get done(): Promise<object[][]> {
    return this.#done.promise;
  }

  override readonly submit = (connection: pg.Connection): void => {
    const line = connection as unknown as Line;
    line.stream.cork();
    for (const { text, values, prepared } of this.#statements) {
      const isFresh = !prepared.isSent;
      prepared.isSent = true;
      const copies = isCopy(text);
      if (isFresh) line.parse({ name: prepared.name, text });
      line.bind({ statement: prepared.name, values: copies ? [] : values });
      if (isFresh) {
        this.#fresh.push(text);
        line.describe({ type: 'P', name: '' });
      }
      line.execute();
      if (copies) copyData(line, values[0] as Uint8Array);
    }
    line.sync();
    line.stream.uncork();
  };

  handleRowDescription({ fields }: { readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[] }): void {
    const prepared = this.#statements[this.#at]?.prepared;
    if (prepared) prepared.columns = fields.map(({ name, dataTypeID }) => ({ name, read: this.#readers(dataTypeID) }));
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const columns = this.#statements[this.#at]?.prepared.columns ?? [];
    const row: Record<string, unknown> = {};
    for (const [at, { name, read }] of columns.entries()) {
      const text = fields[at] ?? null;
      row[name] = text === null ? null : read(text);
    }
    this.#rows[this.#at]?.push(row);
  }

  handleCommandComplete(): void {
    this.#at += 1;
  }

  /** The rows are on their way already: a server that does not take them passes them over (PostgreSQL manual, message flow). */
  handleCopyInResponse(): void {}

  handleEmptyQuery(): void {
    this.#at += 1;
  }

  handleError(error: Error): void {
    for (const text of this.#fresh) this.#shelf.forget(text);
    this.#done.reject(error);
  }

  handleReadyForQuery(): void {
    this.#done.resolve(this.#rows);
  }
}

/** A parameter as the driver's connection sends it: text, bytes or nothing. */
function sentAs(value: unknown): string | Buffer | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  // Numbers and truth values are written in SQL as JSON writes them.
  return Array.isArray(value) ? `{${value.map(element).join(',')}}` : JSON.stringify(value);
}

const element = (value: unknown): string =>
  (value === null || value === undefined ? 'NULL' : typeof value === 'string' ? `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : JSON.stringify(value));
