/** Evidence that anyone can check without this node, and the page that checks it. */
import { accusationBundle, evidenceBundle, type Cooperation } from '@entente/kernel';
import { problemsAnswer, refuseApi } from '../api/answer.ts';
import { makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import { sendFile } from '../door/send.ts';
import { SEES } from '../administration/path.ts';
import { mayEnter } from '../policy.ts';
import { UUID } from '../records/at.ts';
import { errorPage } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import './words.ts';

const fileName = (record: string): string => `entente-evidence-${record}.json`;

async function bundleFor(web: Web, c: Request, cooperation?: Cooperation): ReturnType<typeof evidenceBundle> {
  const ctx = makeContext(web, c, cooperation ? { cooperation } : {});
  const version = c.req.query('version');
  const record = c.req.param('id') ?? '';
  if (!UUID.test(record)) return { ok: false, problems: [{ id: 'record.unknown', path: [], params: { record } }] };
  return evidenceBundle(web.kernel, { coop: ctx.cooperation.id, record, by: ctx.person, ...web.keyring, ...(version === undefined ? {} : { version }) });
}

/** GET `/evidence/<kind>/<record>?version=`: the file, for a person. */
export const evidenceHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const made = await bundleFor(web, c);
  if (made.ok) return sendFile(c, { name: fileName(c.req.param('id') ?? ''), type: 'application/json; charset=utf-8', bytes: made.value.bytes });
  const [first] = made.problems;
  return errorPage(web, c, 404, first && first.id !== 'record.unknown' ? makeContext(web, c).say(first) : undefined);
};

/** GET `/evidence/against/<party>`: what shows that it signed two histories, for whoever sees the page of the peers. */
export const accusationHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const ctx = makeContext(web, c);
  if (!mayEnter(ctx, SEES)) return errorPage(web, c, 403);
  const party = c.req.param('party') ?? '';
  const made = await accusationBundle(web.kernel, { coop: ctx.cooperation.id, party, ...web.keyring });
  if (made.ok) return sendFile(c, { name: `entente-evidence-against-${party}.json`, type: 'application/json; charset=utf-8', bytes: made.value.bytes });
  return errorPage(web, c, 404, made.problems.map((each) => ctx.say(each)).join(' '));
};

/** GET `/api/evidence/<record>?version=`: the same file for a token, from the first cooperation that has the record. */
export const evidenceApi = (web: Web) => async (c: Request): Promise<Response> => {
  for (const cooperation of web.kernel.cooperations) {
    const made = await bundleFor(web, c, cooperation);
    if (made.ok) return sendFile(c, { name: fileName(c.req.param('id') ?? ''), type: 'application/json; charset=utf-8', bytes: made.value.bytes });
    if (made.problems[0]?.id !== 'record.unknown') return problemsAnswer(c, made.problems);
  }
  return refuseApi(c, 'record.unknown');
};
