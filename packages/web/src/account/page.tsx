/** The person's own page: who they are here, drafts, personal tokens, password. */
import type { VNode } from 'preact';
import type { Problem } from '@entente/kernel';
import { formatInstant, langs, languageInfo } from '@entente/text';
import { Buttons, Flash, Form as FormView, PageHead, Panel, SelectField, TextField } from '@entente/ui';
import { makeActionContext, makeContext } from '../context.ts';
import type { Request } from '../door/env.ts';
import type { ReminderChoice } from '../accounts/reminders.ts';
import type { TokenRow } from '../accounts/tokens.ts';
import { JobList } from '../jobs/pages.tsx';
import { type Context, page, type PageResult } from '../module.ts';
import { UUID } from '../records/at.ts';
import { formOf } from '../routes/forms.ts';
import { goTo, ownPath, present } from '../routes/present.tsx';
import type { Web } from '../web.ts';
import { reminderWords } from '../reminders/words.ts';
import { accountWords } from '../words/account.ts';
import { pages } from '../words/pages.ts';

const LONGEST_NAME = 80;

/** GET `/account`. `secret` is a token made just now: shown in this answer and never again. */
export async function accountPage(web: Web, ctx: Context, secret?: string): Promise<PageResult> {
  const t = accountWords.t(ctx.lang);
  const w = pages.t(ctx.lang);
  const title = w('account');
  const [tokens, kept] = await Promise.all([web.accounts.tokens.list(ctx.person.id), web.accounts.drafts.list(ctx.person.id)]);
  // What is kept under other keys belongs to work that has pages of its own (approvals, tables looked at).
  const drafts = kept.filter(({ key }) => key.startsWith('/'));
  const names = await draftNames(web, ctx, drafts.map((draft) => draft.key));
  return page({
    title, head: 'own',
    body: (
      <>
        <PageHead title={ctx.session.name} meta={<>{t('signed-in-as', { login: ctx.session.login })} · {t('roles', { roles: ctx.person.roles.map((role) => w(`role-${role}`)).join(', ') })}</>} />
        <Panel title={t('drafts')}>
          {drafts.length === 0 ? <p class="quiet">{t('no-drafts')}</p>
            : <ul>{drafts.map((draft) => <li key={draft.key}><a href={ownPath(draft.key)}>{names.get(draft.key) ?? draft.key}</a> <small class="quiet">{formatInstant(draft.at, ctx.lang, ctx.party.zone)}</small></li>)}</ul>}
        </Panel>
        <JobList web={web} ctx={ctx} />
        <Panel title={t('tokens')} id="tokens"><Tokens ctx={ctx} tokens={tokens} {...(secret ? { secret } : {})} /></Panel>
        <Panel title={reminderWords.t(ctx.lang)('title')} id="reminders"><RemindersForm ctx={ctx} choice={await web.accounts.reminders.choice(ctx.person.id)} /></Panel>
        <Panel title={t('password')}>
          <FormView id="p" action="/account/password" hidden={ctx.hidden} problems={ctx.told} submit={[{ label: t('password'), kind: 'second', signs: false }]}>
            <TextField name="old" type="password" label={t('password-old')} autocomplete="current-password" width="medium" />
            <TextField name="password" type="password" label={t('password-new')} autocomplete="new-password" width="medium" />
          </FormView>
        </Panel>
      </>
    ),
  });
}

function RemindersForm({ ctx, choice }: { readonly ctx: Context; readonly choice: ReminderChoice | null }): VNode {
  const r = reminderWords.t(ctx.lang);
  const typed = (name: string, kept: string) => (ctx.typed.has(name) ? ctx.typed.text(name) : kept);
  return (
    <FormView id="r" action="/account/reminders" hidden={ctx.hidden} problems={ctx.told} submit={[{ label: r('save'), kind: 'second', signs: false }]}>
      <p>{r('what')}</p>
      <SelectField name="cadence" label={r('cadence')} value={typed('cadence', choice?.cadence ?? 'never')} options={(['never', 'daily', 'weekly'] as const).map((value) => ({ value, label: r(value) }))} />
      <TextField name="email" type="email" label={r('email')} value={typed('email', choice?.email ?? '')} autocomplete="email" width="medium" optional />
      <SelectField name="language" label={r('lang')} value={typed('language', choice?.lang ?? ctx.lang)} options={langs.map((value) => ({ value, label: languageInfo(value).ownName }))} />
    </FormView>
  );
}

/** POST `/account/reminders`. */
export const remindersHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const form = await formOf(web, c);
  if (form instanceof Response) return form;
  const ctx = makeActionContext(web, c, { typed: form });
  const cadence = (['daily', 'weekly'] as const).find((one) => one === form.text('cadence')) ?? 'never';
  const email = form.text('email').trim();
  const lang = langs.find((one) => one === form.text('language')) ?? ctx.lang;
  if (cadence !== 'never' && !EMAIL.test(email)) {
    const again = makeActionContext(web, c, { typed: form, problems: [{ id: 'reminders.bad-email', path: ['email'] }] });
    return present(web, c, again, await accountPage(web, again), 422);
  }
  await web.accounts.reminders.choose(ctx.person.id, { cadence, email, lang });
  return goTo(web, c, '/account#reminders', reminderWords.t(lang)('saved'));
};
/** One address, nothing that could become a second recipient or header. */
const EMAIL = /^[^\s@<>,;:"()[\]\\]{1,64}@[^\s@<>,;:"()[\]\\]{1,190}$/u;

/** What each draft is about: the record it edits, the kind it would make and for which records, or the page of a module it belongs to. */
async function draftNames(web: Web, ctx: Context, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const parts = keys.map((key) => [key, /^\/([^/]+)\/([^/?]+)/u.exec(key), [...new URLSearchParams(key.split('?')[1])].map(([, value]) => value).filter((value) => UUID.test(value))] as const);
  const rows = await ctx.read.many(ctx.cooperation.id, parts.flatMap(([, found, about]) => [found?.[2] ?? '', ...about].filter((id) => UUID.test(id))));
  const titleOf = (id: string): readonly string[] => { const row = rows.get(id); return row ? [ctx.title(row).text] : []; };
  return new Map(parts.flatMap(([key, found, about]) => {
    const [record] = titleOf(found?.[2] ?? '');
    if (record !== undefined) return [[key, record]];
    const kind = [...ctx.kernel.kinds.values()].find((one) => one.path === found?.[1]);
    if (kind) return [[key, [`${pages.t(ctx.lang)('new')}: ${ctx.show(kind.label.one)}`, ...about.flatMap(titleOf)].join(' · ')]];
    const place = web.modules.flatMap((module) => module.navigation ?? []).find((item) => item.href === `/${found?.[1]}`);
    return place ? [[key, ctx.show(place.label)]] : [];
  }));
}

function Tokens({ ctx, tokens, secret }: { readonly ctx: Context; readonly tokens: readonly TokenRow[]; readonly secret?: string }): VNode {
  const t = accountWords.t(ctx.lang);
  const time = (at: string) => formatInstant(at, ctx.lang, ctx.party.zone);
  return (
    <>
      <p>{t('tokens-what')}</p>
      {secret && <Flash kind="note" text={<>{t('token-made')} <code>{secret}</code></>} />}
      <ul>
        {tokens.map((token) => (
          <li key={token.id}>
            <b>{token.name}</b> <small class="quiet">{t('token-created', { when: time(token.created) })} · {token.lastUsed ? t('token-used', { when: time(token.lastUsed) }) : t('token-unused')}</small>
            <form method="post" action="/account/tokens/revoke">
              <input type="hidden" name="id" value={token.id} />
              <Buttons small buttons={[{ label: t('token-revoke', { name: token.name }), kind: 'quiet', signs: false }]} />
            </form>
          </li>
        ))}
      </ul>
      <FormView id="t" action="/account/tokens" hidden={ctx.hidden} submit={[{ label: t('token-new'), kind: 'second', signs: false }]}>
        <TextField name="name" label={t('token-name')} width="medium" maxLength={LONGEST_NAME} />
      </FormView>
    </>
  );
}

/** POST `/account/tokens`: the answer is the page itself, for the secret must not travel through an address. */
export const tokenHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const form = await formOf(web, c);
  if (form instanceof Response) return form;
  const ctx = makeContext(web, c);
  const { secret } = await web.accounts.tokens.create(ctx.person.id, form.text('name').trim().slice(0, LONGEST_NAME) || '—');
  return present(web, c, ctx, await accountPage(web, ctx, secret));
};

/** POST `/account/tokens/revoke`. */
export const revokeHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const form = await formOf(web, c);
  if (form instanceof Response) return form;
  const ctx = makeContext(web, c);
  await web.accounts.tokens.revoke(ctx.person.id, form.text('id'));
  return goTo(web, c, '/account#tokens', accountWords.t(ctx.lang)('token-revoked'));
};

/** POST `/account/password`: the old one is asked for, and counted like a sign-in. */
export const passwordHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const form = await formOf(web, c);
  if (form instanceof Response) return form;
  const { session, person, lang } = makeContext(web, c);
  const refuse = async (problems: readonly Problem[]) => {
    const ctx = makeActionContext(web, c, { problems });
    return present(web, c, ctx, await accountPage(web, ctx), 422);
  };
  if (!await web.accounts.attempts.allowed(web.addressOf(c), session.login)) return refuse([{ id: 'sign-in.too-many', path: ['old'], params: { minutes: web.accounts.attempts.minutes } }]);
  if (!await web.accounts.isPassword(person.id, form.text('old'))) return refuse([{ id: 'sign-in.wrong-password', path: ['old'] }]);
  const changed = await web.accounts.setPassword(person.id, form.text('password'));
  if (!changed.ok) return refuse(changed.problems);
  return goTo(web, c, '/sign-in', accountWords.t(lang)('password-changed'));
};

/** POST `/drafts/discard`; on to the form it was kept for, or where `to` says. */
export const discardHandler = (web: Web) => async (c: Request): Promise<Response> => {
  const form = await formOf(web, c);
  if (form instanceof Response) return form;
  const ctx = makeActionContext(web, c);
  await ctx.dropDraft(form.text('key'));
  return goTo(web, c, ownPath(form.text('to') || form.text('key')), pages.t(ctx.lang)('draft-dropped'));
};
