import type { MiddlewareHandler } from 'hono';
import type { Env } from './env.ts';

export interface LogLine {
  readonly at: string;
  readonly event: 'request' | 'error';
  readonly id: string;
  readonly method: string;
  /** Without the query, which may hold what a person searched for; secrets in addresses are cut. */
  readonly path: string;
  readonly status?: number;
  readonly ms?: number;
  readonly person?: string;
  readonly error?: string;
}
export type Log = (line: LogLine) => void;

/** What may stand in a log: a sign-in link's secret may not. */
export const withoutSecrets = (path: string): string => path.replace(/^(\/sign-in\/(?:link|password)\/).+/u, '$1…');

/** One JSON line a request: who (pseudonym), what, how long. */
export const logged = (log: Log): MiddlewareHandler<Env> => async (c, next) => {
  const started = performance.now();
  await next();
  const person = c.get('visit')?.account.id;
  log({
    at: new Date().toISOString(), event: 'request', id: c.get('id'), method: c.req.method, path: withoutSecrets(c.req.path),
    status: c.res.status, ms: Math.round((performance.now() - started) * 10) / 10, ...(person === undefined ? {} : { person }),
  });
};
