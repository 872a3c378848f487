import type { MiddlewareHandler } from 'hono';
import { refuseApi } from '../api/answer.ts';
import type { Web } from '../web.ts';
import type { Env, Request } from './env.ts';

/** Behind this, every request has a person; others are asked to sign in (`nobody`) and brought back. */
export const entered = (web: Web, nobody: (c: Request) => Promise<Response>): MiddlewareHandler<Env> => async (c, next) => {
  const visit = await web.accounts.visitor(c.req.raw.headers);
  if (!visit) return nobody(c);
  c.set('visit', visit);
  for (const cookie of visit.cookies) c.header('set-cookie', cookie, { append: true });
  return next();
};

/** The API's door: `Authorization: Bearer TOKEN`, nothing else. */
export const bearer = (web: Web): MiddlewareHandler<Env> => async (c, next) => {
  const secret = /^Bearer\s+(\S{20,200})$/iu.exec(c.req.header('authorization') ?? '')?.[1];
  const account = secret ? await web.accounts.tokens.owner(secret) : null;
  if (!account) {
    c.header('www-authenticate', 'Bearer');
    return refuseApi(c, 'api.unauthorised');
  }
  c.set('visit', { account, cookies: [] });
  return next();
};
