import { type Kysely, sql } from 'kysely';
import { isLang, type Lang } from '@entente/text';
import type { Cadence } from '../reminders/digest.ts';
import type { AccountTables } from './schema.ts';

/** How a person wants to be reminded. */
export interface ReminderChoice { readonly cadence: Cadence; readonly email: string; readonly lang: Lang }

/** A letter as the administrator sees it. */
export interface LetterRow {
  readonly name: string;
  readonly email: string;
  /** UTC. */
  readonly at: string;
  readonly state: 'sent' | 'under-way' | 'failed';
  /** Code of what went wrong at the last try. */
  readonly fault: string | null;
  readonly tries: number;
}

/** What is remembered of what was told is forgotten after so many days. */
const KEPT_DAYS = 400;
/** A letter that was begun and not sent within this time is tried again. */
const STUCK_MINUTES = 30;

/** Reminders as account data: who wants letters, what they were told, and which letters went out. */
export function reminderStore(db: Kysely<AccountTables>) {
  return {
    async choice(person: string): Promise<ReminderChoice | null> {
      const row = await db.selectFrom('reminder_choice').selectAll().where('person', '=', person).executeTakeFirst();
      return row ? { cadence: row.cadence === 'daily' || row.cadence === 'weekly' ? row.cadence : 'never', email: row.email, lang: isLang(row.lang) ? row.lang : 'en' } : null;
    },
    async choose(person: string, choice: ReminderChoice): Promise<void> {
      await sql`insert into reminder_choice (person, cadence, email, lang) values (${person}, ${choice.cadence}, ${choice.email}, ${choice.lang})
        on conflict (person) do update set cadence = excluded.cadence, email = excluded.email, lang = excluded.lang`.execute(db);
    },
    async told(person: string): Promise<ReadonlySet<string>> {
      return new Set((await db.selectFrom('reminder_told').select('key').where('person', '=', person).execute()).map(({ key }) => key));
    },
    /** Takes the letter of a day for sending: true for one asker only, until it was released or got stuck. */
    async claim(person: string, letter: string, now: Temporal.Instant): Promise<boolean> {
      const stuck = now.subtract({ minutes: STUCK_MINUTES }).toString();
      const { rows } = await sql`insert into reminder_letter (person, letter, at, sent) values (${person}, ${letter}, ${now.toString()}, false)
        on conflict (person, letter) do update set at = excluded.at, fault = null, tries = reminder_letter.tries + 1
        where not reminder_letter.sent and (reminder_letter.fault is not null or reminder_letter.at < ${stuck}) returning letter`.execute(db);
      return rows.length > 0;
    },
    /** The letter could not be handed over: it is free to be tried again, and says why. */
    async failed(person: string, letter: string, fault: string): Promise<void> {
      await sql`update reminder_letter set fault = ${fault.slice(0, 60)} where person = ${person} and letter = ${letter} and not sent`.execute(db);
    },
    /** Letters, the latest first, for the administrator: to whom and when, not what they say. */
    async letters(limit: number): Promise<readonly LetterRow[]> {
      const { rows } = await sql<{ name: string; email: string | null; at: Date; sent: boolean; fault: string | null; tries: number }>`
        select a.name, c.email, l.at, l.sent, l.fault, l.tries from reminder_letter l join account a on a.person = l.person left join reminder_choice c on c.person = l.person
        order by l.at desc, l.letter desc limit ${limit}`.execute(db);
      return rows.map(({ name, email, at, sent, fault, tries }) => ({ name, email: email ?? '', at: at.toISOString(), state: sent ? 'sent' : fault === null ? 'under-way' : 'failed', fault, tries }));
    },
    /** The letter went out: what it told is remembered in the same transaction. */
    async sent(person: string, letter: string, keys: readonly string[], now: Temporal.Instant): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await sql`update reminder_letter set sent = true, fault = null where person = ${person} and letter = ${letter}`.execute(trx);
        for (const key of keys) await sql`insert into reminder_told (person, key, at) values (${person}, ${key}, ${now.toString()}) on conflict (person, key) do update set at = excluded.at`.execute(trx);
        const old = now.subtract({ hours: 24 * KEPT_DAYS }).toString();
        await sql`delete from reminder_told where at < ${old}`.execute(trx);
        await sql`delete from reminder_letter where at < ${old}`.execute(trx);
      });
    },
  };
}
