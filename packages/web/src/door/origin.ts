import type { Request } from './env.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from our own pages. Browsers say so in `Sec-Fetch-Site` and `Origin`; a
 * request that says neither is refused. Stands beside `SameSite=Lax` on the session cookie, which covers neither old
 * browsers nor sister sites on one domain.
 */
export function fromOurPages(c: Request, origins: readonly string[]): boolean {
  if (SAFE.has(c.req.method)) return true;
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  if (site === undefined && origin === undefined) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined || isOurs(origin, c, origins);
}

function isOurs(origin: string, c: Request, origins: readonly string[]): boolean {
  if (origins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host);
}
