/** Acts that were sent ahead of their records (docs/decisions/0028, 0040). */
import type { Audience } from '../act.ts';
import type { Context } from '../context.ts';
import { recordsReach, type JournalRow } from '../journal/append.ts';
import type { JournalName } from '../journal/name.ts';
import { beginning, noneWaits, type Work } from '../project/index.ts';
import { flying, type Handle, type Statement } from '../store/index.ts';
import { workOn } from '../transaction.ts';
import { contentsOf, type Accepted, type Judged } from './judge.ts';

/** Most acts, and bytes of them, whose records are behind: who reads waits for them, and they are kept in memory. */
const [MOST_ACTS, MOST_BYTES] = [256, 2 * 1024 * 1024];

/** New records of which nothing is written yet: of acts that are stored, or will be when their flights have landed. */
export class Behind {
  readonly #work: Work;
  readonly #accepted: Accepted[] = [];
  #bytes = 0;
  readonly #landed: Promise<boolean>[] = [];
  readonly #reach = new Map<Audience, { readonly name: JournalName; readonly from: number; readonly to: number }>();

  constructor(context: Context, handle: Handle, journals: readonly JournalRow[]) {
    this.#work = workOn(context, handle, journals);
  }

  /** No more may be behind. */
  get isFull(): boolean {
    return this.#accepted.length >= MOST_ACTS || this.#bytes >= MOST_BYTES;
  }

  /** `landed`: whether the flight that holds the acts is stored. */
  take(work: Work, { accepted, grown }: Judged, landed: Promise<boolean>): void {
    this.#work.takeOver(work);
    this.#landed.push(landed);
    this.#accepted.push(...accepted);
    for (const { built } of accepted) this.#bytes += built.bytes.length;
    for (const { name, before, after } of grown) this.#reach.set(name.audience, { name, from: this.#reach.get(name.audience)?.from ?? before.size, to: after.size });
  }

  /** Whether all of the acts are stored, once that is known. */
  async landed(): Promise<boolean> {
    return (await Promise.all(this.#landed)).every(Boolean);
  }

  /** What makes records of them; for one flight, in which nobody looks at an answer. */
  statements(): Statement[] {
    const { context: { cooperation: { id: coop } } } = this.#work;
    const moved = [...this.#reach.values()].map(({ name, from, to }) => recordsReach(name, from, to));
    // A peer's act that came in meanwhile may have seen these and wait for them.
    const asked = [...this.#reach.values()].map(({ name, to }) => noneWaits(coop, name.party, name.audience, to));
    return [...asked, ...contentsOf(coop, this.#accepted), ...beginning(this.#work)].map(flying).concat(moved);
  }
}
