/**
 * Rules across fields beside fields that are not as they should be: all problems are told at once, so a rule is asked also
 * where another field has no shape yet. A rule that comes to read such a field says nothing; what it reads is what it is
 * about, so nothing is declared twice (decision 0033).
 */
import type { BrokenRule } from './kind.ts';

type Path = readonly (string | number)[];

/** A rule came to read a place whose value has not the shape its field declares. */
class IllFormed extends Error {}

/** What a rule says; nothing when it came to read an ill-formed place. */
export function spoken(rule: () => readonly BrokenRule[]): readonly BrokenRule[] {
  try {
    return rule();
  } catch (error) {
    if (error instanceof IllFormed) return [];
    throw error;
  }
}

/** Several rules of one kind, each heard for itself: one that cannot be asked yet does not silence the others. */
export const everyRule = (...rules: readonly (() => readonly BrokenRule[])[]): readonly BrokenRule[] => rules.flatMap(spoken);

/** A rule for every entry of a list, each heard for itself. */
export const everyEntry = <T>(entries: readonly T[] = [], rule: (entry: T, at: number) => readonly BrokenRule[]): readonly BrokenRule[] =>
  everyRule(...Array.from(entries.keys(), (at) => () => rule(entries[at] as T, at)));

/** The content for rules: reading one of the ill-formed places ends the rule (`spoken`). Itself when there are none. */
export function heeding<T>(content: T, ill: readonly Path[]): T {
  if (ill.length === 0 || typeof content !== 'object' || content === null) return content;
  const copy = (Array.isArray(content) ? [...content as unknown[]] : { ...content }) as Record<string, unknown>;
  for (const [key, paths] of Map.groupBy(ill, ([first = '']) => String(first))) {
    if (paths.some((path) => path.length <= 1)) Object.defineProperty(copy, key, { enumerable: true, configurable: true, get: () => { throw new IllFormed(); } });
    else copy[key] = heeding(copy[key], paths.map((path) => path.slice(1)));
  }
  return copy as T;
}

/** Whether a place is ill-formed, lies in such a place, or holds one. */
export const isIll = (ill: readonly Path[], path: Path): boolean =>
  ill.some((one) => one.slice(0, path.length).every((part, at) => String(part) === String(path[at])));
