import type { ListPage, ListQuery, RecordRow } from '../contract.ts';
import type { AnyKind } from '../kind.ts';
import { run, type Handle } from '../store/index.ts';
import { conditionsOf, fieldAt, Parameters } from './conditions.ts';
import { ROW, rowOf, type RowColumns } from './row.ts';

interface Figures { readonly revision: string; readonly total: number; readonly counts: ListPage['counts'] }

const KEPT = 1_000;
const LONGEST_PAGE = 1_000;

/** Totals and counts last as long as nothing of the cooperation changes: pages of one list share them. */
export class Lists {
  readonly #figures = new Map<string, Figures>();

  async page(handle: Handle, query: ListQuery, kind: AnyKind, audiences: readonly string[]): Promise<{ rows: RecordRow[]; total: number; counts: ListPage['counts'] }> {
    const p = new Parameters();
    const where = conditionsOf(query, kind, audiences, p);
    const asked = [...p.values];
    const limit = Math.max(0, Math.min(query.limit ?? 20, LONGEST_PAGE));
    const order = orderOf(query, kind, p);
    const text = `select ${ROW}, (select n::text from revision where coop = $1) as revision from record r where ${where} order by ${order} limit ${p.add(limit)} offset ${p.add(Math.max(0, query.offset ?? 0))}`;
    const rows = await run<RowColumns & { revision: string | null }>(handle, text, p.values);
    const revision = rows[0]?.revision ?? null;
    const key = JSON.stringify([where, asked, query.count ?? []]);
    const known = this.#figures.get(key);
    const figures = known && known.revision === revision ? known : await this.#count(handle, query, kind, where, asked, key);
    return { rows: rows.map(rowOf), total: figures.total, counts: figures.counts };
  }

  async #count(handle: Handle, query: ListQuery, kind: AnyKind, where: string, values: readonly unknown[], key: string): Promise<Figures> {
    const [sum] = await run<{ n: number; revision: string | null }>(handle, `select count(*)::int as n, (select n::text from revision where coop = $1) as revision from record r where ${where}`, values);
    const counts: Record<string, Record<string, number>> = {};
    for (const name of query.count ?? []) {
      const value = countedBy(name, kind);
      if (!value) continue;
      const rows = await run<{ value: string; n: number }>(handle, `select ${value.value} as value, count(*)::int as n from record r ${value.join} where ${where} and ${value.value} is not null group by 1`, values);
      counts[name] = Object.fromEntries(rows.map((row) => [row.value, row.n]));
    }
    const figures = { revision: sum?.revision ?? '', total: sum?.n ?? 0, counts };
    if (this.#figures.size >= KEPT) this.#figures.clear();
    this.#figures.set(key, figures);
    return figures;
  }
}

function countedBy(name: string, kind: AnyKind): { readonly value: string; readonly join: string } | null {
  if (name === 'standing' || name === 'party') return { value: `r.${name}`, join: '' };
  const found = fieldAt(kind, name);
  if (!found) return null;
  if (found.field.type !== 'list') return { value: found.text, join: '' };
  return { value: 'x.value', join: `cross join lateral jsonb_array_elements_text(case jsonb_typeof(${found.json}) when 'array' then ${found.json} else '[]' end) as x(value)` };
}

/** Newest first where nothing is asked for. Whatever the order, the id decides between equals, so that pages never overlap. */
function orderOf(query: ListQuery, kind: AnyKind, p: Parameters): string {
  const asked = query.sort ?? '-date';
  const reverse = asked.startsWith('-');
  const name = reverse ? asked.slice(1) : asked;
  const direction = reverse ? 'desc' : 'asc';
  if (name === 'at') return `r.at ${direction}, r.id`;
  if (name === 'title') return `(r.sort->>${p.add(query.lang ?? 'en')}) collate "C" ${direction} nulls last, r.id`;
  const found = name === 'date' && !Object.hasOwn(kind.fields as object, 'date') ? undefined : fieldAt(kind, name);
  if (found?.field.type === 'integer') return `${found.json} ${direction} nulls last, r.id`;
  if (found) return `${found.text} collate "C" ${direction} nulls last, r.id`;
  return `r.date ${direction} nulls last, r.id`;
}
