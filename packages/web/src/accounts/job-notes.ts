import { type Kysely, sql } from 'kysely';
import { type Lang, langs } from '@entente/text';
import type { AccountTables } from './schema.ts';

/** What is kept of a long job beside the process that ran it: enough to say what became of it. */
export interface JobNote {
  readonly title: Readonly<Record<Lang, string>>;
  /** Where it can be begun anew. */
  readonly page: string;
  /** UTC. */
  readonly started: string;
  /** Null: it had not ended when its process did, or has not yet. */
  readonly ended: string | null;
  /** Where it led to, when that is a page. */
  readonly result: string | null;
}

/** Notes older than this are forgotten when the next is made. */
const KEPT = '7 days';

/** Long jobs by their person, home only: a job that a restart cut off can be told from one that never was. */
export function jobNotes(db: Kysely<AccountTables>) {
  return {
    async began(person: string, id: string, title: (lang: Lang) => string, page: string, key: string | undefined): Promise<void> {
      const titles = JSON.stringify(Object.fromEntries(langs.map((lang) => [lang, title(lang)])));
      await sql`delete from job_note where started < now() - ${KEPT}::interval`.execute(db);
      await sql`insert into job_note (id, person, key, title, page) values (${id}, ${person}, ${key ?? ''}, ${titles}::jsonb, ${page}) on conflict (id) do nothing`.execute(db);
    },
    async ended(id: string, result: string | null): Promise<void> {
      await sql`update job_note set ended = now(), result = ${result} where id = ${id} and ended is null`.execute(db);
    },
    async get(person: string, id: string): Promise<JobNote | null> {
      const { rows: [row] } = await sql<{ title: JobNote['title']; page: string; started: Date; ended: Date | null; result: string | null }>`
        select title, page, started, ended, result from job_note where person = ${person} and id = ${id}`.execute(db);
      return row ? { ...row, started: row.started.toISOString(), ended: row.ended?.toISOString() ?? null } : null;
    },
    /** Of jobs whose key holds these words: what they worked on was erased. */
    async forget(words: string): Promise<void> {
      await sql`delete from job_note where position(${words} in key) > 0`.execute(db);
    },
  };
}
