import { run, type Handle } from '../store/index.ts';

interface Step { readonly record: string; readonly target: string; readonly ended: boolean }

// Deeper than any ministry was ever reorganised; a circle ends by itself.
const MOST_STEPS = 50;

/**
 * Offices that hold today what this one held, followed to the end, and all that this one succeeds. An office whose
 * functions moved but which itself goes on is among those of today.
 */
export async function successionOf(handle: Handle, coop: string, office: string): Promise<{ today: string[]; before: string[] }> {
  return { today: await today(handle, coop, office), before: await earlier(handle, coop, office) };
}

async function today(handle: Handle, coop: string, office: string): Promise<string[]> {
  const found = new Set<string>();
  const seen = new Set<string>([office]);
  for (let front = [office], step = 0; front.length > 0 && step < MOST_STEPS; step += 1) {
    const next: string[] = [];
    const steps = await run<Step>(handle, STEPS, [coop, front]);
    for (const id of front) {
      const of = steps.filter((each) => each.record === id);
      // It goes on, or nothing is known to come after it (then there is no step at all).
      if (of.every((each) => !each.ended)) found.add(id);
      for (const { target } of of) if (!seen.has(target)) { seen.add(target); next.push(target); }
    }
    front = next;
  }
  return [...found];
}

/** What is said of an office's end: its period has an end, it was retired, or it became another as a whole. */
const STEPS = `select l.record::text as record, l.target::text as target,
    (r.content->>'validTo' is not null or r.standing = 'retired'
      or jsonb_path_exists(r.content, '$.succession[*] ? (@.type == "merged-into" || @.type == "renamed-to" || @.type == "split-into")')) as ended
  from link l join record r on r.coop = l.coop and r.id = l.record
  where l.coop = $1 and l.rel = 'successor' and l.record = any($2::uuid[])`;

async function earlier(handle: Handle, coop: string, office: string): Promise<string[]> {
  const rows = await run<{ id: string }>(handle, `with recursive before(id, step) as (
      select l.record, 1 from link l where l.coop = $1 and l.rel = 'successor' and l.target = $2::uuid
      union select l.record, b.step + 1 from before b join link l on l.coop = $1 and l.rel = 'successor' and l.target = b.id where b.step < $3
    ) select distinct id::text as id from before where id <> $2::uuid`, [coop, office, MOST_STEPS]);
  return rows.map((row) => row.id);
}
