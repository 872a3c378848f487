import { type Kysely, sql } from 'kysely';
import type { Draft } from '../module.ts';
import type { AccountTables } from './schema.ts';

/** Longest draft kept, in characters of JSON: a pasted text of 5 MiB with what was found in it. */
const LONGEST = 16 * 1024 * 1024;

/** What a person typed and has not sent yet: account data, never an act. */
export function drafts(db: Kysely<AccountTables>) {
  return {
    /** False when it is too long to keep. */
    async save(person: string, key: string, body: unknown): Promise<boolean> {
      const text = JSON.stringify(body);
      if (text.length > LONGEST) return false;
      await sql`insert into draft (person, key, body, at) values (${person}, ${key}, ${text}::jsonb, now())
        on conflict (person, key) do update set body = excluded.body, at = excluded.at`.execute(db);
      return true;
    },
    async get(person: string, key: string): Promise<Draft | null> {
      const { rows } = await sql<{ body: unknown; at: Date }>`select body, at from draft where person = ${person} and key = ${key}`.execute(db);
      const row = rows[0];
      return row ? { key, body: row.body, at: row.at.toISOString() } : null;
    },
    async list(person: string): Promise<readonly Omit<Draft, 'body'>[]> {
      const rows = await db.selectFrom('draft').select(['key', 'at']).where('person', '=', person).orderBy('at', 'desc').limit(100).execute();
      return rows.map((row) => ({ key: row.key, at: row.at.toISOString() }));
    },
    async drop(person: string, key: string): Promise<void> {
      await db.deleteFrom('draft').where('person', '=', person).where('key', '=', key).execute();
    },
  };
}
