/** The clients of `traffic.ts`: connections that are kept, answers read to their last byte and not looked at. */
import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { timesOf } from './timing.ts';
import type { Traffic, TrafficResult } from './traffic.ts';

const { url, headers, clients, milliseconds, paths } = workerData as Traffic;
const { hostname, port, host } = new URL(url);
const head = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`).join('');
const requests = paths.map((path) => Buffer.from(`GET ${path} HTTP/1.1\r\n${head}\r\n`));
const END = Buffer.from('\r\n\r\n');

const took: number[] = [];
let [turn, bytes, failures] = [0, 0, 0];
const until = performance.now() + milliseconds;

/** Reads one answer: its head, then as many bytes as it says, or chunks to the last. */
function reader(done: (size: number, status: number) => void): (data: Buffer) => void {
  let held: Buffer = Buffer.alloc(0);
  return (data) => {
    held = held.length === 0 ? data : Buffer.concat([held, data]);
    const at = held.indexOf(END);
    if (at < 0) return;
    const text = held.toString('latin1', 0, at);
    const length = /\r\ncontent-length: (\d+)/iu.exec(text)?.[1];
    const size = length === undefined ? chunked(held, at + 4) : at + 4 + Number(length);
    if (size < 0 || held.length < size) return;
    held = held.subarray(size);
    done(size, Number(text.slice(9, 12)));
  };
}

function chunked(held: Buffer, from: number): number {
  const last = held.indexOf('0\r\n\r\n', from, 'latin1');
  return last < 0 ? -1 : last + 5;
}

async function client(): Promise<void> {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await new Promise<void>((resolve, reject) => {
    let sent = 0;
    const ask = (): void => {
      sent = performance.now();
      socket.write(requests[turn++ % requests.length] ?? '');
    };
    const read = reader((size, status) => {
      took.push(performance.now() - sent);
      bytes += size;
      if (status !== 200) failures += 1;
      if (performance.now() < until) return ask();
      socket.end();
      resolve();
    });
    socket.once('connect', ask).on('data', read).once('error', reject);
  });
}

const started = performance.now();
await Promise.all(Array.from({ length: clients }, client));
const { median, p95, count } = timesOf(took);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.postMessage({ perSecond: (count / (performance.now() - started)) * 1_000, bytes: Math.round(bytes / count), median, p95, failures } satisfies TrafficResult);
