import type { Audience } from '../act.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import { run, together, type Handle } from '../store/index.ts';
import { writing } from '../transaction.ts';
import { Cells } from './cells.ts';
import { definitionOf, dimensionsOf } from './dimensions.ts';
import { believed, tallying } from './statements.ts';

const AT_ONCE = 5_000;

/**
 * Counts all records once where the tallies cannot be believed: kinds are counted by something else than before, or software
 * that does not count wrote meanwhile.
 */
export async function ensureTallies(database: Database, context: Context): Promise<void> {
  const coop = context.cooperation.id;
  const [row] = await run<{ yes: boolean }>(database.kysely, 'select tallied = n and tallied_by = $2 as yes from revision where coop = $1', [coop, definitionOf(context.kinds)]);
  if (!row || row.yes) return;
  await writing(database, context, (work) => recount(work.handle, context));
}

async function recount(handle: Handle, { cooperation: { id: coop }, kinds }: Context): Promise<void> {
  await run(handle, 'delete from tally where coop = $1', [coop]);
  const cells = new Cells();
  for (const kind of kinds.values()) {
    // Only what is counted: contents are large.
    const fields = dimensionsOf(kind).by.filter((name) => Object.hasOwn(kind.fields as object, name));
    const content = `jsonb_strip_nulls(jsonb_build_object(${fields.map((name) => `'${name}', content->'${name}'`).join(', ')}))`;
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const rows = await run<{ id: string; audience: Audience; standing: string; party: string; date: string | null; content: Record<string, unknown> }>(handle,
        `select id::text as id, audience, standing, party, date, ${content} as content from record where coop = $1 and kind = '${kind.name}' and id > $2::uuid order by id limit ${AT_ONCE}`, [coop, after]);
      for (const row of rows) cells.add({ kind, ...row }, 1);
      after = rows.at(-1)?.id ?? '';
      if (rows.length < AT_ONCE) break;
    }
  }
  await together(handle, tallying(coop, cells));
  await together(handle, [believed(coop, definitionOf(kinds))]);
}
