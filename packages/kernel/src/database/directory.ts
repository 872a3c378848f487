/** Making data directories of the embedded engine, without loading the engine into this process. */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { execFile } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** Small buffers: one process, the system's file cache behind it; 173 MiB of memory for a node instead of 296. */
export const SMALL_BUFFERS = ['-c', 'shared_buffers=8MB'] as const;

export const isDirectory = (directory: string): boolean => existsSync(join(directory, 'PG_VERSION'));

/**
 * Makes data directories, each elsewhere and then renamed, so that a half-made one is never found under the name. The
 * engine makes only the first, in a child process (creation takes 4 s of work and 600 MiB once, which this process would
 * keep); the others are copies of it, still empty. Directories that are there already are left alone.
 */
export async function makeDirectories(...directories: readonly string[]): Promise<void> {
  const wanted = directories.filter((directory) => !isDirectory(directory));
  const making = new Map(wanted.map((directory) => [directory, `${directory}.making-${process.pid}`]));
  const [first, ...others] = making.values();
  if (first === undefined) return;
  try {
    for (const each of making.values()) rmSync(each, { recursive: true, force: true });
    for (const each of wanted) mkdirSync(dirname(each), { recursive: true, mode: 0o700 });
    await inChild(`const db = await PGlite.create({ dataDir: ${JSON.stringify(first)}, startParams }); await db.close();`);
    for (const each of others) cpSync(first, each, { recursive: true });
    for (const [directory, made] of making) renameSync(made, directory);
  } finally {
    for (const each of making.values()) rmSync(each, { recursive: true, force: true });
  }
}

/** Runs a module's text in a process of its own, with the engine as `PGlite` and its `startParams` at hand. */
export async function inChild(script: string): Promise<void> {
  const code = `const { PGlite } = await import(${JSON.stringify(import.meta.resolve('@electric-sql/pglite'))});
    const startParams = [...PGlite.defaultStartParams, ...${JSON.stringify(SMALL_BUFFERS)}]; ${script}`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code], { env: { ...process.env, NODE_OPTIONS: '' } });
}
