/** A node that was restored: an administrator may go on without a peer that is gone for good. */
import type { Result } from '@entente/kernel';
import { makeActionContext, makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import type { Form } from '../forms/form.ts';
import { formOf } from '../routes/forms.ts';
import { errorPage, goTo, present } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { restoredWords } from '../words/restored.ts';
import { PEERS_PATH } from './path.ts';
import { peersPage } from './peers.tsx';

/** A word of an administrator; refused, the page shows again with what was typed. */
const saidBy = (web: Web, say: (form: Form, ctx: ReturnType<typeof makeContext>) => Promise<Result<string>>) => async (c: Request): Promise<Response> => {
  const form = await formOf(web, c);
  if (form instanceof Response) return form;
  const ctx = makeContext(web, c);
  if (!ctx.person.roles.includes('administrator')) return errorPage(web, c, 403);
  const said = await say(form, ctx);
  if (said.ok) return goTo(web, c, PEERS_PATH, said.value);
  const again = makeActionContext(web, c, { typed: form, problems: said.problems });
  return present(web, c, again, await peersPage(web, again), 422);
};

/** POST `/administration/peers/excuse`. */
export const excuseHandler = (web: Web): ((c: Request) => Promise<Response>) => saidBy(web, async (form, ctx) => {
  const party = form.text('party');
  const known = ctx.partyOf(party);
  const done = await web.kernel.excuse(party, ctx.person, form.text('reason'));
  return done.ok ? { ok: true, value: restoredWords.t(ctx.lang)('excused-done', { party: known ? ctx.pick(known.name).text : party }) } : done;
});

/** POST `/administration/peers/accept-loss`. */
export const acceptLossHandler = (web: Web): ((c: Request) => Promise<Response>) => saidBy(web, async (form, ctx) => {
  const done = await web.kernel.acceptLoss(ctx.person, form.text('reason'));
  return done.ok ? { ok: true, value: restoredWords.t(ctx.lang)('accepted-loss') } : done;
});
