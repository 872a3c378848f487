/** `serve --config FILE`: one node as a process. */
import { parseArgs } from 'node:util';
import { runNode } from './run.ts';

const { values } = parseArgs({ options: { config: { type: 'string' } } });
if (values.config === undefined) {
  console.error('Usage: serve --config FILE');
  process.exit(2);
}
await runNode(values.config);
