/** What records of a kind are counted by. It flows from the declaration: what lists filter by, and what it names besides. */
import { createHash } from 'node:crypto';
import type { Field, Fields } from '../fields.ts';
import type { AnyKind } from '../kind.ts';

export interface Dimensions {
  /** Fields, and perhaps `year`. */
  readonly by: readonly string[];
  /** Fields of which each value has counts of its own. */
  readonly within: readonly string[];
}

/** The year of a record's date, unless a field is called so. */
export const YEAR = 'year';

/** Beside declared names, and none a field could have: the parties a record waits for. */
export const WAITS = 'waits-for';

const COUNTABLE: ReadonlySet<string> = new Set(['code', 'link', 'flag', 'text', 'integer'] satisfies Field['type'][]);

const known = new WeakMap<AnyKind, Dimensions>();

export function dimensionsOf(kind: AnyKind): Dimensions {
  let found = known.get(kind);
  if (!found) {
    const within: readonly string[] = kind.counted?.within ?? [];
    const named: readonly string[] = [...kind.list?.filters ?? [], ...kind.counted?.by ?? [], ...within];
    found = { by: [...new Set(named)].filter((name) => isYear(kind, name) || isCountable((kind.fields as Fields)[name])), within };
    known.set(kind, found);
  }
  return found;
}

export const isYear = (kind: AnyKind, name: string): boolean => name === YEAR && !Object.hasOwn(kind.fields as Fields, YEAR);

/** A personal value is not in the content, so there is nothing to count. */
function isCountable(field: Field | undefined): boolean {
  if (!field || field.options.personal) return false;
  return field.type === 'list' ? isCountable(field.item) && field.item?.type !== 'list' : COUNTABLE.has(field.type);
}

const definitions = new WeakMap<ReadonlyMap<string, AnyKind>, string>();

/** A digest of what all kinds are counted by: tallies by another definition are not believed. */
export function definitionOf(kinds: ReadonlyMap<string, AnyKind>): string {
  let found = definitions.get(kinds);
  if (found === undefined) {
    const all = [...kinds.values()].map((kind) => [kind.name, dimensionsOf(kind)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
    found = createHash('sha256').update(JSON.stringify([WAITS, all])).digest('hex').slice(0, 32);
    definitions.set(kinds, found);
  }
  return found;
}
