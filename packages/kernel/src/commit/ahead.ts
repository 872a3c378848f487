/** Commits judged, encoded, hashed and signed while the ones before them are still being stored (docs/decisions/0021). */
import { TILE_WIDTH, toHex } from '@entente/verify';
import type { Audience } from '../act.ts';
import type { Context } from '../context.ts';
import { DatabaseProblem, type Database } from '../database/index.ts';
import { UNIQUE_VIOLATION } from '../database/problem.ts';
import type { Line } from '../database/postgres.ts';
import { advancing, DAMAGED, isOwnBehind, journalsAsked, signTree, storedAs, type JournalRow } from '../journal/append.ts';
import { newLeaves } from '../journal/leaves.ts';
import { originOf } from '../journal/origin.ts';
import { begunTile, tilesWith } from '../journal/tiles.ts';
import { hasPersonal } from '../personal/index.ts';
import { saving, TRANSLATION, waitingFor, type Waiting } from '../project/index.ts';
import { isCopy } from '../store/copy-rows.ts';
import { together, type Handle, type Statement } from '../store/index.ts';
import { definitionOf } from '../tally/index.ts';
import { BEGIN, COMMIT, revisionMoved, ROLLBACK, workOn } from '../transaction.ts';
import type { BatchOutcome } from './batch.ts';
import { Following } from './following.ts';
import type { Job } from './job.ts';
import { answersGiven, contentsOf, judge, sizesOf, type BatchTools, type Judged } from './judge.ts';

/** Most intents of one flight: no table then gets so many rows that they would travel by COPY, alone. */
const [MOST_INTENTS, MOST_JOBS] = [8, 48];

/** Records follow where nobody waited for any during so many batches: else they are sooner there, and cost less, with their acts. */
const PATIENT_AFTER = 4;

/** What the next batch is judged in view of: what is stored, or will be when all that was sent is. */
interface View {
  /** The revision; whoever writes moves it, so that a view that has become old is found out. */
  readonly n: number;
  readonly journals: readonly JournalRow[];
  readonly waiting: readonly Waiting[];
  /** Leaf hashes of own journals' tiles that are not full yet. */
  readonly begun: ReadonlyMap<Audience, readonly Uint8Array[]>;
}

/** `again`: somebody else wrote in between, so it has to be judged anew; nothing of it is stored. */
type Landed = { readonly outcome: BatchOutcome } | { readonly again: true } | { readonly error: unknown };

/** A flight on its way. */
export interface Sent { readonly landed: Promise<Landed> }

interface AheadParts {
  readonly database: Database & { readonly line: NonNullable<Database['line']>; readonly spareLine: NonNullable<Database['spareLine']> };
  readonly context: Context;
  readonly tools: BatchTools;
  /** Makes records of whatever is stored without them; whether all of it has them then. */
  readonly fromStored: () => Promise<boolean>;
}

/** One transaction a flight, sent without waiting for the one before: a server carries them out one after another. */
export class Ahead {
  readonly #parts: AheadParts;
  #view: View | null = null;
  #line: Line | null = null;
  readonly #following: Following;
  /** Batches in a row that asked nothing, and whose records nobody asked for. */
  #unasked = 0;

  constructor(parts: AheadParts) {
    this.#parts = parts;
    const { database, context, fromStored } = parts;
    this.#following = new Following({ database, context, fromStored, main: () => this.#line });
  }

  /** Contents of kinds without personal values, of new records or of ones that are there. All else is judged under the lock. */
  takes({ intents, trial }: Job): boolean {
    if (trial || intents.length === 0 || intents.length > MOST_INTENTS) return false;
    return intents.every((intent) => {
      if ((intent.verb !== 'put' && intent.verb !== 'propose') || intent.kind === TRANSLATION) return false;
      const kind = this.#parts.context.kinds.get(intent.kind);
      return kind !== undefined && !hasPersonal(kind);
    });
  }

  /** How many of these, from the first, go in one flight. */
  fitting(jobs: readonly Job[]): number {
    let [at, intents] = [0, 0];
    for (; at < jobs.length && at < MOST_JOBS && this.takes(jobs[at]!); at += 1) {
      intents += jobs[at]!.intents.length;
      if (intents > MOST_JOBS) break;
    }
    return at;
  }

  /** Judges jobs and sends what they become; null when they must be judged under the lock. `before`: all that was sent is answered. */
  async send(jobs: readonly Job[], before: () => Promise<unknown>): Promise<Sent | null> {
    const { context, database, tools } = this.#parts;
    await this.#following.room();
    if (!this.#view) {
      await before();
      await this.#following.stored();
      this.#view = await this.#look();
    }
    const seen = this.#view;
    if (!seen) return null;
    let asked = false;
    const work = workOn(context, behind(database.kysely, async () => {
      asked = true;
      await this.record();
      await before();
    }), seen.journals);
    const judged = await judge(work, seen.journals, jobs, tools, false);
    if (judged.accepted.length === 0) return { landed: Promise.resolve({ outcome: { results: judged.results, sizes: new Map() } }) };
    // Where nothing was asked all records are new and refer to nothing.
    this.#unasked = asked ? 0 : this.#unasked + 1;
    const follows = this.#unasked > PATIENT_AFTER;
    // Records never overtake others: what is behind is there before any that go with their acts.
    if (!follows) await this.#following.stored();
    const saved = follows ? [] : await saving(work);
    if (!saved) return null;
    const signed = await Promise.all(judged.grown.map(({ name, after }) => signTree(originOf(context.cooperation, name.party, name.audience), after, tools.signer)));
    this.#line ??= await database.line();
    // From here on nothing is waited for: whatever failed meanwhile has taken the view away.
    if (!this.#view || !isPlain(judged) || wakes(seen, judged)) return null;
    const flight = this.#flightOf(judged, signed, this.#view, follows ? null : [...saved, ...contentsOf(context.cooperation.id, judged.accepted)]);
    if (!flight) return null;
    this.#view = flight.view;
    const landed = this.#line.send(flight.statements).then(() => {
      if (!follows) context.changed?.();
      return { outcome: { results: judged.results, sizes: sizesOf(judged) } };
    }, (error: unknown) => this.#failed(error));
    if (follows) this.#following.take(work, judged, flight.view.journals, landed.then((answer) => 'outcome' in answer));
    return { landed };
  }

  /** Acts were sent whose records are not there yet. */
  get isBehind(): boolean {
    return this.#following.isBehind;
  }

  /** Makes records of all that was sent without them; resolves when they can be read. */
  async record(): Promise<void> {
    if (this.#following.hasGathered) this.#unasked = 0;
    await this.#following.stored();
  }

  /** `records`: what of them goes with it, null where they follow. Null where the database has to be asked more. */
  #flightOf(judged: Judged, signed: readonly string[], view: View, records: readonly Statement[] | null): { readonly statements: readonly Statement[]; readonly view: View } | null {
    const { cooperation: { id: coop }, kinds } = this.#parts.context;
    const stored = judged.accepted.at(-1)?.stored ?? '';
    const statements: Statement[] = [BEGIN, revisionMoved(coop, definitionOf(kinds), view.n)];
    const [journals, begun, ending] = [[...view.journals], new Map(view.begun), [] as Statement[]];
    for (const [at, { name, before: from, after, leaves, hashes }] of judged.grown.entries()) {
      const tiles = tilesWith(begun.get(name.audience) ?? [], name, from.size, hashes);
      if (!tiles) return null;
      begun.set(name.audience, tiles.begun);
      statements.push(newLeaves(name, from.size, leaves, hashes), storedAs(name, from.size, hashes), ...tiles.statements);
      const place = journals.findIndex((row) => row.party === name.party && row.audience === name.audience);
      const root = journals[place]?.root;
      ending.push(...advancing(name, { from: from.size, ...(root === undefined ? {} : { root }), frontier: after, projected: records ? after.size : 0, note: signed[at]!, stored }));
      journals.splice(place < 0 ? journals.length : place, 1, {
        party: name.party, audience: name.audience, size: after.size, projected: after.size, frontier: JSON.stringify(after.save()), root: toHex(after.root()), checkpoint: signed[at]!,
      });
    }
    statements.push(...records ?? [], ...answersGiven(coop, judged.accepted), ...ending, COMMIT);
    return statements.some(({ text }) => isCopy(text)) ? null : { statements, view: { ...view, n: view.n + 1, journals, begun } };
  }

  /** Nothing more is to be sent for now. All that was sent must be answered. */
  rest(): void {
    this.#following.rest();
    this.#line?.release();
    this.#line = null;
  }

  /** What others do in between is found out by the revision. */
  forget(): void {
    this.#view = null;
  }

  async #look(): Promise<View | null> {
    const { database: { kysely }, context: { cooperation: { id: coop }, party } } = this.#parts;
    // The revision first: what is read behind it may be newer, and is then found out.
    const [revision = [], rows = [], waiting = []] = await together(kysely, [{ text: 'select n from revision where coop = $1', values: [coop] }, journalsAsked(coop), waitingFor(coop, party)]);
    const [known] = revision as { n: string | number }[];
    if (!known) return null;
    const journals = rows as JournalRow[];
    // Somebody else left acts without their records: who judges under the lock makes them.
    if (isOwnBehind(journals, party)) return null;
    const begun = new Map<Audience, readonly Uint8Array[]>();
    for (const row of journals) {
      if (row.party === party) begun.set(row.audience, await begunTile(kysely, { coop, party, audience: row.audience }, 0, row.size - (row.size % TILE_WIDTH), row.size));
    }
    return { n: Number(known.n), journals, waiting: waiting as Waiting[], begun };
  }

  /** The flights behind it fail with it: they were judged in its view. */
  #failed(error: unknown): Landed {
    this.#view = null;
    void this.#rollBack();
    const { code, message, constraint } = error as { code?: unknown; message?: unknown; constraint?: unknown };
    if (code === DIVISION_BY_ZERO || code === IN_FAILED_TRANSACTION || (code === UNIQUE_VIOLATION && constraint === 'answer_pkey')) return { again: true };
    if (code === INVALID_TEXT && String(message).includes(DAMAGED)) return { error: new DatabaseProblem({ id: DAMAGED, path: [], params: { party: this.#parts.context.party } }) };
    return { error };
  }

  async #rollBack(): Promise<void> {
    const line = this.#line;
    try {
      await line?.send([ROLLBACK]);
    } catch {
      if (this.#line !== line) return;
      this.#line = null;
      line?.release(true);
    }
  }
}

/** What statements that nobody looks at fail with where another writer was there first, and what all behind one that failed do. */
const [DIVISION_BY_ZERO, IN_FAILED_TRANSACTION, INVALID_TEXT] = ['22012', '25P02', '22P02'];

/** What is asked is asked once all that was sent is stored: what is linked to may be among it. */
const behind = (handle: Handle, before: () => Promise<unknown>): Handle => Object.create(handle, {
  executeQuery: { value: async (query: Parameters<Handle['executeQuery']>[0]) => { await before(); return handle.executeQuery(query); } },
}) as Handle;

/** Everything in the act itself. */
const isPlain = ({ accepted }: Judged): boolean => accepted.every(({ built }) => built.apart.size === 0);

const wakes = ({ waiting }: View, judged: Judged): boolean => {
  const sizes = sizesOf(judged);
  return waiting.some(({ size, audience }) => size <= (sizes.get(audience) ?? -1));
};
