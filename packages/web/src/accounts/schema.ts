/**
 * Tables of accounts, beside the records and never in a journal. `auth_*` belong to better-auth 1.7 (columns as its own
 * migration writes them); the others are ours.
 */
import { type Kysely, sql } from 'kysely';

/** Numbered, applied in order, never changed once released. */
const migrations: readonly (readonly string[])[] = [[
  `create table auth_user (id text primary key, name text not null, email text not null unique, "emailVerified" boolean not null,
     image text, "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now(), username text unique, "displayUsername" text)`,
  `create table auth_session (id text primary key, "expiresAt" timestamptz not null, token text not null unique, "createdAt" timestamptz not null default now(),
     "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references auth_user (id) on delete cascade)`,
  `create index auth_session_user on auth_session ("userId")`,
  `create table auth_account (id text primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references auth_user (id) on delete cascade,
     "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, scope text, password text,
     "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null)`,
  `create index auth_account_user on auth_account ("userId")`,
  `create table auth_verification (id text primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
     "createdAt" timestamptz not null default now(), "updatedAt" timestamptz not null default now())`,
  `create index auth_verification_identifier on auth_verification (identifier)`,
  // The person id is the pseudonym that acts carry; name and login never leave this table.
  `create table account (person text primary key references auth_user (id) on delete cascade, login text not null unique, name text not null,
     roles text not null, office text, disabled boolean not null default false, last_look timestamptz, created timestamptz not null default now())`,
  `create table account_token (id text primary key, person text not null references account (person) on delete cascade, name text not null,
     hash text not null unique, created timestamptz not null default now(), last_used timestamptz)`,
  `create table account_link (hash text primary key, person text not null references account (person) on delete cascade, reusable boolean not null,
     used timestamptz, expires timestamptz)`,
  `create table account_attempt (key text primary key, count integer not null, since timestamptz not null)`,
  `create table draft (person text not null references account (person) on delete cascade, key text not null, body jsonb not null,
     at timestamptz not null default now(), primary key (person, key))`,
  `create table account_upload (person text not null references account (person) on delete cascade, sha256 text not null,
     at timestamptz not null default now(), primary key (person, sha256))`,
], [
  `create table reminder_choice (person text primary key references account (person) on delete cascade, cadence text not null, email text not null, lang text not null)`,
  `create table reminder_told (person text not null references account (person) on delete cascade, key text not null, at timestamptz not null, primary key (person, key))`,
  `create table reminder_letter (person text not null references account (person) on delete cascade, letter text not null, at timestamptz not null,
     sent boolean not null, primary key (person, letter))`,
], [
  // Why a letter did not go out: a code, no address and no content.
  `alter table reminder_letter add column fault text, add column tries integer not null default 1`,
], [
  `create table job_note (id text primary key, person text not null references account (person) on delete cascade, key text not null, title jsonb not null,
     page text not null, started timestamptz not null default now(), ended timestamptz, result text)`,
]];

export interface AccountTables {
  account: { person: string; login: string; name: string; roles: string; office: string | null; disabled: boolean; last_look: Date | null };
  account_token: { id: string; person: string; name: string; hash: string; created: Date; last_used: Date | null };
  account_link: { hash: string; person: string; reusable: boolean; used: Date | null; expires: Date | null };
  account_attempt: { key: string; count: number; since: Date };
  account_upload: { person: string; sha256: string };
  reminder_choice: { person: string; cadence: string; email: string; lang: string };
  reminder_told: { person: string; key: string };
  draft: { person: string; key: string; body: string; at: Date };
}

/** Number of the newest account tables this software knows. */
export const NEWEST_ACCOUNTS = migrations.length;

/** Brings the account tables up to date; safe when several processes start at once. `upTo`: as they once were, for data of that time. */
// oxlint-disable-next-line typescript/no-explicit-any -- the kernel's database, or any other with the same engine
export async function migrateAccounts(db: Kysely<any>, upTo: number = NEWEST_ACCOUNTS): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(7421190036)`.execute(trx);
    await sql`create table if not exists account_schema (version integer primary key)`.execute(trx);
    const { rows } = await sql<{ version: number }>`select coalesce(max(version), 0)::int as version from account_schema`.execute(trx);
    const held = rows[0]?.version ?? 0;
    for (const [index, statements] of migrations.entries()) {
      if (index < held || index >= upTo) continue;
      for (const statement of statements) await sql.raw(statement).execute(trx);
      await sql`insert into account_schema (version) values (${index + 1})`.execute(trx);
    }
  });
}
