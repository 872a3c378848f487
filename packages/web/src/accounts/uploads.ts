import { type Kysely, sql } from 'kysely';
import type { AccountTables } from './schema.ts';

/** Who uploaded what, so that a form may name a file only if its person brought it or may read it already. */
export function uploads(db: Kysely<AccountTables>) {
  return {
    /** True when nobody else brought the same file. */
    async drop(person: string, sha256: string): Promise<boolean> {
      await db.deleteFrom('account_upload').where('person', '=', person).where('sha256', '=', sha256).execute();
      return (await db.selectFrom('account_upload').select('person').where('sha256', '=', sha256).limit(1).execute()).length === 0;
    },
    async note(person: string, sha256: string): Promise<void> {
      await sql`insert into account_upload (person, sha256) values (${person}, ${sha256}) on conflict (person, sha256) do update set at = now()`.execute(db);
    },
    /** Files that nobody brought since then, by digest from `after` on. */
    async old(before: Temporal.Instant, after: string, limit: number): Promise<readonly string[]> {
      const { rows } = await sql<{ sha256: string }>`select sha256 from account_upload where sha256 > ${after} group by sha256
        having max(at) < ${before.toString()}::timestamptz order by sha256 limit ${limit}`.execute(db);
      return rows.map(({ sha256 }) => sha256);
    },
    /** Forgets who brought files that are no longer there. */
    async forget(digests: readonly string[]): Promise<void> {
      if (digests.length > 0) await db.deleteFrom('account_upload').where('sha256', 'in', [...digests]).execute();
    },
    async isOf(person: string, sha256: string): Promise<boolean> {
      const row = await db.selectFrom('account_upload').select('sha256').where('person', '=', person).where('sha256', '=', sha256).executeTakeFirst();
      return row !== undefined;
    },
  };
}
