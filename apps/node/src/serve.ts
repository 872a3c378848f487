/** `serve --config FILE`: one node as a process. A demonstration's first start adds `--load-example`. */
import { parseArgs } from 'node:util';
import { withoutMaps } from './sources.ts';

withoutMaps();
const { runNode } = await import('./run.ts');

const { values } = parseArgs({ options: { config: { type: 'string' }, 'load-example': { type: 'boolean', default: false } } });
if (values.config === undefined) {
  console.error('Usage: serve --config FILE');
  process.exit(2);
}
if (values['load-example']) {
  const told = new Promise((resolve) => { process.once('message', resolve); });
  const { exampleLoader } = await import('./demo/load.ts');
  const load = exampleLoader();
  // All that was done while the data folder was still being made; the supervisor says when it is there.
  await told;
  await runNode(values.config, { first: load });
} else await runNode(values.config);
