/** Node A, a process of its own: its signed journal is served to node B. Asked for it, it says how much memory that took. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { exchangeServer, nonceMemory } from '@entente/exchange';
import { openKernel, transportOf } from './world.ts';

const [url = ''] = process.argv.slice(2);
const { kernel } = await openKernel(url, 'a', 'A');
const peer = transportOf('B');
let answer: (request: Request) => Promise<Response> = () => Promise.resolve(new Response(null, { status: 503 }));
const server = serve({ fetch: (request) => answer(request), hostname: '127.0.0.1', port: 0 }, ({ port }: AddressInfo) => {
  const door = exchangeServer({
    kernel, base: `http://127.0.0.1:${port}`, onWake: () => undefined, rates: { peer: { burst: 1e9, perSecond: 1e9 } },
    verifier: { keyOf: (id) => (id === peer.id ? { party: 'B', key: peer.publicKey } : null), now: Date.now, tolerance: 300, nonces: nonceMemory({ seconds: 600, limit: 300_000, now: Date.now }) },
  });
  answer = async (request) => (await door.answer(request)) ?? new Response(null, { status: 404 });
  process.send?.({ port });
});
const memory: number[] = [];
const watch = setInterval(() => { memory.push(process.memoryUsage.rss() / 2 ** 20); }, 100);
process.on('message', () => { process.send?.({ memory: memory.splice(0) }); });
process.once('disconnect', () => { clearInterval(watch); server.close(); process.exit(0); });
