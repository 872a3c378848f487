import type { MiddlewareHandler } from 'hono';
import type { Env } from './env.ts';

/** Nothing but our own files (in frames too: evidence shown in place); no inline script or style, no frame around us, no form to elsewhere. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; "
  + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // `same-origin` and not `no-referrer`: with the latter browsers send `Origin: null` on our own forms.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** What every answer carries, whoever made it; an answer that set its own keeps it. */
export const securityHeaders = (https: boolean): MiddlewareHandler<Env> => async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) {
    if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  }
  if (https) c.res.headers.set('strict-transport-security', 'max-age=31536000');
};
