/** Assets, compressed once at start-up and kept by browsers for ever; and what a machine asks about the node. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Asset } from '@entente/ui';
import type { Request } from '../door/env.ts';
import { sendJson } from '../door/send.ts';
import type { Web } from '../web.ts';

interface Coded { readonly asset: Asset; readonly br: Buffer | null; readonly gzip: Buffer | null }

/** GET `/assets/*`. */
export function assetHandler(files: readonly Asset[]): (c: Request) => Response {
  const byPath = new Map(files.map((asset) => [asset.path, coded(asset)]));
  return (c) => {
    const found = byPath.get(c.req.path);
    if (!found) return c.body(null, 404);
    const accepted = c.req.header('accept-encoding') ?? '';
    const [bytes, coding] = found.br && /\bbr\b/u.test(accepted) ? [found.br, 'br'] as const : found.gzip && /\bgzip\b/u.test(accepted) ? [found.gzip, 'gzip'] as const : [found.asset.bytes, null] as const;
    c.header('content-type', found.asset.type);
    c.header('cache-control', found.asset.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=300');
    c.header('vary', 'accept-encoding');
    if (coding) c.header('content-encoding', coding);
    return c.body(bytes as Uint8Array<ArrayBuffer>);
  };
}

/** Fonts are compressed already. */
function coded(asset: Asset): Coded {
  if (!/^(text\/|image\/svg)/u.test(asset.type)) return { asset, br: null, gzip: null };
  const br = brotliCompressSync(asset.bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: asset.bytes.length } });
  return { asset, br, gzip: gzipSync(asset.bytes, { level: 9 }) };
}

/** GET `/healthz`: status `ok`, `restored` or `unsafe` while the node signs nothing, or `trouble` when a peer is at fault or a backup failed; how many acts are held; how each peer stands. */
export const healthHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const [journals, peers, { state }] = await Promise.all([web.kernel.journals(), web.health(), web.kernel.standing()]);
  const backup = web.backup();
  const status = state !== 'ok' ? state : peers.some((peer) => peer.fault !== null) || backup?.fault ? 'trouble' : 'ok';
  return sendJson(c, {
    status, party: web.kernel.party, version: web.version,
    acts: journals.reduce((sum, journal) => sum + journal.size, 0),
    journals: journals.map(({ coop, party, audience, size }) => ({ coop, party, audience, size })),
    // Where the files lie and why one failed is the administrator's to see.
    ...(backup ? { backup: { last: backup.last && { at: backup.last.at, bytes: backup.last.bytes, verified: backup.last.verified }, next: backup.next, fault: backup.fault && { id: backup.fault.id, since: backup.fault.since } } } : {}),
    // What more is known of a peer is the administrator's to see.
    peers: peers.map(({ party, behind, lastSeen, fault }) => ({ party, behind, lastSeen, fault: fault && { id: fault.id, detail: fault.detail } })),
  });
};
