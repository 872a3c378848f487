/** Records on their way behind their acts, beside the acts that come after them (docs/decisions/0040). */
import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import type { Line } from '../database/postgres.ts';
import type { JournalRow } from '../journal/append.ts';
import type { Work } from '../project/index.ts';
import { definitionOf } from '../tally/index.ts';
import { BEGIN, COMMIT, countedBy, recordsLocked, ROLLBACK, UNFLUSHED } from '../transaction.ts';
import { Behind } from './behind.ts';
import type { Judged } from './judge.ts';

export interface FollowingParts {
  readonly database: { readonly kysely: Database['kysely']; readonly spareLine: NonNullable<Database['spareLine']> };
  readonly context: Context;
  /** The connection of the acts, for a pool that has no other to spare; null when there is none just now. */
  readonly main: () => Line | null;
  /** Makes records of whatever is stored without them; whether all of it has them then. */
  readonly fromStored: () => Promise<boolean>;
}

export class Following {
  readonly #parts: FollowingParts;
  #gathered: Behind | null = null;
  readonly #onTheirWay = new Set<Promise<void>>();
  #spare: Promise<Line | null> | null = null;
  /** The database refused records of what is stored. */
  #isLeft = false;

  constructor(parts: FollowingParts) {
    this.#parts = parts;
  }

  /** Acts were sent whose records are not there yet. */
  get isBehind(): boolean {
    return this.#gathered !== null || this.#onTheirWay.size > 0;
  }

  /** Some wait to be sent. */
  get hasGathered(): boolean {
    return this.#gathered !== null;
  }

  /** Records of these follow, once all their acts are stored (`landed`). `journals` as they are with them. */
  take(work: Work, judged: Judged, journals: readonly JournalRow[], landed: Promise<boolean>): void {
    const { context, database } = this.#parts;
    this.#gathered ??= new Behind(context, database.kysely, journals);
    this.#gathered.take(work, judged, landed);
    if (this.#gathered.isFull) this.send();
  }

  /** Resolves when more may be taken: no more acts are acknowledged than records can be made of. */
  async room(): Promise<void> {
    while (this.#onTheirWay.size >= MOST_ON_THEIR_WAY) await Promise.race(this.#onTheirWay);
  }

  send(): void {
    const behind = this.#gathered;
    if (!behind) return;
    this.#gathered = null;
    this.#track(this.#store(behind));
  }

  /** Resolves when the records of all that was taken can be read. */
  async stored(): Promise<void> {
    this.send();
    await Promise.all(this.#onTheirWay);
    if (!this.#isLeft) return;
    this.#track(this.#madeUp());
    await Promise.all(this.#onTheirWay);
  }

  /** Nothing is behind and nothing more is to be sent for now. */
  rest(): void {
    void this.#spare?.then((line) => { line?.release(); });
    this.#spare = null;
  }

  async #store(behind: Behind): Promise<void> {
    // A record without its act must never be there, whatever falls in between.
    if (!await behind.landed()) return this.#madeUp();
    const line = await (this.#spare ??= this.#parts.database.spareLine().catch(() => null)) ?? this.#parts.main();
    if (!line) return this.#madeUp();
    const { context } = this.#parts;
    const { cooperation: { id: coop }, kinds } = context;
    try {
      await line.send([BEGIN, UNFLUSHED, recordsLocked(coop), ...behind.statements(), countedBy(coop, definitionOf(kinds)), COMMIT]);
      context.changed?.();
    } catch {
      // The acts are acknowledged: what is wrong with their records is told by who makes them from what is stored.
      await this.#rollBack(line);
      await this.#madeUp();
    }
  }

  async #rollBack(line: Line): Promise<void> {
    try {
      await line.send([ROLLBACK]);
    } catch {
      if (line === this.#parts.main()) return;
      this.#spare = null;
      line.release(true);
    }
  }

  /** What cannot be made now is tried again when somebody reads. */
  async #madeUp(): Promise<void> {
    this.#isLeft = false;
    const done = await this.#parts.fromStored().catch(() => false);
    if (!done) this.#isLeft = true;
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => { this.#onTheirWay.delete(tracked); });
    this.#onTheirWay.add(tracked);
  }
}

/** While one is carried out the next is made, or waits for its last acts. */
const MOST_ON_THEIR_WAY = 2;
