import type { Database } from '../database/index.ts';
import type { Context } from '../context.ts';
import { rederive } from '../rebuild/rederive.ts';
import { run } from '../store/index.ts';
import { writing } from '../transaction.ts';

/**
 * Judges records again whose kinds this software knows better than the one before it did: acts held for an unknown kind
 * or version, and contents that now are brought to a newer version.
 */
export async function meetNewKinds(database: Database, context: Context): Promise<void> {
  const name = `kinds/${context.cooperation.id}`;
  const [row] = await run<{ value: Record<string, number> }>(database.kysely, 'select value from setting where name = $1', [name]);
  const before = row?.value ?? {};
  const now = Object.fromEntries([...context.kinds.values()].map((kind) => [kind.name, kind.version]));
  const changed = Object.keys({ ...before, ...now }).filter((kind) => before[kind] !== now[kind]);
  if (changed.length === 0) return;
  await writing(database, context, async (work) => {
    const records = await run<{ record: string }>(work.handle, 'select distinct record::text as record from item where coop = $1 and kind = any($2::text[]) and record is not null', [context.cooperation.id, changed]);
    await rederive(work, records.map((each) => each.record));
    await run(work.handle, 'insert into setting (name, value) values ($1, $2::jsonb) on conflict (name) do update set value = excluded.value', [name, JSON.stringify(now)]);
  });
}
