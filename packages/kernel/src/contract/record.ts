/** Records as they are shown: what stands, what is proposed, what was. */
import type { Actor, Audience, Item, Purpose } from '../act.ts';
import type { Localized } from '../fields.ts';

/** How far a joint record is. `owned` kinds are `current` or `retired`. */
export type Standing = 'proposed' | 'agreed' | 'changing' | 'declined' | 'current' | 'retired';

/** A translation that some party gives of a localized field, projected beside the record. */
export interface Translation {
  readonly lang: string;
  readonly text: string;
  readonly origin: 'person' | 'machine';
  readonly party: string;
  /** True when the version it translates is no longer current. */
  readonly stale: boolean;
}

export interface RecordRow<C = Record<string, unknown>> {
  readonly coop: string;
  readonly id: string;
  readonly kind: string;
  readonly kv: number;
  /** Owner for owned kinds; for joint kinds the party that first proposed it. */
  readonly party: string;
  readonly standing: Standing;
  /** Version shown: candidate name (joint) or content hash (owned). The agreed one where there is one, else the leading candidate. */
  readonly version: string;
  /** How many versions were agreed (joint) or written (owned). */
  readonly ordinal: number;
  readonly content: C;
  readonly title: Localized | string;
  /** By dotted field path (`text`, `items.3.text`), then language. */
  readonly translations: Readonly<Record<string, Readonly<Record<string, Translation>>>>;
  readonly date: string | null;
  /** When this version came to be held here as it is shown, UTC. */
  readonly at: string;
  /** Parties whose consent is missing to the leading open candidate; empty when nothing is open. */
  readonly waitsFor: readonly string[];
}

export interface Candidate {
  readonly h: string;
  readonly record: string;
  readonly on: string | null;
  readonly round: number;
  readonly as: Purpose;
  readonly kv: number;
  readonly content: Record<string, unknown>;
  readonly contentHash: string;
  readonly proposals: readonly { readonly party: string; readonly index: number; readonly made: string; readonly note?: string }[];
  readonly consents: readonly { readonly party: string; readonly index: number; readonly made: string }[];
  readonly rejects: readonly { readonly party: string; readonly index: number; readonly made: string; readonly reason?: string }[];
  readonly status: 'open' | 'agreed' | 'declined' | 'superseded';
}

/** What a person may do with a candidate now, and if not, why (message ids). */
export interface Choice {
  readonly h: string;
  readonly consent: { readonly allowed: true } | { readonly allowed: false; readonly why: string; readonly params?: Readonly<Record<string, string>> };
  readonly reject: { readonly allowed: true } | { readonly allowed: false; readonly why: string; readonly params?: Readonly<Record<string, string>> };
}

export interface Version {
  readonly version: string;
  readonly ordinal: number;
  readonly on: string | null;
  readonly as: Purpose | null;
  readonly content: Record<string, unknown>;
  /** Acts that made it: proposals, consents or the put. */
  readonly acts: readonly { readonly party: string; readonly index: number; readonly id: string; readonly verb: string; readonly made: string; readonly actor: Actor; readonly note?: string }[];
  readonly at: string;
}

export interface HistoryEntry {
  readonly party: string;
  readonly audience: Audience;
  readonly index: number;
  readonly act: string;
  readonly made: string;
  readonly admitted: string;
  readonly actor: Actor;
  readonly note?: string;
  readonly item: Item;
}

/** Personal values of a record that are gone. */
export interface Erasure {
  readonly party: string;
  readonly made: string;
  readonly actor: Actor;
  /** How many values. */
  readonly values: number;
  /** Parties that erased them too, and when they say they did. */
  readonly acknowledged: readonly { readonly party: string; readonly made: string }[];
  readonly waitsFor: readonly string[];
}
