import { createHash } from 'node:crypto';
import { DatabaseProblem, type Database } from '../database/index.ts';
import { run } from '../store/index.ts';
import { insertMany } from '../store/bulk.ts';
import { INSERT_COMING, PART_BYTES } from './store.ts';

/**
 * A blob that arrives bit by bit and may be cut off: what came is kept in parts, and asked for no more. Its digest is
 * checked when all is there; parts of other bytes are thrown away.
 */
export class Coming {
  readonly #database: Database;
  readonly #sha256: string;
  readonly #stored: () => string;
  readonly #limit: number;
  #next: number;
  #pending: Uint8Array[] = [];
  #waiting = 0;

  private constructor(database: Database, sha256: string, next: number, stored: () => string, limit: number) {
    [this.#database, this.#sha256, this.#next, this.#stored, this.#limit] = [database, sha256, next, stored, limit];
  }

  static async open(database: Database, sha256: string, stored: () => string, limit: number): Promise<Coming> {
    const [row] = await run<{ next: number }>(database.kysely, 'select coalesce(max(n) + 1, 0)::int as next from blob_coming where sha256 = $1', [sha256]);
    return new Coming(database, sha256, row?.next ?? 0, stored, limit);
  }

  /** Bytes that are kept: where the rest has to begin. */
  get kept(): number {
    return this.#next * PART_BYTES;
  }

  /** Throws `blob.too-large` when more comes than a blob may have; nothing of it is kept then. */
  async write(bytes: Uint8Array): Promise<void> {
    if (this.kept + this.#waiting + bytes.length > this.#limit) {
      await run(this.#database.kysely, 'delete from blob_coming where sha256 = $1', [this.#sha256]);
      throw new DatabaseProblem({ id: 'blob.too-large', path: [], params: { most: this.#limit } });
    }
    this.#pending.push(bytes);
    this.#waiting += bytes.length;
    while (this.#waiting >= PART_BYTES) await this.#flush(PART_BYTES);
  }

  async #flush(length: number): Promise<void> {
    const all = Buffer.concat(this.#pending);
    await insertMany(this.#database.kysely, INSERT_COMING, [{ sha256: this.#sha256, n: this.#next, bytes: all.subarray(0, length), stored: this.#stored() }]);
    this.#next += 1;
    this.#pending = [all.subarray(length)];
    this.#waiting = all.length - length;
  }

  /** Puts the blob in its place. Null when its digest is another: then nothing of it is kept. */
  async finish(type: string): Promise<{ readonly sha256: string; readonly size: number } | null> {
    if (this.#waiting > 0) await this.#flush(this.#waiting);
    const sha256 = this.#sha256;
    return this.#database.kysely.transaction().execute(async (trx) => {
      const digest = createHash('sha256');
      let size = 0;
      for (let n = 0; n < this.#next; n += 1) {
        const [part] = await run<{ bytes: Uint8Array }>(trx, 'select bytes from blob_coming where sha256 = $1 and n = $2', [sha256, n]);
        if (!part) break;
        digest.update(part.bytes);
        size += part.bytes.length;
      }
      const right = digest.digest('hex') === sha256;
      if (right) {
        const made = await run(trx, 'insert into blob (sha256, size, type, stored) values ($1, $2, $3, $4::timestamptz) on conflict do nothing returning 1', [sha256, size, type, this.#stored()]);
        if (made.length > 0) await run(trx, 'insert into blob_part (sha256, n, bytes) select sha256, n, bytes from blob_coming where sha256 = $1', [sha256]);
      }
      await run(trx, 'delete from blob_coming where sha256 = $1', [sha256]);
      return right ? { sha256, size } : null;
    });
  }
}
