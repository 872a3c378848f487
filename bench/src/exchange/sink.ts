/** Node B, a process of its own: empty, it takes A's journal in. Says how long that took and how much memory it needed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startExchange } from '@entente/exchange';
import { tenths } from '../tenths.ts';
import { COOP, openKernel, transportOf } from './world.ts';

export interface SinkFigures {
  readonly size: number;
  /** Until all of it was held, checked and durable; until all of it was in the records; and until all words can be found. */
  readonly seconds: number;
  readonly recordsSeconds: number;
  readonly wordsSeconds: number | null;
  /** Of this process, an act, until all was held; and for the records behind. */
  readonly processorMicroseconds: number;
  readonly recordsProcessorMicroseconds: number;
  /** Highest resident memory in each tenth of the time until all was in the records, MiB. */
  readonly memory: readonly number[];
}

const WITH_WORDS = 200_000;
const [url = '', port = '', schema = ''] = process.argv.slice(2);

const { kernel, database } = await openKernel(url, schema, 'B');
const memory: number[] = [];
const watch = setInterval(() => { memory.push(process.memoryUsage.rss() / 2 ** 20); }, 100);
const [started, processor] = [performance.now(), process.cpuUsage()];
const sinceStart = (): number => (performance.now() - started) / 1_000;
const exchange = startExchange({ kernel, signer: transportOf('B'), timeout: 60_000, interval: 3_600_000, peers: [{ party: 'A', url: `http://127.0.0.1:${port}` }] });
await exchange.idle();
const seconds = sinceStart();
const used = process.cpuUsage(processor);
const [state] = exchange.peers();
const journal = await kernel.journal(COOP, 'A', 'joint');
if (state?.fault || journal.checkpoint === null) throw new Error(`not whole: ${JSON.stringify(state)}`);
while ((await kernel.journal(COOP, 'A', 'joint')).projected < journal.size) await sleep(20);
const recordsSeconds = sinceStart();
const usedThen = process.cpuUsage(processor);
clearInterval(watch);
// Words are the dearest and their cost does not depend on the journal's length.
const words = journal.size <= WITH_WORDS;
if (words) await kernel.caughtUp(COOP);
const figures: SinkFigures = {
  size: journal.size, seconds, recordsSeconds, wordsSeconds: words ? sinceStart() : null, processorMicroseconds: (used.user + used.system) / journal.size,
  recordsProcessorMicroseconds: (usedThen.user + usedThen.system - used.user - used.system) / journal.size,
  memory: tenths(memory),
};
process.send?.(figures);
await exchange.stop();
await kernel.close();
await database.close();
process.disconnect?.();
