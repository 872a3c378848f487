/** COPY through drivers that know only questions and answers: bytes go in as the one parameter, and come out as rows of bytes, whole rows of the copy in each. */
import type { PGlite } from '@electric-sql/pglite';
import type { Writable } from 'node:stream';
import type pg from 'pg';

export interface Copied { readonly command: 'COPY'; readonly rowCount: number; readonly rows: { readonly bytes: Buffer }[] }

/** The message of COPY's rows: this letter, the length as four bytes, the rows (PostgreSQL manual, message formats). */
const COPY_DATA = 0x64;

/** Sends the rows of a COPY, as the driver would, but for its copy of what may be megabytes. */
export function copyData(connection: { readonly stream: Writable; endCopyFrom(): void }, rows: Uint8Array): void {
  const head = Buffer.of(COPY_DATA, 0, 0, 0, 0);
  head.writeUInt32BE(4 + rows.length, 1);
  connection.stream.write(head);
  connection.stream.write(rows);
  connection.endCopyFrom();
}

/** The part of a server's conversation that COPY is. */
class Copy {
  readonly #text: string;
  readonly #given: Uint8Array | undefined;
  readonly #parts: Buffer[] = [];
  readonly #done: PromiseWithResolvers<Copied> = Promise.withResolvers();
  #fault: Error | null = null;
  /** The driver sets one of its own where there is none; it has nothing to say. */
  readonly callback = (): void => {};

  constructor(text: string, given: Uint8Array | undefined) {
    this.#text = text;
    this.#given = given;
  }

  get done(): Promise<Copied> {
    return this.#done.promise;
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#text);
  }

  handleCopyInResponse(connection: pg.Connection & { readonly stream: Writable; endCopyFrom(): void }): void {
    connection.stream.cork();
    copyData(connection, this.#given ?? new Uint8Array());
    connection.stream.uncork();
  }

  handleCopyData({ chunk }: { readonly chunk: Uint8Array }): void {
    // What the driver hands over is a view of memory that it will use again.
    this.#parts.push(Buffer.from(chunk));
  }

  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}

  handleError(error: Error): void {
    this.#fault = error;
    this.#done.reject(error);
  }

  handleReadyForQuery(): void {
    if (!this.#fault) this.#done.resolve({ command: 'COPY', rowCount: this.#parts.length, rows: this.#parts.map((bytes) => ({ bytes })) });
  }
}

/** Copies on a server's connection on which nothing else is on its way. */
export async function copyOn(client: pg.PoolClient, text: string, given: Uint8Array | undefined): Promise<Copied> {
  const copy = new Copy(text, given);
  const line = client as unknown as { pipeline: boolean };
  // COPY takes turns in speaking, so nothing may be sent behind it.
  line.pipeline = false;
  try {
    (client as unknown as { query(one: Copy): void }).query(copy);
    return await copy.done;
  } finally {
    line.pipeline = true;
  }
}

/** The same of the embedded engine, which copies from and to a blob beside the statement. */
export async function copyEmbedded(engine: Pick<PGlite, 'query'>, text: string, given: Uint8Array | undefined): Promise<{ rows: { bytes: Buffer }[]; affectedRows: number }> {
  const onFile = text.replace(/ (from stdin|to stdout) /u, (_, way: string) => ` ${way.startsWith('from') ? 'from' : 'to'} '/dev/blob' `);
  const { blob } = await engine.query(onFile, [], given ? { blob: new Blob([Uint8Array.from(given)]) } : {});
  return { rows: [{ bytes: Buffer.from(blob ? await blob.arrayBuffer() : new ArrayBuffer(0)) }], affectedRows: 0 };
}
