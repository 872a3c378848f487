/** Node B, a process of its own: empty, it takes A's journal in. Says how long that took and how much memory it needed. */
import { startExchange } from '@entente/exchange';
import { COOP, openKernel, transportOf } from './world.ts';

const [url = '', port = '', records = ''] = process.argv.slice(2);

const { kernel, database } = await openKernel(url, 'b', 'B');
const memory: number[] = [];
const watch = setInterval(() => { memory.push(process.memoryUsage.rss()); }, 100);
const [started, processor] = [performance.now(), process.cpuUsage()];
const exchange = startExchange({ kernel, signer: transportOf('B'), timeout: 60_000, interval: 3_600_000, peers: [{ party: 'A', url: `http://127.0.0.1:${port}` }] });
await exchange.idle();
const held = performance.now() - started;
const used = process.cpuUsage(processor);
const [state] = exchange.peers();
const journal = await kernel.journal(COOP, 'A', 'joint');
if (state?.fault || journal.checkpoint === null) throw new Error(`not whole: ${JSON.stringify(state)}`);
clearInterval(watch);
const half = Math.floor(memory.length / 2);
const peak = (part: readonly number[]): number => Math.max(...part, 0) / 2 ** 20;
const measured = { size: journal.size, processorMicroseconds: (used.user + used.system) / journal.size, seconds: held / 1_000, peakFirstHalf: peak(memory.slice(0, half)), peakSecondHalf: peak(memory.slice(half)), projectedSeconds: null as number | null };
export type SinkFigures = typeof measured;
if (records === 'records') {
  await kernel.caughtUp(COOP);
  measured.projectedSeconds = (performance.now() - started) / 1_000;
}
process.send?.(measured);
await exchange.stop();
await kernel.close();
await database.close();
process.disconnect?.();
