/** From an entry in the shape of a kind to its content: ids of the data files become ids of records, words become texts. */
import { field as declared, type AnyKind, type Field, type Fields } from '@entente/kernel';
import type { Words } from '../facts/shape.ts';
import { draft, Texts, type Draft, type Ids } from './draft.ts';

interface Pen { readonly ids: Ids; readonly texts: Texts }
type Entry = Readonly<Record<string, unknown>>;

/** The draft of a record. `preferred`: the language its recorder writes in, where a person has written the text in it. */
export function draftByKind(ids: Ids, kind: AnyKind, key: string, entry: Entry, preferred?: string): Draft {
  const texts = new Texts(preferred);
  return draft(kind.name, key, ids.of(kind.name, key), texts, contentOf({ ids, texts }, kind.fields as Fields, entry, ''));
}

function contentOf(pen: Pen, fields: Fields, entry: Entry, at: string): Record<string, unknown> {
  const known = declared.fieldsFor(fields, (name) => entry[name]);
  return Object.fromEntries(Object.entries(entry).flatMap(([name, value]) => {
    const field = known[name];
    return field && value !== undefined ? [[name, valueOf(pen, field, value, at === '' ? name : `${at}.${name}`)]] : [];
  }));
}

/** `at`: where the value stands in the record. */
function valueOf(pen: Pen, field: Field, value: unknown, at: string): unknown {
  if (at.split('.').at(-1) === 'sources' && Array.isArray(value)) return value.map((source) => pen.ids.source(String(source)));
  if (field.type === 'list' && field.item && Array.isArray(value)) return value.map((each: unknown, i) => valueOf(pen, field.item ?? field, each, `${at}.${i}`));
  if (field.type === 'group') return contentOf(pen, field.fields ?? {}, value as Entry, at);
  if (field.type === 'localized') return at.includes('.') ? pen.texts.within(at, value as Words) : pen.texts.at(at, value as Words);
  if (field.type === 'link') return field.to?.includes('office') ? pen.ids.office(String(value)) : pen.ids.of(field.to?.[0] ?? '', String(value));
  return value;
}
