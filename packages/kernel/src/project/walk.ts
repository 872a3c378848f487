import { fieldsFor, type Field, type Fields } from '../fields.ts';

export type Path = readonly (string | number)[];
export interface Found { readonly field: Field; readonly path: Path; readonly value: unknown; /** Name of the nearest named field. */ readonly name: string }

/** Every declared field that has a value in the content, also inside lists and groups; what does not fit is passed over. */
export function* fieldsIn(fields: Fields, content: unknown, path: Path = []): Generator<Found> {
  if (!isObject(content)) return;
  for (const [name, field] of Object.entries(fieldsFor(fields, (beside) => content[beside]))) {
    if (Object.hasOwn(content, name) && content[name] !== undefined) yield* within(field, content[name], [...path, name], name);
  }
}

function* within(field: Field, value: unknown, path: Path, name: string): Generator<Found> {
  yield { field, path, value, name };
  if (field.type === 'group' && field.fields) yield* fieldsIn(field.fields, value, path);
  if (field.type === 'list' && field.item && Array.isArray(value)) {
    for (const [at, each] of (value as unknown[]).entries()) yield* within(field.item, each, [...path, at], name);
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
