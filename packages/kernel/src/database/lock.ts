/**
 * One process per data directory. The embedded engine lets two processes open one directory and ruin it, so a file
 * beside the directory names its holder: process id and start time, since ids are used again.
 */
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { DatabaseProblem } from './problem.ts';

export interface DirectoryLock {
  readonly file: string;
  /** Who held it before and is dead; null in the usual case. */
  readonly takenFrom: { readonly pid: number } | null;
  release(): void;
}

interface Holder { readonly pid: number; readonly started: string }

/**
 * Takes the lock of `directory` for this process. Throws `data.locked` (with the pid) while a live process holds it:
 * a live process is never robbed. A lock whose holder is dead is taken over, and the lock says from whom.
 */
export function lockDirectory(directory: string): DirectoryLock {
  const file = `${directory}.lock`;
  const mine: Holder = { pid: process.pid, started: startOf(process.pid) ?? '' };
  if (create(file, mine)) return held(file, mine, null);
  const holder = read(file);
  if (holder && isAlive(holder)) throw new DatabaseProblem({ id: 'data.locked', path: [], params: { pid: holder.pid, directory } });
  // The dead one's file is moved away by its name first: of two processes that come at once, one rename succeeds.
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
    rmSync(aside, { force: true });
  } catch { /* the other one was quicker; the next creation decides */ }
  if (!create(file, mine)) throw new DatabaseProblem({ id: 'data.locked', path: [], params: { pid: read(file)?.pid ?? 0, directory } });
  return held(file, mine, holder ? { pid: holder.pid } : { pid: 0 });
}

function held(file: string, mine: Holder, takenFrom: DirectoryLock['takenFrom']): DirectoryLock {
  return {
    file, takenFrom,
    release() {
      const now = read(file);
      if (now?.pid === mine.pid && now.started === mine.started) rmSync(file, { force: true });
    },
  };
}

/** Creates the file if it is not there; the system makes that one step. */
function create(file: string, holder: Holder): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, JSON.stringify(holder));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): Holder | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const { pid, started } = value as Partial<Holder>;
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : null;
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const started = startOf(holder.pid);
  return started === null || holder.started === '' || started === holder.started;
}

/** Start time of a process in clock ticks since boot, with the boot's own id; null where the system does not tell. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22; the name in field 2 may hold spaces and brackets.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks ? `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}` : null;
  } catch {
    return null;
  }
}
