import type { ListQuery } from '../contract.ts';
import type { AnyKind } from '../kind.ts';
import { run, type Handle } from '../store/index.ts';
import { YEAR, type Figures } from '../tally/index.ts';
import { fieldAt } from './conditions.ts';

/** Totals and counts in one walk over the rows. */
export async function count(handle: Handle, query: ListQuery, kind: AnyKind, where: string, values: readonly unknown[]): Promise<Figures> {
  const wanted = (query.count ?? []).flatMap((name) => { const by = countedBy(name, kind); return by ? [{ name, ...by }] : []; });
  const walk = `select ${wanted.length === 0 ? '1' : wanted.map(({ value }, at) => `${value} as c${at}`).join(', ')} from record r where ${where}`;
  const parts = wanted.map(({ isList }, at) => (isList
    ? `select ${at}, e.value, count(*)::int from walk cross join lateral (select distinct x.value from jsonb_array_elements_text(case jsonb_typeof(c${at}) when 'array' then c${at} else '[]' end) as x(value)) e where e.value is not null group by 2`
    : `select ${at}, c${at}, count(*)::int from walk where c${at} is not null group by 2`));
  const rows = await run<{ of: number; value: string; n: number }>(handle, `with walk as materialized (${walk}) ${[`select -1 as of, '' as value, count(*)::int as n from walk`, ...parts].join(' union all ')}`, values);
  const counts = Object.fromEntries(wanted.map(({ name }, at) => [name, Object.fromEntries(rows.filter((row) => row.of === at).map(({ value, n }) => [value, n]))]));
  return { total: rows.find((row) => row.of === -1)?.n ?? 0, counts };
}

function countedBy(name: string, kind: AnyKind): { readonly value: string; readonly isList: boolean } | null {
  if (name === 'standing' || name === 'party') return { value: `r.${name}`, isList: false };
  const found = fieldAt(kind, name);
  if (!found) return name === YEAR ? { value: 'left(r.date, 4)', isList: false } : null;
  return found.field.type === 'list' ? { value: found.json, isList: true } : { value: found.text, isList: false };
}
