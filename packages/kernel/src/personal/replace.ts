import { canonicalize } from '@entente/verify';
import { fieldsFor, SHA256, type Field, type Fields } from '../fields.ts';
import type { AnyKind } from '../kind.ts';
import { isObject } from '../project/walk.ts';
import { commitmentTo, freshValue, type PersonalValue } from './seal.ts';

type Plain = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** What stands in an act for a personal value: a commitment to it. */
export interface Marker { readonly $personal: string }

export const isMarker = (value: unknown): value is Marker =>
  isObject(value) && Object.keys(value).length === 1 && typeof value['$personal'] === 'string' && SHA256.test(value['$personal']);

const known = new WeakMap<AnyKind, boolean>();
/** Whether a kind has personal fields at all; nearly none has. */
export function hasPersonal(kind: AnyKind): boolean {
  const found = known.get(kind) ?? Object.values(kind.fields as Fields).some(isPersonal);
  known.set(kind, found);
  return found;
}
function isPersonal(field: Field): boolean {
  return field.options.personal === true || [...Object.values(field.fields ?? {}), ...Object.values(field.cases ?? {})].some(isPersonal) || (field.item ? isPersonal(field.item) : false);
}

/** Copies content, giving every value of a personal field to `swap`; what `swap` answers stands in its place. */
export function swapPersonal(kind: AnyKind, content: Plain, swap: (value: unknown, path: Path) => unknown): Plain {
  return swapIn(kind.fields as Fields, content, [], swap) as Plain;
}

function swapIn(fields: Fields, content: unknown, path: Path, swap: (value: unknown, path: Path) => unknown): unknown {
  if (!isObject(content)) return content;
  const known = fieldsFor(fields, (beside) => content[beside]);
  return Object.fromEntries(Object.entries(content).map(([name, value]) => {
    const field = Object.hasOwn(known, name) ? known[name] : undefined;
    return [name, field ? swapOne(field, value, [...path, name], swap) : value];
  }));
}

function swapOne(field: Field, value: unknown, path: Path, swap: (value: unknown, path: Path) => unknown): unknown {
  if (field.options.personal) return swap(value, path);
  if (field.fields) return swapIn(field.fields, value, path, swap);
  const { item } = field;
  return item && Array.isArray(value) ? (value as unknown[]).map((each, at) => swapOne(item, each, [...path, at], swap)) : value;
}

/** Commitments that a content holds in its personal fields. */
export function commitmentsIn(kind: AnyKind, content: Plain): string[] {
  const found: string[] = [];
  if (hasPersonal(kind)) swapPersonal(kind, content, (value) => { if (isMarker(value)) found.push(value.$personal); return value; });
  return found;
}

export interface Replaced {
  /** What enters the act. */
  readonly content: Plain;
  /** What the shape is judged by: values where they are known. */
  readonly plain: Plain;
  /** Places whose value is not known here, so that nothing can be said of it. */
  readonly hidden: readonly Path[];
  /** Values to keep beside the journal, by commitment. */
  readonly fresh: ReadonlyMap<string, PersonalValue>;
  /** Places with a commitment that the record does not have. */
  readonly foreign: readonly Path[];
}

/**
 * Replaces personal values by commitments. A value that did not change keeps its commitment; a commitment given back (by
 * somebody who may not read the value) stays as it is, if the record has it.
 */
export function replacePersonal(kind: AnyKind, given: Plain, before: Plain | null, values: ReadonlyMap<string, PersonalValue>): Replaced {
  const earlier = new Map<string, string>();
  if (before) swapPersonal(kind, before, (value, path) => { if (isMarker(value)) earlier.set(path.join('.'), value.$personal); return value; });
  const present = new Set(earlier.values());
  const [hidden, foreign, fresh] = [[] as Path[], [] as Path[], new Map<string, PersonalValue>()];
  const content = swapPersonal(kind, given, (value, path) => {
    if (isMarker(value)) {
      if (!present.has(value.$personal)) foreign.push(path);
      return value;
    }
    const same = earlier.get(path.join('.'));
    const old = same === undefined ? undefined : values.get(same);
    if (same !== undefined && old && canonicalize(old.value) === canonicalize(value)) return { $personal: same };
    const made = freshValue(value);
    const commitment = commitmentTo(made);
    fresh.set(commitment, made);
    return { $personal: commitment };
  });
  const plain = swapPersonal(kind, given, (value, path) => {
    const held = isMarker(value) ? values.get(value.$personal) : undefined;
    if (isMarker(value) && !held) hidden.push(path);
    return held ? held.value : value;
  });
  return { content, plain, hidden, fresh, foreign };
}
