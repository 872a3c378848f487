import { THE_NODE } from '../commit/erase.ts';
import type { Context } from '../context.ts';
import type { Erasure } from '../contract.ts';
import { compare, type Erasing, type Life } from '../project/index.ts';

/** Orders to erase, oldest first, each with who has acknowledged it. */
export function erasuresOf({ erasures, audience }: Life, { cooperation }: Context): Erasure[] {
  const orders = erasures.filter(({ actor }) => actor.person !== THE_NODE).toSorted((a, b) => compare(a.made, b.made) || compare(a.party, b.party));
  return orders.map((order) => {
    const others = audience === 'home' ? [] : cooperation.parties.map(({ id }) => id).filter((id) => id !== order.party);
    const said = others.map((party) => ({ party, made: madeBy(erasures, party, order.item.commitments) }));
    return {
      party: order.party, made: order.made, actor: order.actor, values: order.item.commitments.length,
      acknowledged: said.flatMap(({ party, made }) => (made === null ? [] : [{ party, made }])), waitsFor: said.filter(({ made }) => made === null).map(({ party }) => party),
    };
  });
}

/** When a party had said of all of these that they are gone with it. */
function madeBy(erasures: readonly Erasing[], party: string, commitments: readonly string[]): string | null {
  const own = erasures.filter((each) => each.party === party);
  const covering = commitments.map((commitment) => own.find(({ item }) => item.commitments.includes(commitment))?.made ?? null);
  return covering.every((made) => made !== null) ? (covering.toSorted(compare).at(-1) ?? null) : null;
}
