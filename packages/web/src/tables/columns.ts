/** The columns of a kind as a table to fill in: one for each input of its form, under the input's name. */
import { codeList, type AnyKind, type Field, type Fields } from '@entente/kernel';
import { languageInfo, showLabel, type Lang } from '@entente/text';
import { isLocalized, isRecord, type Values, walk } from '../fields/content.ts';
import { isChosen } from '../forms/fill.ts';
import type { Context } from '../module.ts';
import { tables } from './words.ts';

export interface TableColumn {
  /** Name of the form's input: `narrative.vi`, `figures.0.value`. */
  readonly key: string;
  label(lang: Lang): string;
  /** What the cell holds; of a list the item. */
  readonly field: Field;
  /** One of the inputs of a field that has several. */
  readonly part: 'from' | 'to' | 'amount' | 'currency' | 'language' | null;
  /** Several values in one cell. */
  readonly several: boolean;
}

/** Places of a repeated group that a table offers beyond those that are used. */
const SPARE = 1;
const LEAST_PLACES = 2;
const MOST_PLACES = 40;

type Label = (lang: Lang) => string;

interface Sight {
  readonly contents: readonly Values[];
  readonly languages: readonly string[];
  /** Codes whose cases a variant shows; null: all of them. */
  readonly cases: (by: string) => ReadonlySet<string> | null;
}

/** Columns for these contents (`every`: of all cases of what depends on a code, else of those used or filtered by); what no table can hold (files, exact versions, instants, personal values) is left as it is in the record. */
export function tableColumns(ctx: Pick<Context, 'cooperation' | 'query'>, kind: AnyKind, contents: readonly Values[], every = false): readonly TableColumn[] {
  const fields = kind.fields as Fields;
  const used = contents.flatMap((content) => [...walk(fields, content)].flatMap(({ field, value }) => (field.type === 'localized' && isLocalized(value) ? Object.keys(value) : [])));
  const languages = [...new Set([...ctx.cooperation.parties.flatMap((party) => party.languages), ...used])];
  const cases = (by: string) => (every ? null : new Set([ctx.query[by], ...contents.map((content) => content[by])].filter((code) => typeof code === 'string')));
  const columns = new Map<string, TableColumn>();
  for (const column of ofFields(fields, '', () => '', { contents, languages, cases })) columns.set(column.key, together(columns.get(column.key), column));
  return [...columns.values()];
}

/** Cases of a variant may give one name to codes of different lists: the column takes the words of all, and each row is judged by its own case. */
function together(first: TableColumn | undefined, next: TableColumn): TableColumn {
  if (!first) return next;
  const [known, more] = [first.field.codes, next.field.codes];
  if (!known || !more || known.name === more.name) return first;
  return { ...first, field: { ...first.field, codes: codeList(`${known.name}+${more.name}`, { ...more.values, ...known.values }) } };
}

function* ofFields(fields: Fields, prefix: string, above: Label, sight: Sight): Generator<TableColumn> {
  for (const [name, field] of Object.entries(fields)) {
    const label: Label = (lang) => [above(lang), showLabel(field.options.label, lang)].filter(Boolean).join(' › ');
    yield* ofField(field, `${prefix}${name}`, label, sight);
  }
}

function* ofField(field: Field, key: string, label: Label, sight: Sight): Generator<TableColumn> {
  if (field.options.personal || field.type === 'files' || field.type === 'record-version' || field.type === 'instant') return;
  if (field.type === 'localized') for (const tag of sight.languages) yield { key: `${key}.${tag}`, label: (lang) => `${label(lang)} (${languageInfo(tag).ownName})`, field, part: 'language', several: false };
  else if (field.type === 'period' || field.type === 'money') {
    for (const part of field.type === 'period' ? ['from', 'to'] as const : ['amount', 'currency'] as const) {
      yield { key: `${key}.${part}`, label: (lang) => `${label(lang)}: ${tables.t(lang)(part)}`, field, part, several: false };
    }
  } else if (field.type === 'group') yield* ofFields(field.fields ?? {}, `${key}.`, label, sight);
  else if (field.type === 'variant') {
    const used = sight.cases(field.by ?? '');
    for (const [code, group] of Object.entries(field.cases ?? {})) if (used === null || used.has(code)) yield* ofFields(group.fields ?? {}, `${key}.`, label, sight);
  } else if (field.type === 'list') yield* ofList(field.item, key, label, sight);
  else yield { key, label, field, part: null, several: false };
}

function* ofList(item: Field | undefined, key: string, label: Label, sight: Sight): Generator<TableColumn> {
  if (!item) return;
  if (isChosen(item) || item.type === 'text') {
    yield { key, label, field: item, part: null, several: true };
    return;
  }
  const lists = sight.contents.map((content) => valueAt(content, key)).filter((value) => Array.isArray(value));
  const places = Math.min(MOST_PLACES, Math.max(LEAST_PLACES, ...lists.map((list) => list.length + SPARE)));
  const deeper: Sight = { ...sight, contents: lists.flatMap((list) => list.filter(isRecord)) };
  for (let place = 0; place < places; place += 1) {
    yield* ofField(item, `${key}.${place}`, (lang) => `${label(lang)} ${place + 1}`, item.type === 'group' ? sight : deeper);
  }
}

function valueAt(content: Values, key: string): unknown {
  return key.split('.').reduce<unknown>((value, step) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined), content);
}

/** Contents with as many places as the keys name, so that the columns reach that far. */
export function placesIn(keys: readonly string[]): readonly Values[] {
  const most = Math.max(0, ...keys.flatMap((key) => /\.(\d{1,2})\./u.exec(key)?.[1] ?? []).map(Number));
  const content: Record<string, unknown> = {};
  for (const key of keys) {
    const list = /^(.*?)\.\d{1,2}(?:\.|$)/u.exec(key)?.[1];
    if (list !== undefined) put(content, list.split('.'), Array.from({ length: most }, () => ({})));
    const [name = '', tag = '', more] = key.split('.');
    if (more === undefined && /^[a-z]{2,3}$/u.test(tag)) put(content, [name, tag], '');
  }
  return [content];
}

function put(into: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (['__proto__', 'constructor', 'prototype'].includes(step)) return;
  if (rest.length === 0) into[step] ??= value;
  else if (typeof (into[step] ??= {}) === 'object' && !Array.isArray(into[step])) put(into[step] as Record<string, unknown>, rest, value);
}
