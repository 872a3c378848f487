import type { ListQuery } from '../contract.ts';
import type { AnyKind } from '../kind.ts';
import { run, type Handle } from '../store/index.ts';
import { YEAR, type Figures } from '../tally/index.ts';
import { fieldAt } from './conditions.ts';

/** Totals and counts in one walk over the rows; what a list field holds is counted by a walk of its own. */
export async function count(handle: Handle, query: ListQuery, kind: AnyKind, where: string, values: readonly unknown[]): Promise<Figures> {
  const wanted = (query.count ?? []).flatMap((name) => { const by = countedBy(name, kind); return by ? [{ name, ...by }] : []; });
  const [plain, lists] = [wanted.filter(({ join }) => join === ''), wanted.filter(({ join }) => join !== '')];
  const columns = plain.map((_, at) => `c${at}`);
  const sets = ['()', ...columns.map((column) => `(${column})`)].join(', ');
  const rows = await run<Record<string, string | number | null> & { n: number; of: number }>(handle, columns.length === 0
    ? `select count(*)::int as n, 0 as of from record r where ${where}`
    : `select count(*)::int as n, grouping(${columns.join(', ')}) as of, ${columns.join(', ')} from (select ${plain.map(({ value }, at) => `${value} as c${at}`).join(', ')} from record r where ${where}) as x group by grouping sets (${sets})`, values);
  // A set bit says that a row is not of this column: the last column is the lowest bit.
  const all = 2 ** columns.length - 1;
  const counts: Record<string, Record<string, number>> = Object.fromEntries(plain.map(({ name }, at) => [name, Object.fromEntries(rows
    .filter((row) => row.of === all - 2 ** (columns.length - 1 - at) && row[`c${at}`] !== null).map((row) => [String(row[`c${at}`]), row.n]))]));
  for (const { name, value, join } of lists) {
    const found = await run<{ value: string; n: number }>(handle, `select ${value} as value, count(*)::int as n from record r ${join} where ${where} and ${value} is not null group by 1`, values);
    counts[name] = Object.fromEntries(found.map((row) => [row.value, row.n]));
  }
  return { total: rows.find((row) => row.of === all)?.n ?? 0, counts };
}

function countedBy(name: string, kind: AnyKind): { readonly value: string; readonly join: string } | null {
  if (name === 'standing' || name === 'party') return { value: `r.${name}`, join: '' };
  const found = fieldAt(kind, name);
  if (!found) return name === YEAR ? { value: 'left(r.date, 4)', join: '' } : null;
  if (found.field.type !== 'list') return { value: found.text, join: '' };
  return { value: 'x.value', join: `cross join lateral (select distinct e.value from jsonb_array_elements_text(case jsonb_typeof(${found.json}) when 'array' then ${found.json} else '[]' end) as e(value)) as x` };
}

