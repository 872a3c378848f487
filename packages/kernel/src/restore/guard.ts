import { DatabaseProblem } from '../database/problem.ts';
import type { Handle } from '../store/index.ts';
import { furthest, isBeyond, readMark, type Mark } from './high-water.ts';
import { MarkFile } from './mark-file.ts';
import { endRestoring, instanceIn, keepRestoring, newInstance, ownSizes, restoringIn, type RestoredBecause, type Restoring } from './state.ts';

export interface GuardParts {
  readonly handle: Handle;
  readonly party: string;
  /** The high-water file; without one (tests, data in memory) only peers can tell that a node was restored. */
  readonly file: string | undefined;
  /** Another process serves the database: whether it was restored is its to say, and it has said so by now. */
  readonly beside?: boolean;
  /** Tells the process that serves, where this is not it. */
  readonly tell?: () => Promise<unknown>;
  readonly now: () => Temporal.Instant;
}

/** Whether this node may sign anything, and the memory outside the database that tells. */
export class Guard {
  readonly #parts: GuardParts;
  readonly #file: MarkFile | null;
  #mark: Mark;
  #restoring: Restoring | null;
  #failed = false;
  /** The writing of the file that was begun last. */
  #writing = Promise.resolve();
  /** The one that begins when it has ended, for all who ask meanwhile. */
  #next: Promise<void> | null = null;
  /** It is to say just this, though others have said more: a restore has ended. */
  #exactly = false;
  /** Counts what is said here of a restore, so that a look in the meantime is known to be old. */
  #turn = 0;

  private constructor(parts: GuardParts, mark: Mark, restoring: Restoring | null) {
    [this.#parts, this.#mark, this.#restoring] = [parts, mark, restoring];
    this.#file = parts.file === undefined ? null : new MarkFile(parts.file, parts.tell ? `${process.pid}.new` : 'new');
  }

  /** Compares the database with the mark. A first start (nothing was ever there) makes both. */
  static async open(parts: GuardParts): Promise<Guard> {
    const { handle, party, file, beside } = parts;
    // The file first: another process over the same database may write while we read, and the file never goes before it.
    const mark = file === undefined ? null : readMark(file);
    const [instance, sizes, begun] = [await instanceIn(handle), await ownSizes(handle, party), await restoringIn(handle)];
    const known = instance ?? await newInstance(handle);
    const because = file === undefined || beside ? null : judge(mark, instance, sizes);
    const guard = new Guard(parts, mark ?? { instance: known, sizes: {} }, begun);
    if (because) await guard.begin(because, { ...begun?.due, ...mark?.sizes });
    else if (!begun && (mark === null || isBeyond(sizes, mark.sizes))) {
      const level = { instance: known, sizes: furthest(mark?.sizes ?? {}, sizes) };
      // Beside a process that serves it is that one's to write what it has acknowledged.
      if (beside) guard.#mark = level;
      else await guard.#write(level);
    }
    return guard;
  }

  get restoring(): Restoring | null {
    return this.#restoring;
  }

  /** Why nothing may be signed now; null when all is well. */
  get closed(): 'node.restored' | 'node.unsafe' | null {
    return this.#restoring ? 'node.restored' : this.#failed ? 'node.unsafe' : null;
  }

  /**
   * Before acts are acknowledged, once they are stored: resolves when the file tells of them. Who asks while it is written shares the
   * writing behind that. After one that failed nothing more is signed until the node is started again.
   */
  async raise(sizes: Readonly<Record<string, number>>): Promise<void> {
    // What was sent before it failed may be stored behind it: that is not acknowledged either.
    if (this.#failed) throw new DatabaseProblem({ id: 'node.unsafe', path: [] });
    await this.#write({ instance: this.#mark.instance, sizes: furthest(this.#mark.sizes, sizes) });
  }

  async begin(because: RestoredBecause, due: Readonly<Record<string, number>> = this.#mark.sizes): Promise<void> {
    if (this.#restoring) return;
    await this.keep({ because, since: this.#parts.now().toString({ fractionalSecondDigits: 3 }), answered: [], excused: [], due, loss: null });
  }

  /** Another process wrote beside this one: what was known by heart is looked up again. */
  async look(): Promise<void> {
    const { handle, party, file } = this.#parts;
    const turn = this.#turn;
    const [begun, sizes] = [await restoringIn(handle), await ownSizes(handle, party)];
    if (turn !== this.#turn) return this.look();
    const before = this.#restoring;
    this.#restoring = begun;
    if (file === undefined || begun || this.#failed) return;
    const written = readMark(file);
    const mark = written ?? this.#mark;
    // Who ended a restore made the file that of this database; else each knows some journals further than the other.
    const level = before ? { ...mark, sizes: furthest(mark.sizes, sizes) } : { ...this.#mark, sizes: furthest(furthest(this.#mark.sizes, mark.sizes), sizes) };
    if (written?.instance === level.instance && !isBeyond(level.sizes, written.sizes)) this.#mark = level;
    else await this.#write(level, before !== null);
  }

  async keep(state: Restoring): Promise<void> {
    this.#turn += 1;
    await keepRestoring(this.#parts.handle, state);
    this.#restoring = state;
    this.#turn += 1;
    await this.#parts.tell?.();
  }

  /** Goes on: the database is what this node is, from here. */
  async end(): Promise<void> {
    const { handle, party } = this.#parts;
    const instance = await instanceIn(handle) ?? await newInstance(handle);
    await this.#write({ instance, sizes: await ownSizes(handle, party) }, true);
    this.#turn += 1;
    await endRestoring(handle);
    this.#restoring = null;
    this.#turn += 1;
    await this.#parts.tell?.();
  }

  /** Nothing more is written. */
  async close(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#file?.close();
  }

  async #write(mark: Mark, exactly = false): Promise<void> {
    this.#mark = mark;
    this.#exactly ||= exactly;
    if (this.#file) await (this.#next ??= this.#writeBehind(this.#file));
  }

  async #writeBehind(file: MarkFile): Promise<void> {
    await this.#writing;
    this.#next = null;
    this.#writing = file.write(this.#mark, this.#exactly);
    this.#exactly = false;
    try {
      await this.#writing;
    } catch (error) {
      this.#failed = true;
      throw error;
    }
  }
}

function judge(mark: Mark | null, instance: string | null, sizes: Readonly<Record<string, number>>): RestoredBecause | null {
  if (!mark) return instance === null && Object.values(sizes).every((size) => size === 0) ? null : 'no-high-water';
  if (instance !== mark.instance) return 'other-instance';
  return isBeyond(mark.sizes, sizes) ? 'behind-high-water' : null;
}
