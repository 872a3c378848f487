/** What a node answers its peers: its own journals as static files, the blobs they name, and a place to be woken. */
import { encodeEntries, parseTilePath, TILE_WIDTH } from '@entente/verify';
import type { Audience, Kernel } from '@entente/kernel';
import { verifyRequest, type Verifier } from './signature/index.ts';

export interface ServeOptions {
  readonly kernel: Pick<Kernel, 'party' | 'cooperations' | 'journal' | 'leaves' | 'blobs'>;
  readonly verifier: Verifier;
  /** Scheme and authority peers address this node by; signatures cover it. */
  readonly base: string;
  /** A peer says it has something new. */
  readonly onWake: (party: string, coop: string) => void;
}

const MAX_BODY = 4_096;
const text = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers } });

/** Answers a request under `/exchange/`; null for any other path. Nothing here changes a record. */
export function exchangeServer(options: ServeOptions): (request: Request) => Promise<Response | null> {
  return async (request) => {
    const path = new URL(request.url).pathname.split('/').slice(1).map(decode);
    if (path[0] !== 'exchange') return null;
    const [, coop = '', what = '', ...rest] = path;
    const cooperation = options.kernel.cooperations.find((each) => each.id === coop);
    if (!cooperation) return text(404, 'no such cooperation');
    if (what === 'public') return serveJournal(options, coop, what, rest);
    const caller = await whoAsks(request, options);
    if (caller instanceof Response) return caller;
    if (!cooperation.parties.some((party) => party.id === caller) && !cooperation.observers.includes(caller)) return text(403, 'not a member of this cooperation');
    if (what === 'joint') return serveJournal(options, coop, what, rest);
    if (what === 'blob') return serveBlob(options, coop, rest[0] ?? '', request.headers.get('range'));
    if (what === 'wake' && request.method === 'POST') {
      options.onWake(caller, coop);
      return text(202, 'thank you');
    }
    return text(404, 'nothing here');
  };
}

async function whoAsks(request: Request, options: ServeOptions): Promise<string | Response> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY) return text(413, 'too long');
  const body = request.method === 'GET' ? new Uint8Array() : new Uint8Array(await request.arrayBuffer());
  const { pathname, search } = new URL(request.url);
  const verified = verifyRequest({ method: request.method, url: options.base + pathname + search, headers: request.headers }, body, options.verifier);
  return verified.ok ? verified.party : text(401, verified.fault, { date: new Date(options.verifier.now()).toUTCString() });
}

async function serveJournal({ kernel }: ServeOptions, coop: string, audience: Audience, rest: readonly string[]): Promise<Response> {
  const state = await kernel.journal(coop, kernel.party, audience);
  if (rest.length === 1 && rest[0] === 'checkpoint') return state.checkpoint === null ? text(404, 'nothing signed yet') : text(200, state.checkpoint);
  const tile = parseTilePath(rest.join('/'));
  if (tile?.level !== 'entries' || tile.index * TILE_WIDTH + tile.width > state.size) return text(404, 'no such tile');
  const leaves = await kernel.leaves(coop, kernel.party, audience, tile.index * TILE_WIDTH, tile.width);
  return new Response(encodeEntries(leaves) as BodyInit, {
    headers: { 'content-type': 'application/octet-stream', 'cache-control': tile.width === TILE_WIDTH ? 'max-age=31536000, immutable' : 'no-store' },
  });
}

async function serveBlob({ kernel }: ServeOptions, coop: string, sha256: string, range: string | null): Promise<Response> {
  if (!/^[0-9a-f]{64}$/u.test(sha256) || !(await kernel.blobs.entitled(coop, sha256))) return text(404, 'no such blob');
  const blob = await kernel.blobs.get(sha256);
  if (!blob) return text(404, 'no such blob');
  const headers = { 'content-type': 'application/octet-stream', 'accept-ranges': 'bytes', 'cache-control': 'max-age=31536000, immutable' };
  const from = /^bytes=(?<from>[0-9]{1,12})-$/u.exec(range ?? '')?.groups?.['from'];
  if (from === undefined) return new Response(blob.bytes as BodyInit, { headers });
  if (Number(from) >= blob.bytes.length) return text(416, 'past the end', { 'content-range': `bytes */${blob.bytes.length}` });
  return new Response(blob.bytes.subarray(Number(from)) as BodyInit, {
    status: 206, headers: { ...headers, 'content-range': `bytes ${from}-${blob.bytes.length - 1}/${blob.bytes.length}` },
  });
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
