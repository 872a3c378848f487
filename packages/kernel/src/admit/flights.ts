import type { Database } from '../database/index.ts';
import type { Statement } from '../store/index.ts';
import { ROLLBACK } from '../transaction.ts';

type LineOf = NonNullable<Database['line']>;
type Line = Awaited<ReturnType<LineOf>>;

interface Flight<What> { readonly what: What; readonly landed: Promise<void> }

/**
 * Transactions behind each other on one connection. It is held only while one is on its way: these end by themselves, so that whoever waits
 * for a connection gets one.
 */
export class Flights<What> {
  readonly #lineOf: LineOf;
  #line: Line | null = null;
  #flying: Flight<What>[] = [];
  #isFailed = false;
  #closing: Promise<void> | null = null;

  constructor(lineOf: LineOf) {
    this.#lineOf = lineOf;
  }

  /** What was sent and perhaps is not written yet, in its order. */
  get flying(): readonly What[] {
    return this.#flying.map(({ what }) => what);
  }

  /** One was not carried out, and none that was sent behind it. */
  get isFailed(): boolean {
    return this.#isFailed;
  }

  /** Sends a transaction, its begin and commit included; false, and nothing is sent, where one before it failed. */
  async send(what: What, statements: readonly Statement[], landed: () => void): Promise<boolean> {
    const line = this.#line ?? await this.#lineOf();
    if (this.#isFailed) {
      if (line !== this.#line) line.release();
      return false;
    }
    this.#line = line;
    const flight: Flight<What> = { what, landed: line.send(statements).then(landed).catch(() => { this.#isFailed = true; }).then(() => this.#land(flight)) };
    this.#flying.push(flight);
    return true;
  }

  #land(flight: Flight<What>): void {
    this.#flying = this.#flying.filter((each) => each !== flight);
    if (this.#flying.length === 0) this.#closing = this.#letGo();
  }

  async fewerThan(count: number): Promise<void> {
    while (this.#flying.length >= count) await this.#flying[0]!.landed;
  }

  /** Resolves when all that was sent is answered, with whether all of it is written. */
  async settled(): Promise<boolean> {
    await this.fewerThan(1);
    await this.#closing;
    return !this.#isFailed;
  }

  async #letGo(): Promise<void> {
    const line = this.#line;
    this.#line = null;
    if (!line || !this.#isFailed) return line?.release();
    // The server leaves a transaction that failed open.
    await line.send([ROLLBACK]).then(() => { line.release(); }, () => { line.release(true); });
  }
}
