import type { HistoryEntry, Verb } from '@entente/kernel';

/** One thing a party did to one record: proposing and agreeing in one act is one thing. */
export interface Step {
  readonly entry: HistoryEntry;
  readonly verb: Verb | 'propose-agree';
}

/** Items of acts as people see them, in the order given. */
export function stepsOf(entries: readonly HistoryEntry[]): readonly Step[] {
  const steps = new Map<string, Step>();
  for (const [i, entry] of entries.entries()) {
    const { item } = entry;
    const key = item.verb === 'propose' || item.verb === 'consent' ? `${entry.act} ${item.record}` : `${entry.act} ${i}`;
    const known = steps.get(key);
    if (!known) steps.set(key, { entry, verb: item.verb });
    else if (known.verb !== item.verb) steps.set(key, { entry: item.verb === 'propose' ? entry : known.entry, verb: 'propose-agree' });
    else steps.set(`${key} ${i}`, { entry, verb: item.verb });
  }
  return [...steps.values()];
}

export const recordOf = ({ item }: HistoryEntry): string | null => ('record' in item ? item.record : null);
