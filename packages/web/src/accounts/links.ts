import type { Kysely } from 'kysely';
import type { AccountTables } from './schema.ts';
import { digest, newSecret } from './tokens.ts';

/** Minutes in which a password may be chosen by a link. */
const TO_CHOOSE = 24 * 60;

/**
 * Links that stand for a person: to sign in by, served only where the cooperation is a demonstration and there usable again
 * and again; and to choose a password by, once.
 */
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
    /** A link to choose a password by; it takes the place of earlier ones. */
    async forPassword(person: string): Promise<string> {
      await db.deleteFrom('account_link').where('person', '=', person).where('reusable', '=', false).execute();
      return this.create(person, { minutes: TO_CHOOSE });
    },
    /** Whose link it is that works once and was not used yet; it stays unused. */
    async ownerOnce(secret: string): Promise<string | null> {
      const row = await db.selectFrom('account_link').select('person').where('hash', '=', digest(secret)).where('reusable', '=', false)
        .where('used', 'is', null).where('expires', '>', new Date()).executeTakeFirst();
      return row?.person ?? null;
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
