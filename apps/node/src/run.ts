import { ConfigurationFault, readConfig } from './config/index.ts';
import { log } from './log.ts';
import { startNode } from './node.ts';
import { explainStart } from './start-fault.ts';

/** Runs one node until it is told to stop (SIGINT, SIGTERM, or a supervisor that is gone). Ends the process. */
export async function runNode(config: string): Promise<void> {
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
    if (process.send) process.send('ready');
    else console.log(`ready ${node.url}`);
  } catch (error) {
    console.error(error instanceof ConfigurationFault ? error.message : explainStart(error));
    process.exit(1);
  }
}
