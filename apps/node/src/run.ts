import { ConfigurationFault, readConfig } from './config/index.ts';
import { log } from './log.ts';
import { startNode, type RunningNode } from './node.ts';
import { explainStart } from './start-fault.ts';

/**
 * Runs one node until it is told to stop (SIGINT, SIGTERM, or a supervisor that is gone). Ends the process. `first` is done
 * once the node answers and before it says that it is ready; what it answers is told to the supervisor.
 */
export async function runNode(config: string, first?: (node: RunningNode) => Promise<object>): Promise<void> {
  try {
    const node = await startNode(readConfig(config), log);
    let stopping = false;
    const stop = (): void => {
      if (stopping) return;
      stopping = true;
      node.stop().then(() => process.exit(0), (error: unknown) => {
        log({ level: 'error', id: 'stop-failed', error: String(error) });
        process.exit(1);
      });
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
    // A demonstration whose supervisor died must not leave nodes behind that hold its data.
    process.on('disconnect', stop);
    const told = await first?.(node);
    if (process.send) process.send({ ready: true, ...told });
    else console.log(`ready ${node.url}`);
  } catch (error) {
    console.error(error instanceof ConfigurationFault ? error.message : explainStart(error));
    process.exit(1);
  }
}
