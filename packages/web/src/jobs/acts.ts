/** Much to say, cut into acts that a journal takes. */
import type { Intent, Regime } from '@entente/kernel';

/** Items of one act whatever their size: an item takes some 330 bytes of the 65,535, with its consent twice that. */
const ITEMS_OF_ONE_ACT = { joint: 90, owned: 180 } as const satisfies Record<Regime, number>;
/** Contents carried inside an act; above this the act would be cut up into blobs, one by one. */
const BYTES_INSIDE = 40_000;
const ITEM_BYTES = 330;

/** In their order, as few acts as they fit in. What is joint and fits by its number is one act, whatever its size: it is agreed as a whole. */
export function actsOf<T>(all: readonly T[], intentOf: (one: T) => Intent | null, regime: Regime): readonly (readonly T[])[] {
  const most = ITEMS_OF_ONE_ACT[regime];
  if (all.length === 0) return [];
  if (regime === 'joint' && all.length <= most) return [all];
  const acts: T[][] = [];
  let bytes = Infinity;
  for (const one of all) {
    const intent = intentOf(one);
    const size = Buffer.byteLength(JSON.stringify(intent && 'content' in intent ? intent.content : '')) + ITEM_BYTES;
    const last = acts.at(-1);
    if (last && last.length < most && bytes + size <= BYTES_INSIDE) { last.push(one); bytes += size; }
    else { acts.push([one]); bytes = size; }
  }
  return acts;
}
