import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** One side of an exchange, a process of its own. */
export type Side = ChildProcess;

export function forked(file: string | URL, ...args: string[]): Side {
  return flagged([], file, ...args);
}

/** The same with flags for its runtime beside those of this process. */
export function flagged(flags: readonly string[], file: string | URL, ...args: string[]): Side {
  return fork(fileURLToPath(new URL(file, import.meta.url)), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [...process.execArgv, ...flags] });
}

/** What it says first; rejected when it ends without a word. */
export function said<T>(side: Side): Promise<T> {
  return new Promise((resolve, reject) => {
    side.once('message', (message) => { resolve(message as T); });
    side.once('exit', (code) => { reject(new Error(`a side of the exchange ended with ${String(code)}`)); });
  });
}

export const ended = (side: Side): Promise<void> => new Promise((resolve) => { if (side.exitCode === null) side.once('exit', () => { resolve(); }); else resolve(); });
