/** A person who was handed a link by an administrator chooses a password; the link works once. */
import { Form as FormView, PageHead, TextField } from '@entente/ui';
import type { Problem } from '@entente/kernel';
import { PASSWORD_LINK } from '../administration/path.ts';
import { tell } from '../context.ts';
import { readForm } from '../door/body.ts';
import { LIMITS } from '../door/limits.ts';
import type { Request } from '../door/env.ts';
import { sendHtml } from '../door/send.ts';
import { framedPlain } from '../frame.tsx';
import { errorPage, goTo } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { accountWords } from '../words/account.ts';
import { peopleWords } from '../words/people.ts';

/** Whose link it is, for as long as it works; else the answer that says no. Guesses count like sign-ins. */
async function ownerOf(web: Web, c: Request): Promise<{ readonly person: string; readonly secret: string } | Response> {
  if (!await web.accounts.attempts.allowed(web.addressOf(c), '(link)')) return errorPage(web, c, 429);
  const secret = c.req.param('secret') ?? '';
  const person = await web.accounts.links.ownerOnce(secret);
  const account = person === null ? null : await web.accounts.find(person);
  if (!account || account.disabled) return errorPage(web, c, 404);
  await web.accounts.attempts.succeeded('(link)');
  return { person: account.id, secret };
}

async function shown(web: Web, c: Request, secret: string, problems: readonly Problem[] = []): Promise<Response> {
  const lang = c.get('lang');
  const t = peopleWords.t(lang);
  const body = (
    <>
      <PageHead title={t('choose')} />
      <FormView id="choose" action={`${PASSWORD_LINK}/${encodeURIComponent(secret)}`} problems={problems.map((one) => ({ path: one.path, text: tell(one, lang) }))} submit={[{ label: t('choose') }]}>
        <TextField name="password" type="password" label={accountWords.t(lang)('password-new')} autocomplete="new-password" width="medium" />
      </FormView>
    </>
  );
  return sendHtml(c, await framedPlain(web, c, t('choose'), body), problems.length > 0 ? 422 : 200);
}

/** GET `/sign-in/password/<secret>`. */
export const choosePage = (web: Web) => async (c: Request): Promise<Response> => {
  const owner = await ownerOf(web, c);
  return owner instanceof Response ? owner : shown(web, c, owner.secret);
};

/** POST `/sign-in/password/<secret>`. */
export const chooseHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const read = await readForm(c.req.raw, LIMITS);
  if (!read.ok) return errorPage(web, c, 400);
  const owner = await ownerOf(web, c);
  if (owner instanceof Response) return owner;
  // A link is used up by the password it brought, not by one that was too short.
  const set = await web.accounts.setPassword(owner.person, read.value.text('password'), owner.secret);
  if (set.ok) return goTo(web, c, '/sign-in', peopleWords.t(c.get('lang'))('chosen'));
  return set.problems.some(({ id }) => id === 'account.link') ? errorPage(web, c, 404) : shown(web, c, owner.secret, set.problems);
};
