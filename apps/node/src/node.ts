/** One node of one party, from its configuration: database, kernel, exchange, web. The composition root. */
import { createHmac } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { exchangeServer, nonceMemory, startExchange, type Exchange } from '@entente/exchange';
import { createKernel, type Database, type DatabaseOptions, type Kernel, type Recovery } from '@entente/kernel';
import { closeRenderer } from '@entente/reports';
import { buildAssets } from '@entente/ui';
import { buildVerifyPage, VERIFY_PAGE_POLICY } from '@entente/verify/page';
import { createWeb, openAccounts, type Accounts, type WebOptions } from '@entente/web';
import type { NodeConfig } from './config/index.ts';
import { openData, retiredOf } from './data.ts';
import { readKeys, transportKeyOf, type NodeKeys } from './keys.ts';
import { keyringOf, keysOfOthers, keysOfParties } from './keyring.ts';
import { letterWay, scheduleLetters } from './letters.ts';
import { kinds, modules } from './modules.ts';
import { fileRoutes } from './files.ts';
import { operationRoutes } from './operations.ts';
import { scheduleBackups, snapshotRoute, type Schedule } from './backup/index.ts';
import { peerRing, type PeerRing } from './ring.ts';
import { followStatements, keepStatements, type KeptStatements, type Stated } from './stated.ts';
import { scheduleTidying } from './tidy.ts';
import { VERSION } from './version.ts';

/** Seconds a peer's clock may be off before its signed requests are refused, and how long nonces are remembered. */
const TOLERANCE = 300;
/** Milliseconds in which peers that can be reached may tell, before this node signs anything, that they hold more of its acts than it does. */
const FIRST_LOOK = 3_000;
/** Milliseconds a peer may take for one answer. */
const PEER_TIMEOUT = 20_000;
/** Milliseconds between two looks at whether a peer is at fault. */
const DOUBTS = 2_000;
/** Faults that no key explains: who is silent, or asked to be left alone, is not asked for keys either. */
const UNHEARD: ReadonlySet<string> = new Set(['peer.silent', 'peer.busy', 'peer.fails']);

/** What of a node works without a network: used by the command line and to prepare a demonstration. */
export interface Core {
  readonly config: NodeConfig;
  readonly keys: NodeKeys;
  readonly database: Database;
  readonly kernel: Kernel & Recovery;
  readonly accounts: Accounts;
  /** The keys of the peers, and what they state of them. */
  readonly ring: PeerRing;
  readonly stated: KeptStatements;
  close(): Promise<void>;
}

/** With `serving` as the one process that serves; commands open the same beside it (docs/decisions/0031). */
export async function openCore(config: NodeConfig, log: (line: object) => void, { serving }: Pick<DatabaseOptions, 'serving'> = {}): Promise<Core> {
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const keys = await readKeys(join(config.data, 'keys'));
  const ring = peerRing(config, keys.keyring.statements);
  let started = false;
  const stated = keepStatements(config.peers, join(config.data, 'keys', 'stated.json'), async (statements) => {
    const news = await ring.follow(statements);
    // What the file of an earlier run says is no news.
    if (started) for (const changed of news) log({ level: 'notice', id: 'keys.changed', params: changed });
  });
  await stated.ready;
  started = true;
  const database = await openData(config, { notice: (notice) => log({ level: 'notice', ...notice }), ...(serving ? { serving } : {}) });
  try {
    const accounts = await openAccounts({
      db: database.kysely, party: config.party, origin: new URL(config.url).origin,
      // Derived, so that one secret less lies on the disk; sessions end when the node key changes.
      secret: createHmac('sha256', keys.node).update('entente session cookies').digest('hex'),
    });
    const kernel = await createKernel({
      party: config.party, cooperations: config.cooperations, kinds, database,
      highWater: config.highWater, peers: config.peers.map(({ party }) => party),
      keys: { journal: keys.journal, node: keys.node, own: retiredOf(config, keys.former), peers: ring.journals, cosigners: ring.cosigners, inForce: ring.inForce, ...(keys.cosigner ? { cosigner: keys.cosigner } : {}) },
      notice: (notice) => log({ level: 'notice', ...notice }), forget: (erased) => accounts.forget(erased),
    });
    return { config, keys, database, kernel, accounts, ring, stated, close: async () => { await kernel.close(); await database.close(); } };
  } catch (error) {
    await database.close();
    throw error;
  }
}

export interface RunningNode {
  readonly url: string;
  readonly core: Core;
  readonly exchange: Exchange;
  stop(): Promise<void>;
}

/**
 * Opens everything and answers requests. Throws when the port is taken, the data are locked or served, or a key is missing. `lost` is
 * told when another node took the database over while the line to it was cut: this one has to be stopped.
 */
export async function startNode(config: NodeConfig, log: (line: object) => void, lost: NonNullable<DatabaseOptions['serving']> = () => undefined): Promise<RunningNode> {
  const core = await openCore(config, log, { serving: lost });
  const exchange = exchangeOf(core, log);
  // Asked beside the start: a peer that is silent delays nothing.
  const stated = followStatements(config.peers, { kept: core.stated });
  // What looks like a fault of a peer may be a key that it changed.
  const doubts = setInterval(() => { if (exchange.peers().some(({ fault }) => fault !== null && !UNHEARD.has(fault.id))) stated.hint(); }, DOUBTS).unref();
  try {
    // An old copy of the whole data folder brings an old high-water file along: then only the peers know better.
    const late = new AbortController();
    await Promise.race([exchange.idle(), sleep(FIRST_LOOK, undefined, { signal: late.signal, ref: false }).catch(() => undefined)]);
    late.abort();
    const backups = scheduleBackups({ config, database: core.database, log });
    const web = webOf(core, exchange, stated, backups, log);
    const app = appOf(core, exchange, stated, web);
    const server = await listen(app, config);
    // Two nodes that start together found nobody at their first look, since each looks before it answers.
    exchange.announce();
    // The node answers already: who signs in first need not wait either.
    core.accounts.prepare().catch((error: unknown) => { log({ level: 'error', id: 'accounts.unprepared', error: String(error) }); });
    const letters = scheduleLetters({ config, accounts: core.accounts, web, log });
    const tidying = scheduleTidying({ ...core, log });
    return {
      url: config.url, core, exchange,
      async stop() {
        clearInterval(doubts);
        stated.stop();
        await Promise.all([exchange.stop(), backups?.stop(), letters.stop(), tidying.stop()]);
        await new Promise<void>((resolve) => {
          server.close(() => resolve());
          if ('closeAllConnections' in server) server.closeAllConnections();
        });
        await closeRenderer();
        await core.close();
      },
    };
  } catch (error) {
    clearInterval(doubts);
    stated.stop();
    await exchange.stop();
    await core.close();
    throw error;
  }
}

function exchangeOf({ config, kernel, keys }: Core, log: (line: object) => void): Exchange {
  return startExchange({
    kernel, peers: config.peers.map(({ party, url }) => ({ party, url })), signer: keys.transport, timeout: PEER_TIMEOUT, interval: config.pull * 1_000, notice: (notice) => log({ level: 'notice', ...notice }),
  });
}

/** What pages and letters are made of. */
function webOf({ config, keys, kernel, accounts }: Core, exchange: Exchange, stated: Stated, backups: Schedule | null, log: (line: object) => void): WebOptions {
  const palettes = config.cooperations.map((coop) => ({ name: coop.id, parties: coop.parties.map(({ id, colour }) => ({ id, colour: colour.light, dark: colour.dark })) }));
  const ring = () => keyringOf(config, keys, stated.statements);
  return {
    kernel, modules, accounts, assets: buildAssets(palettes), version: VERSION, keyring: { get anchors() { return ring().anchors; }, get statements() { return ring().statements; }, known: () => keysOfParties(ring()) }, verifyPage: { policy: VERIFY_PAGE_POLICY, build: buildVerifyPage }, origins: [new URL(config.url).origin],
    health: () => exchange.peers(), backup: () => backups?.health() ?? null, letters: letterWay(config), highWaterApart: config.database !== undefined || relative(config.data, config.highWater).startsWith('..'),
    addressOf: (c) => getConnInfo(c).remote.address ?? 'unknown', log, maps: config.maps, approvals: config.approvals, spool: config.data,
  };
}

function appOf(core: Core, exchange: Exchange, stated: Stated, options: WebOptions): Hono {
  const { config, keys, database, kernel, accounts, ring } = core;
  const keyOf = (id: string) => {
    const found = Object.entries(ring.transports).find(([, [key]]) => key?.name === id);
    return found?.[1][0] ? { party: found[0], key: transportKeyOf(found[1][0].vkey).key } : null;
  };
  const peersDoor = exchangeServer({
    kernel, base: new URL(config.url).origin, keyring: { ...keys.keyring, others: () => keysOfOthers(config, stated.statements) }, onWake: (party, coop) => exchange.wake(party, coop),
    verifier: { keyOf, now: Date.now, tolerance: TOLERANCE, nonces: nonceMemory({ seconds: 2 * TOLERANCE, limit: 300_000, now: Date.now }) },
  });
  const app = new Hono();
  app.all('/exchange/*', async (c) => {
    const answer = await peersDoor.answer(c.req.raw, getConnInfo(c).remote.address);
    if (answer?.status === 401) stated.hint();
    return answer ?? c.notFound();
  });
  fileRoutes(app, core);
  operationRoutes(app, { config, keys, kernel, accounts, database });
  snapshotRoute(app, { config, keys, database });
  app.route('/', createWeb({ ...options, refusals: () => peersDoor.refusals() }));
  return app;
}

async function listen(app: Hono, { listen: { host, port } }: NodeConfig): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, () => resolve(server));
    server.once('error', reject);
  });
}
