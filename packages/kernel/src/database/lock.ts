/**
 * One process per data directory. The embedded engine lets two processes open one directory and ruin it, so a file
 * beside the directory names its holder: process id and start time, since ids are used again.
 */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  const locked = (holder: Holder | null) => new DatabaseProblem({ id: 'data.locked', path: [], params: { pid: holder?.pid ?? 0, directory } });
  if (place(file, mine)) return held(file, mine, null);
  const holder = read(file);
  if (holder && isAlive(holder)) throw locked(holder);
  // Of several that find a dead holder one takes over at a time, and looks again before it does.
  const taking = `${file}.taking`;
  const rival = read(taking);
  if (rival && !isAlive(rival)) rmSync(taking, { force: true });
  if (!place(taking, mine)) throw locked(read(taking));
  try {
    const now = read(file);
    if (now && isAlive(now)) throw locked(now);
    rmSync(file, { force: true });
    if (!place(file, mine)) throw locked(read(file));
    return held(file, mine, { pid: holder?.pid ?? 0 });
  } finally {
    rmSync(taking, { force: true });
  }
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

/** Puts the file there if there is none, whole or not at all: a link to one that is already written. */
function place(file: string, holder: Holder): boolean {
  const written = `${file}.${process.pid}`;
  writeFileSync(written, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(written, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(written, { force: true });
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
  const stat = statOf(holder.pid);
  if (stat?.isOver) return false;
  const started = startOf(holder.pid);
  return started === null || holder.started === '' || started === holder.started;
}

/** Start time of a process in clock ticks since boot, with the boot's own id; null where the system does not tell. */
function startOf(pid: number): string | null {
  try {
    const ticks = statOf(pid)?.started;
    return ticks ? `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}` : null;
  } catch {
    return null;
  }
}

/**
 * What /proc tells of a process (proc_pid_stat(5)); null where there is none. It is over when it ended and only waits for its
 * parent to ask how, as after a kill under an init that is slow to reap; while a thread of it still runs it is not.
 */
function statOf(pid: number): { readonly isOver: boolean; readonly started: string | undefined } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields from the third on; the name in the second may hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { isOver: /^[ZX]$/u.test(fields[0] ?? '') && Number(fields[17]) <= 1, started: fields[19] };
  } catch {
    return null;
  }
}
