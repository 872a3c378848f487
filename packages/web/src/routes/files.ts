import type { HeldBlob } from '@entente/kernel';
import { makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { dispositionName } from '../door/send.ts';
import { typeOfHeld, UNKNOWN } from '../forms/uploads.ts';
import type { Web } from '../web.ts';
import { errorPage } from './present.tsx';

/** Types a browser may show in its window without running anything; the rest is saved. */
const SHOWN = /^(image\/(png|jpeg|gif|webp|avif)|application\/pdf|text\/plain)$/u;

/** GET `/files/<sha256>/<name>`: a blob the person may read, under the name the record gives it; sent piece by piece, or its rest. */
export const fileHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const sha256 = c.req.param('sha256') ?? '';
  const ctx = makeContext(web, c);
  const found = /^[0-9a-f]{64}$/u.test(sha256) ? await ctx.blob(sha256) : null;
  if (!found) return errorPage(web, c, 404);
  const name = c.req.param('name') ?? sha256;
  const type = found.type === UNKNOWN ? await typeOfHeld(found, name) : found.type.toLowerCase();
  c.header('etag', `"${sha256}"`);
  c.header('cache-control', 'private, max-age=86400');
  if (c.req.header('if-none-match') === `"${sha256}"`) return c.body(null, 304);
  const from = restFrom(c, sha256);
  c.header('accept-ranges', 'bytes');
  if (from > 0 && from >= found.size) {
    c.header('content-range', `bytes */${found.size}`);
    return c.body(null, 416);
  }
  const view = c.req.query('view') !== undefined && (type === 'application/pdf' || type.startsWith('text/'));
  if (view) {
    // In a frame of our own pages. Browsers show no PDF in a sandbox; it runs in their viewer, never as ours.
    c.header('content-type', type === 'application/pdf' ? type : 'text/plain; charset=utf-8');
    c.header('content-disposition', 'inline');
    c.header('x-frame-options', 'SAMEORIGIN');
    c.header('content-security-policy', `default-src 'none'; frame-ancestors 'self'${type === 'application/pdf' ? '' : '; sandbox'}`);
    c.header('content-length', String(found.size));
    return c.body(streamOf(found, 0), 200);
  }
  c.header('content-type', SHOWN.test(type) ? (type === 'text/plain' ? 'text/plain; charset=utf-8' : type) : type.startsWith('text/') ? 'application/octet-stream' : type);
  c.header('content-disposition', `${SHOWN.test(type) ? 'inline' : 'attachment'}; ${dispositionName(name)}`);
  c.header('content-security-policy', "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox");
  c.header('content-length', String(found.size - from));
  if (from > 0) c.header('content-range', `bytes ${from}-${found.size - 1}/${found.size}`);
  return c.body(streamOf(found, from), from > 0 ? 206 : 200);
};

/** Where a download that was cut off goes on; the whole for any other wish, and for another file than was begun. */
function restFrom(c: Request, sha256: string): number {
  const begun = c.req.header('if-range');
  if (begun !== undefined && begun !== `"${sha256}"`) return 0;
  return Number(/^bytes=(?<from>[0-9]{1,12})-$/u.exec(c.req.header('range') ?? '')?.groups?.['from'] ?? 0);
}

function streamOf(blob: HeldBlob, from: number): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = blob.pieces(from)[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
    async cancel() { await pieces.return?.(); },
  });
}
