/** Records of one stretch after another, each sent before the one before it is answered (docs/decisions/0034). */
import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import { journalsAsked, recordsReach, type JournalRow } from '../journal/append.ts';
import { together, type Statement } from '../store/index.ts';
import { definitionOf } from '../tally/index.ts';
import { BEGIN, COMMIT, recordsLocked, revisionMoved, sizeKey, UNFLUSHED } from '../transaction.ts';
import { Flights } from './flights.ts';
import { prepare, type Prepared } from './prepared.ts';
import type { ReadAhead, Reading } from './read-ahead.ts';

/** Stretches on their way when the next is begun: the server has one more when it is done, and few are kept in memory. */
const FLYING = 1;
/** Bytes of acts of a stretch that is made ready ahead. */
const MOST_BYTES = 4 * 1024 * 1024;

/** `done`: nothing is left. `step`: what comes next must be made under the lock. `hindered`: somebody else wrote in between, or the database refused. */
export type Ending = 'done' | 'step' | 'hindered';

interface PipelineParts {
  readonly database: Database;
  readonly context: Context;
  readonly told: (party: string, projected: number) => void;
}

/** The embedded engine has one connection, and none. */
export function pipelineOf({ database, context, told }: PipelineParts, ahead: ReadAhead, stopped: () => boolean): Pipeline | null {
  const { line } = database;
  return line ? new Pipeline({ database: { ...database, line }, context, told, ahead, stopped }) : null;
}

interface Parts extends PipelineParts {
  readonly database: Database & { readonly line: NonNullable<Database['line']> };
  readonly ahead: ReadAhead;
  readonly stopped: () => boolean;
}

class Pipeline {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Makes records of as many stretches as it can, each in a transaction of its own with its cursor. All that was sent is answered then. */
  async run(): Promise<Ending> {
    for (;;) {
      const view = await this.#look();
      if (!view) return 'step';
      const row = view.journals.find((each) => each.projected < each.size);
      if (!row || this.#parts.stopped()) return 'done';
      const flights = new Flights<Prepared>(this.#parts.database.line);
      // One that fails with the server's answer is met by who tries it again.
      let whole = false;
      try {
        whole = await this.#through(view.n, view.journals, row, flights);
      } finally {
        await flights.settled();
      }
      if (flights.isFailed) return 'hindered';
      if (!whole) return 'step';
    }
  }

  /** Sends the stretches of one journal; false where one must be made under the lock. */
  async #through(n: number, journals: readonly JournalRow[], row: JournalRow, flights: Flights<Prepared>): Promise<boolean> {
    const { context, database: { kysely }, ahead, told, stopped } = this.#parts;
    const coop = context.cooperation.id;
    const journal = { coop, party: row.party, audience: row.audience };
    const sizes = new Map(journals.map((each) => [sizeKey(each.party, each.audience), each.projected]));
    for (let [from, at] = [row.projected, n]; from < row.size && !stopped(); at += 1) {
      await flights.fewerThan(FLYING + 1);
      const { to, intakes, bytes }: Reading = await ahead.stretch(kysely, journal, { projected: from, size: row.size });
      if (flights.isFailed || bytes > MOST_BYTES) return false;
      const ready = await prepare({ context, handle: kysely, journal, to, intakes, sizes: new Map(sizes), before: flights.flying, landed: () => flights.settled() });
      if (!ready) return false;
      // Whoever wrote in between has moved the revision or a cursor; the cursors keep what is behind one that failed from being written.
      const alone = [recordsLocked(coop), revisionMoved(coop, definitionOf(context.kinds), at), recordsStand(coop, sizes), recordsReach(journal, from, to)];
      const statements = [BEGIN, UNFLUSHED, ...alone, ...ready.statements, COMMIT];
      if (!await flights.send(ready, statements, () => { told(row.party, to); context.changed?.(); })) return false;
      sizes.set(sizeKey(row.party, row.audience), to);
      from = to;
    }
    return true;
  }

  async #look(): Promise<{ readonly n: number; readonly journals: readonly JournalRow[] } | null> {
    const { database: { kysely }, context: { cooperation: { id: coop } } } = this.#parts;
    // The revision first: what is read behind it may be newer, and is then found out.
    const [revision = [], journals = []] = await together(kysely, [{ text: 'select n from revision where coop = $1', values: [coop] }, journalsAsked(coop)]);
    const [known] = revision as { n: string | number }[];
    return known ? { n: Number(known.n), journals: journals as JournalRow[] } : null;
  }
}

/** Fails, as a division by zero, where records of any journal reach further than these: those of own new acts follow without moving the revision (docs/decisions/0040). */
const recordsStand = (coop: string, sizes: ReadonlyMap<string, number>): Statement =>
  ({ text: 'select 1 / (coalesce(sum(projected), 0) = $2::bigint)::int as n from journal where coop = $1', values: [coop, [...sizes.values()].reduce((sum, size) => sum + size, 0)] });
