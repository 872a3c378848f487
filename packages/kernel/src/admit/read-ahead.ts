/** Leaves that are to be projected, read while those before them are written. */
import type { Database } from '../database/index.ts';
import { readStored } from '../envelope/leaf.ts';
import type { JournalRow } from '../journal/append.ts';
import type { JournalName } from '../journal/name.ts';
import { intakeOf, type Intake } from '../project/index.ts';
import { copyOut, literal } from '../store/copy.ts';
import { instantText, type Handle } from '../store/index.ts';

/** Leaves projected in one transaction: a page waits for none of them longer than a moment. */
export const AT_ONCE = 1_000;

/** What is to be made records next, up to `to`; `bytes` of its acts. */
export interface Reading { readonly to: number; readonly intakes: readonly Intake[]; readonly bytes: number }

interface Begun { readonly name: string; readonly reading: Promise<Reading> }

export class ReadAhead {
  readonly #database: Database;
  readonly #atOnce: number;
  #current: Begun | null = null;
  #next: Begun | null = null;

  constructor(database: Database, atOnce = AT_ONCE) {
    this.#database = database;
    this.#atOnce = atOnce;
  }

  /** What a stretch of stored leaves says, from what is projected on. The one behind it is begun to be read: leaves that are stored never change. */
  async stretch(handle: Handle, journal: JournalName, { projected: from, size }: Pick<JournalRow, 'projected' | 'size'>): Promise<Reading> {
    const begun = this.#begin(handle, journal, from, size);
    this.#current = begun;
    const reading = await begun.reading;
    // The embedded engine has one connection, and this transaction is on it.
    if (reading.to < size && this.#database.engine !== 'pglite') this.#next = this.#begin(this.#database.kysely, journal, reading.to, size);
    return reading;
  }

  #begin(handle: Handle, journal: JournalName, from: number, size: number): Begun {
    const to = Math.min(size, from + this.#atOnce);
    const name = [journal.coop, journal.party, journal.audience, from, to].join('/');
    for (const begun of [this.#current, this.#next]) if (begun?.name === name) return begun;
    const reading = readStretch(handle, journal, from, to);
    // A failure is met when its turn comes.
    reading.catch(() => undefined);
    return { name, reading };
  }

  /**
   * Resolves when nothing is being read. Asked before a transaction is begun: one that held the lock on the revision and waited for
   * a connection would wait for those who hold all connections and wait for the lock.
   */
  async ready(): Promise<void> {
    await this.#next?.reading.catch(() => undefined);
  }
}

/** What stored leaves say, those from `from` on and before `to`. */
export async function readStretch(handle: Handle, journal: JournalName, from: number, to: number): Promise<Reading> {
  const { coop, party, audience } = journal;
  const rows = await copyOut(handle, `select int4send(idx), bytes, convert_to(${instantText('stored')}, 'UTF8') from act
    where coop = ${literal(coop)} and party = ${literal(party)} and audience = ${literal(audience)} and idx >= ${from} and idx < ${to} and class = 'admitted' order by idx`);
  const intakes = rows.map(([idx, bytes, stored]) => intakeOf(readStored(bytes!, journal), journal, Buffer.from(idx!).readInt32BE(), Buffer.from(stored!).toString('latin1')));
  return { to, intakes, bytes: rows.reduce((sum, [, bytes]) => sum + bytes!.length, 0) };
}
