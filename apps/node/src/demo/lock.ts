import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The process that holds a data folder. */
interface Holder { readonly pid: number; readonly started: string }

export type Lock = { readonly held: true; release(): void } | { readonly held: false; readonly by: number };

/**
 * Takes a folder for this process. A lock of a process that is gone is replaced; one of a living process never is.
 * `started` tells a reused process number from the process that wrote the file.
 */
export function lockFolder(folder: string): Lock {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'demo.lock');
  for (let tries = 0; tries < 3; tries += 1) {
    try {
      const handle = openSync(file, 'wx');
      writeSync(handle, JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder));
      closeSync(handle);
      return { held: true, release: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    if (holder && isAlive(holder)) return { held: false, by: holder.pid };
    rmSync(file, { force: true });
  }
  return { held: false, by: 0 };
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return holder.started === '' || startOf(holder.pid) === '' || startOf(holder.pid) === holder.started;
}

/** Start time of a process in clock ticks since boot (Linux); empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
