import { mayConsent, mayReject, nextRound, tally, type Ballot, type Tally } from '../index.ts';

/** One thing that happens; numbers are reduced to what exists at that moment. */
export type Step =
  | { readonly do: 'propose'; readonly who: number; readonly what: number; readonly agree: boolean }
  | { readonly do: 'consent' | 'decline'; readonly who: number; readonly what: number }
  | { readonly do: 'pull'; readonly who: number; readonly from: number; readonly count: number }
  | { readonly do: 'cut' | 'heal'; readonly who: number; readonly from: number }
  | { readonly do: 'back-up' | 'restore' | 'restart'; readonly who: number };

type Copies = readonly (readonly Ballot[])[];

const RECORD = { record: '0190a5b4-7c1e-7d2a-9b3c-000000000001', on: null };

/** Nodes that talk about one succession, each with its copies of all journals. Every act is one the rules allowed. */
export class Network {
  readonly parties: readonly string[];
  #copies: Copies[];
  #backups: Copies[];
  readonly #cuts = new Set<string>();

  constructor(parties: number) {
    this.parties = ['vn', 'la', 'kh'].slice(0, parties);
    this.#copies = this.parties.map(() => this.parties.map(() => []));
    this.#backups = [...this.#copies];
  }

  /** The tally at a node; `shuffle` re-orders and repeats what it counts. */
  tally(node: number, shuffle: (ballots: readonly Ballot[]) => readonly Ballot[] = (ballots) => ballots): Tally {
    return tally({ required: this.parties, ballots: shuffle(this.#copies[node]!.flat()), held: this.#held(node) });
  }

  take(step: Step): void {
    const who = step.who % this.parties.length;
    switch (step.do) {
      case 'propose': return this.#propose(who, step.what, step.agree);
      case 'consent': case 'decline': return this.#vote(who, step.do, step.what);
      case 'pull': return this.#pull(who, step.from % this.parties.length, step.count);
      case 'cut': this.#cuts.add(link(who, step.from % this.parties.length)); return;
      case 'heal': this.#cuts.delete(link(who, step.from % this.parties.length)); return;
      case 'back-up': this.#backups[who] = this.#copies[who]!; return;
      case 'restore': return this.#restore(who);
      // Nothing but the journals is kept: a node that starts again has what it had.
      case 'restart': this.#copies[who] = structuredClone(this.#copies[who]!); return;
    }
  }

  /** Every cut is mended and everybody pulls everything. */
  heal(): void {
    this.#cuts.clear();
    for (const who of this.parties.keys()) for (const from of this.parties.keys()) this.#pull(who, from, Infinity);
  }

  append(who: number, ...votes: readonly Pick<Ballot, 'verb' | 'h'>[]): void {
    const copies = this.#copies[who]!;
    const index = (copies[who]!.at(-1)?.index ?? -1) + 1;
    const { [this.parties[who]!]: _, ...seen } = this.#held(who);
    this.#set(who, who, [...copies[who]!, ...votes.map(({ verb, h }, item) => ({ ...RECORD, party: this.parties[who]!, index, item, verb, h, seen }))]);
  }

  #held(node: number): Record<string, number> {
    return Object.fromEntries(this.parties.map((party, i) => [party, (this.#copies[node]![i]!.at(-1)?.index ?? -1) + 1]));
  }

  #set(node: number, party: number, journal: readonly Ballot[]): void {
    this.#copies[node] = this.#copies[node]!.with(party, journal);
  }

  #propose(who: number, what: number, agree: boolean): void {
    const state = this.tally(who);
    if (state.agreed !== null) return;
    const { h } = nextRound(state, { ...RECORD, content: `content ${what % 3}` });
    const consents = agree && mayConsent(state, this.parties[who]!, h).allowed;
    this.append(who, { verb: 'propose', h }, ...(consents ? [{ verb: 'consent', h } as const] : []));
  }

  #vote(who: number, verb: 'consent' | 'decline', what: number): void {
    const state = this.tally(who);
    const may = verb === 'consent' ? mayConsent : mayReject;
    const choices = state.candidates.filter(({ h }) => may(state, this.parties[who]!, h).allowed);
    const choice = choices[what % choices.length];
    if (choice) this.append(who, { verb: verb === 'consent' ? 'consent' : 'reject', h: choice.h });
  }

  #pull(who: number, from: number, acts: number): void {
    if (who === from || this.#cuts.has(link(who, from))) return;
    const [copy, source] = [this.#copies[who]![from]!, this.#copies[from]![from]!];
    const upTo = (copy.at(-1)?.index ?? -1) + 1 + acts;
    // A restored peer may have less than is held of it; then nothing comes.
    if (source.length > copy.length) this.#set(who, from, source.filter(({ index }) => index < upTo));
  }

  /** From the last backup, and one's own acts again from whoever holds most of them. */
  #restore(who: number): void {
    const known = [this.#backups[who]!, ...this.#copies.filter((_, node) => node !== who)].map((copies) => copies[who]!);
    this.#copies[who] = this.#backups[who]!;
    this.#set(who, who, known.reduce((longest, journal) => (journal.length > longest.length ? journal : longest)));
  }
}

const link = (a: number, b: number): string => [a, b].toSorted((x, y) => x - y).join('-');
