import { createHash } from 'node:crypto';
import type { AnyKind } from '../kind.ts';
import type { Fields } from '../fields.ts';
import { fieldAt, waitsFor } from '../read/conditions.ts';
import { run, type Handle } from '../store/index.ts';

/**
 * Keeps an expression index for every field a kind declares as indexed, one for each language titles are sorted in, and one of what
 * waits for each party, oldest first.
 * Names carry a digest of the definition, so that a changed definition is another index and the old one goes.
 */
export async function ensureIndexes(handle: Handle, kinds: Iterable<AnyKind>, languages: Iterable<string>, parties: Iterable<string>): Promise<void> {
  const wanted = new Map<string, string>();
  const want = (definition: string) => wanted.set(`auto_${createHash('sha256').update(definition).digest('hex').slice(0, 24)}`, definition);
  for (const lang of languages) if (/^[A-Za-z-]{2,35}$/u.test(lang)) want(`(coop, kind, ((sort->>'${lang}')) collate "C", id)`);
  for (const party of parties) want(`(coop, kind, open_since, id) where ${waitsFor(party).replace('r.waits_for', 'waits_for')}`);
  for (const kind of kinds) {
    for (const [name, field] of Object.entries(kind.fields as Fields)) {
      const found = field.options.indexed ? fieldAt(kind, name) : undefined;
      if (!found) continue;
      const [json, text] = [found.json, found.text].map((each) => each.replace('r.content', 'content')) as [string, string];
      if (found.field.type === 'list') want(`using gin ((${json})) where kind = '${kind.name}'`);
      else if (found.field.type !== 'localized' && found.field.type !== 'group' && found.field.type !== 'period') want(`(coop, (${text}), date desc nulls last, id) where kind = '${kind.name}'`);
    }
  }
  const rows = await run<{ name: string }>(handle, `select indexname as name from pg_indexes where schemaname = current_schema() and tablename = 'record' and indexname like 'auto\\_%'`);
  const present = new Set(rows.map((row) => row.name));
  for (const [name, definition] of wanted) if (!present.has(name)) await run(handle, `create index if not exists ${name} on record ${definition}`);
  for (const name of present) if (!wanted.has(name)) await run(handle, `drop index if exists ${name}`);
}
