import { readConfig } from './config/index.ts';
import { log } from './log.ts';
import type { Lang } from '@entente/text';
import { startNode, type RunningNode } from './node.ts';
import { explainStart } from './start-fault.ts';

/**
 * Runs one node until it is told to stop (SIGINT, SIGTERM, or a supervisor that is gone). Ends the process. `first` is done
 * once the node answers and before it says that it is ready; what it answers is told to the supervisor. Why it cannot run is said in `lang`.
 */
export async function runNode(config: string, { first, lang }: { readonly first?: (node: RunningNode) => Promise<object>; readonly lang?: Lang } = {}): Promise<void> {
  try {
    const node = await startNode(readConfig(config), log, (problem) => {
      console.error(explainStart(problem, lang));
      stop(1);
    });
    let stopping = false;
    const stop = (code: number): void => {
      if (stopping) return;
      stopping = true;
      node.stop().then(() => process.exit(code), (error: unknown) => {
        log({ level: 'error', id: 'stop-failed', error: String(error) });
        process.exit(1);
      });
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { stop(0); });
    // A demonstration whose supervisor died must not leave nodes behind that hold its data.
    process.on('disconnect', () => { stop(0); });
    const told = await first?.(node);
    if (process.send) process.send({ ready: true, ...told });
    else console.log(`ready ${node.url}`);
  } catch (error) {
    console.error(explainStart(error, lang));
    process.exit(1);
  }
}
