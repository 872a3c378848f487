import './words.ts';
import { DatabaseProblem } from '@entente/kernel';
import { describeProblem, type Lang } from '@entente/text';

/** The account may not write there, the disk is read-only, or a file stands where a folder should. */
const UNWRITABLE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR']);

/** Why a node did not start, as a sentence that says what to do. */
export function explainStart(error: unknown, lang: Lang = 'en'): string {
  if (error instanceof DatabaseProblem) {
    const { id, path, params } = error.problem;
    // The number of a process is no quantity.
    const { pid } = params ?? {};
    return describeProblem({ id, path: path.join('.'), params: { ...params, ...(pid === undefined ? {} : { pid: String(pid) }) } }, lang);
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    const { port } = error as Error & { port?: number };
    return `Port ${port ?? '?'} is taken by another program. Nothing was changed. Stop that program, or choose another port (ENTENTE_DEMO_PORT for the demonstration, listen.port in a node's configuration).`;
  }
  if (code === 'ENOSPC') return 'The disk is full. What was there is kept. Free some room and start again.';
  if (error instanceof Error && UNWRITABLE.has(String(code))) return `The data folder cannot be written: ${error.message}. Nothing was changed. Choose another folder (ENTENTE_DATA), or let this account write there.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
