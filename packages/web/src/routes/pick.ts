import { makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { sendJson } from '../door/send.ts';
import { findRecords, optionOf } from '../forms/inputs.tsx';
import type { Web } from '../web.ts';

/** GET `/pick?kind=office&kind=body&q=`: what a picker's script offers while one types. */
export const pickHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const ctx = makeContext(web, c);
  const kinds = (c.req.queries('kind') ?? []).filter((kind) => kind === '*' || ctx.kernel.kinds.has(kind)).slice(0, 8);
  const rows = kinds.length === 0 ? [] : await findRecords(ctx, kinds, (ctx.query['q'] ?? '').slice(0, 200));
  return sendJson(c, { options: rows.map((row) => optionOf(ctx, row, c.req.query('exact') === 'yes')) });
};
