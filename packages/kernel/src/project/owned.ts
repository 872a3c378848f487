import type { PutItem, RetireItem } from '../act.ts';
import { ADMITTED, heldFor, isVerb, voidFor, type Bare, type ItemFact, type Verdict, type VersionFact } from './facts.ts';

export type OwnedFact = ItemFact<Bare<PutItem> | RetireItem>;

/**
 * The versions of an owned record: its party's journal in order (docs/decisions/0003). A put on the current version
 * counts; on one not known yet it is held until that one comes; on one that was replaced it is void for good.
 */
export function ownedLife(items: readonly OwnedFact[], verdicts: Map<ItemFact, Verdict>): { versions: VersionFact[]; retired: boolean } {
  const versions: VersionFact[] = [];
  const replaced = new Set<string | null>();
  let current: string | null = null;
  let retired = false;
  let waiting: OwnedFact[] = [];

  const take = (fact: OwnedFact): boolean => {
    if (fact.item.on !== current) {
      verdicts.set(fact, replaced.has(fact.item.on) ? voidFor('record.replaced') : heldFor('record.predecessor'));
      return false;
    }
    verdicts.set(fact, ADMITTED);
    retired = !isVerb(fact, 'put');
    if (isVerb(fact, 'put')) {
      replaced.add(current);
      current = fact.item.hash;
      replaced.delete(current);
      versions.push({ version: current, on: fact.item.on, as: null, kv: fact.item.kv, hash: current, items: [fact] });
    }
    return true;
  };
  const isWaiting = (fact: OwnedFact) => verdicts.get(fact)?.class === 'held';
  for (const fact of items) {
    if (!take(fact)) {
      if (isWaiting(fact)) waiting.push(fact);
      continue;
    }
    while (waiting.some(take)) waiting = waiting.filter(isWaiting);
  }
  return { versions, retired };
}
