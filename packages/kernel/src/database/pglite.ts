import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseJson } from '@entente/verify';
import type { PGlite, PGliteOptions, QueryOptions, Transaction } from '@electric-sql/pglite';
import { TOGETHER, type Statement } from '../store/bulk.ts';
import { isCopy } from '../store/copy-rows.ts';
import { copyEmbedded } from './copying.ts';
import { inChild, makeDirectories, SMALL_BUFFERS } from './directory.ts';
import { JSON_TYPES } from './json.ts';

/** A node on a server never loads the engine. */
async function create(options: PGliteOptions): Promise<PGlite> {
  const { PGlite } = await import('@electric-sql/pglite');
  return PGlite.create({ ...options, parsers: Object.fromEntries(JSON_TYPES.map((oid) => [oid, parseJson])), startParams: [...PGlite.defaultStartParams, ...SMALL_BUFFERS] });
}

/** Opens the embedded engine on a directory, making the directory first where there is none. */
export async function openDirectory(directory: string): Promise<PGlite> {
  await makeDirectories(directory);
  return create({ dataDir: directory });
}

/** An engine in memory, for tests and trying out. */
export async function openMemory(): Promise<PGlite> {
  const bytes = await template();
  return create({ loadDataDir: new Blob([bytes]) });
}

let templateBytes: Promise<Uint8Array<ArrayBuffer>> | undefined;
/** An empty cluster as a tar, made once per machine and version: loading it takes 0.2 s, creating one 2 s. */
function template(): Promise<Uint8Array<ArrayBuffer>> {
  templateBytes ??= (async () => {
    const file = join(tmpdir(), `entente-empty-cluster-${process.getuid?.() ?? 0}-${VERSION}.tar`);
    // Others may write into the folder: only what is ours is taken.
    if (!existsSync(file) || statSync(file).uid !== process.getuid?.()) {
      const making = `${file}.${process.pid}`;
      await inChild(`const db = await PGlite.create({ startParams }); const tar = await db.dumpDataDir('none'); await db.close();
        (await import('node:fs')).writeFileSync(${JSON.stringify(making)}, new Uint8Array(await tar.arrayBuffer()));`);
      renameSync(making, file);
    }
    return new Uint8Array(readFileSync(file));
  })();
  return templateBytes;
}

// The resolved address holds the engine's version.
const VERSION = createHash('sha256').update(import.meta.resolve('@electric-sql/pglite') + SMALL_BUFFERS.join(' ')).digest('hex').slice(0, 12);

/** Writes a dump of the whole cluster beside the directory; the last one stays until the new one is complete. */
export async function dumpTo(engine: PGlite, file: string): Promise<void> {
  const tar = await engine.dumpDataDir('gzip');
  const making = `${file}.making`;
  try {
    writeFileSync(making, new Uint8Array(await tar.arrayBuffer()), { mode: 0o600, flush: true });
    renameSync(making, file);
  } finally {
    rmSync(making, { force: true });
  }
}

async function all(on: Pick<PGlite, 'query'>, statements: readonly Statement[], options: QueryOptions | undefined): Promise<{ rows: object[][]; affectedRows: number }> {
  const rows: object[][] = [];
  for (const { text, values } of statements) rows.push((await on.query<object>(text, [...values], options)).rows);
  return { rows, affectedRows: rows.length };
}

/** Arrays that are in their binary form already (store/arrays.ts) go as they are. */
function binaryArrays(engine: PGlite): NonNullable<QueryOptions['serializers']> {
  const arrays = Object.entries(engine.serializers).filter(([oid]) => ARRAYS.has(Number(oid)));
  return Object.fromEntries(arrays.map(([oid, written]) => [oid, (value: unknown) => (Buffer.isBuffer(value) ? value as unknown as string : written(value))]));
}

/** Object ids of the array types of boolean, bytea, int2, int4 and text. */
const ARRAYS = new Set([1000, 1001, 1005, 1007, 1009]);

/** The engine as the query builder sees it: COPY goes by the same statements as on a server. */
export function copying(engine: PGlite): PGlite {
  const serializers = binaryArrays(engine);
  const asking = <E extends Pick<PGlite, 'query'>>(on: E): E => new Proxy(on, {
    get(target, name) {
      if (name === 'query') return (text: string, values: unknown[] = [], given?: QueryOptions) => {
        const options = { ...given, serializers };
        if (text === TOGETHER) return all(target, values[0] as readonly Statement[], options);
        return isCopy(text) ? copyEmbedded(target, text, values[0] as Uint8Array | undefined) : target.query(text, values, options);
      };
      if (name === 'transaction') return (act: (tx: Transaction) => Promise<unknown>) => engine.transaction((tx) => act(asking(tx)));
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) as unknown : value;
    },
  });
  return asking(engine);
}
