import type { Audience } from '../act.ts';
import type { Context } from '../context.ts';
import { instantText, run, type Handle, type Statement } from '../store/index.ts';
import type { ItemFact, Life, RecordItem, Verdict, View } from './facts.ts';
import { lifeOf } from './life.ts';

interface ItemRow {
  party: string; audience: Audience; idx: number; pos: number; record: string; h: string | null; body: RecordItem; apart: boolean;
  id: string; made: string; stored: string; actor: ItemFact['actor']; note: string | null; seen: Record<string, number>;
  class: Verdict['class']; reason: string | null; wait_party: string | null; wait_size: number | null; wait_hash: string | null;
}

const ITEMS = `select i.party, i.audience, i.idx, i.pos, i.record::text as record, i.h, i.body, i.apart, a.id, a.made, ${instantText('a.stored')} as stored, a.actor, a.note, a.seen,
    i.class, i.reason, i.wait_party, i.wait_size, i.wait_hash
  from item i join act a on a.coop = i.coop and a.party = i.party and a.audience = i.audience and a.idx = i.idx
  where i.coop = $1 and i.record = any($2::uuid[])`;

/**
 * What one transaction knows of one cooperation: the records it looks at with everything said of them, the contents,
 * the lengths of the journals. New items are added here first, judged, and then written.
 */
export class Work {
  readonly context: Context;
  readonly handle: Handle;
  /** Lengths by `party/audience`, including what this transaction adds. */
  readonly sizes: Map<string, number>;
  readonly touched = new Set<string>();
  /** Statements that end the transaction. */
  readonly ending: Statement[] = [];
  readonly view: View;
  readonly #facts = new Map<string, ItemFact[]>();
  readonly #contents = new Map<string, Readonly<Record<string, unknown>>>();
  readonly #lives = new Map<string, Life>();
  /** Contents that items name. */
  readonly #named = new Set<string>();
  readonly #begun = new Set<string>();

  constructor(context: Context, handle: Handle, sizes: Map<string, number>) {
    this.context = context;
    this.handle = handle;
    this.sizes = sizes;
    this.view = {
      parties: context.cooperation.parties.map((party) => party.id),
      held: (party, audience) => sizes.get(`${party}/${audience}`) ?? 0,
      kind: (name) => context.kinds.get(name),
      content: (hash) => this.#contents.get(hash),
    };
  }

  /** Loads what is stored of these records, unless it was loaded before. */
  async load(records: Iterable<string>): Promise<void> {
    const wanted = [...new Set(records)].filter((record) => !this.#facts.has(record));
    if (wanted.length === 0) return;
    for (const record of wanted) this.#facts.set(record, []);
    const rows = await run<ItemRow>(this.handle, ITEMS, [this.context.cooperation.id, wanted]);
    const hashes = new Set<string>();
    for (const row of rows) {
      this.#facts.get(row.record)?.push(factOf(row));
      if ('hash' in row.body) { hashes.add(row.body.hash); this.#named.add(row.body.hash); }
    }
    await this.loadContents(hashes);
  }

  /** A record that is being made: nothing can be stored of it. */
  begin(record: string): void {
    if (this.#facts.has(record)) return;
    this.#facts.set(record, []);
    this.#begun.add(record);
  }

  /** Its id was made in this transaction: nobody else can have named it. */
  isBegun(record: string): boolean {
    return this.#begun.has(record);
  }

  /** Takes over what another has found of records that began with it, and of the journals. */
  takeOver(other: Work): void {
    for (const record of other.touched) {
      const facts = other.facts(record);
      if (facts.length === 0) continue;
      this.#facts.set(record, [...facts]);
      this.#begun.add(record);
      this.touch(record);
    }
    for (const [hash, content] of other.#contents) this.#contents.set(hash, content);
    for (const [journal, size] of other.sizes) this.sizes.set(journal, size);
  }

  async loadContents(hashes: Iterable<string>): Promise<void> {
    const wanted = [...hashes].filter((hash) => !this.#contents.has(hash));
    if (wanted.length === 0) return;
    const rows = await run<{ hash: string; body: Record<string, unknown> }>(
      this.handle, 'select hash, body from content where coop = $1 and hash = any($2::text[])', [this.context.cooperation.id, wanted]);
    for (const row of rows) this.#contents.set(row.hash, row.body);
  }

  facts(record: string): readonly ItemFact[] {
    return this.#facts.get(record) ?? [];
  }

  content(hash: string): Readonly<Record<string, unknown>> | undefined {
    return this.#contents.get(hash);
  }

  addContent(hash: string, content: Readonly<Record<string, unknown>>): void {
    this.#contents.set(hash, content);
    // Nothing that was judged already named it: nothing is judged otherwise.
    if (this.#named.has(hash)) this.#lives.clear();
  }

  /** Adds an item of an act that is being stored; its record must have been loaded. */
  add(fact: ItemFact): void {
    const facts = this.#facts.get(fact.item.record);
    if (!facts) throw new Error(`record ${fact.item.record} was not loaded`);
    facts.push(fact);
    if ('hash' in fact.item) this.#named.add(fact.item.hash);
    this.touch(fact.item.record);
  }

  /** Takes items back that were added while a commit was tried. */
  remove(facts: ReadonlySet<ItemFact>): void {
    for (const record of new Set([...facts].map((fact) => fact.item.record))) {
      this.#facts.set(record, this.facts(record).filter((fact) => !facts.has(fact)));
      this.#lives.delete(record);
    }
  }

  /** The record is judged again when the work is done. */
  touch(record: string): void {
    this.touched.add(record);
    this.#lives.delete(record);
  }

  life(record: string): Life {
    let life = this.#lives.get(record);
    if (!life) {
      life = lifeOf(this.facts(record), this.view);
      this.#lives.set(record, life);
    }
    return life;
  }
}

function factOf(row: ItemRow): ItemFact {
  return {
    party: row.party, audience: row.audience, idx: row.idx, pos: row.pos, act: row.id, made: row.made, stored: row.stored, actor: row.actor,
    ...(row.note === null ? {} : { note: row.note }), seen: row.seen, item: row.body, h: row.h, apart: row.apart,
    verdict: {
      class: row.class, reason: row.reason, ...(row.wait_party === null ? {} : { waitParty: row.wait_party }), ...(row.wait_size === null ? {} : { waitSize: row.wait_size }),
      ...(row.wait_hash === null ? {} : { waitHash: row.wait_hash }),
    },
  };
}
