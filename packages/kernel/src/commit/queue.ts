import { setImmediate } from 'node:timers/promises';
import type { Job } from './job.ts';

// More would make the first of them wait long for the last.
const MOST = 200;

/**
 * Lets waiting commits of one cooperation share a transaction: while one batch is written, the next gathers. So a lone
 * writer waits for nobody, and many share one flush and one checkpoint.
 */
export class CommitQueue {
  readonly #carryOut: (jobs: readonly Job[]) => Promise<void>;
  #waiting: Job[] = [];
  #running: Promise<void> | null = null;

  constructor(carryOut: (jobs: readonly Job[]) => Promise<void>) {
    this.#carryOut = carryOut;
  }

  add(job: Job): void {
    this.#waiting.push(job);
    this.#running ??= this.#run();
  }

  /** Resolves when nothing waits any more. */
  async drained(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // Calls made in the same turn of the event loop come along.
    await Promise.resolve();
    for (let first = true; this.#waiting.length > 0; first = false) {
      // Whoever was just answered may have the next ready: it comes along.
      if (!first) await setImmediate();
      const jobs = this.#waiting.splice(0, MOST);
      try {
        await this.#carryOut(jobs);
      } catch (error) {
        for (const job of jobs) job.fail(error);
      }
    }
    this.#running = null;
  }
}
