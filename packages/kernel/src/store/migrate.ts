import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompiledQuery, sql, type Kysely, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

const folder = join(import.meta.dirname, 'migrations');

interface Migration { readonly number: number; readonly name: string; readonly text: string; readonly sha256: string }

function migrations(): readonly Migration[] {
  return readdirSync(folder).filter((file) => /^[0-9]{4}-[a-z-]+\.sql$/u.test(file)).toSorted().map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return { number: Number(file.slice(0, 4)), name: file.slice(5, -4), text, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

/** The statements of one file: each ends with a semicolon at the end of its line. */
const statementsOf = (text: string) => text.split(/;\s*$/mu).map((part) => part.replace(/^\s*--.*$/gmu, '').trim()).filter((part) => part !== '');

/** Number of the newest tables this software knows. */
export const newestTables = (): number => migrations().at(-1)?.number ?? 0;

/**
 * Brings the tables up to date, all new numbers in one transaction. Throws when a number already applied has another
 * text than the file of today (a migration is never edited), or when the data were written by newer software. `upTo`: the
 * tables as they once were, for data of that time.
 */
export async function migrate(kysely: Kysely<Tables>, engine: 'pglite' | 'postgres', upTo = Infinity): Promise<void> {
  await kysely.transaction().execute(async (trx) => {
    // Two processes of one node may start at once; the embedded engine has one.
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(hashtext('entente.migrate' || current_schema()))`.execute(trx);
    await run(trx, 'create table if not exists migration (number integer primary key, name text not null, sha256 text not null, applied timestamptz not null default now())');
    const { rows } = await sql<{ number: number; sha256: string }>`select number, sha256 from migration`.execute(trx);
    const applied = new Map(rows.map((row) => [row.number, row.sha256]));
    const known = migrations();
    const newest = known.at(-1)?.number ?? 0;
    for (const number of applied.keys()) if (number > newest) throw new Error(`The data were written by newer software: migration ${number}, known here ${newest}.`);
    for (const migration of known.filter(({ number }) => number <= upTo)) {
      const before = applied.get(migration.number);
      if (before === migration.sha256) continue;
      if (before !== undefined) throw new Error(`Migration ${migration.number} (${migration.name}) was applied with another text.`);
      for (const statement of statementsOf(migration.text)) await run(trx, statement);
      await sql`insert into migration (number, name, sha256) values (${migration.number}, ${migration.name}, ${migration.sha256})`.execute(trx);
    }
  });
}

async function run(trx: Transaction<Tables>, statement: string): Promise<void> {
  await trx.executeQuery(CompiledQuery.raw(statement));
}
