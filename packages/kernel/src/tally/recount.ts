import type { Audience } from '../act.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import type { AnyKind } from '../kind.ts';
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

interface RecordRow { readonly kind: string; readonly audience: Audience; readonly standing: string; readonly party: string; readonly date: string | null; readonly waitsFor: readonly string[]; readonly content: Readonly<Record<string, unknown>> }

async function recount(handle: Handle, { cooperation: { id: coop }, kinds }: Context): Promise<void> {
  await run(handle, 'delete from tally where coop = $1', [coop]);
  const cells = new Cells();
  await run(handle, `declare counted no scroll cursor for select kind, audience, standing, party, date, waits_for as "waitsFor", ${contentOf(kinds.values())} as content from record where coop = ${quoted(coop)}`);
  for (;;) {
    const rows = await run<RecordRow>(handle, `fetch ${AT_ONCE} from counted`);
    for (const row of rows) {
      const kind = kinds.get(row.kind);
      if (kind) cells.add({ ...row, kind }, 1);
    }
    if (rows.length < AT_ONCE) break;
  }
  await run(handle, 'close counted');
  await together(handle, tallying(coop, cells));
  await together(handle, [believed(coop, definitionOf(kinds))]);
}

/** Only what is counted is read: contents are large. Names of kinds and fields are declared, never input. */
function contentOf(kinds: Iterable<AnyKind>): string {
  const cases = [...kinds].flatMap((kind) => {
    const fields = dimensionsOf(kind).by.filter((name) => Object.hasOwn(kind.fields as object, name));
    return fields.length === 0 ? [] : [`when '${kind.name}' then jsonb_strip_nulls(jsonb_build_object(${fields.map((name) => `'${name}', content->'${name}'`).join(', ')}))`];
  });
  return cases.length === 0 ? `'{}'::jsonb` : `case kind ${cases.join(' ')} else '{}'::jsonb end`;
}

/** A cursor takes no parameters on either engine. */
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
