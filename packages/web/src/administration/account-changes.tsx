/** What an administrator does to accounts. The node's log of requests holds who did it, and to which account. */
import { randomBytes } from 'node:crypto';
import { type Problem, type Role, problem } from '@entente/kernel';
import type { Account } from '../accounts/account.ts';
import { makeActionContext, makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import type { Form } from '../forms/form.ts';
import { type Context, notFound, type PageResult } from '../module.ts';
import { UUID } from '../records/at.ts';
import { formOf } from '../routes/forms.ts';
import { errorPage, goTo, present } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { peopleWords } from '../words/people.ts';
import { accountsPage, isAdministrator, onePersonPage, type MadeLink } from './accounts.tsx';
import { ACCOUNTS_PATH, PASSWORD_LINK } from './path.ts';

/** What became of a change: problems to show, a sentence for the next page, or a link that only this answer shows. */
type Outcome = { readonly problems: readonly Problem[] } | { readonly said: string } | { readonly made: MadeLink };

const placeIn = (form: Form): { roles: Role[]; office: string | null } => ({ roles: form.all('roles') as Role[], office: form.text('office') || null });

/** POST `/administration/accounts`: adds a person, with a link to choose a password. */
export const addHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const form = await formOf(web, c);
  if (form instanceof Response) return form;
  const ctx = makeContext(web, c);
  if (!isAdministrator(ctx)) return errorPage(web, c, 403);
  // Nobody knows this password: the link is the way in.
  const added = await web.accounts.add({ login: form.text('login').trim().toLowerCase(), name: form.text('name').trim(), password: randomBytes(24).toString('base64url'), ...placeIn(form) });
  if (added.ok) return present(web, c, ctx, await accountsPage(web, ctx, await linkFor(web, ctx, added.value)));
  const again = makeActionContext(web, c, { typed: form, problems: added.problems });
  return present(web, c, again, await accountsPage(web, again), 422);
};

/** A POST under `/administration/accounts/<person>`. */
const changing = (web: Web, change: (account: Account, form: Form, ctx: Context) => Promise<Outcome>) => async (c: Request): Promise<Response> => {
  const form = await formOf(web, c);
  if (form instanceof Response) return form;
  const ctx = makeContext(web, c);
  if (!isAdministrator(ctx)) return errorPage(web, c, 403);
  const id = c.req.param('id') ?? '';
  const account = UUID.test(id) ? await web.accounts.find(id) : null;
  if (!account) return errorPage(web, c, 404);
  const outcome = await change(account, form, ctx);
  if ('said' in outcome) return goTo(web, c, `${ACCOUNTS_PATH}/${id}`, outcome.said);
  if ('made' in outcome) return present(web, c, ctx, await onePersonPage(web, ctx, id, outcome.made));
  const again = makeActionContext(web, c, { typed: form, problems: outcome.problems });
  return present(web, c, again, await onePersonPage(web, again, id), 422);
};

/** POST `.../<person>`: other roles, another office. */
export const placeHandler = (web: Web): ((c: Request) => Promise<Response>) => changing(web, async ({ id }, form, ctx) => {
  const changed = await web.accounts.change(id, placeIn(form));
  return changed.ok ? { said: peopleWords.t(ctx.lang)('saved') } : { problems: changed.problems };
});

/** POST `.../<person>/link`. */
export const linkMakingHandler = (web: Web): ((c: Request) => Promise<Response>) => changing(web, async (account, _, ctx) =>
  (account.disabled ? { problems: [problem('account.closed')] } : { made: await linkFor(web, ctx, account) }));

/** POST `.../<person>/close` and `.../<person>/open`. */
export const stateHandler = (web: Web, disabled: boolean): ((c: Request) => Promise<Response>) => changing(web, async ({ id }, _, ctx) => {
  const changed = await web.accounts.change(id, { disabled });
  return changed.ok ? { said: peopleWords.t(ctx.lang)(disabled ? 'now-closed' : 'now-open') } : { problems: changed.problems };
});

async function linkFor(web: Web, ctx: Context, account: Account): Promise<MadeLink> {
  const secret = await web.accounts.links.forPassword(account.id);
  return { account, href: `${web.origins[0] ?? ctx.url.origin}${PASSWORD_LINK}/${secret}` };
}

/** GET `/administration/accounts/<person>`. */
export const personOf = (web: Web) => async (ctx: Context, id: string): Promise<PageResult> => (UUID.test(id) ? onePersonPage(web, ctx, id) : notFound);
