/** COPY in its binary form (PostgreSQL manual, COPY): the quickest way for many rows in and for many bytes out, on both engines. */
import pg from 'pg';
import { CompiledQuery } from 'kysely';
import type { Handle } from './bulk.ts';
import { copyText, SIGNATURE } from './copy-rows.ts';

/** Writes rows; nothing else may be on its way on this connection. `columns` as SQL. Fails as a whole. */
export async function copyIn(handle: Handle, table: string, columns: string, rows: Uint8Array): Promise<void> {
  await handle.executeQuery(CompiledQuery.raw(copyText(table, columns), [rows]));
}

/** The rows of a query whose columns are all `bytea`, in their exact bytes. `select` holds its values written out: COPY takes none. */
export async function copyOut(handle: Handle, select: string): Promise<(Uint8Array | null)[][]> {
  const { rows } = await handle.executeQuery<{ bytes: Buffer }>(CompiledQuery.raw(`copy (${select}) to stdout (format binary)`, []));
  const found: (Uint8Array | null)[][] = [];
  for (const [at, { bytes }] of rows.entries()) readRows(bytes, at === 0 ? HEAD_BYTES : 0, found);
  return found;
}

/** Signature, flags and the length of what they need. */
const HEAD_BYTES = SIGNATURE.length + 8;

function readRows(bytes: Buffer, from: number, into: (Uint8Array | null)[][]): void {
  for (let at = from; at + 2 <= bytes.length;) {
    const fields = bytes.readInt16BE(at);
    if (fields < 0) return;
    at += 2;
    const row: (Uint8Array | null)[] = [];
    for (let field = 0; field < fields; field += 1) {
      const length = bytes.readInt32BE(at);
      at += 4;
      row.push(length < 0 ? null : bytes.subarray(at, at + length));
      at += Math.max(0, length);
    }
    into.push(row);
  }
}

/** A value as SQL text. */
export const literal = (value: string): string => pg.escapeLiteral(value);
