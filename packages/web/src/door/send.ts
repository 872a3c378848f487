import { pipeline, Readable } from 'node:stream';
import { brotliCompressSync, constants, createBrotliCompress, createGzip, gzipSync } from 'node:zlib';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FileParts, FilePieces } from '../routes/file-parts.ts';
import type { Request } from './env.ts';

/** Under a packet's size compressing gains nothing. */
const WORTH_IT = 1_200;

export type Coding = 'br' | 'gzip' | null;
export interface Coded { readonly bytes: Uint8Array<ArrayBuffer>; readonly coding: Coding }

/** Best coding the reader takes. */
export const codingOf = (c: Request): Coding => {
  const accepted = c.req.header('accept-encoding') ?? '';
  return /\bbr\b/u.test(accepted) ? 'br' : /\bgzip\b/u.test(accepted) ? 'gzip' : null;
};

/** Quality 4 is where brotli passes gzip in size at no more time for a page. */
export function encode(text: string | Uint8Array, coding: Coding): Uint8Array<ArrayBuffer> {
  const plain = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text.buffer as ArrayBuffer, text.byteOffset, text.byteLength);
  if (coding === 'br') return brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length, [constants.BROTLI_PARAM_LGWIN]: windowFor(plain.length) } });
  return coding === 'gzip' ? gzipSync(plain, { level: 6 }) : plain;
}

/** A window that holds the whole text and no more: the usual one takes 4 MiB for a page of 30 KB. */
const windowFor = (length: number): number => Math.max(16, Math.min(22, Math.ceil(Math.log2(length + 16))));

const NEVER_KEPT = 'private, no-cache';

/** Text to the reader, compressed; never kept by a shared cache, since every page is one person's. */
export function sendText(c: Request, body: string | Uint8Array, type: string, status: ContentfulStatusCode = 200, keep = NEVER_KEPT): Response {
  const coding = body.length < WORTH_IT ? null : codingOf(c);
  return sendCoded(c, { bytes: encode(body, coding), coding }, type, status, keep);
}

/** What is compressed already, by `encode`. */
export function sendCoded(c: Request, { bytes, coding }: Coded, type: string, status: ContentfulStatusCode = 200, keep = NEVER_KEPT): Response {
  c.header('content-type', type);
  c.header('cache-control', keep);
  c.header('vary', 'accept-encoding, cookie');
  if (coding) c.header('content-encoding', coding);
  return c.body(bytes, status);
}

export const [HTML, JSON_TYPE] = ['text/html; charset=utf-8', 'application/json; charset=utf-8'] as const;
export const sendHtml = (c: Request, html: string, status: ContentfulStatusCode = 200): Response => sendText(c, html, HTML, status);
export const sendJson = (c: Request, value: unknown, status: ContentfulStatusCode = 200): Response => sendText(c, JSON.stringify(value), JSON_TYPE, status);

const COMPRESSIBLE = /^(text\/|application\/(json|xml|geo\+json))|\+xml|\+json/u;

/** A file made for the reader. What may run in a browser never runs as ours: sandboxed, and saved unless `inline`. */
export function sendFile(c: Request, file: FileParts): Response {
  c.header('content-disposition', `${file.inline ? 'inline' : 'attachment'}; ${dispositionName(file.name)}`);
  c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox");
  const keep = file.lasting ? 'private, max-age=31536000, immutable' : undefined;
  if (typeof file.bytes === 'object' && 'pieces' in file.bytes) return sendPieces(c, file.bytes, file.type);
  if (COMPRESSIBLE.test(file.type)) return sendText(c, file.bytes, file.type, 200, keep);
  c.header('content-type', file.type);
  c.header('cache-control', keep ?? NEVER_KEPT);
  return c.body(typeof file.bytes === 'string' ? file.bytes : Buffer.from(file.bytes.buffer as ArrayBuffer, file.bytes.byteOffset, file.bytes.byteLength));
}

/** As they are read, compressed on their way. */
function sendPieces(c: Request, file: FilePieces, type: string): Response {
  const coding = COMPRESSIBLE.test(type) ? codingOf(c) : null;
  const pieces = Readable.from(file.pieces(), { objectMode: false });
  c.header('content-type', type);
  c.header('cache-control', NEVER_KEPT);
  c.header('vary', 'accept-encoding, cookie');
  if (coding) c.header('content-encoding', coding);
  else c.header('content-length', String(file.size));
  const packed = coding === null ? pieces : pipeline(pieces, coding === 'br' ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }) : createGzip({ level: 6 }), () => undefined);
  return c.body(Readable.toWeb(packed) as ReadableStream<Uint8Array<ArrayBuffer>>);
}

/** A file's name for old and new readers (RFC 6266, RFC 8187). */
export function dispositionName(name: string): string {
  const ascii = name.normalize('NFKD').replaceAll('đ', 'd').replaceAll('Đ', 'D').replaceAll(/[^\x20-\x7e]/gu, '').replaceAll(/["\\;]/gu, '_').trim() || 'file';
  const utf8 = encodeURIComponent(name).replaceAll(/['()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `filename="${ascii}"; filename*=UTF-8''${utf8}`;
}
