/** COPY in its binary form (PostgreSQL manual, COPY): the quickest way for many rows in and for many bytes out, on both engines. */
import pg from 'pg';
import { CompiledQuery } from 'kysely';
import type { Handle } from './bulk.ts';

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const HEAD = Buffer.concat([SIGNATURE, Buffer.alloc(8)]);
/** PostgreSQL counts instants from 2000-01-01 in microseconds. */
const EPOCH = 946_684_800_000_000;

/** Rows as COPY takes them, written one field after another into one piece of memory. */
export class CopyRows {
  #bytes: Buffer;
  #at = HEAD.length;

  /** `room` in bytes, as near as it is known; it grows. */
  constructor(room: number) {
    this.#bytes = Buffer.allocUnsafe(Math.max(room, 1_024));
    HEAD.copy(this.#bytes);
  }

  row(fields: number): this {
    this.#need(2);
    this.#at = this.#bytes.writeInt16BE(fields, this.#at);
    return this;
  }

  /** Fields that are the same in every row, made once by `fixed`. */
  raw(fields: Uint8Array): this {
    this.#need(fields.length);
    this.#bytes.set(fields, this.#at);
    this.#at += fields.length;
    return this;
  }

  bytes(value: Uint8Array): this {
    this.#need(4 + value.length);
    this.#at = this.#bytes.writeInt32BE(value.length, this.#at);
    return this.raw(value);
  }

  text(value: string | null): this {
    return value === null ? this.nothing() : this.#written(value, 0);
  }

  /** `value` as JSON text already; in a column of type jsonb. */
  json(value: string | null): this {
    return value === null ? this.nothing() : this.#written(value, 1);
  }

  int(value: number): this {
    this.#need(8);
    this.#at = this.#bytes.writeInt32BE(value, this.#bytes.writeInt32BE(4, this.#at));
    return this;
  }

  /** Microseconds since 1970, UTC. */
  instant(micros: number): this {
    this.#need(12);
    this.#at = this.#bytes.writeBigInt64BE(BigInt(micros - EPOCH), this.#bytes.writeInt32BE(8, this.#at));
    return this;
  }

  nothing(): this {
    this.#need(4);
    this.#at = this.#bytes.writeInt32BE(-1, this.#at);
    return this;
  }

  end(): Buffer {
    this.#need(2);
    this.#at = this.#bytes.writeInt16BE(-1, this.#at);
    return this.#bytes.subarray(0, this.#at);
  }

  #written(value: string, version: 0 | 1): this {
    this.#need(5 + 3 * value.length);
    const start = this.#at + 4 + version;
    if (version === 1) this.#bytes[start - 1] = version;
    const length = this.#bytes.write(value, start, 'utf8');
    this.#bytes.writeInt32BE(length + version, this.#at);
    this.#at = start + length;
    return this;
  }

  #need(room: number): void {
    if (this.#at + room <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#at + room));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }
}

/** Text fields that every row has, as `CopyRows.raw` takes them. */
export const fixed = (...texts: readonly string[]): Uint8Array => Buffer.concat(texts.map((text) => {
  const bytes = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}));

/** Writes rows; nothing else may be on its way on this connection. `columns` as SQL. Fails as a whole. */
export async function copyIn(handle: Handle, table: string, columns: string, rows: Uint8Array): Promise<void> {
  await handle.executeQuery(CompiledQuery.raw(`copy ${table} (${columns}) from stdin (format binary)`, [rows]));
}

/** The rows of a query whose columns are all `bytea`, in their exact bytes. `select` holds its values written out: COPY takes none. */
export async function copyOut(handle: Handle, select: string): Promise<(Uint8Array | null)[][]> {
  const { rows } = await handle.executeQuery<{ bytes: Buffer }>(CompiledQuery.raw(`copy (${select}) to stdout (format binary)`, []));
  const bytes = rows[0]?.bytes ?? Buffer.alloc(0);
  const found: (Uint8Array | null)[][] = [];
  for (let at = SIGNATURE.length + 8; at + 2 <= bytes.length;) {
    const fields = bytes.readInt16BE(at);
    if (fields < 0) break;
    at += 2;
    const row: (Uint8Array | null)[] = [];
    for (let field = 0; field < fields; field += 1) {
      const length = bytes.readInt32BE(at);
      at += 4;
      row.push(length < 0 ? null : bytes.subarray(at, at + length));
      at += Math.max(0, length);
    }
    found.push(row);
  }
  return found;
}

/** A value as SQL text. */
export const literal = (value: string): string => pg.escapeLiteral(value);
