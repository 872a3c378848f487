/** Node A, a process of its own: a database with a signed journal of so many acts, served to node B. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { exchangeServer, nonceMemory } from '@entente/exchange';
import { fillJournal, openKernel, transportOf } from './world.ts';

const [url = '', amount = '0'] = process.argv.slice(2);
await fillJournal(url, 'a', Number(amount));
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
process.once('disconnect', () => { server.close(); process.exit(0); });
