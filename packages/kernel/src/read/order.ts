import type { ListQuery } from '../contract.ts';
import type { AnyKind } from '../kind.ts';
import { run, type Handle } from '../store/index.ts';
import { fieldAt } from './conditions.ts';
import { Kept } from './kept.ts';

/** Places of a list that are found at once: fifty pages. Whoever looks behind them asks for his page alone. */
export const LONGEST_ORDER = 1_000;
/** Orders that are kept, their bytes together, and lists of which it is known that somebody has asked. */
const [ORDERS_KEPT, BYTES_KEPT, BEGUN_KEPT] = [500, 2 * 1_024 * 1_024, 1_000];
/** Digits of an id. */
const ID = 32;

interface Sorted { readonly where: string; readonly values: readonly unknown[]; readonly order: string }

/**
 * Which records a list has in which order, kept between two changes. Finding and sorting is most of the work of a page and is the same
 * for all pages of a list. The first page that is asked for is read alone, since most lists are looked at once.
 */
export class Orders {
  readonly #orders = new Kept<Order>({ answers: ORDERS_KEPT, bytes: BYTES_KEPT, sizeOf: ({ bytes }) => bytes });
  readonly #begun = new Kept<{ isFirst: boolean }>({ answers: BEGUN_KEPT });

  /** Null where the page is better read alone. */
  async of(handle: Handle, { where, values, order }: Sorted, revision: string): Promise<Order | null> {
    const key = JSON.stringify([where, values, order]);
    const begun = await this.#begun.of(key, revision, () => Promise.resolve({ isFirst: true }));
    if (begun.isFirst) {
      begun.isFirst = false;
      return null;
    }
    return this.#orders.of(key, revision, () => orderIn(handle, { where, values, order }, LONGEST_ORDER));
  }
}

/** Which records a list has in which order, up to so many. */
export async function orderIn(handle: Handle, { where, values, order }: Sorted, most: number): Promise<Order> {
  const [row] = await run<{ ids: string | null }>(handle, `select string_agg(replace(x.id::text, '-', ''), '') as ids from (${idsOf(where, order, String(most))}) as x`, values);
  return new Order(row?.ids ?? '');
}

/** The ids of a list one behind the other, up to the longest that is kept. */
export class Order {
  readonly #ids: string;
  constructor(ids: string) {
    this.#ids = ids;
  }

  get bytes(): number { return this.#ids.length; }

  holds(place: number): boolean { return place * ID < this.#ids.length; }

  /** Ids as the database takes an array of them. */
  slice(offset: number, limit: number): string {
    const ids: string[] = [];
    const end = Math.min((offset + limit) * ID, this.#ids.length);
    for (let at = offset * ID; at < end; at += ID) ids.push(this.#ids.slice(at, at + ID));
    return `{${ids.join(',')}}`;
  }
}

/** A language as SQL; written out, since an index on an expression is not found through a parameter. */
const langText = (lang = 'en'): string => (/^[A-Za-z-]{2,35}$/u.test(lang) ? `'${lang}'` : `'en'`);

/** The ids of a part of a list, in their order. `limit` and `offset` as SQL. */
export function idsOf(where: string, order: string, limit: string, offset = '0'): string {
  if (order !== OLDEST_FIRST) return `select r.id from record r where ${where} order by ${order} limit ${limit} offset ${offset}`;
  // The indexes are by date from the newest on; read backwards they begin with what has no date, which stands last here.
  const half = (at: number, dated: string, by: string): string => `(select r.id, r.date, ${at} as half from record r where ${where} and r.date is ${dated}null order by ${by} limit ${limit}::int + ${offset}::int)`;
  return `select x.id from (${half(1, 'not ', 'r.date asc nulls first, r.id desc')} union all ${half(2, '', 'r.date desc nulls last, r.id')}) as x
    order by x.half, x.date, case when x.half = 1 then x.id end desc, x.id limit ${limit} offset ${offset}`;
}

const OLDEST_FIRST = 'r.date asc nulls last, r.id';

/** Newest first where nothing is asked for. Whatever the order, the id decides between equals, so that pages never overlap. */
export function orderOf(query: ListQuery, kind: AnyKind): string {
  const asked = query.sort ?? '-date';
  const reverse = asked.startsWith('-');
  const name = reverse ? asked.slice(1) : asked;
  const direction = reverse ? 'desc' : 'asc';
  if (name === 'at') return `r.at ${direction}, r.id`;
  // As its index says it, or backwards: every record has a key in every language that is sorted in.
  if (name === 'title') return `(r.sort->>${langText(query.lang)}) collate "C" ${direction}, r.id ${direction}`;
  const found = name === 'date' && !Object.hasOwn(kind.fields as object, 'date') ? undefined : fieldAt(kind, name);
  if (found?.field.type === 'integer') return `${found.json} ${direction} nulls last, r.id`;
  if (found) return `${found.text} collate "C" ${direction} nulls last, r.id`;
  return `r.date ${direction} nulls last, r.id`;
}
