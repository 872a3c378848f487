import { createHash } from 'node:crypto';
import type { AnyKind } from '../kind.ts';
import type { Fields } from '../fields.ts';
import { fieldAt, indexedText, waitsFor } from '../read/conditions.ts';
import { run, type Handle } from '../store/index.ts';

/**
 * Keeps an expression index for every field a kind declares as indexed, one for each language titles are sorted in, and one of what
 * waits for each party, oldest first.
 * Names carry a digest of the definition, so that a changed definition is another index and the old one goes.
 */
export async function ensureIndexes(handle: Handle, kinds: Iterable<AnyKind>, languages: Iterable<string>, parties: Iterable<string>): Promise<void> {
  const wanted = new Map<string, string>();
  const all = [...kinds];
  const want = (definition: string) => wanted.set(nameOf(definition), definition);
  for (const lang of languages) if (/^[A-Za-z-]{2,35}$/u.test(lang)) want(`(coop, kind, ((sort->>'${lang}')) collate "C", id)`);
  for (const party of parties) want(`(coop, kind, open_since, id) where ${waitsFor(party).replace('r.waits_for', 'waits_for')}`);
  for (const kind of all) {
    for (const [name, field] of Object.entries(kind.fields as Fields)) {
      const found = field.options.indexed ? fieldAt(kind, name) : undefined;
      if (!found) continue;
      const [json, text] = [found.json, found.text].map((each) => each.replace('r.content', 'content')) as [string, string];
      if (found.field.type === 'list') want(`using gin ((${json})) where kind = '${kind.name}'`);
      else if (found.field.type !== 'localized' && found.field.type !== 'group' && found.field.type !== 'period') want(`(coop, (${indexedText(text)}), date desc nulls last, id) where kind = '${kind.name}'`);
    }
  }
  await ensureStatistics(handle, all);
  const rows = await run<{ name: string }>(handle, `select indexname as name from pg_indexes where schemaname = current_schema() and tablename = 'record' and indexname like 'auto\\_%'`);
  const present = new Set(rows.map((row) => row.name));
  for (const [name, definition] of wanted) if (!present.has(name)) await run(handle, `create index if not exists ${name} on record ${definition}`);
  for (const name of present) if (!wanted.has(name)) await run(handle, `drop index if exists ${name}`);
}

const nameOf = (definition: string): string => `auto_${createHash('sha256').update(definition).digest('hex').slice(0, 24)}`;

/**
 * How many different records a link names. The planner takes nothing of the kind from an index of one kind alone, guesses two hundred,
 * and then reads every record of the kind where a few are asked for.
 */
async function ensureStatistics(handle: Handle, kinds: readonly AnyKind[]): Promise<void> {
  const links = kinds.flatMap((kind) => Object.entries(kind.fields as Fields).flatMap(([name, field]) => (field.type === 'link' && field.options.indexed ? [`(${indexedText(`(content->>'${name}')`)})`] : [])));
  const wanted = new Map(links.map((expression) => [nameOf(expression), expression]));
  const rows = await run<{ name: string }>(handle, `select stxname as name from pg_statistic_ext where stxnamespace = current_schema()::regnamespace and stxname like 'auto\\_%'`);
  const present = new Set(rows.map((row) => row.name));
  const missing = [...wanted].filter(([name]) => !present.has(name));
  for (const [name, expression] of missing) await run(handle, `create statistics if not exists ${name} on ${expression} from record`);
  for (const name of present) if (!wanted.has(name)) await run(handle, `drop statistics if exists ${name}`);
  // An empty table known to be empty is planned as if it stayed so; one nobody looked at is not.
  if (missing.length > 0 && (await run(handle, 'select from record limit 1')).length > 0) await run(handle, 'analyze record');
}
