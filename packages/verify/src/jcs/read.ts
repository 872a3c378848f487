import { fromUtf8 } from '../hash/index.ts';
import { canonicalize, isOrderly, type Json } from './canonicalize.ts';
import { firstFault, type JsonFault } from './fault.ts';
import { parseJson } from './parse.ts';

/** Why bytes are not the canonical JSON an envelope asks for. */
export type Refusal = 'too-long' | 'invalid-utf8' | 'bom' | 'syntax' | JsonFault | 'not-canonical';

export type Reading =
  | { readonly ok: true; readonly value: Json }
  /** `at` is a character offset where the reason has a place. */
  | { readonly ok: false; readonly reason: Refusal; readonly at?: number };

export interface ReadLimits {
  /** Longest input in bytes; an act's limit (65,535) when left out. */
  readonly maxBytes?: number;
  /** Most arrays and objects inside each other; 64 when left out. */
  readonly maxDepth?: number;
}

/**
 * Reads canonical JSON and nothing else: the bytes must equal JCS of what they say (protocol.md section 2), so that bytes
 * and meaning are one. Never throws, whatever the bytes.
 */
export function readCanonical(bytes: Uint8Array, limits: ReadLimits = {}): Reading {
  const { maxBytes = 65_535, maxDepth = 64 } = limits;
  if (bytes.length > maxBytes) return { ok: false, reason: 'too-long' };
  const text = fromUtf8(bytes);
  if (text === null) return { ok: false, reason: 'invalid-utf8' };
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return { ok: false, reason: text.startsWith('\uFEFF') ? 'bom' : 'syntax' };
  }
  if (isPlainlyCanonical(text, value, maxDepth)) return { ok: true, value };
  const fault = firstFault(text, maxDepth);
  if (fault) return { ok: false, ...fault };
  // Only bytes that come out as they went in were surely read rightly; the others are read with care.
  const read = parseJson(text);
  return canonicalize(read) === text ? { ok: true, value: read } : { ok: false, reason: 'not-canonical' };
}

/**
 * The fast way to yes, which nearly every act takes. Where members are already in order, `JSON.stringify` writes JCS;
 * duplicate keys, other spellings and white space vanish in it, so the texts differ. Escapes by number, which may be U+0000 or
 * a lone surrogate, and keys that look like integers, which engines reorder, are left to the slow way.
 */
function isPlainlyCanonical(text: string, value: Json, maxDepth: number): boolean {
  return !text.includes('\\u') && isOrderly(value, maxDepth, Number.MAX_SAFE_INTEGER) && JSON.stringify(value) === text;
}
