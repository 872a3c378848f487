/** How often somebody may ask: so many at once, then so many a second (a token bucket each). */
export interface Rate { readonly burst: number; readonly perSecond: number }

interface Bucket { tokens: number; at: number }

/** Most askers remembered; beyond them the one who asked longest ago is forgotten, and starts with a full bucket again. */
const MOST = 10_000;

export class RateLimit {
  readonly #rate: Rate;
  readonly #elapsed: () => number;
  readonly #buckets = new Map<string, Bucket>();

  /** `elapsed`: milliseconds that only grow. */
  constructor(rate: Rate, elapsed: () => number) {
    this.#rate = rate;
    this.#elapsed = elapsed;
  }

  /** Null when the question may be answered, else the whole seconds to wait. */
  take(who: string): number | null {
    const now = this.#elapsed();
    const { burst, perSecond } = this.#rate;
    const known = this.#buckets.get(who);
    const tokens = Math.min(burst, (known?.tokens ?? burst) + ((now - (known?.at ?? now)) / 1_000) * perSecond);
    // Asked last stands last, so that the first is the one to forget.
    this.#buckets.delete(who);
    this.#buckets.set(who, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    if (this.#buckets.size > MOST) this.#buckets.delete(this.#buckets.keys().next().value ?? '');
    return tokens >= 1 ? null : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  }
}
