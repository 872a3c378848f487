import type { Kysely } from 'kysely';
import type { AccountTables } from './schema.ts';
import { digest, newSecret } from './tokens.ts';

/** Sign-in links. Served only where the cooperation is a demonstration; there they may be used again. */
export function links(db: Kysely<AccountTables>) {
  return {
    /** A new link's secret, or the given one kept (the demonstration's stays the same from start to start). */
    async create(person: string, options: { readonly reusable?: boolean; readonly secret?: string; readonly minutes?: number } = {}): Promise<string> {
      const secret = options.secret ?? newSecret();
      const expires = options.minutes === undefined ? null : new Date(Date.now() + options.minutes * 60_000);
      await db.insertInto('account_link').values({ hash: digest(secret), person, reusable: options.reusable ?? false, used: null, expires })
        .onConflict((conflict) => conflict.column('hash').doNothing()).execute();
      return secret;
    },
    /** The person a link signs in, once unless reusable; null when unknown, used or expired. */
    async redeem(secret: string): Promise<string | null> {
      const row = await db.updateTable('account_link').set({ used: new Date() }).where('hash', '=', digest(secret))
        .where((where) => where.or([where('reusable', '=', true), where('used', 'is', null)]))
        .where((where) => where.or([where('expires', 'is', null), where('expires', '>', new Date())]))
        .returning('person').executeTakeFirst();
      return row?.person ?? null;
    },
  };
}
