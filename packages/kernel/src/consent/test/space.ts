import type { Journal } from './explore.ts';

/** copies[node * n + party] as journal ids; then the restored node (0: none) and the file under way (0: none). */
export type Ids = readonly number[];

const isPrefix = (short: Journal, long: Journal): boolean => short.length <= long.length && short.every((act, i) => act === long[i]);

/** Names states by one number each, so that millions of them fit. */
export class Space {
  readonly parties: number;
  readonly #radix: number;
  readonly #journals: Journal[] = [[]];
  readonly #ids = new Map<string, number>([['', 0]]);
  readonly #weights: number[] = [];
  readonly #radices: number[];

  constructor(parties: number) {
    this.parties = parties;
    this.#radix = parties === 2 ? 1024 : 16;
    this.#radices = [...Array.from({ length: parties ** 2 }, () => this.#radix), parties + 1, parties === 2 ? 2 * this.#radix : 1];
    let weight = 1;
    for (const radix of this.#radices) {
      this.#weights.push(weight);
      weight *= radix;
    }
    if (weight > Number.MAX_SAFE_INTEGER) throw new RangeError('states do not fit a number');
  }

  journal(id: number): Journal {
    return this.#journals[id]!;
  }

  journalId(acts: Journal): number {
    const name = acts.join();
    let id = this.#ids.get(name);
    if (id === undefined) {
      id = this.#journals.push(acts) - 1;
      if (id >= this.#radix) throw new RangeError('more journals than foreseen');
      this.#ids.set(name, id);
    }
    return id;
  }

  decode(key: number): Ids {
    let rest = key;
    return this.#radices.map((radix) => {
      const id = rest % radix;
      rest = (rest - id) / radix;
      return id;
    });
  }

  encode(ids: Ids): number {
    return ids.reduce((sum, id, i) => sum + id * this.#weights[i]!, 0);
  }

  /** From a state given both ways, the one in which `node` holds another copy of `party`'s journal. */
  changed(key: number, ids: Ids, node: number, party: number, copy: number): number {
    const at = node * this.parties + party;
    return key + (copy - ids[at]!) * this.#weights[at]!;
  }

  rowKey(ids: Ids, node: number): number {
    let key = 0;
    for (let party = 0; party < this.parties; party += 1) key = key * this.#radix + ids[node * this.parties + party]!;
    return key;
  }

  /** The copies a node holds. */
  row(ids: Ids, node: number): Journal[] {
    return ids.slice(node * this.parties, (node + 1) * this.parties).map((id) => this.journal(id));
  }

  /** Each party's journal as it has it itself. */
  own(ids: Ids): Journal[] {
    return Array.from({ length: this.parties }, (_, party) => this.journal(ids[party * this.parties + party]!));
  }

  /** What `node` holds of `party` after a pull; null when nothing comes, or when the copy is no prefix of what is offered. */
  pull(ids: Ids, node: number, party: number, all: boolean): number | null {
    const [copy, source] = [this.journal(ids[node * this.parties + party]!), this.journal(ids[party * this.parties + party]!)];
    if (copy.length >= source.length || !isPrefix(copy, source)) return null;
    return this.journalId(all ? source : source.slice(0, copy.length + 1));
  }

  accepts(ids: Ids, node: number, party: number, offered: number): boolean {
    return isPrefix(this.journal(ids[node * this.parties + party]!), this.journal(offered));
  }

  /** What happened between two states, for a person to follow. */
  difference(from: number, to: number, name: (act: number) => string): string {
    const [before, after] = [this.decode(from), this.decode(to)];
    const [restored = 0, file = 0] = after.slice(this.parties ** 2);
    if (restored !== before[this.parties ** 2]) return `${restored - 1} is restored from nothing`;
    if (file !== before.at(-1)) return 'a file is written';
    const at = after.findIndex((id, i) => id !== before[i]);
    const [node, party] = [Math.floor(at / this.parties), at % this.parties];
    const acts = this.journal(after[at]!).map(name);
    return node === party ? `${node} ${acts.at(-1)}` : `${node} takes from ${party}: ${acts.join(' and ')}`;
  }
}
