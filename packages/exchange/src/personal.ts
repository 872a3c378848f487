/** Personal values on their way between two parties: the form of an answer, written and read. */
import { fromBase64, parseJson, toBase64 } from '@entente/verify';

/** Commitments of one question; a path of some 2,000 letters. */
export const MOST_ASKED = 32;
/** Bytes of one answer: a personal field is a name or an address, not a file. */
export const MAX_PERSONAL_BYTES = 1024 * 1024;

export interface Travelling { readonly commitment: string; readonly value: unknown; readonly key: Uint8Array }

type Values = ReadonlyMap<string, { readonly value: unknown; readonly key: Uint8Array }>;

export const formatPersonal = (values: Values): string => JSON.stringify([...values].map(([commitment, { value, key }]) => ({ commitment, value, key: toBase64(key) })));

/** Those of the values that fit into one answer together; the others are asked for again once these are held. */
export function fitting(values: Values): Values {
  let room = MAX_PERSONAL_BYTES;
  return new Map([...values].filter((each) => {
    // With the brackets, or the comma, around it.
    const bytes = Buffer.byteLength(formatPersonal(new Map([each])));
    if (bytes > room) return false;
    room -= bytes;
    return true;
  }));
}

/** Null when it is no such answer. Whether a value fits its commitment is the kernel's to say. */
export function parsePersonal(bytes: Uint8Array): readonly Travelling[] | null {
  let read: unknown;
  try {
    read = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  if (!Array.isArray(read) || read.length > MOST_ASKED) return null;
  const found = (read as unknown[]).map(one);
  return found.every((each) => each !== null) ? found : null;
}

function one(each: unknown): Travelling | null {
  if (typeof each !== 'object' || each === null || !('commitment' in each) || !('key' in each) || !('value' in each)) return null;
  const key = typeof each.key === 'string' ? fromBase64(each.key) : null;
  return typeof each.commitment === 'string' && key ? { commitment: each.commitment, value: each.value, key } : null;
}
