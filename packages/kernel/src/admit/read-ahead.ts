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

/** What is to be made records next, up to `to`. */
export interface Reading { readonly to: number; readonly intakes: readonly Intake[] }

export class ReadAhead {
  readonly #database: Database;
  #begun: { readonly name: string; readonly reading: Promise<readonly Intake[]> } | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What a stretch of stored leaves says, from what is projected on. The one behind it is begun to be read: leaves that are stored never change. */
  async stretch(handle: Handle, journal: JournalName, { projected: from, size }: Pick<JournalRow, 'projected' | 'size'>): Promise<Reading> {
    const to = Math.min(size, from + AT_ONCE);
    const begun = this.#begun?.name === nameOf(journal, from, to) ? this.#begun.reading : null;
    this.#begun = null;
    const intakes = await (begun ?? readStretch(handle, journal, from, to));
    // The embedded engine has one connection, and this transaction is on it.
    if (to < size && this.#database.engine !== 'pglite') this.#begin(journal, to, Math.min(size, to + AT_ONCE));
    return { to, intakes };
  }

  #begin(journal: JournalName, from: number, to: number): void {
    const reading = readStretch(this.#database.kysely, journal, from, to);
    // A failure is met when its turn comes.
    reading.catch(() => undefined);
    this.#begun = { name: nameOf(journal, from, to), reading };
  }

  /**
   * Resolves when nothing is being read. Asked before a transaction is begun: one that held the lock on the revision and waited for
   * a connection would wait for those who hold all connections and wait for the lock.
   */
  async ready(): Promise<void> {
    await this.#begun?.reading.catch(() => undefined);
  }
}

const nameOf = ({ coop, party, audience }: JournalName, from: number, to: number): string => [coop, party, audience, from, to].join('/');

/** What stored leaves say, those from `from` on and before `to`. */
export async function readStretch(handle: Handle, journal: JournalName, from: number, to: number): Promise<Intake[]> {
  const { coop, party, audience } = journal;
  const rows = await copyOut(handle, `select int4send(idx), bytes, convert_to(${instantText('stored')}, 'UTF8') from act
    where coop = ${literal(coop)} and party = ${literal(party)} and audience = ${literal(audience)} and idx >= ${from} and idx < ${to} and class = 'admitted' order by idx`);
  return rows.map(([idx, bytes, stored]) => intakeOf(readStored(bytes!, journal), journal, Buffer.from(idx!).readInt32BE(), Buffer.from(stored!).toString('latin1')));
}
