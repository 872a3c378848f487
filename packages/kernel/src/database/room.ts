import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseProblem } from './problem.ts';

/** Bytes the embedded engine must find free to start: two segments of its log, and something to write into. */
const NEEDED = 48 * 1024 * 1024;

/**
 * Refuses to open a directory on a full disk (`data.full`). While it is open the engine takes a full disk well: what does
 * not fit is refused and the rest can be read. Starting on a full disk is what ruins a directory (tried with 0.5.16).
 */
export function checkRoom(directory: string, freeAt: (folder: string) => number = bytesFree): void {
  const free = freeAt(dirname(directory));
  if (free < NEEDED) throw new DatabaseProblem({ id: 'data.full', path: [], params: { free: mebibytes(free), needed: mebibytes(NEEDED), directory } });
}

const mebibytes = (bytes: number) => Math.floor(bytes / 1024 / 1024);

function bytesFree(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
