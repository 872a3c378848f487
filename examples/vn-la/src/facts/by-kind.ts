/**
 * Entries written in the shape of a kind's content, with ids of the data files where the content has links and words where it
 * has localized texts: what is wrong with them follows from the kind's fields.
 */
import { field as declared, type Field, type Fields } from '@entente/kernel';
import type { Checker, Wanted } from './checker.ts';
import type { FileName } from './files.ts';
import type { Path } from './document.ts';

/** What a kind of record is called among the names of the data files. */
const NAMED: Readonly<Record<string, Wanted>> = {
  'office': 'office', 'body': 'body', 'commitment': 'commitment', 'instrument': 'instrument', 'meeting': 'meeting', 'activity': 'activity', 'work-plan': 'plan',
  'transaction': 'transaction', 'indicator': 'indicator',
};

interface Place { readonly check: Checker; readonly file: FileName }

/** Says what of an entry its fields do not know, miss, or do not find. `own`: keys of the entry that are no field. */
export function checkEntry(check: Checker, file: FileName, path: Path, fields: Fields, entry: unknown, own: readonly string[] = []): void {
  checkFields({ check, file }, path, fields, entry, own);
}

function checkFields(place: Place, path: Path, fields: Fields, entry: unknown, own: readonly string[]): void {
  if (typeof entry !== 'object' || entry === null) return place.check.say(place.file, path, 'facts.wrong', { expected: String(path.at(-1) ?? ''), value: String(entry) });
  const values = entry as Readonly<Record<string, unknown>>;
  const known = declared.fieldsFor(fields, (name) => values[name]);
  for (const [name, value] of Object.entries(values)) {
    const field = known[name];
    if (field) checkValue(place, [...path, name], name, field, value);
    else if (!own.includes(name)) place.check.say(place.file, [...path, name], 'facts.unknown-key', { key: name });
  }
  for (const [name, field] of Object.entries(known)) {
    if (!field.options.optional && values[name] === undefined) place.check.say(place.file, path, 'facts.missing-key', { key: name });
  }
}

function checkValue(place: Place, path: Path, name: string, field: Field, value: unknown): void {
  const { check, file } = place;
  if (name === 'sources' && Array.isArray(value)) return check.refs(file, path, value.map(String), 'source');
  if (name === 'party') return check.ref(file, path, String(value), 'party');
  if (field.type === 'list' && field.item && Array.isArray(value)) for (const [at, each] of (value as unknown[]).entries()) checkValue(place, [...path, at], name, field.item, each);
  if (field.type === 'group') checkFields(place, path, field.fields ?? {}, value, []);
  if (field.type === 'link') check.ref(file, path, String(value), ...(field.to ?? []).flatMap((to) => NAMED[to] ?? []));
  if (field.type === 'code' && field.codes?.name === 'themes') check.ref(file, path, String(value), 'theme');
  else if (field.type === 'code' && field.codes) check.code(file, path, String(value), field.codes);
  if (field.type === 'date' && !declared.partialDate.safeParse(value).success) check.say(file, path, 'facts.date', { name, value: String(value) });
}
