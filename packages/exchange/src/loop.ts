import type { Clock } from './clock.ts';

/** What a loop runs: one look at a time, and how long until the next. */
export interface Looker {
  once(): Promise<unknown>;
  nextWait(): number;
  /** Milliseconds for which not even a wake-up causes a look. */
  readonly leftAlone: number;
}

/** Milliseconds between two looks that wake-ups cause: a flood of them makes no more than that. */
const SOONEST = 250;

/** Looks for ever, one look at a time. */
export class Loop {
  readonly #looker: Looker;
  readonly #clock: Clock;
  #stopped = false;
  #again = false;
  #last = -SOONEST;
  #running: Promise<void> | null = null;
  #callOff: () => void = () => undefined;

  constructor(looker: Looker, clock: Clock) {
    this.#looker = looker;
    this.#clock = clock;
    void this.#look();
  }

  /** A sign of life: it ends a back-off, but not the time a peer asked for itself. */
  wake(): void {
    this.#again = true;
    if (!this.#running && !this.#stopped) this.#later(this.#soonest());
  }

  /** Looks now, after a look that is under way. */
  async now(): Promise<void> {
    await this.#running;
    if (!this.#stopped) await this.#look();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#callOff();
    await this.#running;
  }

  /** Resolves when no look is under way. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  #soonest(): number {
    return Math.max(0, this.#last + Math.max(SOONEST, this.#looker.leftAlone) - this.#clock.elapsed());
  }

  #later(milliseconds: number): void {
    this.#callOff();
    this.#callOff = this.#clock.after(milliseconds, () => void this.#look());
  }

  #look(): Promise<void> {
    this.#callOff();
    if (this.#running) return this.#running;
    this.#again = false;
    this.#last = this.#clock.elapsed();
    this.#running = this.#looker.once().then(() => {
      this.#running = null;
      if (this.#stopped) return;
      const wait = this.#looker.nextWait();
      this.#later(this.#again ? Math.min(wait, this.#soonest()) : wait);
    });
    return this.#running;
  }
}
