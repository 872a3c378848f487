import { firstDay, isPartialDate, lastDay } from '@entente/text';
import type { PartialDate } from '@entente/text';
import type { OfficeEntry } from '../types.ts';

/** Whether an office existed at a time: `before` it did, or `after` it had ceased. Unknown ends count as open. */
export function validAt(entry: OfficeEntry, on: PartialDate): 'valid' | 'before' | 'after' {
  const { validFrom, validTo } = entry;
  const day = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b);
  if (isPartialDate(validFrom) && day(lastDay(on), firstDay(validFrom)) < 0) return 'before';
  if (isPartialDate(validTo) && day(firstDay(on), lastDay(validTo)) > 0) return 'after';
  return 'valid';
}

/** The likeliest first: valid then, and without a date what still exists. The order of the register decides the rest. */
export function byValidity(entries: readonly OfficeEntry[], on: PartialDate | undefined): OfficeEntry[] {
  const rank = (entry: OfficeEntry) => (on === undefined ? (entry.validTo ? 1 : 0) : validAt(entry, on) === 'valid' ? 0 : 1);
  return entries.toSorted((a, b) => rank(a) - rank(b));
}
