/** People of this node: who they are, how they come in, and what the node keeps for them beside the records. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { type Erased, type Problem, type Result, type Role, ok, problem, refuse } from '@entente/kernel';
import { attempts } from './attempts.ts';
import type { Authentication } from './authentication.ts';
import { LOGIN, MAX_PASSWORD, MIN_PASSWORD, sessionCookieName } from './credentials.ts';
import type { Account } from './account.ts';
import { drafts } from './drafts.ts';
import { jobNotes } from './job-notes.ts';
import { links } from './links.ts';
import { type AccountTables, migrateAccounts } from './schema.ts';
import { reminderStore } from './reminders.ts';
import { sessions } from './sessions.ts';
import { tokens } from './tokens.ts';
import { uploads } from './uploads.ts';

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
  readonly office?: string | null;
  readonly email?: string;
}

export interface AccountsOptions {
  // oxlint-disable-next-line typescript/no-explicit-any -- the kernel's database, or any other with the same engine
  readonly db: Kysely<any>;
  readonly party: string;
  /** Signs session cookies; at least 32 characters, kept with the node's keys. */
  readonly secret: string;
  /** Address people reach the node under, e.g. `http://127.0.0.1:4001`. */
  readonly origin: string;
}

export const ROLES: readonly Role[] = ['coordinator', 'focal-point', 'leader', 'reader', 'administrator'];

type Row = AccountTables['account'];
const toAccount = (party: string) => (row: Row): Account => ({
  id: row.person, party, login: row.login, name: row.name, disabled: row.disabled, office: row.office,
  roles: ROLES.filter((role) => row.roles.split(' ').includes(role)), lastLook: row.last_look?.toISOString() ?? null,
});

function wrongIn(account: NewAccount): readonly Problem[] {
  return [
    ...(LOGIN.test(account.login) ? [] : [problem('account.login', ['login'])]),
    ...(account.name.trim() ? [] : [problem('field.required', ['name'])]),
    ...wrongPassword(account.password),
    ...(areRoles(account.roles) ? [] : [problem('account.roles', ['roles'])]),
  ];
}
const areRoles = (roles: readonly Role[]): boolean => roles.length > 0 && roles.every((role) => ROLES.includes(role));
const wrongPassword = (password: string): readonly Problem[] =>
  (password.length >= MIN_PASSWORD && password.length <= MAX_PASSWORD ? [] : [problem('account.password-length', ['password'], { min: MIN_PASSWORD, max: MAX_PASSWORD })]);

/** Opens the accounts of a node, bringing their tables up to date. */
export async function openAccounts(options: AccountsOptions) {
  const db = options.db as Kysely<AccountTables>;
  await migrateAccounts(db);
  // A sixth of all that a node loads: made when it is first asked for, or when the node has the time (`prepare`).
  let authentication: Promise<Authentication> | undefined;
  const auth = (): Promise<Authentication> => (authentication ??= import('./authentication.ts').then(({ createAuthentication }) => createAuthentication(options)));
  const account = toAccount(options.party);
  const find = async (person: string): Promise<Account | null> => {
    const row = await db.selectFrom('account').selectAll().where('person', '=', person).executeTakeFirst();
    return row ? account(row) : null;
  };
  const personal = links(db);
  const [kept, listeners] = [drafts(db, options.secret), new Set<(kind: string) => void>()];
  const isLastAdministrator = async (person: string): Promise<boolean> => {
    const able = (await db.selectFrom('account').selectAll().where('disabled', '=', false).execute()).map(account).filter(({ roles }) => roles.includes('administrator'));
    return able.length === 1 && able[0]?.id === person;
  };
  const owned = tokens(db, account);
  const session = sessions({ auth, db, find, cookie: sessionCookieName(options.party) });

  return {
    /** Loads what signs people in, so that the first of them need not wait for it. */
    prepare: async (): Promise<void> => { await auth(); },
    party: options.party,
    cookieName: sessionCookieName(options.party),
    ...session,
    find,
    async list(): Promise<readonly Account[]> {
      return (await db.selectFrom('account').selectAll().orderBy('login').execute()).map(account);
    },
    async byLogin(login: string): Promise<Account | null> {
      const row = await db.selectFrom('account').selectAll().where('login', '=', login.toLowerCase()).executeTakeFirst();
      return row ? account(row) : null;
    },
    /** Problems: `account.login`, `account.taken`, `account.password-length`, `account.roles`, `field.required`. */
    async add(wanted: NewAccount): Promise<Result<Account>> {
      const wrong = wrongIn(wanted);
      if (wrong.length > 0) return refuse(...wrong);
      const taken = await db.selectFrom('account').select('person').where('login', '=', wanted.login).executeTakeFirst();
      if (taken) return refuse(problem('account.taken', ['login']));
      const context = await (await auth()).$context;
      const person = randomUUID();
      const user = await context.internalAdapter.createUser({
        id: person, name: wanted.name, email: wanted.email?.toLowerCase() ?? `${wanted.login}@accounts.invalid`, emailVerified: true, username: wanted.login,
      }, { method: 'admin' });
      await context.internalAdapter.linkAccount({
        userId: user.id, providerId: 'credential', accountId: user.id, password: await context.password.hash(wanted.password),
      });
      await db.insertInto('account').values({
        person: user.id, login: wanted.login, name: wanted.name, roles: wanted.roles.join(' '), office: wanted.office ?? null, disabled: false, last_look: null,
      }).execute();
      const made = await find(user.id);
      return made ? ok(made) : refuse(problem('account.taken', ['login']));
    },
    /** Whether this is the person's password now. */
    async isPassword(person: string, password: string): Promise<boolean> {
      const context = await (await auth()).$context;
      const held = (await context.internalAdapter.findCredentialAccount(person))?.password;
      return held ? context.password.verify({ hash: held, password }) : false;
    },
    /** Changes the password and signs the person out everywhere; by a link, which is then used up (`account.link` when it was already). */
    async setPassword(person: string, password: string, link?: string): Promise<Result<null>> {
      const wrong = wrongPassword(password);
      if (wrong.length > 0) return refuse(...wrong);
      if (link !== undefined && await personal.redeem(link) !== person) return refuse(problem('account.link'));
      const context = await (await auth()).$context;
      await context.internalAdapter.updatePassword(person, await context.password.hash(password));
      await session.signOutEverywhere(person);
      return ok(null);
    },
    /** Problems: `account.roles`; `account.last-administrator` when nobody could administer the node any more. */
    async change(person: string, change: { readonly roles?: readonly Role[]; readonly office?: string | null; readonly disabled?: boolean }): Promise<Result<null>> {
      if (change.roles && !areRoles(change.roles)) return refuse(problem('account.roles', ['roles']));
      const leaves = change.disabled === true || (change.roles && !change.roles.includes('administrator'));
      if (leaves && await isLastAdministrator(person)) return refuse(problem('account.last-administrator', change.roles ? ['roles'] : []));
      await db.updateTable('account').set({
        ...(change.roles ? { roles: change.roles.join(' ') } : {}),
        ...(change.office === undefined ? {} : { office: change.office }),
        ...(change.disabled === undefined ? {} : { disabled: change.disabled }),
      }).where('person', '=', person).execute();
      session.forget();
      owned.forget();
      if (change.disabled) await session.signOutEverywhere(person);
      return ok(null);
    },
    /** Marks that the person has seen what changed until now. */
    async looked(person: string): Promise<void> {
      await db.updateTable('account').set({ last_look: sql<Date>`now()` }).where('person', '=', person).execute();
      session.forget();
    },
    attempts: attempts(db),
    tokens: owned,
    links: personal,
    drafts: kept,
    /** Given to the kernel: forgets what was erased. */
    async forget(erased: Erased): Promise<void> {
      await kept.forget(erased);
      for (const listener of listeners) listener(erased.kind);
    },
    /** Calls with the kind of which something was erased. */
    onForget(listener: (kind: string) => void): void { listeners.add(listener); },
    uploads: uploads(db),
    jobs: jobNotes(db),
    reminders: reminderStore(db),
  };
}
export type Accounts = Awaited<ReturnType<typeof openAccounts>>;
