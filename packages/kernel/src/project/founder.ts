import type { Audience, ProposeItem, PutItem } from '../act.ts';
import { compare, isVerb, type Bare, type ItemFact } from './facts.ts';

export type Founding = ItemFact<Bare<PutItem> | Bare<ProposeItem>>;

// What is shared decides before what is not, so that nothing at home can change a shared record.
const RANK: Readonly<Record<Audience, number>> = { joint: 0, public: 1, home: 2 };

/**
 * The item that brought the record into being: it fixes kind, audience and, for owned kinds, the owner. When several
 * parties used one id, the one that the others had seen; when none had seen another, the party first by id. So two
 * nodes that hold the same journals name the same founder.
 */
export function founderOf(items: readonly ItemFact[]): Founding | null {
  // As nearly every record begins.
  const [only] = items;
  if (items.length === 1 && only && (isVerb(only, 'put') || isVerb(only, 'propose'))) return only;
  const firsts = new Map<string, Founding>();
  for (const fact of items) {
    if (!isVerb(fact, 'put') && !isVerb(fact, 'propose')) continue;
    const known = firsts.get(fact.party);
    if (!known || isBefore(fact, known)) firsts.set(fact.party, fact);
  }
  const rank = Math.min(...[...firsts.values()].map((fact) => RANK[fact.audience]));
  const rivals = [...firsts.values()].filter((fact) => RANK[fact.audience] === rank).toSorted((a, b) => compare(a.party, b.party));
  return rivals.find((fact) => !rivals.some((other) => knows(fact, other) && !knows(other, fact))) ?? rivals[0] ?? null;
}

const isBefore = (a: ItemFact, b: ItemFact) =>
  RANK[a.audience] - RANK[b.audience] < 0 || (a.audience === b.audience && (a.idx - b.idx || a.pos - b.pos) < 0);

const knows = (a: ItemFact, b: ItemFact) => a.party !== b.party && (a.seen[b.party] ?? 0) > b.idx;
