/**
 * What is known of one record: the items of all acts that name it, and what the node holds. Everything shown of a
 * record is a pure function of this, so arrival order cannot matter and a rebuild is equal by construction.
 */
import type { Actor, Audience, ConsentItem, EraseItem, ProposeItem, PutItem, RejectItem, RetireItem } from '../act.ts';
import type { Tally } from '../consent/index.ts';
import type { LeafClass, Standing } from '../contract.ts';
import type { AnyKind } from '../kind.ts';

/** An item as stored: its content, if it carried any, is under its hash. */
export type Bare<T> = Omit<T, 'content'>;
export type RecordItem = Bare<PutItem> | RetireItem | Bare<ProposeItem> | ConsentItem | RejectItem | EraseItem;

export interface ItemFact<I extends RecordItem = RecordItem> {
  readonly party: string;
  readonly audience: Audience;
  /** Index in that journal, and place among the act's items. */
  readonly idx: number;
  readonly pos: number;
  readonly act: string;
  readonly made: string;
  /** When it was stored here; says nothing about order. */
  readonly stored: string;
  readonly actor: Actor;
  readonly note?: string;
  readonly seen: Readonly<Record<string, number>>;
  readonly item: I;
  /** Candidate name that a propose, consent or reject is about. */
  readonly h: string | null;
  /** Its content did not fit into the act and travels as a blob; known once the act is built. */
  apart: boolean;
  /** What was found of it when it was last written; absent while it is new. */
  readonly verdict?: Verdict;
}

/** What this node holds and knows beside the record itself. */
export interface View {
  /** Parties whose consent is required. */
  readonly parties: readonly string[];
  /** Verified length of a journal of this audience held here. */
  held(party: string, audience: Audience): number;
  kind(name: string): AnyKind | undefined;
  /** Content by its hash, undefined when it is not held (yet). */
  content(hash: string): Readonly<Record<string, unknown>> | undefined;
}

/** Why an item does not count (yet), and what it waits for. */
export interface Verdict {
  readonly class: LeafClass;
  readonly reason: string | null;
  readonly waitParty?: string;
  readonly waitSize?: number;
  readonly waitHash?: string;
}
export const ADMITTED: Verdict = { class: 'admitted', reason: null };
export const heldFor = (reason: string, wait: Omit<Verdict, 'class' | 'reason'> = {}): Verdict => ({ class: 'held', reason, ...wait });
export const voidFor = (reason: string): Verdict => ({ class: 'void', reason });

export interface VersionFact {
  readonly version: string;
  readonly on: string | null;
  readonly as: ProposeItem['as'] | null;
  readonly kv: number;
  readonly hash: string;
  /** Proposals and consents, or the put. */
  readonly items: readonly ItemFact[];
}

export interface CandidateFact {
  readonly h: string;
  readonly on: string | null;
  readonly round: number;
  readonly as: ProposeItem['as'];
  readonly kv: number;
  readonly hash: string;
  readonly status: 'open' | 'agreed' | 'declined' | 'superseded';
  readonly proposals: readonly ItemFact<Bare<ProposeItem>>[];
  readonly consents: readonly ItemFact<ConsentItem>[];
  readonly rejects: readonly ItemFact<RejectItem>[];
}

/** The life of a record as far as its acts tell it. */
export interface Life {
  readonly kind: AnyKind | null;
  readonly audience: Audience;
  /** Who owns it, or first proposed it. */
  readonly party: string;
  readonly versions: readonly VersionFact[];
  readonly candidates: readonly CandidateFact[];
  readonly retired: boolean;
  /** Votes on what is to succeed the last agreed version; null for owned records. */
  readonly tally: Tally | null;
  readonly verdicts: ReadonlyMap<ItemFact, Verdict>;
  /** Orders to erase personal values of it that count, and their acknowledgements. */
  readonly erasures: readonly ItemFact<EraseItem>[];
}

/** What is shown of it. */
export interface Shown {
  readonly kind: AnyKind;
  readonly audience: Audience;
  readonly party: string;
  readonly standing: Standing;
  readonly version: string;
  readonly ordinal: number;
  readonly hash: string;
  readonly kv: number;
  readonly at: string;
  readonly waitsFor: readonly string[];
  readonly openSince: string | null;
}

export const isVerb = <V extends RecordItem['verb']>(fact: ItemFact, verb: V): fact is ItemFact<Extract<RecordItem, { verb: V }>> => fact.item.verb === verb;

/** Journal order within a party and audience; between them the names, so that every node sorts alike. */
export function byJournal(a: ItemFact, b: ItemFact): number {
  return compare(a.party, b.party) || compare(a.audience, b.audience) || a.idx - b.idx || a.pos - b.pos;
}
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
