/** Walking a record's content by its kind's fields. */
import { field as declared, type AnyKind, type Field, type Fields, type Localized, type RecordRow, type Translation } from '@entente/kernel';

export type Values = Readonly<Record<string, unknown>>;

/** The value at a dotted path (`items.3.text`); undefined when there is none. */
export function at(content: unknown, path: string): unknown {
  let value = content;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** Every value of a field in a content, with its dotted path: lists and groups are walked, absent values left out. */
export function* walk(fields: Fields, content: Values, prefix = ''): Generator<{ readonly path: string; readonly field: Field; readonly value: unknown }> {
  for (const [name, field] of Object.entries(declared.fieldsFor(fields, (beside) => content[beside]))) yield* walkField(field, content[name], `${prefix}${name}`);
}

function* walkField(field: Field, value: unknown, path: string): Generator<{ readonly path: string; readonly field: Field; readonly value: unknown }> {
  if (value === undefined) return;
  if (field.type === 'group' && field.fields && isRecord(value)) yield* walk(field.fields, value, `${path}.`);
  else if (field.type === 'list' && field.item && Array.isArray(value)) {
    for (const [i, one] of value.entries()) yield* walkField(field.item, one, `${path}.${i}`);
  } else yield { path, field, value };
}

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isLocalized = (value: unknown): value is Localized => isRecord(value) && Object.values(value).every((text) => typeof text === 'string');

/** Ids of every record a content links to. */
export function linkedIds(kind: AnyKind, content: Values): string[] {
  const ids: string[] = [];
  for (const { field, value } of walk(kind.fields as Fields, content)) {
    if (field.type === 'link' && typeof value === 'string') ids.push(value);
    if (field.type === 'record-version' && isRecord(value) && typeof value['record'] === 'string') ids.push(value['record']);
  }
  return ids;
}

type Title = RecordRow['title'];

/** The title with the translations of the fields it is made of: the kind's own rule over the texts of every language. */
export function translatedTitle(kind: AnyKind, row: RecordRow): Title {
  const paths = Object.keys(row.translations).filter((path) => !path.includes('.'));
  if (paths.length === 0 || typeof row.title === 'string') return row.title;
  const content: Record<string, unknown> = { ...row.content };
  for (const path of paths) {
    const own = content[path];
    if (isLocalized(own)) content[path] = { ...textsOf(row.translations[path] ?? {}), ...own };
  }
  return kind.title(content);
}
const textsOf = (translations: Readonly<Record<string, Translation>>): Localized => Object.fromEntries(Object.values(translations).map((t) => [t.lang, t.text]));
