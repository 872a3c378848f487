/** What a list is asked for: the address is the whole of it, so that it can be sent to a colleague. */
import type { AnyKind, Field, Fields, Filter, ListQuery, Standing } from '@entente/kernel';
import { readDate } from '@entente/text';
import type { Context } from '../module.ts';

export const ROWS = 20;
/** Parameters of every list; a field of the same name is not filtered by. */
const RESERVED = new Set(['q', 'sort', 'page', 'standing', 'by', 'from', 'to', 'linked', 'lang', 'coop', 'filters']);
const STANDINGS: readonly Standing[] = ['proposed', 'agreed', 'changing', 'declined', 'current', 'retired'];

export interface Asked {
  readonly query: ListQuery;
  readonly page: number;
  /** Filters in force, as parameters. */
  readonly taken: ReadonlyMap<string, string>;
}

/** Fields a list filters by, by choosing one of their values. */
export function filterFields(kind: AnyKind): readonly (readonly [string, Field])[] {
  const fields = kind.fields as Fields;
  return (kind.list?.filters ?? []).flatMap((name): (readonly [string, Field])[] => {
    const found = fields[name];
    return found && !RESERVED.has(name) && found.type !== 'date' && found.type !== 'period' ? [[name, found]] : [];
  });
}

/** The date that orders records of a kind, when lists may filter by it. */
export function dateField(kind: AnyKind): string | undefined {
  return Object.entries(kind.fields as Fields).find(([, field]) => field.type === 'date' && field.options.indexed)?.[0];
}

/** Reads the parameters of a list; what makes no sense is left out, never an error: addresses are typed by hand too. */
export function asked(ctx: Context, kind: AnyKind): Asked {
  const { query } = ctx;
  const page = Math.max(1, Math.min(100_000, Math.trunc(Number(query['page'] ?? '1')) || 1));
  const taken = new Map<string, string>();
  const filters: Filter[] = [];
  for (const [name, field] of filterFields(kind)) {
    const value = query[name];
    if (!value) continue;
    taken.set(name, value);
    filters.push({ field: name, is: field.type === 'flag' ? value === 'true' : field.type === 'integer' ? Number(value) : value });
  }
  const range = dateRange(ctx, kind, taken);
  if (range) filters.push(range);
  const standing = STANDINGS.find((one) => one === query['standing']);
  if (standing) taken.set('standing', standing);
  const party = query['by'] && ctx.partyOf(query['by']) ? query['by'] : undefined;
  if (party) taken.set('by', party);
  const linked = /^[0-9a-f-]{36}$/u.exec(query['linked'] ?? '')?.[0];
  if (linked) taken.set('linked', linked);
  const words = query['q']?.trim().slice(0, 200);
  if (words) taken.set('q', words);
  return {
    page, taken,
    query: {
      coop: ctx.cooperation.id, kind: kind.name, lang: ctx.lang, filters, sort: sortOf(kind, query['sort']),
      offset: (page - 1) * ROWS, limit: ROWS,
      count: [...filterFields(kind).map(([name]) => name), ...(kind.regime === 'joint' ? ['standing'] : ['party'])],
      ...(standing ? { standing: [standing] } : {}), ...(party ? { party } : {}), ...(words ? { words } : {}), ...(linked ? { linkedTo: { record: linked } } : {}),
    },
  };
}

function dateRange(ctx: Context, kind: AnyKind, taken: Map<string, string>): Filter | null {
  const name = dateField(kind);
  if (!name) return null;
  const [from, to] = (['from', 'to'] as const).map((end) => {
    const typed = ctx.query[end]?.trim();
    if (!typed) return undefined;
    const reading = readDate(typed, ctx.lang);
    if (reading.ok) taken.set(end, typed);
    return reading.ok ? reading.value : undefined;
  });
  // A year as the end means all of it: '2019' sorts before '2019-07-01', so the end is carried to the year's last day.
  return from || to ? { field: name, ...(from ? { from } : {}), ...(to ? { to: lastOf(to) } : {}) } : null;
}
const lastOf = (date: string): string => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date);

/** Orders a list offers: `title`, `date`, `at`, or a column; `-` reverses. */
export function sortOf(kind: AnyKind, wanted: string | undefined): string {
  const usual = kind.dated ? '-date' : 'title';
  if (!wanted) return usual;
  const name = wanted.replace(/^-/u, '');
  return name === 'title' || name === 'at' || (name === 'date' && kind.dated) || isSortable((kind.fields as Fields)[name]) ? wanted : usual;
}

/** Fields whose stored form sorts as their meaning. */
export const isSortable = (field: Field | undefined): boolean => field !== undefined && ['code', 'date', 'integer', 'decimal', 'flag', 'text'].includes(field.type);
