/**
 * better-auth, kept behind this file: password hashes (scrypt), session rows and signed cookies. None of its own routes
 * is served; the sign-in page calls it after the same-origin check and the rate limit of the door, which `auth.api`
 * does not make itself.
 */
import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { username } from 'better-auth/plugins/username';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { LOGIN, MAX_PASSWORD, MIN_PASSWORD, sessionCookieName } from './credentials.ts';

export interface AuthenticationOptions {
  // oxlint-disable-next-line typescript/no-explicit-any -- any database that holds the account tables will do
  readonly db: Kysely<any>;
  readonly party: string;
  /** Signs session cookies; at least 32 characters, kept with the node's keys. */
  readonly secret: string;
  /** Address people reach the node under, e.g. `https://node.example`. */
  readonly origin: string;
}

/** Signs a person in without a password: for sign-in links, after the link was checked. Not reachable over HTTP. */
const signInAs = () => ({
  id: 'entente-link',
  endpoints: {
    signInAs: createAuthEndpoint('/entente/sign-in-as', { method: 'POST', body: z.object({ person: z.string() }), metadata: { SERVER_ONLY: true } }, async (ctx) => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.person);
      if (!user) throw ctx.error('NOT_FOUND');
      const session = await ctx.context.internalAdapter.createSession(user.id);
      await setSessionCookie(ctx, { session, user });
      return ctx.json({ person: user.id });
    }),
  },
});

export function createAuthentication({ db, party, secret, origin }: AuthenticationOptions) {
  return betterAuth({
    appName: 'Entente',
    baseURL: origin,
    secret,
    database: { db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: { modelName: 'auth_user' },
    session: { modelName: 'auth_session', expiresIn: 12 * 3600, updateAge: 3600 },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: MIN_PASSWORD, maxPasswordLength: MAX_PASSWORD },
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: 60, usernameValidator: (login) => LOGIN.test(login.toLowerCase()) }),
      signInAs(),
    ],
    advanced: {
      database: { generateId: () => randomUUID() },
      cookiePrefix: `entente-${party.toLowerCase()}`,
      // No prefix: `__Secure-` would change the name between the demonstration and real use.
      useSecureCookies: false,
      ipAddress: { disableIpTracking: true },
      cookies: {
        session_token: {
          name: sessionCookieName(party),
          attributes: { sameSite: 'lax', httpOnly: true, path: '/', secure: origin.startsWith('https:') },
        },
      },
    },
  });
}
export type Authentication = ReturnType<typeof createAuthentication>;
