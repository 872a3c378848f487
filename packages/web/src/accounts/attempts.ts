import { type Kysely, sql } from 'kysely';
import type { AccountTables } from './schema.ts';

const WINDOW_MINUTES = 15;
/** Per address of the network and per login: offices share an address, so that limit is wider. */
const LIMITS = { address: 60, login: 10 } as const;

/** Counts sign-in attempts in the database, so that several processes count together; counted before the password is looked at. */
export function attempts(db: Kysely<AccountTables>) {
  const count = async (key: string): Promise<number> => {
    const { rows } = await sql<{ count: number }>`
      insert into account_attempt (key, count, since) values (${key}, 1, now())
      on conflict (key) do update set
        count = case when account_attempt.since < now() - make_interval(mins => ${WINDOW_MINUTES}::int) then 1 else account_attempt.count + 1 end,
        since = case when account_attempt.since < now() - make_interval(mins => ${WINDOW_MINUTES}::int) then now() else account_attempt.since end
      returning count`.execute(db);
    return rows[0]?.count ?? 0;
  };
  return {
    /** Whether one more attempt is allowed now. */
    async allowed(address: string, login: string): Promise<boolean> {
      const byAddress = await count(`address:${address}`);
      const byLogin = await count(`login:${login.toLowerCase().slice(0, 100)}`);
      return byAddress <= LIMITS.address && byLogin <= LIMITS.login;
    },
    /** After a right password: the person starts afresh; the address keeps its count. */
    async succeeded(login: string): Promise<void> {
      await db.deleteFrom('account_attempt').where('key', '=', `login:${login.toLowerCase().slice(0, 100)}`).execute();
    },
    minutes: WINDOW_MINUTES,
  };
}
