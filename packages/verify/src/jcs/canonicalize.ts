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
      if (Array.isArray(value)) return `[${Array.from(value, canonicalize).join(',')}]`;
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
  return `{${keys.map((key) => `${canonicalize(key)}:${canonicalize(record[key])}`).join(',')}}`;
}
