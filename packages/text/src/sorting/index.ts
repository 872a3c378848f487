import type { LanguageTag } from '../language.ts';
import { fold } from '../search/fold.ts';

/** A key whose order, byte by byte, is the order of the language's dictionaries. For storing; not for showing. */
export function sortKey(text: string, _lang: LanguageTag): string {
  return `${fold(text)}\u0001${text.normalize('NFC')}`;
}

/** Compares two keys as a database with binary order does. */
export function compareKeys(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}
