/**
 * One question for all who wait to ask it. Nobody gets the answer to a question that was sent before he asked: it may be
 * older than what he was told has happened.
 */
export class Shared<T> {
  readonly #asked = new Map<string, { readonly sent: Promise<T>; next: Promise<T> | null }>();

  of(key: string, ask: () => Promise<T>): Promise<T> {
    const before = this.#asked.get(key);
    if (before) return (before.next ??= before.sent.then(() => undefined, () => undefined).then(() => this.#send(key, ask)));
    return this.#send(key, ask);
  }

  #send(key: string, ask: () => Promise<T>): Promise<T> {
    const turn: { readonly sent: Promise<T>; next: Promise<T> | null } = { sent: ask(), next: null };
    this.#asked.set(key, turn);
    const forget = (): void => { if (turn.next === null && this.#asked.get(key) === turn) this.#asked.delete(key); };
    turn.sent.then(forget, forget);
    return turn.sent;
  }
}

interface Answer<T> { readonly revision: string; readonly given: Promise<T>; bytes: number }

/** How much is kept: so many answers, so many bytes of them all together, and none that is longer than `longest`. */
export interface Room<T> { readonly answers: number; readonly bytes?: number; readonly longest?: number; readonly sizeOf?: (answer: T) => number }

/**
 * Answers under the revision they were asked in. What was read may be younger than its revision says and is never older,
 * since the revision is asked first. Who asks while the same is being answered under the same revision waits for that answer.
 */
export class Kept<T> {
  readonly #answers = new Map<string, Answer<T>>();
  readonly #room: Required<Room<T>>;
  #bytes = 0;

  constructor(room: Room<T>) {
    this.#room = { bytes: Infinity, longest: Infinity, sizeOf: () => 0, ...room };
  }

  of(key: string, revision: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(key);
    if (known) this.#drop(key, known);
    if (known?.revision === revision) {
      this.#put(key, known);
      return known.given;
    }
    const answer: Answer<T> = { revision, given: ask(), bytes: 0 };
    this.#put(key, answer);
    answer.given.then((given) => { this.#measure(key, answer, this.#room.sizeOf(given)); }, () => { if (this.#answers.get(key) === answer) this.#drop(key, answer); });
    return answer.given;
  }

  #measure(key: string, answer: Answer<T>, bytes: number): void {
    if (this.#answers.get(key) !== answer) return;
    this.#drop(key, answer);
    answer.bytes = bytes;
    if (bytes <= this.#room.longest) this.#put(key, answer);
  }

  #put(key: string, answer: Answer<T>): void {
    this.#answers.set(key, answer);
    this.#bytes += answer.bytes;
    // The one that nobody asked for longest goes first.
    for (const [oldest, its] of this.#answers) {
      if (this.#answers.size <= this.#room.answers && this.#bytes <= this.#room.bytes) break;
      this.#drop(oldest, its);
    }
  }

  #drop(key: string, answer: Answer<T>): void {
    this.#answers.delete(key);
    this.#bytes -= answer.bytes;
  }
}
