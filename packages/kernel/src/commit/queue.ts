import { setImmediate } from 'node:timers/promises';
import type { Ahead, Sent } from './ahead.ts';
import type { BatchOutcome } from './batch.ts';
import type { Job } from './job.ts';

// More would make the first of them wait long for the last.
const MOST = 200;
/** Flights on their way at once: one is carried out while the next is made. */
const FLIGHTS = 2;

interface QueueParts {
  /** In one transaction, under the lock. */
  readonly carryOut: (jobs: readonly Job[]) => Promise<BatchOutcome>;
  /** Why nothing may be written now; its jobs are refused for it. */
  readonly refused: (jobs: readonly Job[]) => boolean;
  /** What is stored is remembered outside the database too, before anybody is told. */
  readonly remember: (outcome: BatchOutcome) => Promise<void>;
  /** What is stored and remembered is told. */
  readonly done: (jobs: readonly Job[], outcome: BatchOutcome) => void;
  readonly ahead: Ahead | null;
}

/**
 * Lets waiting commits of one cooperation share a transaction: while one batch is written, the next gathers. So a lone
 * writer waits for nobody, and many share one flush and one checkpoint.
 */
export class CommitQueue {
  readonly #parts: QueueParts;
  #waiting: Job[] = [];
  #running: Promise<void> | null = null;
  /** Flights whose answers are not told yet, in their order. */
  #flying: Promise<void>[] = [];

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  add(job: Job): void {
    this.#waiting.push(job);
    this.#running ??= this.#run();
  }

  /** Resolves when all that was acknowledged is in the records. */
  async recorded(): Promise<void> {
    await this.#parts.ahead?.record();
  }

  /** Resolves when nothing waits any more. */
  async drained(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async #run(): Promise<void> {
    // Calls made in the same turn of the event loop come along.
    await Promise.resolve();
    for (let first = true; this.#waiting.length > 0 || this.#flying.length > 0 || this.#parts.ahead?.isBehind; first = false) {
      if (this.#waiting.length === 0 || this.#flying.length >= FLIGHTS) await this.#flying[0];
      // Whoever was just answered may have the next ready: it comes along.
      if (!first) await setImmediate();
      if (this.#waiting.length > 0) await this.#next();
      else if (this.#flying.length === 0) await this.#parts.ahead?.record();
    }
    this.#parts.ahead?.rest();
    this.#running = null;
  }

  async #next(): Promise<void> {
    const { ahead, refused } = this.#parts;
    const count = ahead?.fitting(this.#waiting) ?? 0;
    const jobs = this.#waiting.splice(0, count || MOST);
    if (refused(jobs)) return;
    try {
      const sent = count > 0 ? await ahead?.send(jobs, () => this.#landed()) : null;
      if (sent) return this.#follow(jobs, sent);
      await this.#landed();
      await this.#underLock(jobs);
    } catch (error) {
      for (const job of jobs) job.fail(error);
    }
  }

  async #landed(): Promise<void> {
    while (this.#flying.length > 0) await this.#flying[0];
  }

  async #underLock(jobs: readonly Job[]): Promise<void> {
    await this.#parts.ahead?.record();
    this.#parts.ahead?.forget();
    const outcome = await this.#parts.carryOut(jobs);
    await this.#parts.remember(outcome);
    this.#parts.done(jobs, outcome);
  }

  #follow(jobs: readonly Job[], sent: Sent): void {
    const last = this.#flying.at(-1);
    const told = (async () => {
      const landed = await sent.landed;
      // Begun at once: one writing is then for all that landed while the one before was made.
      const remembered = 'outcome' in landed ? this.#parts.remember(landed.outcome) : null;
      remembered?.catch(() => undefined);
      await last;
      try {
        await remembered;
        if ('error' in landed) throw landed.error;
        if ('again' in landed) await this.#underLock(jobs);
        else this.#parts.done(jobs, landed.outcome);
      } catch (error) {
        for (const job of jobs) job.fail(error);
      }
      this.#flying = this.#flying.filter((each) => each !== told);
    })();
    this.#flying.push(told);
  }
}
