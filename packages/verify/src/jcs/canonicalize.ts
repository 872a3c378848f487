import { utf8 } from '../hash/index.ts';

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The canonical text of a value (RFC 8785, JCS): members sorted by UTF-16 code units, numbers and strings as ECMAScript
 * writes them, no white space.
 * @throws TypeError for what JSON cannot say exactly (undefined, NaN, Infinity, bigint, lone surrogates, objects that are
 * not plain): a caller's mistake, never input, which goes through `readCanonical`.
 */
export function canonicalize(value: unknown): string {
  if (typeof value === 'object' && isOrderly(value, ORDERLY_DEPTH, Number.MAX_VALUE)) {
    const text = JSON.stringify(value);
    // An escape by number may be a lone surrogate.
    if (!text.includes('\\u')) return text;
  }
  const ordered = typeof value === 'object' ? inOrder(value, ORDERLY_DEPTH) : value;
  if (ordered !== value && isOrderly(ordered, ORDERLY_DEPTH, Number.MAX_VALUE)) {
    const text = JSON.stringify(ordered);
    if (!text.includes('\\u')) return text;
  }
  return written(value);
}

/**
 * The same with the members of plain objects in the order JCS writes them, as far as an engine keeps it (keys that look like
 * integers it does not); what is in order is not copied.
 */
export function inOrder<T>(value: T, depth = ORDERLY_DEPTH): T {
  if (typeof value !== 'object' || value === null || depth === 0) return value;
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    const ordered = items.map((each) => inOrder(each, depth - 1));
    return ordered.every((each, at) => each === items[at]) ? value : ordered as T;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  const record = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(record);
  const sorted = keys.toSorted();
  const entries = sorted.map((key) => [key, inOrder(record[key], depth - 1)] as const);
  return entries.every(([key, each], at) => key === keys[at] && each === record[key]) ? value : Object.fromEntries(entries) as T;
}

/** Deeper than anything anyone writes; what is deeper goes the slow way. */
const ORDERLY_DEPTH = 64;

/** Whether `JSON.stringify` writes this as JCS does: plain, nothing left out, every member where it belongs, no number beyond `most`. */
export function isOrderly(value: unknown, depth: number, most: number): boolean {
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Math.abs(value) <= most);
  if (value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) {
    for (const each of value as readonly unknown[]) if (!isOrderly(each, depth - 1, most)) return false;
    return true;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  const record = value as Readonly<Record<string, unknown>>;
  let last: string | undefined;
  for (const key in record) {
    if ((last !== undefined && key <= last) || !isOrderly(record[key], depth - 1, most)) return false;
    last = key;
  }
  return true;
}

function written(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new TypeError('a lone surrogate has no canonical JSON');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical JSON`);
      return JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${Array.from(value, written).join(',')}]`;
      return members(value);
    case 'undefined':
    case 'bigint':
    case 'function':
    case 'symbol':
    default:
      throw new TypeError(`a value of type ${typeof value} has no canonical JSON`);
  }
}

/** UTF-8 bytes of the canonical text: what is hashed and signed. */
export const canonicalBytes = (value: unknown): Uint8Array => utf8(canonicalize(value));

function members(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('only plain objects have canonical JSON');
  const record = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(record).toSorted();
  return `{${keys.map((key) => `${written(key)}:${written(record[key])}`).join(',')}}`;
}
