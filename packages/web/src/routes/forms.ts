import { createHash } from 'node:crypto';
import type { Problem } from '@entente/kernel';
import { approval } from '../approvals/kind.ts';
import { submit } from '../approvals/submit.ts';
import { approvalWords } from '../approvals/words.ts';
import { KEY_INPUT, makeActionContext, makeContext } from '../context.ts';
import { readForm } from '../door/body.ts';
import { Spool } from '../door/spool.ts';
import type { Request } from '../door/env.ts';
import { ofForm } from '../forms/check.ts';
import { caseProblems, draftOf, pressed } from '../forms/controls.ts';
import { fileToken } from '../forms/fill.ts';
import { Form } from '../forms/form.ts';
import { placeOf } from '../forms/place.ts';
import { judgedUpload } from '../forms/uploads.ts';
import type { ActionContext, ActionRoute, Context, PageRoute } from '../module.ts';
import { mayEnter } from '../policy.ts';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { errorPage, type ErrorStatus, goTo, present } from './present.tsx';

const STATUS_OF: Readonly<Record<string, ErrorStatus>> = { 'upload.too-large': 413, 'upload.type': 415, 'upload.malformed': 400, 'data.full': 507 };

/** The form of a request, or the error page that says why there is none. */
export async function formOf(web: Web, c: Request): Promise<Form | Response> {
  const spool = new Spool(web.spool);
  c.set('spool', spool);
  const read = await readForm(c.req.raw, web.limits, spool);
  if (read.ok) return read.value;
  const [problem] = read.problems;
  const detail = problem ? makeContext(web, c).say(problem) : undefined;
  return errorPage(web, c, STATUS_OF[problem?.id ?? ''] ?? 400, detail);
}

/** GET of a module's page. */
export const pageHandler = (web: Web, route: PageRoute) => async (c: Request): Promise<Response> => {
  const ctx = makeContext(web, c);
  if (!mayEnter(ctx, route.roles)) return errorPage(web, c, 403);
  return present(web, c, ctx, await route.render(ctx));
};

/** Uploaded files become kept ones at once, so that a form shown again has lost none of them; those that are not what they say are told. */
export async function keepUploads(ctx: ActionContext, form: Form): Promise<{ readonly form: Form; readonly refused: readonly Problem[] }> {
  const kept: (readonly [string, string])[] = [];
  const refused: Problem[] = [];
  for (const [name, upload] of form.uploaded()) {
    const judged = await judgedUpload(upload, name.split('.'));
    if (judged.ok) kept.push([`${name}.kept`, fileToken(await ctx.keep(judged.upload))]);
    else refused.push(judged.problem);
  }
  return { form: kept.length === 0 ? form : new Form([...form.entries, ...kept]), refused };
}

/**
 * POST of a module's form: validate, authorise, decide, one commit, go on. A button that only changes the form shows it
 * again (200); problems show it again (422) and keep a draft.
 */
export const actionHandler = (web: Web, action: ActionRoute) => async (c: Request): Promise<Response> => {
  const sent = await formOf(web, c);
  if (sent instanceof Response) return sent;
  const { form, control } = pressed(sent);
  const ctx = makeActionContext(web, c, { typed: form });
  if (!mayEnter(ctx, action.roles)) return errorPage(web, c, 403);
  if (control === 'case') return again(web, c, action, form, caseProblems(form));
  if (control) {
    if (control === 'draft') await ctx.saveDraft(placeOf(ctx.url), draftOf(form));
    return present(web, c, ctx, await action.page(makeContext(web, c, { typed: form })));
  }
  const input = await action.read(form, ctx);
  const decided = input.ok ? await action.decide(ctx, input.value) : input;
  if (!decided.ok) return again(web, c, action, form, decided.problems);
  const { intents, note, goto, flash, drop = [] } = decided.value;
  const committed = intents && intents.length > 0 ? await commit(web, ctx, intents, note) : null;
  // A problem of one intent is at its field; of several, the form has no field that would be the one.
  if (committed && !committed.ok) return again(web, c, action, form, intents?.length === 1 ? ofForm(committed.problems) : committed.problems.map((one) => ({ ...one, path: [] })));
  for (const key of [placeOf(ctx.url), ...drop]) await ctx.dropDraft(key);
  c.set('saved', ctx.typing);
  if (committed?.value.waits) return goToApproval(web, c, ctx, committed.value.waits);
  const to = typeof goto === 'string' ? goto : goto(committed ? committed.value : null);
  return goTo(web, c, to, flash ?? (committed ? pages.t(ctx.lang)('saved') : undefined));
};

/** Keeps what was typed as the person's draft, for forms that are filled from it; the browser forgets its own copy then. */
export async function takeOver(c: Request, ctx: ActionContext, form: Form): Promise<void> {
  await ctx.saveDraft(placeOf(ctx.url), draftOf(form));
  c.set('saved', ctx.typing);
}

/** Nothing was said yet: the person comes to what waits, not to what will be. */
export const goToApproval = (web: Web, c: Request, ctx: Context, id: string): Response => goTo(web, c, ctx.href.record(approval.name, id), approvalWords.t(ctx.lang)('sent-up'));

/**
 * One act of this person. The form's key, with what was typed, makes a second sending change nothing; a form that is gone back
 * to and changed is another sending.
 */
export function commit(web: Web, ctx: Context, intents: Parameters<Web['kernel']['commit']>[0], note?: string): ReturnType<typeof submit> {
  const key = ctx.hidden[KEY_INPUT] ?? '';
  return submit(web, intents, { coop: ctx.cooperation.id, by: ctx.person, idempotency: `${ctx.person.id}:${ctx.url.pathname}:${key}:${digestOf(ctx.typed)}`, ...(note ? { note } : {}) }, ctx.lang);
}

/** What was typed and brought, told apart in a few letters. */
function digestOf(form: Form): string {
  const files = form.uploaded().map(([name, { sha256 }]) => [name, sha256]);
  return createHash('sha256').update(JSON.stringify([form.entries.filter(([name]) => name !== KEY_INPUT), files])).digest('base64url').slice(0, 22);
}

async function again(web: Web, c: Request, action: ActionRoute, form: Form, problems: readonly Problem[]): Promise<Response> {
  const ctx = makeActionContext(web, c, { typed: form, problems });
  // The browser keeps its own copy until the form is accepted: a page of a module's own need not read drafts.
  if (!action.ownDraft) await ctx.saveDraft(placeOf(ctx.url), draftOf(form));
  return present(web, c, ctx, await action.page(ctx), 422);
}
