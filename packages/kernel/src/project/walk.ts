import { fieldsFor, type Field, type Fields } from '../fields.ts';

export type Path = readonly (string | number)[];
export interface Found { readonly field: Field; readonly path: Path; readonly value: unknown; /** Name of the nearest named field. */ readonly name: string }

/** Every declared field that has a value in the content, also inside lists and groups; what does not fit is passed over. */
export function fieldsIn(fields: Fields, content: unknown): readonly Found[] {
  const found: Found[] = [];
  walk(fields, content, [], found);
  return found;
}

function walk(fields: Fields, content: unknown, path: Path, found: Found[]): void {
  if (!isObject(content)) return;
  for (const [name, field] of entriesOf(fields, content)) {
    if (Object.hasOwn(content, name) && content[name] !== undefined) within(field, content[name], [...path, name], name, found);
  }
}

function within(field: Field, value: unknown, path: Path, name: string, found: Found[]): void {
  found.push({ field, path, value, name });
  if (field.type === 'group' && field.fields) walk(field.fields, value, path, found);
  if (field.type === 'list' && field.item && Array.isArray(value)) {
    for (const [at, each] of (value as unknown[]).entries()) within(field.item, each, [...path, at], name, found);
  }
}

/** Fields without a variant are the same for every content. */
const known = new WeakMap<Fields, readonly (readonly [string, Field])[]>();

function entriesOf(fields: Fields, content: Readonly<Record<string, unknown>>): readonly (readonly [string, Field])[] {
  const same = known.get(fields);
  if (same) return same;
  const chosen = fieldsFor(fields, (beside) => content[beside]);
  const entries = Object.entries(chosen);
  if (chosen === fields) known.set(fields, entries);
  return entries;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
