import { canonicalBytes } from '@entente/verify';
import { MAX_ACT_BYTES, type Act, type Item } from '../act.ts';

export interface Built {
  readonly act: Act;
  readonly bytes: Uint8Array;
  /** Contents that did not fit and travel as blobs, by their hash. */
  readonly apart: ReadonlyMap<string, unknown>;
}

/** The canonical bytes of an act. While it is too long its largest content goes by digest. Null when even that is too long. */
export function buildAct(head: Omit<Act, 'items'>, items: readonly Item[]): Built | null {
  const apart = new Map<string, unknown>();
  const carried = [...items];
  for (;;) {
    const { made, party, seen, v, note, ...first } = head;
    const act: Act = { ...first, items: carried, made, ...(note === undefined ? {} : { note }), party, seen, v };
    const bytes = canonicalBytes(act);
    if (bytes.length <= MAX_ACT_BYTES) return { act, bytes, apart };
    const at = largestInline(carried);
    const item = carried[at];
    if (!item || !('content' in item)) return null;
    const { content, ...bare } = item;
    apart.set(item.hash, content);
    carried[at] = bare;
  }
}

function largestInline(items: readonly Item[]): number {
  let [largest, at] = [0, -1];
  for (const [index, item] of items.entries()) {
    if (!('content' in item) || item.content === undefined) continue;
    const { length } = canonicalBytes(item.content);
    if (length > largest) [largest, at] = [length, index];
  }
  return at;
}
