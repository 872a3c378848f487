import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FileParts } from '../module.ts';
import type { Request } from './env.ts';

/** Under a packet's size compressing gains nothing. */
const WORTH_IT = 1_200;

/** Best coding the reader takes. Quality 4 is where brotli passes gzip in size at no more time for a page. */
export function encode(text: string | Uint8Array, accepted: string): { readonly bytes: Uint8Array<ArrayBuffer>; readonly coding: string | null } {
  const plain = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text.buffer as ArrayBuffer, text.byteOffset, text.byteLength);
  if (plain.length < WORTH_IT) return { bytes: plain, coding: null };
  if (/\bbr\b/u.test(accepted)) {
    return { bytes: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }), coding: 'br' };
  }
  if (/\bgzip\b/u.test(accepted)) return { bytes: gzipSync(plain, { level: 6 }), coding: 'gzip' };
  return { bytes: plain, coding: null };
}

const NEVER_KEPT = 'private, no-cache';

/** Text to the reader, compressed; never kept by a shared cache, since every page is one person's. */
export function sendText(c: Request, body: string | Uint8Array, type: string, status: ContentfulStatusCode = 200, keep = NEVER_KEPT): Response {
  const { bytes, coding } = encode(body, c.req.header('accept-encoding') ?? '');
  c.header('content-type', type);
  c.header('cache-control', keep);
  c.header('vary', 'accept-encoding, cookie');
  if (coding) c.header('content-encoding', coding);
  return c.body(bytes, status);
}

export const sendHtml = (c: Request, html: string, status: ContentfulStatusCode = 200): Response => sendText(c, html, 'text/html; charset=utf-8', status);
export const sendJson = (c: Request, value: unknown, status: ContentfulStatusCode = 200): Response =>
  sendText(c, JSON.stringify(value), 'application/json; charset=utf-8', status);

const COMPRESSIBLE = /^(text\/|application\/(json|xml|geo\+json))|\+xml|\+json/u;

/** A file made for the reader. What may run in a browser never runs as ours: sandboxed, and saved unless `inline`. */
export function sendFile(c: Request, file: FileParts): Response {
  c.header('content-disposition', `${file.inline ? 'inline' : 'attachment'}; ${dispositionName(file.name)}`);
  c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
  const keep = file.lasting ? 'private, max-age=31536000, immutable' : undefined;
  if (COMPRESSIBLE.test(file.type)) return sendText(c, file.bytes, file.type, 200, keep);
  c.header('content-type', file.type);
  c.header('cache-control', keep ?? NEVER_KEPT);
  return c.body(typeof file.bytes === 'string' ? file.bytes : Buffer.from(file.bytes.buffer as ArrayBuffer, file.bytes.byteOffset, file.bytes.byteLength));
}

/** A file's name for old and new readers (RFC 6266, RFC 8187). */
export function dispositionName(name: string): string {
  const ascii = name.normalize('NFKD').replaceAll('đ', 'd').replaceAll('Đ', 'D').replaceAll(/[^\x20-\x7e]/gu, '').replaceAll(/["\\;]/gu, '_').trim() || 'file';
  const utf8 = encodeURIComponent(name).replaceAll(/['()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
