import { BackupFault, ConfigurationFault, explainStart, FileFault } from '@entente/node';
import { describeProblem, type Lang } from '@entente/text';
import type { Arguments } from './command.ts';
import { Exit, Stop } from './exit.ts';
import { messages } from './messages.ts';

/** What goes wrong with files, backups and configurations, as a sentence and a code. Throws Stop. */
export async function stating<T>(args: Arguments, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Stop) throw error;
    if (error instanceof FileFault || error instanceof BackupFault) {
      const problem = { id: error.id, path: [], params: error.params };
      throw new Stop(Exit.problems, describeProblem({ ...problem, path: '' }, args.lang), [problem]);
    }
    if (error instanceof ConfigurationFault) throw new Stop(Exit.problems, error.said(args.lang), error.faults);
    const unopened = fileRefusal(error, args.lang);
    if (unopened) throw unopened;
    if (error instanceof RangeError) throw new Stop(Exit.problems, error.message);
    throw new Stop(Exit.failed, explainStart(error, args.lang));
  }
}

/** The system's own word about a file that was to be read or written, as a sentence; null where it is about anything else. */
export const fileRefusal = (error: unknown, lang: Lang): Stop | null =>
  (error instanceof Error && 'syscall' in error && 'code' in error && 'path' in error ? new Stop(Exit.problems, messages.t(lang)('not-written', { file: String(error.path).replace(/\.\d+\.part$/u, ''), reason: String(error.code) })) : null);
