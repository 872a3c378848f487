/** A block of records made many by the database: what the kernel derived, with ids, plans and years of its own. */
import type pg from 'pg';
import { YEAR } from './generate.ts';

const KINDS = `('activity', 'activity-progress', 'transaction', 'receipt')`;
/** Copies in one statement. */
const AT_ONCE = 5;

/** The id of a record in copy `c`. */
const copied = (id: string): string => `overlay(${id} placing lpad(to_hex(c), 8, '0') from 1 for 8)`;
const year = `($1::int + c % $2::int)::text`;

/**
 * Adds copies 1 to `copies` of every activity, progress record, transaction and receipt, with their links. There are no acts behind
 * them: they are for reading. Indexes that kinds declare are dropped first; the kernel makes them, and counts all, when it starts.
 */
export async function multiply(client: pg.Client, plans: readonly string[], copies: number, tell: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`select indexname as name from pg_indexes where schemaname = current_schema() and tablename = 'record' and indexname like 'auto\\_%'`);
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await client.query(`create temp table block as select * from record where kind in ${KINDS}`);
  await client.query(`create temp table block_link as select l.* from link l join block b on b.id = l.record`);
  const dates = (column: string) => `replace(${column}, '${YEAR}-', ${year} || '-')`;
  for (let from = 1; from <= copies; from += AT_ONCE) {
    const values = [YEAR, plans.length, plans, from, Math.min(copies, from + AT_ONCE - 1)];
    await client.query(`insert into record (coop, id, kind, kv, audience, party, standing, version, ordinal, content, title, sort, translations, date, at, waits_for, open_since)
      select coop, ${copied('id::text')}::uuid, kind, kv, audience, party, standing, version, ordinal, ${dates('content::text')}::jsonb || case kind
          when 'activity' then jsonb_build_object('plan', ($3::text[])[1 + c % $2::int]) when 'receipt' then jsonb_build_object('transaction', ${copied("content->>'transaction'")})
          else jsonb_build_object('activity', ${copied("content->>'activity'")}) end,
        title, sort, translations, ${dates('date')}, at, waits_for, open_since from block cross join generate_series($4::int, $5::int) as c`, values);
    await client.query(`insert into link (coop, record, rel, target) select coop, ${copied('record::text')}::uuid, rel,
        case rel when 'plan' then ($1::text[])[1 + c % cardinality($1::text[])]::uuid when 'activity' then ${copied('target::text')}::uuid when 'transaction' then ${copied('target::text')}::uuid else target end
      from block_link cross join generate_series($2::int, $3::int) as c`, [plans, values[3], values[4]]);
    if (from % 50 === 1) tell(`copy ${from} of ${copies}`);
  }
  await client.query('update revision set n = n + 1');
  await client.query('vacuum analyze record');
}
