import type { HeldBlob, Kernel } from '../contract.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import { DatabaseProblem } from '../database/index.ts';
import { explain } from '../database/problem.ts';
import { contentIn, MOST_BYTES } from '../admit/contents.ts';
import { INSERT_CONTENT, save } from '../project/index.ts';
import { insertMany } from '../store/bulk.ts';
import { run } from '../store/index.ts';
import { writing } from '../transaction.ts';
import { Coming } from './coming.ts';
import { dropBlob, dropOldBlobs, PART_BYTES, sourceOf, storeBlob } from './store.ts';

export interface BlobParts {
  readonly database: Database;
  readonly contexts: ReadonlyMap<string, Context>;
  /** Largest blob in bytes. */
  readonly limit: number;
  readonly stored: () => string;
}

export function blobsOf({ database, contexts, limit, stored }: BlobParts): Kernel['blobs'] {
  const { kysely } = database;
  const piece = async (sha256: string, from: number): Promise<Uint8Array> => {
    const [part] = await run<{ bytes: Uint8Array }>(kysely, 'select bytes from blob_part where sha256 = $1 and n = $2', [sha256, Math.floor(from / PART_BYTES)]);
    return part?.bytes.subarray(from % PART_BYTES) ?? new Uint8Array();
  };
  const open = async (sha256: string): Promise<HeldBlob | null> => {
    const [blob] = await run<{ size: number; type: string }>(kysely, 'select size, type from blob where sha256 = $1', [sha256]);
    if (!blob) return null;
    const pieces = async function* (from = 0): AsyncGenerator<Uint8Array> {
      for (let at = from; at < blob.size;) {
        const some = await piece(sha256, at);
        if (some.length === 0) throw new Error(`the blob ${sha256} ends early`);
        at += some.length;
        yield some;
      }
    };
    return { ...blob, pieces, bytes: async () => Buffer.concat(await Array.fromAsync(pieces())) };
  };
  return {
    async put(given, type) {
      const source = given instanceof Uint8Array ? sourceOf(given) : given;
      const { sha256, size } = source;
      if (size > limit) throw new DatabaseProblem({ id: 'blob.too-large', path: [], params: { size, most: limit } });
      // A full disk is told as what it is (`data.full`).
      const { fresh } = await kysely.transaction().execute((trx) => storeBlob(trx, source, type, stored())).catch((error: unknown) => { throw explain(error); });
      if (fresh) await meetContent(database, contexts, sha256, size);
      return { sha256, size };
    },
    open,
    drop: async (sha256) => { await dropBlob(kysely, sha256); },
    dropOld: (digests, before) => dropOldBlobs(kysely, digests, before),
    async get(sha256) {
      const blob = await open(sha256);
      return blob && { bytes: await blob.bytes(), type: blob.type };
    },
    async missing(coop, limitRows, after = '') {
      return run<{ sha256: string; party: string }>(kysely, `select distinct on (a.sha256) a.sha256, a.party from attachment a
        where a.coop = $1 and a.audience <> 'home' and a.sha256 > $3 and not exists (select 1 from blob b where b.sha256 = a.sha256) order by a.sha256, a.party limit $2`, [coop, limitRows, after]);
    },
    async entitled(coop, sha256, audience) {
      const rows = await run(kysely, `select 1 as yes from attachment where coop = $1 and sha256 = $2 and audience = any($3::text[]) limit 1`, [coop, sha256, audience === 'public' ? ['public'] : ['joint', 'public']]);
      return rows.length > 0;
    },
    async size(sha256) {
      const [blob] = await run<{ size: number }>(kysely, 'select size from blob where sha256 = $1', [sha256]);
      return blob?.size ?? null;
    },
    piece,
    async receive(sha256) {
      const coming = await Coming.open(database, sha256, stored, limit);
      return {
        kept: coming.kept,
        write: (bytes) => coming.write(bytes),
        async finish(type) {
          const stands = await coming.finish(type);
          if (stands) await meetContent(database, contexts, sha256, stands.size);
          return stands !== null;
        },
      };
    },
  };
}

/** Content may travel as a blob: records that wait for it are judged again. */
async function meetContent(database: Database, contexts: BlobParts['contexts'], hash: string, size: number): Promise<void> {
  const waiting = await run<{ coop: string; record: string }>(database.kysely, 'select distinct coop, record::text as record from item where wait_hash = $1', [hash]);
  if (waiting.length === 0 || size > MOST_BYTES) return;
  const parts = await run<{ bytes: Uint8Array }>(database.kysely, 'select bytes from blob_part where sha256 = $1 order by n', [hash]);
  const content = contentIn(Buffer.concat(parts.map((part) => part.bytes)));
  if (!content) return;
  for (const [coop, rows] of Map.groupBy(waiting, (row) => row.coop)) {
    const context = contexts.get(coop);
    if (!context) continue;
    await writing(database, context, async (work) => {
      await work.load(rows.map((row) => row.record));
      work.addContent(hash, content);
      await insertMany(work.handle, INSERT_CONTENT, [{ coop, hash, body: content }]);
      for (const row of rows) work.touch(row.record);
      await save(work);
    });
  }
}

