/** What an administrator asks of a running node by the command line: how it stands after a restore, and an audit of all it holds. */
import type { Hono } from 'hono';
import type { Result } from '@entente/kernel';
import { auditOpened } from './audit.ts';
import type { Core } from './node.ts';
import { refusal, tokenDoor } from './token-door.ts';

type Parts = Pick<Core, 'config' | 'keys' | 'kernel' | 'accounts' | 'database'>;

/** Milliseconds between two lines of an audit's progress. */
const BETWEEN = 200;

/**
 * GET `/api/node/standing`; POST `/api/node/excuse` `{peer, reason}` and `/api/node/accept-loss` `{reason}`, which answer how
 * the node stands then; POST `/api/node/audit` `{records}`, which answers lines of JSON: `{progress}` while it goes on, then
 * `{report}`.
 */
export function operationRoutes(app: Hono, parts: Parts): void {
  const { kernel, accounts } = parts;
  const [sees, decides] = [tokenDoor(accounts, ['administrator', 'coordinator']), tokenDoor(accounts, ['administrator'])];
  app.get('/api/node/standing', async (c) => {
    const entered = await sees(c.req.raw);
    return entered instanceof Response ? entered : Response.json(await kernel.standing());
  });
  const says = (path: string, say: (body: Readonly<Record<string, unknown>>, by: Parameters<typeof kernel.acceptLoss>[0]) => Promise<Result<null>>): void => {
    app.post(path, async (c) => {
      const entered = await decides(c.req.raw);
      if (entered instanceof Response) return entered;
      const said = await say(objectOf(await c.req.json().catch(() => null)), entered);
      return said.ok ? Response.json(await kernel.standing()) : refusal(c.req.raw, 422, said.problems);
    });
  };
  says('/api/node/excuse', ({ peer, reason }, by) => kernel.excuse(textOf(peer), by, textOf(reason)));
  says('/api/node/accept-loss', ({ reason }, by) => kernel.acceptLoss(by, textOf(reason)));
  app.post('/api/node/audit', async (c) => {
    const entered = await sees(c.req.raw);
    if (entered instanceof Response) return entered;
    const { records } = objectOf(await c.req.json().catch(() => null));
    return new Response(auditLines(parts, records !== false), { headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' } });
  });
}

function auditLines(parts: Parts, records: boolean): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const line = (value: object): void => { controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`)); };
      let last = -BETWEEN;
      const report = await auditOpened(parts, {
        records,
        progress(progress) {
          const now = performance.now();
          if (now - last < BETWEEN) return;
          last = now;
          line({ progress });
        },
      });
      line({ report });
      controller.close();
    },
  });
}

const objectOf = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
