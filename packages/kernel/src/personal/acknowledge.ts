/** What a node does by itself once values were erased: says so in its own journal, and leaves no trace of them in its tables. */
import { THE_NODE } from '../commit/erase.ts';
import type { Kernel } from '../contract.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/index.ts';
import { run } from '../store/index.ts';

export interface AcknowledgeParts {
  readonly database: Database;
  readonly context: Context;
  readonly commit: Kernel['commit'];
  /** Nothing can be signed now. */
  readonly closed: () => boolean;
  readonly failed: (error: unknown) => void;
}

// What another party had erased and this one has not acknowledged yet.
const DUE = `select distinct i.record::text as record, i.body->'commitments' as commitments from item i
  where i.coop = $1 and i.verb = 'erase' and i.class = 'admitted' and i.party <> $2 and i.audience <> 'home'
    and not exists (select 1 from item o where o.coop = i.coop and o.record = i.record and o.verb = 'erase' and o.party = $2 and o.class = 'admitted' and (o.body->'commitments') @> (i.body->'commitments'))`;

/** Milliseconds after a start. */
const LATER = 1_000;

/** Acknowledges erasures of peers, one round after another, whenever it is called on. */
export class Acknowledger {
  readonly #parts: AcknowledgeParts;
  #running: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(parts: AcknowledgeParts) {
    this.#parts = parts;
  }

  /** Something changed: looks once more. */
  look(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#loop().catch(this.#parts.failed).finally(() => { this.#running = null; });
  }

  /** Looks in a while: a start has better things to do first. */
  later(): void {
    this.#timer = setTimeout(() => { this.look(); }, LATER).unref();
  }

  async idle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.idle();
  }

  async #loop(): Promise<void> {
    // In a turn of its own: whoever told of the change goes on first.
    await Promise.resolve();
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await this.#round();
    }
  }

  async #round(): Promise<void> {
    const { database: { kysely }, context: { party, cooperation }, commit, closed } = this.#parts;
    if (closed() || !cooperation.parties.some(({ id }) => id === party)) return;
    const due = await run<{ record: string; commitments: string[] }>(kysely, DUE, [cooperation.id, party]);
    for (const { record, commitments } of due) {
      const said = await commit([{ verb: 'erase', record, commitments }], { coop: cooperation.id, by: { id: THE_NODE, party, roles: ['administrator'], office: null } });
      if (!said.ok) this.#parts.failed(said.problems.map(({ id }) => id).join(', '));
    }
    if (due.length > 0) await wipe(kysely);
  }
}

/** Deleted rows stay in a table's pages until they are tidied away. */
export async function wipe(handle: Database['kysely']): Promise<void> {
  await run(handle, 'vacuum personal, blob_part');
}
