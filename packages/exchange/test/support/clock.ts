import type { Clock } from '../../src/index.ts';

/** A clock on which hours pass at once. Whatever falls due is waited for before time goes on. */
export class FakeClock implements Clock {
  #now = Date.UTC(2026, 10, 21, 8);
  readonly #start = this.#now;
  #due: { readonly at: number; readonly act: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  elapsed(): number {
    return this.#now - this.#start;
  }

  after(milliseconds: number, act: () => void): () => void {
    const entry = { at: this.#now + Math.max(0, milliseconds), act };
    this.#due.push(entry);
    return () => { this.#due = this.#due.filter((each) => each !== entry); };
  }

  /** Lets time pass; `settled` waits for what was caused. */
  async advance(milliseconds: number, settled: () => Promise<void>): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (;;) {
      const next = this.#due.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      this.#due = this.#due.filter((each) => each !== next);
      this.#now = Math.max(this.#now, next.at);
      next.act();
      await settled();
    }
    this.#now = end;
  }
}
