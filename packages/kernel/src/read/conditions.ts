import { searchQuery } from '@entente/text';
import type { Filter, ListQuery, ListScope } from '../contract.ts';
import { literal } from '../store/copy.ts';
import { UUID, type Field, type Fields } from '../fields.ts';
import type { AnyKind } from '../kind.ts';
import { YEAR } from '../tally/index.ts';

/** Parameters of a statement in the order they are named. */
export class Parameters {
  readonly values: unknown[];
  constructor(values: readonly unknown[] = []) {
    this.values = [...values];
  }

  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/** A declared field by its name or dotted path through groups; undefined for any other name, which therefore never reaches SQL. */
export function fieldAt(kind: AnyKind, path: string): { readonly field: Field; readonly json: string; readonly text: string } | undefined {
  let fields: Fields | undefined = kind.fields as Fields;
  let field: Field | undefined;
  const parts = path.split('.');
  for (const part of parts) {
    if (!fields || !Object.hasOwn(fields, part) || !/^[A-Za-z][A-Za-z0-9_]*$/u.test(part)) return undefined;
    field = fields[part];
    fields = field?.fields;
  }
  if (!field) return undefined;
  const last = parts.pop() ?? '';
  const inside = parts.map((part) => `->'${part}'`).join('');
  return { field, json: `(r.content${inside}->'${last}')`, text: `(r.content${inside}->>'${last}')` };
}

/** Letters of a value that its index holds: an entry of a B-tree ends at 2,704 bytes, and a peer's content may hold anything. */
const INDEXED = 200;

/** What the index of a field holds, as SQL. */
export const indexedText = (text: string): string => `left(${text}, ${INDEXED})`;

/** A top-level field of a table of records as its index holds it, as SQL: what a join by a link is made by. */
export const indexedValue = (table: string, field: string): string => indexedText(`(${table}.content->>'${field}')`);

/** WHERE of a list query over the table called `r`; what names nothing known finds nothing. */
export function conditionsOf(query: ListScope, kind: AnyKind, audiences: readonly string[], p: Parameters): string {
  // The kind stands in the text itself (a declared name, never input): a partial index is found only by what is written out.
  const all = [`r.coop = ${p.add(query.coop)}`, `r.kind = '${kind.name}'`];
  if (audiences.length < 3) all.push(`r.audience = any(${p.add(audiences)}::text[])`);
  all.push(query.standing ? `r.standing = any(${p.add(query.standing)}::text[])` : `r.standing <> 'retired'`);
  if (query.party !== undefined) all.push(`r.party = ${p.add(query.party)}`);
  for (const filter of query.filters ?? []) all.push(filterCondition(filter, kind, p));
  if (query.waitsFor !== undefined) all.push(waitsFor(query.waitsFor));
  if (query.linkedTo) all.push(linkCondition(query.linkedTo, p));
  if (query.words !== undefined && query.words.trim() !== '') {
    const words = searchQuery(query.words);
    all.push(words === '' ? 'false' : `r.id in (select s.record from search s where s.coop = $1 and s.words @@ ${p.add(words)}::tsquery)`);
  }
  return all.join(' and ');
}

/** That the record `r` waits for a party; written out, since the index of what waits for a party is found by nothing else. */
export const waitsFor = (party: string): string => `r.waits_for @> array[${literal(party)}]`;

function linkCondition({ record, rel }: NonNullable<ListQuery['linkedTo']>, p: Parameters): string {
  if (!UUID.test(record)) return 'false';
  const named = rel === undefined ? '' : ` and l.rel = ${p.add(rel)}`;
  return `r.id in (select l.record from link l where l.coop = $1 and l.target = ${p.add(record)}::uuid${named})`;
}

const COLUMNS: Readonly<Record<string, string>> = { standing: 'r.standing', party: 'r.party', date: 'r.date' };

function filterCondition(filter: Filter, kind: AnyKind, p: Parameters): string {
  const column = COLUMNS[filter.field];
  const found = column === undefined || Object.hasOwn(kind.fields as Fields, filter.field) ? fieldAt(kind, filter.field) : undefined;
  const text = found?.text ?? column;
  if (text === undefined) return filter.field === YEAR && 'is' in filter ? yearCondition(String(filter.is), p) : 'false';
  const isList = found?.field.type === 'list';
  if ('is' in filter) return isList ? `${found.json} ? ${p.add(String(filter.is))}` : valueCondition(text, found !== undefined, [String(filter.is)], p);
  if ('in' in filter) return isList ? `${found.json} ?| ${p.add(filter.in)}::text[]` : valueCondition(text, found !== undefined, filter.in, p);
  return rangeCondition(filter, text, found, p);
}

/** Found by the beginning that an index holds; only of a value as long as that need the rest be looked at. */
function valueCondition(text: string, isContent: boolean, values: readonly string[], p: Parameters): string {
  const among = (sql: string, of: readonly string[]) => (of.length === 1 ? `${sql} = ${p.add(of[0])}` : `${sql} = any(${p.add(of)}::text[])`);
  if (!isContent) return among(text, values);
  const beginnings = values.map((value) => Array.from(value.slice(0, 2 * INDEXED)).slice(0, INDEXED));
  const begins = among(indexedText(text), beginnings.map((letters) => letters.join('')));
  return beginnings.every(({ length }) => length < INDEXED) ? begins : `${begins} and ${among(text, values)}`;
}

/** As a range, so that the index by date finds it. */
function yearCondition(year: string, p: Parameters): string {
  if (!/^[0-9]{4}$/u.test(year)) return 'false';
  return `r.date >= ${p.add(year)} and r.date <= ${p.add(`${year}~`)}`;
}

/** Partial dates compare by what both of them say: all of 2019 lies within 2019 to 2019, and within 2019-05 to 2021. */
function rangeCondition(filter: { readonly from?: string; readonly to?: string }, text: string, found: ReturnType<typeof fieldAt>, p: Parameters): string {
  const all: string[] = [];
  const isNumber = found?.field.type === 'integer' || found?.field.type === 'decimal';
  const [low, high] = found?.field.type === 'period' ? [`(${found.json}->>'to')`, `(${found.json}->>'from')`] : [text, text];
  // A peer's content may hold anything: only what looks like a number is read as one.
  const numeric = `(case when ${text} ~ '^-?[0-9]{1,40}([.][0-9]{1,40})?$' then ${text}::numeric end)`;
  if (filter.from !== undefined) {
    const from = p.add(filter.from);
    all.push(isNumber ? `${numeric} >= ${from}::numeric` : `${low} collate "C" >= left(${from}, length(${low})) collate "C"`);
  }
  if (filter.to !== undefined) {
    const to = p.add(filter.to);
    all.push(isNumber ? `${numeric} <= ${to}::numeric` : `left(${high}, length(${to})) collate "C" <= ${to}`);
  }
  return all.length === 0 ? 'true' : all.join(' and ');
}
