import { makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { dispositionName } from '../door/send.ts';
import type { Web } from '../web.ts';
import { errorPage } from './present.tsx';

/** Types a browser may show in its window without running anything; the rest is saved. */
const SHOWN = /^(image\/(png|jpeg|gif|webp|avif)|application\/pdf|text\/plain)$/u;

/** GET `/files/<sha256>/<name>`: a blob the person may read, under the name the record gives it. */
export const fileHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const sha256 = c.req.param('sha256') ?? '';
  const ctx = makeContext(web, c);
  const found = /^[0-9a-f]{64}$/u.test(sha256) ? await ctx.blob(sha256) : null;
  if (!found) return errorPage(web, c, 404);
  const type = found.type.toLowerCase();
  c.header('etag', `"${sha256}"`);
  c.header('cache-control', 'private, max-age=86400');
  if (c.req.header('if-none-match') === `"${sha256}"`) return c.body(null, 304);
  c.header('content-type', SHOWN.test(type) ? (type === 'text/plain' ? 'text/plain; charset=utf-8' : type) : type.startsWith('text/') ? 'application/octet-stream' : type);
  c.header('content-disposition', `${SHOWN.test(type) ? 'inline' : 'attachment'}; ${dispositionName(c.req.param('name') ?? sha256)}`);
  c.header('content-security-policy', "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox");
  const { bytes } = found;
  return c.body(Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength));
};
