/** What is inside a backup: lines of text, compressed. `H` says what it is, `F` a file, and then the database (`S T R E`). */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { parseDocument } from 'yaml';
import type { NodeConfig, NodeFile } from '../config/index.ts';
import { VERSION } from '../version.ts';
import { BackupFault } from './fault.ts';

export const FORMAT = 'entente/backup/v1';

/** First line of a backup. */
export interface BackupHead {
  readonly format: string;
  readonly party: string;
  readonly cooperations: readonly string[];
  /** UTC. */
  readonly made: string;
  /** Version of the software that wrote it. */
  readonly software: string;
}

/** A file of the node's folder, by its path there. */
export interface KeptFile { readonly path: string; readonly base64: string }

export const CONFIG_FILE = 'node.yaml';
export const KEYS = 'data/keys';

export const headOf = (config: NodeConfig, now: Temporal.Instant): BackupHead =>
  ({ format: FORMAT, party: config.party, cooperations: config.cooperations.map(({ id }) => id), made: now.toString({ fractionalSecondDigits: 0 }), software: VERSION });

/**
 * Configuration, cooperations, maps and keys of a node, laid out as one folder. The high-water file is not among them: what
 * comes back is older than it, and a node has to see that it was restored.
 */
export function* filesOf(config: NodeConfig): Generator<KeptFile> {
  const document = parseDocument(readFileSync(config.file, 'utf8'));
  const { cooperations, maps } = document.toJS() as Pick<NodeFile, 'cooperations'> & { readonly maps?: readonly string[] };
  const beside = dirname(config.file);
  const placed = new Map<string, string>();
  const place = (path: string, folder: string): string => {
    const wish = join(folder, basename(path));
    const name = placed.has(wish) ? join(folder, `${placed.size}-${basename(path)}`) : wish;
    placed.set(name, resolve(beside, path));
    return name;
  };
  document.set('cooperations', document.createNode(cooperations.map((path) => place(path, '.'))));
  document.set('maps', document.createNode((maps ?? []).map((path) => place(path, 'maps'))));
  document.set('data', 'data');
  yield { path: CONFIG_FILE, base64: Buffer.from(document.toString()).toString('base64') };
  for (const [path, source] of placed) yield { path, base64: readFileSync(source, 'base64') };
  const keys = join(config.data, 'keys');
  for (const name of readdirSync(keys, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (statSync(join(keys, name)).isFile()) yield { path: `${KEYS}/${name}`, base64: readFileSync(join(keys, name), 'base64') };
  }
}

/** The bytes of a backup, before they are encrypted. */
export async function* packed(head: BackupHead, files: Iterable<KeptFile>, snapshot: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const lines = async function* (): AsyncGenerator<string> {
    yield `H${JSON.stringify(head)}\n`;
    for (const file of files) yield `F${JSON.stringify(file)}\n`;
    yield* snapshot;
  };
  const source = Readable.from(lines(), { objectMode: false });
  const packing = source.pipe(createZstdCompress());
  // A pipe does not hand on what went wrong before it.
  source.on('error', (error) => { packing.destroy(error); });
  yield* packing as AsyncIterable<Uint8Array>;
}

/** The lines of a backup, without their line breaks. Throws BackupFault. */
export async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const source = Readable.from(bytes, { objectMode: false });
  const opening = source.pipe(createZstdDecompress());
  source.on('error', (error) => { opening.destroy(error); });
  try {
    yield* linesIn(opening as AsyncIterable<Uint8Array>);
  } catch (error) {
    if (isCompression(error)) throw new BackupFault('backup.damaged', { part: 0 }, { cause: error });
    throw error;
  }
}

const isCompression = (error: unknown): boolean => error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(ZSTD|Z_)/u.test(error.code);

export async function* linesIn(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let held: string[] = [];
  for await (const part of bytes) {
    const lines = decoder.write(Buffer.from(part.buffer, part.byteOffset, part.byteLength)).split('\n');
    for (const [at, line] of lines.entries()) {
      held.push(line);
      if (at === lines.length - 1) break;
      yield held.join('');
      held = [];
    }
  }
}
