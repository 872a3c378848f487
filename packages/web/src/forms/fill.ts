/** From a record's content to what its form shows: the way back of `read.ts`, so that a round trip changes nothing. */
import { field as declared, type Field, type Fields, type FileRef } from '@entente/kernel';
import { formatDate, formatNumber, type Lang } from '@entente/text';
import { isRecord, type Values } from '../fields/content.ts';
import { Form } from './form.ts';

type Entry = readonly [string, string];

/** The entries a form of these fields starts with. */
export function fillForm(fields: Fields, content: Values, lang: Lang): Form {
  return new Form([...entriesOf(fields, content, lang, '')]);
}

function* entriesOf(fields: Fields, content: Values, lang: Lang, prefix: string): Generator<Entry> {
  for (const [name, field] of Object.entries(declared.fieldsFor(fields, (beside) => content[beside]))) {
    const value = content[name];
    if (value !== undefined && value !== null) yield* fieldEntries(field, value, lang, `${prefix}${name}`);
  }
}

function* fieldEntries(field: Field, value: unknown, lang: Lang, name: string): Generator<Entry> {
  if (field.type === 'localized' && isRecord(value)) {
    for (const [tag, text] of Object.entries(value)) yield [`${name}.${tag}`, String(text)];
  } else if (field.type === 'period' && isRecord(value)) {
    yield [`${name}.from`, formatDate(String(value['from']), lang, 'short')];
    yield [`${name}.to`, formatDate(String(value['to']), lang, 'short')];
  } else if (field.type === 'money' && isRecord(value)) {
    yield [`${name}.amount`, formatNumber(String(value['amount']), lang)];
    yield [`${name}.currency`, String(value['currency'])];
  } else if (field.type === 'group' && field.fields && isRecord(value)) {
    yield* entriesOf(field.fields, value, lang, `${name}.`);
  } else if (field.type === 'files' && Array.isArray(value)) {
    for (const file of value as FileRef[]) yield [`${name}.kept`, fileToken(file)];
  } else if (field.type === 'list' && field.item && Array.isArray(value)) {
    yield* listEntries(field.item, value, lang, name);
  } else {
    yield [name, single(field, value, lang)];
  }
}

function* listEntries(item: Field, values: readonly unknown[], lang: Lang, name: string): Generator<Entry> {
  for (const [i, one] of values.entries()) {
    if (isChosen(item)) yield [name, String(one)];
    else {
      yield [`${name}.${i}._row`, ''];
      yield* fieldEntries(item, one, lang, `${name}.${i}`);
    }
  }
}

/** Lists of codes and links are ticked, not repeated. */
export const isChosen = (item: Field): boolean => item.type === 'code' || item.type === 'link';

function single(field: Field, value: unknown, lang: Lang): string {
  if (field.type === 'flag') return value === true ? 'yes' : 'no';
  if (field.type === 'record-version') return isRecord(value) ? `${String(value['record'])}@${String(value['version'])}` : '';
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  if (field.type === 'date') return formatDate(String(value), lang, 'short');
  return field.type === 'decimal' || field.type === 'integer' ? formatNumber(value, lang) : String(value);
}

/** A kept file as a form sends it back. */
export const fileToken = (file: FileRef): string => [file.sha256, String(file.size), encodeURIComponent(file.type), encodeURIComponent(file.name)].join(':');

/** The file a token names; null when it is none. */
export function fileOfToken(token: string): FileRef | null {
  const [sha256 = '', size = '', type = '', name = ''] = token.split(':');
  if (!/^[0-9a-f]{64}$/u.test(sha256) || !/^\d{1,12}$/u.test(size)) return null;
  try {
    return { sha256, size: Number(size), type: decodeURIComponent(type), name: decodeURIComponent(name) };
  } catch {
    return null;
  }
}
