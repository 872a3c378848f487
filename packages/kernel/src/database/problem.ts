import type { Problem } from '../problem.ts';

/** The database cannot be used; `problem` says why in the terms of the message catalogue (`data.locked`, `data.full`, ...). */
export class DatabaseProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.id} ${JSON.stringify(problem.params ?? {})}`, options);
    this.name = 'DatabaseProblem';
    this.problem = problem;
  }
}

/** SQLSTATEs that mean there is no room: disk_full, and out of memory or shared memory. */
const NO_ROOM = new Set(['53100', '53200']);
/** A disk that does not do as it is told: io_error, and data found corrupted. */
const FAILING = new Set(['58030', 'XX001', 'XX002']);

/** What an error of either driver means, as far as a person can do something about it; else the error itself. */
export function explain(error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || (code !== undefined && NO_ROOM.has(code))) {
    return new DatabaseProblem({ id: 'data.full', path: [] }, { cause: error });
  }
  if (code === 'EIO' || (code !== undefined && FAILING.has(code))) return new DatabaseProblem({ id: 'data.failing', path: [] }, { cause: error });
  if (isCut(error, code)) return new DatabaseProblem({ id: 'data.cut', path: [] }, { cause: error });
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '57P03' || code === '08006') {
    return new DatabaseProblem({ id: 'data.unreachable', path: [] }, { cause: error });
  }
  return error;
}

/** SQLSTATE unique_violation: a key that is there already. */
export const UNIQUE_VIOLATION = '23505';

/** The server went away in the middle: by an order, by a crash, or with its line (the driver gives the last no code). */
function isCut(error: unknown, code: string | undefined): boolean {
  return code === '57P01' || code === '57P02' || code === 'ECONNRESET' || code === 'EPIPE' || (error instanceof Error && error.message.startsWith('Connection terminated'));
}

/** SQLSTATE or system error of either driver, if it gave one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
