/** Where the rows of a backup come from: the data themselves, or the node that works on them now. */
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Hono } from 'hono';
import { nonceMemory, signedHeaders, verifyRequest } from '@entente/exchange';
import { DatabaseProblem, takeSnapshot, type Database, type SnapshotOptions } from '@entente/kernel';
import type { NodeConfig } from '../config/index.ts';
import { openData } from '../data.ts';
import { transportKeyOf, type NodeKeys } from '../keys.ts';
import { keysIn } from '../keyring.ts';
import { linesIn } from './archive.ts';
import { BackupFault } from './fault.ts';

/** Who was signed in, what was half-way uploaded, links used once: a restored node must not let anybody in by them. */
const LEFT_OUT: SnapshotOptions = {
  leaveOut: { auth_session: true, auth_verification: true, account_attempt: true, account_link: { except: 't.reusable' }, blob_coming: true },
};
const PATH = '/node/snapshot';
/** Seconds in which a request to the own node is believed. */
const TOLERANCE = 60;

export const snapshotOf = (database: Database): AsyncGenerator<string> => takeSnapshot(database, LEFT_OUT);

/**
 * The rows of a configured node. A server's are read beside the node; an embedded directory's from itself while nobody
 * works on it, else the node that does is asked. Throws DatabaseProblem, BackupFault `backup.no-node`.
 */
export async function* snapshotConfigured(config: NodeConfig): AsyncGenerator<string> {
  const database = await openData(config).catch((error: unknown) => {
    if (error instanceof DatabaseProblem && error.problem.id === 'data.locked') return null;
    throw error;
  });
  try {
    yield* database ? snapshotOf(database) : fromRunning(config);
  } finally {
    await database?.close();
  }
}

async function* fromRunning(config: NodeConfig): AsyncGenerator<string> {
  const { transport } = await keysIn(config.data);
  const { host, port } = config.listen;
  const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  let response: Response;
  try {
    // Whoever can read the node's keys may have its data; nobody else can sign this.
    response = await fetch(`http://${local.includes(':') ? `[${local}]` : local}:${port}${PATH}`, { method: 'POST', redirect: 'error', headers: signedHeaders({ method: 'POST', url: new URL(config.url).origin + PATH }, transport) });
  } catch (error) {
    throw new BackupFault('backup.no-node', { port }, { cause: error });
  }
  if (!response.ok || !response.body) throw new BackupFault('backup.node-refuses', { status: response.status });
  for await (const line of linesIn(response.body)) yield `${line}\n`;
}

/** POST `/node/snapshot`, for this node's own command line only: signed with its own transport key. */
export function snapshotRoute(app: Hono, { config, keys, database }: { readonly config: NodeConfig; readonly keys: NodeKeys; readonly database: Database }): void {
  const own = transportKeyOf(keys.transport.vkey);
  const nonces = nonceMemory({ seconds: 2 * TOLERANCE, limit: 1_000, now: Date.now });
  const verifier = { keyOf: (id: string) => (id === own.id ? { party: config.party, key: own.key } : null), now: Date.now, tolerance: TOLERANCE, nonces };
  let count = 0;
  app.post(PATH, async (c) => {
    const asked = verifyRequest({ method: 'POST', url: new URL(config.url).origin + PATH, headers: c.req.raw.headers }, new Uint8Array(), verifier);
    if (!asked.ok) return c.text(asked.fault, 401);
    // Put on the disk first: whoever reads slowly must not keep people from working.
    const file = join(config.data, `snapshot-${process.pid}-${count += 1}.part`);
    try {
      await pipeline(Readable.from(snapshotOf(database), { objectMode: false }), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
      const stream = createReadStream(file);
      stream.once('open', () => { rmSync(file, { force: true }); });
      return new Response(Readable.toWeb(stream) as ReadableStream, { headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' } });
    } catch (error) {
      rmSync(file, { force: true });
      throw error;
    }
  });
}
