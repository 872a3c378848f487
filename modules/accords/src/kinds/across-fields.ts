import { everyRule, type BrokenRule } from '@entente/kernel';

/** Rules across the fields of one content, written as rows: when it is broken, what is said, where. */
export type Rule = readonly [broken: () => boolean, id: string, path: readonly (string | number)[]];

/** Every broken rule as a problem, in order. */
export const ruleProblems = (...rules: readonly Rule[]): readonly BrokenRule[] => everyRule(...rules.map(([broken, id, path]) => () => (broken() ? [{ id, path }] : [])));

/** Whether a partial date certainly lies before another: `2019` is not before `2019-03-28`. */
export function endsBefore(end: string, start: string): boolean {
  const length = Math.min(end.length, start.length);
  return end.slice(0, length) < start.slice(0, length);
}
