/** Nodes that talk over real HTTP on this machine, each with a place where a test can lie in its name. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { engines, type Engine } from '@entente/testing';
import { serve, type HttpBindings, type ServerType } from '@hono/node-server';
import { afterAll, beforeAll } from 'vitest';
import { openDatabase, type Cooperation, type Intent, type Party } from '@entente/kernel';
import { memoryNodes, type TestNode, type TestNodes } from '@entente/kernel/testing';
import { exchangeServer, nonceMemory, startExchange, systemClock, type Clock, type Exchange, type ExchangeServer, type ServeOptions } from '../../src/index.ts';
import { kinds } from './kinds.ts';

export const COOP = 'test';

/** Answers in place of a node; the honest answer is there to be spoiled. Null: no answer, the connection breaks. */
export type Liar = (request: Request, honest: () => Promise<Response>, hangUp: () => void) => Promise<Response | null> | Response | null;

export interface Station {
  node: TestNode;
  readonly party: string;
  readonly url: string;
  readonly signer: { readonly id: string; readonly key: KeyObject };
  server: ExchangeServer;
  exchange: Exchange;
  /** Set: this node's answers pass through it. */
  lie: Liar | null;
  /** Paths asked of this node, with their method. */
  readonly asked: string[];
  /** What its exchange told the log. */
  readonly told: readonly string[];
  /** Starts its exchange, or starts it again. */
  start(): void;
  /** Goes on as another node of the party at the same address: what a restore does. */
  become(node: TestNode): Promise<void>;
}

export interface WorldOptions {
  readonly nodes?: number;
  readonly observers?: readonly string[];
  readonly engine?: Engine;
  readonly clock?: (party: string) => Clock;
  /** Milliseconds between looks; an hour when left out, so that only wake-ups and tests cause them. */
  readonly interval?: number;
  readonly timeout?: number;
  readonly rates?: ServeOptions['rates'];
  readonly random?: () => number;
}

export interface World {
  readonly all: TestNodes;
  readonly stations: readonly Station[];
  readonly a: Station;
  readonly b: Station;
  /** Every node looks at every other until nothing moves. */
  settle(): Promise<void>;
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** The engine that is quicker here; the same tests pass on both. */
export const quickEngine = (): Engine => engines().at(-1)!;

export function cooperationOf(n: number, observers: readonly string[] = []): Cooperation {
  const parties = Array.from({ length: n }, (_, at): Party => {
    const id = `P${at + 1}`;
    return { id, name: { en: id }, short: { en: id }, colour: { light: '#444444', dark: '#bbbbbb' }, languages: ['en'], zone: 'UTC' };
  });
  return { id: COOP, title: { en: 'Test' }, parties, observers, themes: {}, demo: true };
}

export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const { nodes: count = 2, observers = [], engine = quickEngine() } = options;
  const all = await memoryNodes(count, { cooperation: cooperationOf(count, observers), kinds, observers: true, open: async () => openDatabase(await engine.open()) });
  const keys = new Map(all.nodes.map(({ party }) => [`demo/${party}/transport`, { party, ...generateKeyPairSync('ed25519') }]));
  const servers: ServerType[] = [];
  const stations: Station[] = [];
  for (const node of all.nodes) {
    const [station, server] = await open(node, keys, options, () => stations);
    stations.push(station);
    servers.push(server);
  }
  for (const station of stations) station.start();
  const idle = async (): Promise<void> => { for (const station of stations) await station.exchange.idle(); };
  return {
    all, stations, a: stations[0]!, b: stations[1]!, idle,
    async settle() {
      for (let before = ''; ;) {
        for (const station of stations) await station.exchange.pullAll();
        const now = JSON.stringify(await Promise.all(stations.map(async ({ node }) => (await node.kernel.journals()).map((each) => [each.party, each.audience, each.size, each.checkpoint]))));
        if (now === before) return;
        before = now;
      }
    },
    async close() {
      await Promise.all(stations.map((station) => station.exchange.stop()));
      await Promise.all(servers.map((server) => new Promise<void>((resolve) => {
        server.close(() => { resolve(); });
        if ('closeAllConnections' in server) server.closeAllConnections();
      })));
      await all.close();
    },
  };
}

async function open(node: TestNode, keys: ReadonlyMap<string, { party: string; publicKey: KeyObject; privateKey: KeyObject }>, options: WorldOptions, stations: () => readonly Station[]): Promise<[Station, ServerType]> {
  const clock = options.clock?.(node.party) ?? systemClock;
  const asked: string[] = [];
  const told: string[] = [];
  let answer: (request: Request, hangUp: () => void) => Promise<Response> = () => Promise.resolve(new Response(null, { status: 503 }));
  const server = serve({ fetch: (request, env) => answer(request, () => { (env as HttpBindings).incoming.socket.destroy(); }), hostname: '127.0.0.1', port: 0 });
  await new Promise<void>((resolve) => { server.once('listening', () => { resolve(); }); });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const id = `demo/${node.party}/transport`;
  const doorOf = (kernel: TestNode['kernel']) => exchangeServer({
    kernel, base: url, clock, onWake: (party, coop) => { station.exchange.wake(party, coop); }, ...(options.rates ? { rates: options.rates } : {}),
    verifier: { keyOf: (name) => { const known = keys.get(name); return known ? { party: known.party, key: known.publicKey } : null; }, now: () => clock.now(), tolerance: 300, nonces: nonceMemory({ seconds: 600, limit: 10_000, now: () => clock.now() }) },
  });
  const station: Station = {
    node, party: node.party, url, asked, told, server: doorOf(node.kernel), lie: null, exchange: undefined as unknown as Exchange,
    signer: { id, key: keys.get(id)!.privateKey },
    start() {
      station.exchange = startExchange({
        kernel: station.node.kernel, signer: station.signer, clock, timeout: options.timeout ?? 5_000, interval: options.interval ?? 3_600_000, ...(options.random ? { random: options.random } : {}), notice: ({ id, params }) => { told.push(`${id} ${params['party']} ${params['fault'] ?? ''}`.trim()); },
        peers: stations().filter((other) => other !== station).map((other) => ({ party: other.party, url: other.url })),
      });
    },
    async become(other) {
      await station.exchange.stop();
      [station.node, station.server] = [other, doorOf(other.kernel)];
      station.start();
    },
  };
  answer = async (request, hangUp) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    const honest = async () => (await station.server.answer(request, 'test')) ?? new Response('not here', { status: 404 });
    const said = station.lie ? await station.lie(request, honest, hangUp) : await honest();
    if (!said) hangUp();
    return said ?? new Response(null, { status: 503 });
  };
  return [station, server];
}

/** A world for the tests of a block. */
export function worldFor(options: WorldOptions = {}): World {
  let world: World | undefined;
  beforeAll(async () => { world = await makeWorld(options); });
  afterAll(async () => { await world?.close(); });
  return new Proxy({} as World, {
    get(_, name: keyof World) {
      if (!world) throw new Error('the world is there once the tests run');
      return world[name];
    },
  });
}

/** Commits, which must be accepted; answers the first record and its version. */
export async function commit({ node }: Pick<Station, 'node'>, ...intents: readonly Intent[]): Promise<{ record: string; version: string }> {
  const result = await node.kernel.commit(intents, { coop: COOP, by: node.person() });
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`);
  return result.value.records[0]!;
}
export const story = (text: string): Intent => ({ verb: 'put', kind: 'story', content: { text: { en: text } } });
export const notice = (text: string, more: object = {}): Intent => ({ verb: 'put', kind: 'notice', content: { text: { en: text }, ...more } });
export const pledge = (text: string, more: object = {}): Intent => ({ verb: 'propose', kind: 'pledge', agree: true, content: { text: { en: text }, ...more } });

export const dumps = ({ stations }: World): Promise<string[]> => Promise.all(stations.map(({ node }) => node.kernel.dump(COOP)));
export const held = async (at: Station, party: string, audience: 'joint' | 'public' = 'joint'): Promise<number> => (await at.node.kernel.journal(COOP, party, audience)).size;
export const stateOf = (at: Station, party: string) => at.exchange.peers().find((peer) => peer.party === party)!;

/** Waits until something is so, by looking at it again and again. */
export async function until(isSo: () => Promise<boolean> | boolean, what: string, patience = 20_000): Promise<void> {
  for (let waited = 0; !(await isSo()); waited += 20) {
    if (waited > patience) throw new Error(`it did not come about that ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

/** The beginning of an answer, after which the line breaks. */
export function cutAfter(bytes: Uint8Array, { status, headers }: Response, hangUp: () => void): Response {
  let sent = false;
  return new Response(new ReadableStream({
    async pull(controller) {
      if (!sent) controller.enqueue(bytes);
      else {
        await new Promise((resolve) => { setTimeout(resolve, 100); });
        hangUp();
      }
      sent = true;
    },
  }), { status, headers });
}
