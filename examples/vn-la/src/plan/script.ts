/** One party's part, written step by step: acts of the right size, needs found by themselves. */
import { MAX_ACT_BYTES, type Intent, type Party, type Person } from '@entente/kernel';
import type { Draft } from './draft.ts';
import { noteFor, type NoteName } from './notes.ts';
import { recordsNamed, type ConfirmStep, type Need, type PlannedFile, type Step } from './step.ts';

/** What an item takes beside its content: verb, names and hashes, and the consent that travels with a proposal. */
const ITEM_OVERHEAD = 600;
const ACT_OVERHEAD = 1_500;
const MOST_ITEMS = 200;

export class Script {
  readonly steps: Step[] = [];
  readonly #party: Party;
  /** Records that earlier steps of this party have made: held here without waiting. */
  readonly #made = new Set<string>();
  readonly #counts = new Map<string, number>();

  constructor(party: Party) {
    this.#party = party;
  }

  /** Owned records, put. */
  put(name: string, by: Person, note: NoteName, drafts: readonly Draft[], more: { readonly files?: readonly PlannedFile[]; readonly needs?: readonly Need[] } = {}): void {
    this.write(name, by, note, drafts.map(({ kind, record, content }) => ({ verb: 'put', kind, record, content })), more);
  }

  /** Joint records, proposed with this party's consent. */
  propose(name: string, by: Person, note: NoteName, drafts: readonly Draft[]): void {
    this.write(name, by, note, drafts.map(({ kind, record, content }) => ({ verb: 'propose', kind, record, content, agree: true })));
  }

  write(name: string, by: Person, note: NoteName | { readonly text: string }, intents: readonly Intent[], more: { readonly files?: readonly PlannedFile[]; readonly needs?: readonly Need[] } = {}): void {
    for (const chunk of inActs(intents)) {
      for (const intent of chunk) this.#made.add(intent.record ?? '');
      const asked = new Map<string, Need>((more.needs ?? []).map((need) => [need.record, need]));
      for (const record of recordsNamed(chunk.map((intent) => ('content' in intent ? intent.content : null)))) {
        if (!this.#made.has(record) && !asked.has(record)) asked.set(record, { record });
      }
      this.steps.push({
        id: this.#id(name), by, note: this.#note(note), needs: [...asked.values()], intents: chunk, ...(more.files ? { files: more.files } : {}),
      });
    }
  }

  confirm(name: string, by: Person, note: NoteName, confirm: ConfirmStep['confirm']): void {
    for (let from = 0; from < confirm.length; from += MOST_ITEMS) {
      const part = confirm.slice(from, from + MOST_ITEMS);
      this.steps.push({ id: this.#id(name), by, note: this.#note(note), needs: part.map(({ record }) => ({ record })), confirm: part });
    }
  }

  decline(name: string, by: Person, record: string, reason: string): void {
    this.steps.push({ id: this.#id(name), by, note: reason, needs: [{ record }], decline: { record, reason } });
  }

  #note(note: NoteName | { readonly text: string }): string {
    return typeof note === 'string' ? noteFor(this.#party, note) : note.text;
  }

  #id(name: string): string {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return `${this.#party.id}:${name}:${count}`;
  }
}

/** Intents in order, cut so that each act stays below its longest length. */
export function inActs(intents: readonly Intent[]): Intent[][] {
  const acts: Intent[][] = [];
  let room = 0;
  for (const intent of intents) {
    const size = Buffer.byteLength(JSON.stringify(intent), 'utf8') + ITEM_OVERHEAD;
    if (acts.length === 0 || size > room || (acts.at(-1)?.length ?? 0) >= MOST_ITEMS) {
      acts.push([]);
      room = MAX_ACT_BYTES - ACT_OVERHEAD;
    }
    acts.at(-1)?.push(intent);
    room -= size;
  }
  return acts;
}
