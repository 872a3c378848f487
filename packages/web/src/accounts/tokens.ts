import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Account } from './account.ts';
import { Believed } from './believed.ts';
import type { AccountTables } from './schema.ts';

export interface TokenRow { readonly id: string; readonly name: string; readonly created: string; readonly lastUsed: string | null }

const HOUR = 3_600_000;

/** A token carries 256 bits, so one round of SHA-256 keeps it as well as a slow hash would. */
export const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex');
export const newSecret = (): string => `entente_${randomBytes(32).toString('base64url')}`;

/** Personal tokens for the API and the command line: kept hashed, shown once, named, revocable. */
export function tokens(db: Kysely<AccountTables>, account: (row: AccountTables['account']) => Account) {
  const believed = new Believed<Account>();
  const ownerOf = async (hash: string): Promise<Account | null> => {
    const row = await db.selectFrom('account_token as t').innerJoin('account as a', 'a.person', 't.person').selectAll('a').select(['t.id', 't.last_used']).where('t.hash', '=', hash).executeTakeFirst();
    if (!row) return null;
    const { id, last_used: lastUsed, ...owner } = row;
    if (owner.disabled) return null;
    // An hour is exact enough to see what is unused, and keeps reading from writing on every call.
    if (lastUsed === null || Date.now() - lastUsed.getTime() > HOUR) await db.updateTable('account_token').set({ last_used: new Date() }).where('id', '=', id).execute();
    return account(owner);
  };
  return {
    forget: () => { believed.forget(); },
    /** The secret is in the answer and nowhere else. */
    async create(person: string, name: string): Promise<{ readonly id: string; readonly secret: string }> {
      const secret = newSecret();
      const id = randomUUID();
      await db.insertInto('account_token').values({ id, person, name, hash: digest(secret), created: new Date(), last_used: null }).execute();
      return { id, secret };
    },
    async list(person: string): Promise<readonly TokenRow[]> {
      const rows = await db.selectFrom('account_token').select(['id', 'name', 'created', 'last_used']).where('person', '=', person).orderBy('created').execute();
      return rows.map((row) => ({ id: row.id, name: row.name, created: row.created.toISOString(), lastUsed: row.last_used?.toISOString() ?? null }));
    },
    /** Only the person's own. */
    async revoke(person: string, id: string): Promise<void> {
      await db.deleteFrom('account_token').where('person', '=', person).where('id', '=', id).execute();
      believed.forget();
    },
    /** Whose token it is; null when nobody's, or of an account that is disabled. */
    owner(secret: string): Promise<Account | null> {
      const hash = digest(secret);
      return believed.of(hash, () => ownerOf(hash));
    },
  };
}
