/** How long what the database said of a secret is believed without asking again: a burst of requests, not more. */
const BELIEVED_MS = 5_000;
const BELIEVED_AT_MOST = 2_000;

/**
 * Whose a secret is, remembered for a moment. What this process changes about accounts is forgotten at once; what another
 * process over the same database changes is noticed when the moment is over. Keys are digests, never secrets.
 */
export class Believed<T> {
  readonly #known = new Map<string, { readonly is: T; readonly until: number }>();
  /** Grows with every forgetting: an answer that was under way then is not believed. */
  #forgotten = 0;

  /** What is believed, else what `ask` answers; null is never believed. */
  async of(key: string, ask: () => Promise<T | null>): Promise<T | null> {
    const held = this.#known.get(key);
    if (held && held.until > Date.now()) return held.is;
    const before = this.#forgotten;
    const is = await ask();
    if (is === null || before !== this.#forgotten) return is;
    if (this.#known.size >= BELIEVED_AT_MOST) this.#known.clear();
    this.#known.set(key, { is, until: Date.now() + BELIEVED_MS });
    return is;
  }

  forget(): void {
    this.#forgotten += 1;
    this.#known.clear();
  }
}
