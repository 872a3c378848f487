import './words.ts';
import { DatabaseProblem } from '@entente/kernel';
import { ConfigurationFault } from './config/index.ts';
import { describeProblem, shellLang, type Lang } from '@entente/text';

/** The account may not write there, the disk is read-only, or a file stands where a folder should. */
const UNWRITABLE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR']);

/** Why a node did not start, as a sentence that says what to do; in the language of the shell where none is given. */
export function explainStart(error: unknown, lang: Lang = shellLang(process.env)): string {
  if (error instanceof ConfigurationFault) return error.said(lang);
  if (error instanceof DatabaseProblem) {
    const { id, path, params } = error.problem;
    // The number of a process is no quantity.
    const { pid } = params ?? {};
    return describeProblem({ id, path: path.join('.'), params: { ...params, ...(pid === undefined ? {} : { pid: String(pid) }) } }, lang);
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const say = (id: string, params: Readonly<Record<string, string>> = {}): string => describeProblem({ id: `data.${id}`, path: '', params }, lang);
  if (code === 'EADDRINUSE') return say('port-taken', { port: String((error as Error & { port?: number }).port ?? '?') });
  if (code === 'ENOSPC') return say('full-at-start');
  if (error instanceof Error && UNWRITABLE.has(String(code))) return say('unwritable', { error: error.message });
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
