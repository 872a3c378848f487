/** Putting a backup back: into a folder where no node lives, all of it or nothing. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize, resolve, sep } from 'node:path';
import { parseDocument } from 'yaml';
import { DatabaseProblem, loadSnapshot, lockDirectory, newestTables, openDatabase, type AuditReport, type Database, type DatabaseTarget, type SnapshotHead } from '@entente/kernel';
import { migrateAccounts, NEWEST_ACCOUNTS } from '@entente/web';
import { auditOpened } from '../audit.ts';
import { readConfig, type NodeConfig } from '../config/index.ts';
import { targetOf } from '../data.ts';
import { keysIn } from '../keyring.ts';
import { decryptWith, type FileKey, type Opener } from './age/index.ts';
import { CONFIG_FILE, FORMAT, KEYS, unpacked, type BackupHead, type KeptFile } from './archive.ts';
import { BackupFault } from './fault.ts';
import { bytesOf } from './write.ts';

export interface RestoreWish {
  /** The node's new folder; it may hold the same node's keys, configuration and high-water file, and no data. */
  readonly folder: string;
  readonly opener: Opener | FileKey;
  /** Where the data go when not where the configuration in the backup says. */
  readonly database?: { readonly url: string; readonly schema?: string } | 'embedded';
  /** Whether everything is audited once it is there. Default true. */
  readonly verify?: boolean;
  readonly progress?: (rows: number, table: string) => void;
}

export interface Restored {
  readonly config: string;
  readonly head: BackupHead;
  readonly snapshot: SnapshotHead;
  readonly rows: number;
  /** Null when it was not wanted. */
  readonly audit: AuditReport | null;
}

/**
 * Restores a backup. Nothing that is there is overwritten. Throws BackupFault or DatabaseProblem, and then nothing was put
 * in place; faults of the audit are answered, since what was saved was so.
 */
export async function restoreBackup(file: string, wish: RestoreWish): Promise<Restored> {
  const folder = resolve(wish.folder);
  if (!existsSync(file)) throw new BackupFault('backup.no-file', { file });
  refuseLiving(folder);
  mkdirSync(dirname(folder), { recursive: true });
  const staging = mkdtempSync(`${folder}.restoring-`);
  try {
    const { head, lines } = await openBackup(file, wish.opener, staging);
    refuseOtherKeys(staging, folder);
    const config = configIn(staging, folder, wish);
    const loaded = await load(lines, config, targetOf(config), wish);
    putInPlace(staging, folder);
    return { config: join(folder, CONFIG_FILE), head, ...loaded };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Bytes of a backup up to which its scratch database is kept in memory. */
const SMALL = 32 * 1024 * 1024;

/** Reads a backup back into a scratch database, audits it, and throws the scratch away. */
export async function verifyBackup(file: string, opener: Opener | FileKey, near: string): Promise<AuditReport> {
  mkdirSync(near, { recursive: true });
  const scratch = mkdtempSync(join(near, 'verify-'));
  try {
    const { lines } = await openBackup(file, opener, scratch);
    const config = configIn(scratch, scratch, { database: 'embedded' });
    const { audit } = await load(lines, config, statSync(file).size < SMALL ? { memory: true } : targetOf(config), {});
    if (!audit) throw new Error('a verification without its audit');
    return audit;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function load(lines: AsyncIterable<string>, config: NodeConfig, target: DatabaseTarget, { verify = true, progress }: Pick<RestoreWish, 'verify' | 'progress'>): Promise<Pick<Restored, 'snapshot' | 'rows' | 'audit'>> {
  const { database, head: snapshot, rows } = await loadSnapshot(lines, { prepare: (of) => prepared(target, of), ...(progress ? { progress } : {}) });
  try {
    return { snapshot, rows, audit: verify ? await auditOpened({ config, keys: await keysIn(config.data), database }) : null };
  } finally {
    await database.close();
  }
}

/** Reads the head and the files of a backup into a folder; the lines of the database are still to come. */
async function openBackup(file: string, opener: Opener | FileKey, staging: string): Promise<{ readonly head: BackupHead; readonly lines: AsyncIterable<string> }> {
  const lines = unpacked(decryptWith(opener, bytesOf(file)));
  const first = await lines.next();
  if (first.done || !first.value.startsWith('H')) throw new BackupFault('backup.no-backup');
  const head = JSON.parse(first.value.slice(1)) as BackupHead;
  if (head.format !== FORMAT) throw new BackupFault('backup.version', { found: head.format, known: FORMAT });
  for (;;) {
    const next = await lines.next();
    if (next.done) throw new BackupFault('backup.truncated');
    if (!next.value.startsWith('F')) return { head, lines: from(next.value, lines) };
    writeKept(staging, JSON.parse(next.value.slice(1)) as KeptFile);
  }
}

async function* from(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

function writeKept(folder: string, { path, base64 }: KeptFile): void {
  const file = join(folder, normalize(path));
  if (!file.startsWith(folder + sep)) throw new BackupFault('backup.damaged', { part: 0 });
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, Buffer.from(base64, 'base64'), { mode: path.startsWith(KEYS) ? 0o600 : 0o640, flag: 'wx' });
}

function refuseLiving(folder: string): void {
  const directory = join(folder, 'data', 'database');
  if (!existsSync(join(folder, 'data'))) return;
  try {
    lockDirectory(directory).release();
  } catch (error) {
    if (error instanceof DatabaseProblem) throw new BackupFault('restore.living', { folder, pid: error.problem.params?.['pid'] ?? 0 }, { cause: error });
    throw error;
  }
  if (existsSync(directory)) throw new BackupFault('restore.there', { directory });
}

/** A folder with other keys is another node's. */
function refuseOtherKeys(staging: string, folder: string): void {
  for (const name of ['journal.key', 'transport.key', 'cosigner.key', 'node.key']) {
    const [here, kept] = [join(folder, KEYS, name), join(staging, KEYS, name)];
    if (existsSync(here) && existsSync(kept) && !readFileSync(here).equals(readFileSync(kept))) throw new BackupFault('restore.other-node', { folder });
  }
}

/** The configuration as it will stand; only the data are still elsewhere. */
function configIn(staging: string, folder: string, { database }: Pick<RestoreWish, 'database'>): NodeConfig {
  // One that stands there already was made for where it stands.
  const stands = folder !== staging && existsSync(join(folder, CONFIG_FILE));
  if (stands && database !== undefined) throw new BackupFault('restore.config-stands', { folder });
  const file = join(stands ? folder : staging, CONFIG_FILE);
  if (database !== undefined) {
    const document = parseDocument(readFileSync(file, 'utf8'));
    for (const name of ['database', 'schema']) document.delete(name);
    for (const [name, value] of Object.entries(database === 'embedded' ? {} : { database: database.url, schema: database.schema })) if (value !== undefined) document.set(name, value);
    writeFileSync(file, document.toString());
  }
  const { database: url, ...config } = readConfig(file);
  return { ...config, ...(url === undefined || database === 'embedded' ? {} : { database: url }), data: join(staging, 'data') };
}

async function prepared(target: DatabaseTarget, { tables, accounts }: SnapshotHead): Promise<Database> {
  if (tables > newestTables() || accounts > NEWEST_ACCOUNTS) throw new BackupFault('backup.newer', { tables, known: newestTables() });
  const database = await openDatabase(target, { tables, dumpEvery: 0 });
  try {
    if (accounts > 0) await migrateAccounts(database.kysely, accounts);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What is there stays; the rest moves in. */
function putInPlace(staging: string, folder: string): void {
  if (!existsSync(folder)) return renameSync(staging, folder);
  for (const { name } of readdirSync(staging, { withFileTypes: true })) {
    const [made, there] = [join(staging, name), join(folder, name)];
    if (!existsSync(there)) renameSync(made, there);
    else if (statSync(made).isDirectory()) putInPlace(made, there);
  }
}
