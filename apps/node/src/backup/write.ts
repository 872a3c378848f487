import { createReadStream, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DatabaseProblem, type SnapshotHead } from '@entente/kernel';
import type { NodeConfig } from '../config/index.ts';
import { encryptTo, freshFileKey, type Recipient } from './age/index.ts';
import { filesOf, headOf, packed, type BackupHead } from './archive.ts';

export interface Written {
  readonly file: string;
  readonly bytes: number;
  readonly head: BackupHead;
  readonly snapshot: SnapshotHead;
  /** Opens this one file; kept in memory only, for reading back what was written. */
  readonly fileKey: Uint8Array;
}

/** Writes a backup beside its name, to the disk, and only then under it: a file of that name is whole. */
export async function writeBackup(config: NodeConfig, snapshot: AsyncIterable<string>, file: string, recipients: readonly Recipient[]): Promise<Written> {
  const target = resolve(file);
  const beside = `${target}.${process.pid}.part`;
  const fileKey = freshFileKey();
  const head = headOf(config, Temporal.Now.instant());
  let first: SnapshotHead | null = null;
  const watched = async function* (): AsyncGenerator<string> {
    for await (const lines of snapshot) {
      first ??= JSON.parse(lines.slice(1)) as SnapshotHead;
      yield lines;
    }
  };
  const out = await open(beside, 'wx', 0o600);
  try {
    for await (const part of encryptTo(recipients, fileKey, packed(head, filesOf(config), watched()))) await out.writeFile(part);
    await out.sync();
    await out.close();
    renameSync(beside, target);
    syncFolder(dirname(target));
  } catch (error) {
    await out.close().catch(() => {});
    rmSync(beside, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') throw new DatabaseProblem({ id: 'backup.full', path: [], params: { file: target } }, { cause: error });
    throw error;
  }
  if (!first) throw new Error('a snapshot without its head');
  return { file: target, bytes: statSync(target).size, head, snapshot: first, fileKey };
}

/** The bytes of a backup file. */
export const bytesOf = (file: string): AsyncIterable<Uint8Array> => createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Uint8Array>;

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
