import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { type Result, ok, problem, refuse } from '@entente/kernel';
import type { Account } from './account.ts';
import type { Authentication } from './authentication.ts';
import { Believed } from './believed.ts';
import type { AccountTables } from './schema.ts';

export interface SignedIn { readonly cookies: readonly string[]; readonly person: string }
export interface Visit {
  readonly account: Account;
  /** Set when the session was prolonged. */
  readonly cookies: readonly string[];
}

interface Parts {
  readonly auth: () => Promise<Authentication>;
  readonly db: Kysely<AccountTables>;
  readonly find: (person: string) => Promise<Account | null>;
  readonly cookie: string;
}

export function sessions({ auth, db, find, cookie }: Parts) {
  const believed = new Believed<Account>();
  const forget = (): void => believed.forget();
  const keyOf = (header: string): string | null => {
    const own = header.split(';').map((part) => part.trim()).find((part) => part.startsWith(`${cookie}=`));
    return own ? createHash('sha256').update(own).digest('base64') : null;
  };

  async function admit(response: Response): Promise<Result<SignedIn>> {
    if (!response.ok) return refuse(problem('sign-in.wrong'));
    const body = await response.json() as { user?: { id: string }; person?: string };
    const person = body.user?.id ?? body.person ?? '';
    const account = await find(person);
    if (!account || account.disabled) {
      await signOutEverywhere(person);
      return refuse(problem('sign-in.wrong'));
    }
    return ok({ cookies: response.headers.getSetCookie(), person });
  }

  async function signOutEverywhere(person: string): Promise<void> {
    await db.deleteFrom('auth_session' as never).where('userId' as never, '=', person as never).execute();
    forget();
  }

  return {
    forget,
    signOutEverywhere,
    /** By user name or e-mail address. One problem, `sign-in.wrong`, whatever was wrong. */
    async signIn(login: string, password: string): Promise<Result<SignedIn>> {
      const body = { password, rememberMe: true };
      const { api } = await auth();
      const attempt = login.includes('@')
        ? api.signInEmail({ body: { ...body, email: login.toLowerCase() }, asResponse: true })
        : api.signInUsername({ body: { ...body, username: login.toLowerCase() }, asResponse: true });
      return admit(await attempt);
    },
    /** After a sign-in link was redeemed. */
    async signInAs(person: string): Promise<Result<SignedIn>> {
      return admit(await (await auth()).api.signInAs({ body: { person }, asResponse: true }));
    },
    async signOut(headers: Headers): Promise<readonly string[]> {
      const response = await (await auth()).api.signOut({ headers, asResponse: true });
      forget();
      return response.headers.getSetCookie();
    },
    /** Who a request's cookie belongs to; null when nobody or disabled. */
    async visitor(headers: Headers): Promise<Visit | null> {
      const key = keyOf(headers.get('cookie') ?? '');
      if (!key) return null;
      let cookies: readonly string[] = [];
      const account = await believed.of(key, async () => {
        const { response, headers: answered } = await (await auth()).api.getSession({ headers, returnHeaders: true });
        cookies = answered.getSetCookie();
        const found = response ? await find(response.user.id) : null;
        return found?.disabled === true ? null : found;
      });
      return account && { account, cookies };
    },
  };
}
