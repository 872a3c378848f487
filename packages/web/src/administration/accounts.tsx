/** The administrator's page on the accounts of this node: who works here, in which roles, and how they come in. */
import type { VNode } from 'preact';
import type { Role } from '@entente/kernel';
import { formatInstant } from '@entente/text';
import { DataTable, DefinitionList, Flash, Form as FormView, MultiSelect, PageHead, Panel, SelectField, TextField, type Option } from '@entente/ui';
import type { Account } from '../accounts/account.ts';
import { ROLES } from '../accounts/accounts.ts';
import { type Context, forbidden, notFound, page, type PageResult } from '../module.ts';
import type { Web } from '../web.ts';
import { pages } from '../words/pages.ts';
import { peopleWords } from '../words/people.ts';
import { ACCOUNTS_PATH } from './path.ts';

/** A link made just now: in this answer and nowhere else. */
export interface MadeLink { readonly account: Account; readonly href: string }

const LONGEST_NAME = 120;
/** Offices of our own party that can be chosen. */
const MOST_OFFICES = 500;

export const isAdministrator = (ctx: Pick<Context, 'person'>): boolean => ctx.person.roles.includes('administrator');

/** GET `/administration/accounts`. */
export async function accountsPage(web: Web, ctx: Context, made?: MadeLink): Promise<PageResult> {
  if (!isAdministrator(ctx)) return forbidden;
  const t = peopleWords.t(ctx.lang);
  const [accounts, offices] = await Promise.all([web.accounts.list(), officesOf(ctx)]);
  const officeName = (id: string | null) => offices.find(({ value }) => value === id)?.label ?? '';
  return page({
    title: t('title'), head: 'own',
    body: (
      <>
        <PageHead title={t('title')} meta={t('intro')} />
        {made && <Made ctx={ctx} made={made} />}
        <DataTable caption={t('title')} captionHidden rows={accounts} rowKey={({ id }) => id} columns={[
          { key: 'name', label: t('name'), main: true, cell: ({ id, name }) => <><a href={`${ACCOUNTS_PATH}/${id}`}>{name}</a>{id === ctx.person.id && <small class="quiet"> ({t('you')})</small>}</> },
          { key: 'login', label: t('login'), cell: ({ login }) => login },
          { key: 'roles', label: t('roles'), cell: ({ roles }) => rolesSaid(ctx, roles) },
          { key: 'office', label: t('office'), cell: ({ office }) => officeName(office) },
          { key: 'state', label: t('state'), cell: ({ disabled }) => t(disabled ? 'closed' : 'active') },
        ]} />
        <Panel title={t('add')} id="add">
          <FormView id="new" action={ACCOUNTS_PATH} hidden={ctx.hidden} problems={ctx.told} submit={[{ label: t('add'), signs: false }]}>
            <TextField name="name" label={t('name')} value={ctx.typed.text('name')} maxLength={LONGEST_NAME} width="medium" autocomplete="off" />
            <TextField name="login" label={t('login')} hint={t('login-hint')} value={ctx.typed.text('login')} maxLength={60} width="medium" autocomplete="off" />
            <Place ctx={ctx} roles={ctx.typed.all('roles') as Role[]} office={ctx.typed.text('office')} offices={offices} />
          </FormView>
        </Panel>
      </>
    ),
  });
}

/** GET `/administration/accounts/<person>`. */
export async function onePersonPage(web: Web, ctx: Context, person: string, made?: MadeLink): Promise<PageResult> {
  if (!isAdministrator(ctx)) return forbidden;
  const account = await web.accounts.find(person);
  if (!account) return notFound;
  const t = peopleWords.t(ctx.lang);
  const offices = await officesOf(ctx);
  const at = `${ACCOUNTS_PATH}/${account.id}`;
  const typed = !ctx.typed.isEmpty && ctx.told.length > 0;
  return page({
    title: account.name, head: 'own', crumbs: [{ label: t('title'), href: ACCOUNTS_PATH }],
    body: (
      <>
        <PageHead title={account.name} meta={rolesSaid(ctx, account.roles)} />
        {made && <Made ctx={ctx} made={made} />}
        <DefinitionList items={[
          { term: t('login'), detail: account.login },
          { term: t('state'), detail: t(account.disabled ? 'closed' : 'active') },
          { term: t('last-look'), detail: account.lastLook === null ? undefined : formatInstant(account.lastLook, ctx.lang, ctx.party.zone) },
        ]} />
        <Panel title={t('change')}>
          <FormView id="place" action={at} hidden={ctx.hidden} problems={ctx.told} submit={[{ label: t('save'), signs: false }]}>
            <Place ctx={ctx} roles={typed ? ctx.typed.all('roles') as Role[] : account.roles} office={typed ? ctx.typed.text('office') : account.office ?? ''} offices={offices} />
          </FormView>
        </Panel>
        {!account.disabled && (
          <Panel title={t('password')}>
            <p>{t('password-what')}</p>
            <FormView id="link" action={`${at}/link`} hidden={ctx.hidden} submit={[{ label: t('link'), kind: 'second', signs: false }]} />
          </Panel>
        )}
        <Panel title={t(account.disabled ? 'open' : 'close-title')}>
          {!account.disabled && <p>{t('close-what')}</p>}
          <FormView id="state" action={`${at}/${account.disabled ? 'open' : 'close'}`} hidden={ctx.hidden} submit={[{ label: t(account.disabled ? 'open' : 'close'), kind: account.disabled ? 'second' : 'danger', signs: false }]} />
        </Panel>
      </>
    ),
  });
}

function Made({ ctx, made: { account, href } }: { readonly ctx: Context; readonly made: MadeLink }): VNode {
  return <Flash kind="note" text={<>{peopleWords.t(ctx.lang)('link-made', { name: account.name })} <code>{href}</code></>} />;
}

function Place({ ctx, roles, office, offices }: { readonly ctx: Context; readonly roles: readonly Role[]; readonly office: string; readonly offices: readonly Option[] }): VNode {
  const [t, w] = [peopleWords.t(ctx.lang), pages.t(ctx.lang)];
  return (
    <>
      <MultiSelect name="roles" label={t('roles')} values={roles} options={ROLES.map((role) => ({ value: role, label: w(`role-${role}`) }))} />
      <SelectField name="office" label={t('office')} value={office} empty={t('no-office')} options={offices} optional />
    </>
  );
}

const rolesSaid = (ctx: Context, roles: readonly Role[]): string => roles.map((role) => pages.t(ctx.lang)(`role-${role}`)).join(', ');

async function officesOf(ctx: Context): Promise<readonly Option[]> {
  const { rows } = await ctx.read.list({ coop: ctx.cooperation.id, kind: 'office', party: ctx.kernel.party, sort: 'title', lang: ctx.lang, limit: MOST_OFFICES });
  return rows.map((row) => { const { lang, text } = ctx.title(row); return { value: row.id, label: text, lang }; });
}
