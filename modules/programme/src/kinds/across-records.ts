/** Rules of the work plan: across the fields of one content, and against the records it links to. */
import { everyEntry, type Beside, type BrokenRule, type Money } from '@entente/kernel';
import { addDecimals, compareDecimals } from '@entente/text';

type Path = readonly (string | number)[];

/** Whether a partial date certainly lies before another: `2019` is not before `2019-03-28`. */
export function liesBefore(end: string, start: string): boolean {
  const length = Math.min(end.length, start.length);
  return end.slice(0, length) < start.slice(0, length);
}

export const endProblems = (from: string | undefined, to: string | undefined, path: Path): readonly BrokenRule[] =>
  (from !== undefined && to !== undefined && liesBefore(to, from) ? [{ id: 'programme-rules.end-before-start', path }] : []);

/** Numbers by which others refer to an entry are there once. */
export function numberProblems(list: string, entries: readonly { readonly number: string }[] = []): BrokenRule[] {
  return entries.flatMap(({ number }, at) => (entries.findIndex((one) => one.number === number) < at ? [{ id: 'programme-rules.number-twice', path: [list, at, 'number'], params: { number } }] : []));
}

/** Lines make up the total that is stated beside them; all are in its currency. */
export function sumProblems(total: Money | undefined, lines: readonly { readonly money: Money }[], path: Path): BrokenRule[] {
  if (!total || lines.length === 0) return [];
  const foreign = lines.find((line) => line.money.currency !== total.currency);
  if (foreign) return [{ id: 'programme-rules.sum-currencies', path: [...path, 'currency'], params: { currency: total.currency, other: foreign.money.currency } }];
  const sum = lines.map((line) => line.money.amount).reduce(addDecimals, '0');
  return compareDecimals(sum, total.amount) === 0 ? [] : [{ id: 'programme-rules.sum', path: [...path, 'amount'], params: { sum, total: total.amount, currency: total.currency } }];
}

export const amountProblems = (money: Money | undefined, path: Path): BrokenRule[] =>
  (money?.amount.startsWith('-') ? [{ id: 'programme-rules.negative', path: [...path, 'amount'] }] : []);

/** Offices named must not have ended before the activity begins: whoever holds their functions then is named instead. */
export function officeProblems(beside: Beside, name: string, offices: readonly string[] = [], from?: string): readonly BrokenRule[] {
  return everyEntry(offices, (id, at) => {
    const until = beside.linked(id)?.content['validTo'];
    return typeof until === 'string' && from !== undefined && liesBefore(until, from) ? [{ id: 'programme-rules.office-ended', path: [name, at], params: { until } }] : [];
  });
}

/** A link to a record that was retired. */
export const retiredProblem = (beside: Beside, id: string | undefined, problem: string, path: Path): BrokenRule[] =>
  (id !== undefined && beside.linked(id)?.standing === 'retired' ? [{ id: problem, path }] : []);

/** Numbers of a linked activity's entries (`milestones`, `budget`). */
export function numbersOf(content: Readonly<Record<string, unknown>> | undefined, list: string): ReadonlySet<string> {
  const entries = content?.[list];
  return new Set(Array.isArray(entries) ? entries.flatMap((one: unknown) => (typeof one === 'object' && one !== null && 'number' in one ? [String(one.number)] : [])) : []);
}
