/** Signing in and out. Works without scripts; the same sentence whatever was wrong; counted before it is looked at. */
import type { VNode } from 'preact';
import type { Problem } from '@entente/kernel';
import { pick } from '@entente/text';
import { Flash, Form as FormView, PageHead, TextField } from '@entente/ui';
import { tell } from '../context.ts';
import { readForm } from '../door/body.ts';
import type { Request } from '../door/env.ts';
import { sendHtml } from '../door/send.ts';
import { framedPlain } from '../frame.tsx';
import { errorPage, goTo, ownPath } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { resume, standsAt, typedByNobody, type Resumed } from './resume.ts';

/** Bytes of a sign-in form: nobody is known yet, so no more is read than what was typed before may take (`resume.ts`), escaped. */
const LIMITS = { form: 1024 * 1024, upload: 16 * 1024, fields: 20 };

interface Typed extends Partial<Resumed> { readonly login?: string; readonly to?: string }

/** Who has no session signs in first and comes back; what they sent comes with them. */
export const signInFirst = (web: Web) => async (c: Request): Promise<Response> => {
  const url = new URL(c.req.url);
  const resumed = c.req.method === 'POST' ? await typedByNobody(web, c) : null;
  if (resumed) return signInPage(web, c, { ...resumed, to: standsAt(c) });
  const to = c.req.method === 'GET' && url.pathname !== '/' ? `?to=${encodeURIComponent(url.pathname + url.search)}` : '';
  return c.redirect(`/sign-in${to}`, 303);
};

/** GET `/sign-in?to=`. */
export async function signInPage(web: Web, c: Request, typed: Typed = {}, problems: readonly Problem[] = []): Promise<Response> {
  const w = pages.t(c.get('lang'));
  const lang = c.get('lang');
  const cooperation = web.kernel.cooperations[0];
  const party = cooperation?.parties.find(({ id }) => id === web.kernel.party);
  const title = w('sign-in-to', { party: (party && pick(party.name, lang)?.text) ?? web.kernel.party });
  const to = ownPath(typed.to ?? c.req.query('to') ?? '/');
  const body: VNode = (
    <>
      <PageHead title={title} {...(cooperation ? { meta: pick(cooperation.title, lang)?.text } : {})} />
      {typed.kept !== undefined && <Flash kind="note" text={w('session-ended')} />}
      <FormView id="sign-in" action="/sign-in" hidden={{ to, ...(typed.kept === undefined ? {} : { kept: typed.kept, at: typed.at ?? '' }) }} problems={problems.map((one) => ({ path: one.path, text: tell(one, lang) }))} submit={[{ label: w('sign-in') }]}>
        <TextField name="login" label={w('login')} value={typed.login} autocomplete="username" width="medium" />
        <TextField name="password" type="password" label={w('password')} autocomplete="current-password" width="medium" />
      </FormView>
      {cooperation?.demo && <p class="quiet">{w('demo-note')}</p>}
    </>
  );
  return sendHtml(c, await framedPlain(web, c, title, body), problems.length > 0 ? 422 : 200);
}

/** POST `/sign-in`. */
export const signInHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const read = await readForm(c.req.raw, LIMITS);
  if (!read.ok) return errorPage(web, c, 400);
  const form = read.value;
  const typed: Typed = { login: form.text('login').trim(), to: form.text('to'), ...(form.has('kept') ? { kept: form.text('kept'), at: form.text('at') } : {}) };
  const missing = (['login', 'password'] as const).filter((name) => form.text(name).trim() === '');
  if (missing.length > 0) return signInPage(web, c, typed, missing.map((name) => ({ id: 'field.required', path: [name] })));
  const { attempts } = web.accounts;
  const login = typed.login ?? '';
  if (!await attempts.allowed(web.addressOf(c), login)) return errorPage(web, c, 429);
  const signedIn = await web.accounts.signIn(login, form.text('password'));
  if (!signedIn.ok) return signInPage(web, c, typed, signedIn.problems.map((one) => ({ ...one, path: ['login'] })));
  await attempts.succeeded(login);
  if (typed.kept !== undefined) await resume(web, signedIn.value.person, { kept: typed.kept, at: typed.at ?? '' });
  return welcome(web, c, signedIn.value.cookies, typed.to ?? '/');
};

/** GET `/sign-in/link/<secret>`: in a demonstration only. */
export const linkHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const isDemo = web.kernel.cooperations.every((cooperation) => cooperation.demo);
  if (!isDemo || !await web.accounts.attempts.allowed(web.addressOf(c), '(link)')) return errorPage(web, c, isDemo ? 429 : 404);
  const person = await web.accounts.links.redeem(c.req.param('secret') ?? '');
  const signedIn = person ? await web.accounts.signInAs(person) : null;
  if (!signedIn?.ok) return errorPage(web, c, 404);
  await web.accounts.attempts.succeeded('(link)');
  return welcome(web, c, signedIn.value.cookies, c.req.query('to') ?? '/');
};

/** POST `/sign-out`. */
export const signOutHandler = (web: Web) => async (c: Request): Promise<Response> => {
  for (const cookie of await web.accounts.signOut(c.req.raw.headers)) c.header('set-cookie', cookie, { append: true });
  return goTo(web, c, '/sign-in', pages.t(c.get('lang'))('signed-out'));
};

function welcome(web: Web, c: Request, cookies: readonly string[], to: string): Response {
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
  return goTo(web, c, ownPath(to));
}
