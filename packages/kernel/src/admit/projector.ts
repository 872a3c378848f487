import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import { run } from '../store/index.ts';
import { writing } from '../transaction.ts';
import { pipelineOf, type Ending } from './pipeline.ts';
import { projectNext } from './project.ts';
import { ReadAhead } from './read-ahead.ts';

/** Milliseconds without a stretch on its way after which the projection begins, and the longest it waits for that. */
const [PAUSE, LONGEST] = [250, 60_000];
/** Stretches made under the lock when somebody else wrote in between: what was made ready meanwhile was in vain. */
const HINDERED = 4;

export interface ProjectorParts {
  readonly database: Database;
  readonly context: Context;
  readonly told: (party: string, projected: number) => void;
  /** A failing projection is tried again when something comes; the reason is told. */
  readonly failed: (error: unknown) => void;
  /** Acts of one transaction. */
  readonly atOnce?: number;
}

/**
 * Brings stored leaves into the records, right behind a stream that takes a long journal in. It waits for a pause of the
 * stream, since both want the same processor, and what is stored is safe already.
 */
export class Projector {
  readonly #parts: ProjectorParts;
  #timer: NodeJS.Timeout | undefined;
  #since: number | null = null;
  #running: Promise<void> | null = null;
  #coming = 0;
  #stopped = false;

  constructor(parts: ProjectorParts) {
    this.#parts = parts;
  }

  /** While a stretch of a stream is hashed and written, the projection waits. */
  async during<T>(stretch: () => Promise<T>): Promise<T> {
    this.#coming += 1;
    try {
      return await stretch();
    } finally {
      this.#coming -= 1;
      this.behind();
    }
  }

  /** Something was stored ahead of the records. */
  behind(): void {
    if (this.#stopped) return;
    this.#since ??= performance.now();
    clearTimeout(this.#timer);
    const left = this.#since + LONGEST - performance.now();
    this.#timer = setTimeout(() => {
      if (this.#coming > 0 && left > 0) this.behind();
      else void this.#run();
    }, Math.max(0, Math.min(PAUSE, left)));
  }

  /** Resolves when all that was stored before the call is in the records, or the projector is stopped. */
  async caughtUp(): Promise<void> {
    // A round under way may have looked before the last of it was stored.
    await this.#running;
    await this.#run();
  }

  /** Records are being made, one stretch after another. */
  get busy(): boolean {
    return this.#running !== null;
  }

  #run(): Promise<void> {
    clearTimeout(this.#timer);
    this.#running ??= this.#loop().catch(this.#parts.failed).finally(() => { this.#running = null; });
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async #loop(): Promise<void> {
    this.#since = null;
    const ahead = new ReadAhead(this.#parts.database, this.#parts.atOnce);
    try {
      await this.#project(ahead);
    } finally {
      // So that connections may be closed.
      await ahead.ready();
    }
  }

  async #project(ahead: ReadAhead): Promise<void> {
    const pipeline = pipelineOf(this.#parts, ahead, () => this.#stopped);
    for (let [under, ending] = [0, null as Ending | null]; !this.#stopped; under -= 1) {
      ending = under > 0 ? null : await pipeline?.run() ?? null;
      if (ending === 'done') return;
      if (ending === 'hindered') under = HINDERED;
      if (!await this.#step(ahead)) return;
    }
  }

  /** One stretch, under the lock from the first question on. */
  async #step(ahead: ReadAhead): Promise<boolean> {
    await ahead.ready();
    const done = await writing(this.#parts.database, this.#parts.context, async (work, journals) => {
      // The acts are stored; a loss of power takes some records and their cursor with them, and they are made again.
      await run(work.handle, 'set local synchronous_commit = off');
      return projectNext(work, journals, ahead);
    });
    if (done) this.#parts.told(done.party, done.projected);
    return done !== null;
  }
}
