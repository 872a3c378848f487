/** The exchange by file: over a running node for whoever holds a personal token, and on the data of a stopped one. */
import { Readable } from 'node:stream';
import type { Hono } from 'hono';
import { exportStream, exportTo, FileFault, importFrom, importStream, unsealerOf, type ExportOptions, type Imported, type ImportOptions, type TransportKeys } from '@entente/exchange';
import type { Role } from '@entente/kernel';
import type { NodeConfig } from './config/index.ts';
import { log } from './log.ts';
import { openCore, type Core } from './node.ts';
import { refusal, tokenDoor } from './token-door.ts';

type FileParts = Pick<Parts, 'config' | 'keys' | 'kernel' | 'ring' | 'stated'>;

export interface FileWish {
  /** Party or observer the file is for. */
  readonly for: string;
  /** Act of our journals to begin with; what the other is known to hold when left out. */
  readonly from?: number;
  /** Cooperation; the node's first when left out. */
  readonly coop?: string;
  /** With what we hold of their own journals, for a node that was restored. */
  readonly withTheirs?: boolean;
}

type Parts = Pick<Core, 'config' | 'keys' | 'kernel' | 'accounts' | 'ring' | 'stated'>;

const optionsOf = ({ config, keys, kernel, ring }: FileParts, { for: to, from, coop, withTheirs }: FileWish): ExportOptions => ({
  kernel, coop: coop ?? config.cooperations[0]?.id ?? '', for: to, signer: keys.transport.signer, ...sealedFor(ring, to), statements: keys.keyring.statements, ...(from === undefined ? {} : { from }), ...(withTheirs === true ? { withTheirs } : {}),
});

const sealedFor = (ring: Parts['ring'], to: string): Pick<ExportOptions, 'sealTo'> => {
  const [key] = ring.transports[to] ?? [];
  return key ? { sealTo: key } : {};
};

const takingOf = (parts: FileParts): ImportOptions => ({
  kernel: parts.kernel, keys: fileKeysOf(parts), unseal: unsealerOf([parts.keys.transport.key, ...parts.keys.transport.former]),
  // A party that nobody can reach tells of its new keys in its files.
  async stated(statements) {
    for (const { party } of parts.config.peers) await parts.stated.offer(party, statements);
    return fileKeysOf(parts);
  },
});

/** Keys that sign files: the peers', and our own, since a restored node may learn from a file it once wrote. */
const fileKeysOf = ({ config, keys, ring }: Pick<Parts, 'config' | 'keys' | 'ring'>): TransportKeys => ({ ...ring.transports, [config.party]: [keys.transport.signer.key] });

/** Writes an export of a node that is not running. Throws RangeError for a party that is no other member. */
export const exportConfigured = (config: NodeConfig, file: string, wish: FileWish): Promise<void> => onData(config, (core) => exportTo(file, optionsOf(core, wish)));

/** Takes a file into a node that is not running. Throws FileFault. */
export const importConfigured = (config: NodeConfig, file: string): Promise<Imported> => onData(config, (core) => importFrom(file, takingOf(core)));

async function onData<T>(config: NodeConfig, act: (core: Core) => Promise<T>): Promise<T> {
  const core = await openCore(config, log);
  try {
    return await act(core);
  } finally {
    await core.close();
  }
}

const MAY: readonly Role[] = ['administrator', 'coordinator'];

/** POST `/api/exchange/export` (JSON in, the file out) and `/api/exchange/import` (the file in, JSON out). Neither is held in memory. */
export function fileRoutes(app: Hono, parts: Parts): void {
  const { kernel, config, accounts } = parts;
  const guard = tokenDoor(accounts, MAY);
  app.post('/api/exchange/export', async (c) => {
    const entered = await guard(c.req.raw);
    if (entered instanceof Response) return entered;
    const wish = readWish(await c.req.json().catch(() => null));
    if (!wish || !isOther(kernel, wish, config)) return refusal(c.req.raw, 422, [{ id: 'file.no-member', path: [], params: { for: wish?.for ?? '?' } }]);
    return new Response(Readable.toWeb(exportStream(optionsOf(parts, wish))) as ReadableStream, { headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' } });
  });
  app.post('/api/exchange/import', async (c) => {
    const entered = await guard(c.req.raw);
    if (entered instanceof Response) return entered;
    try {
      return Response.json(await importStream(c.req.raw.body ?? Readable.from([]), takingOf(parts)));
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      return refusal(c.req.raw, 422, [{ id: error.id, path: [], params: error.params }]);
    }
  });
}

function readWish(value: unknown): FileWish | null {
  if (typeof value !== 'object' || value === null || !('for' in value) || typeof value.for !== 'string') return null;
  const from = 'from' in value && Number.isSafeInteger(value.from) && Number(value.from) >= 0 ? Number(value.from) : undefined;
  return {
    for: value.for, ...('withTheirs' in value && value.withTheirs === true ? { withTheirs: true } : {}), ...(from === undefined ? {} : { from }), ...('coop' in value && typeof value.coop === 'string' ? { coop: value.coop } : {}),
  };
}

function isOther(kernel: Parts['kernel'], { for: to, coop }: FileWish, config: NodeConfig): boolean {
  const cooperation = kernel.cooperations.find((each) => each.id === (coop ?? config.cooperations[0]?.id));
  return to !== kernel.party && (cooperation?.parties.some((each) => each.id === to) === true || cooperation?.observers.includes(to) === true);
}
