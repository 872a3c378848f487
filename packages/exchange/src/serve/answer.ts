export const text = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers } });

/** What never changes may be kept for ever by whoever fetched it (C2SP tlog-tiles). */
export const FOR_EVER = 'public, max-age=31536000, immutable';

export const bytes = (body: Uint8Array, caching: string): Response =>
  new Response(body as BodyInit, { headers: { 'content-type': 'application/octet-stream', 'cache-control': caching } });
