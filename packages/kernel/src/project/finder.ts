import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import { run } from '../store/index.ts';
import { makeFindable } from './words.ts';

/** Milliseconds without a change after which words are made, the longest that is waited for, and the longest a search waits for them. */
const [PAUSE, LONGEST, PATIENCE] = [50, 500, 1_000];
/** The longest that words wait for records that keep coming. */
const MOST_PATIENT = 60_000;

export interface FinderParts {
  readonly database: Database;
  readonly context: Context;
  /** Many more records are on their way: their words wait, since both want the same processor. */
  readonly busy: () => boolean;
  /** Failing is tried again with the next change; the reason is told. */
  readonly failed: (error: unknown) => void;
}

/** Makes records findable right behind the commits that changed them: people wait for a commit, words can follow. */
export class Finder {
  readonly #parts: FinderParts;
  #timer: NodeJS.Timeout | undefined;
  #since: number | null = null;
  #running: Promise<void> | null = null;
  #stopped = false;

  constructor(parts: FinderParts) {
    this.#parts = parts;
  }

  /** Something changed. */
  behind(): void {
    if (this.#stopped) return;
    this.#since ??= performance.now();
    clearTimeout(this.#timer);
    const waited = performance.now() - this.#since;
    this.#timer = setTimeout(() => {
      if (this.#parts.busy() && waited < MOST_PATIENT) this.behind();
      else void this.#run();
    }, waited < MOST_PATIENT && this.#parts.busy() ? PAUSE : Math.max(0, Math.min(PAUSE, LONGEST - waited)));
  }

  /** Resolves when what changed before the call can be found, as far as this process knows, or after a moment: then the search lags. */
  async recent(): Promise<void> {
    if (this.#since === null && !this.#running) return;
    await Promise.race([this.caughtUp(), sleep(PATIENCE, undefined, { ref: false })]);
  }

  /** Resolves when everything that changed before the call can be found. */
  async caughtUp(): Promise<void> {
    // A round under way may have looked before the last of it was stored.
    await this.#running;
    await this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#loop().catch(this.#parts.failed).finally(() => { this.#running = null; });
    return this.#running;
  }

  async #loop(): Promise<void> {
    this.#since = null;
    const { connection } = this.#parts.database;
    // Asked to begin anything, an embedded engine that was closed answers never.
    while (!this.#stopped && !(connection.engine === 'pglite' && connection.pglite.closed)) {
      const done = await this.#parts.database.kysely.transaction().execute(async (trx) => {
        // A loss of power takes the words and gives back what is due: no flush need be waited for.
        await run(trx, 'set local synchronous_commit = off');
        return makeFindable(trx, this.#parts.context);
      });
      if (done === 0) return;
    }
  }
}
