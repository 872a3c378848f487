/**
 * The act: the smallest thing that happens to records, immutable, the only way anything shared changes
 * (docs/decisions/0003). These are the shapes inside the canonical bytes of a journal's leaf.
 */

/** Who sees a journal: `home` never leaves the node, `joint` is for the parties, `public` for anyone. */
export type Audience = 'home' | 'joint' | 'public';

/** What a new version of a joint record says it is. */
export type Purpose = 'original' | 'transcription' | 'rectification' | 'amendment' | 'tombstone';

/** Who acted: an office and a role; the person only as a pseudonym that means something at home. */
export interface Actor {
  readonly office: string | null;
  readonly role: string;
  /** Pseudonymous person id, stable per node. */
  readonly person: string;
}

interface ItemBase {
  readonly kind: string;
  /** Version of the kind's declaration the content was written in. */
  readonly kv: number;
  /** Record id (UUID). */
  readonly record: string;
}

/** The content of an item travels inline while the act fits, else as the blob whose digest is `hash`. */
interface Carried {
  /** SHA-256 (hex) of the canonical content. */
  readonly hash: string;
  readonly content?: unknown;
}

/** Owned record: its party writes the next version. `on` is the content hash it replaces, null for the first. */
export interface PutItem extends ItemBase, Carried {
  readonly verb: 'put';
  readonly on: string | null;
}
export interface RetireItem extends ItemBase {
  readonly verb: 'retire';
  readonly on: string;
  readonly reason: string;
  readonly successor?: string;
}
/** Joint record: content proposed to succeed the agreed version `on` (its candidate name; null for the first). */
export interface ProposeItem extends ItemBase, Carried {
  readonly verb: 'propose';
  readonly on: string | null;
  /** 0, or one more than the highest round of the same content that was rejected. */
  readonly round: number;
  readonly as: Purpose;
}
export interface ConsentItem extends ItemBase {
  readonly verb: 'consent';
  readonly on: string | null;
  /** Candidate name: SHA-256 of JCS{record, v: on, content: hash, round}. */
  readonly h: string;
}
export interface RejectItem extends ItemBase {
  readonly verb: 'reject';
  readonly on: string | null;
  readonly h: string;
  readonly reason?: string;
}
export interface KeyAddItem {
  readonly verb: 'key-add';
  readonly role: 'journal' | 'cosigner' | 'transport';
  /** C2SP vkey. */
  readonly vkey: string;
  /** SHA-256 of the key that will follow, committed in advance. */
  readonly next: string | null;
}
export interface KeyRetireItem {
  readonly verb: 'key-retire';
  readonly role: 'journal' | 'cosigner' | 'transport';
  readonly vkey: string;
}
/** A person's values are gone: every personal commitment named here has lost its value and its key. */
export interface EraseItem {
  readonly verb: 'erase';
  readonly record: string;
  readonly commitments: readonly string[];
}
/** An administrator goes on without a peer that is gone for good. */
export interface ExcuseItem {
  readonly verb: 'excuse';
  readonly peer: string;
  readonly reason: string;
}

export type Item = PutItem | RetireItem | ProposeItem | ConsentItem | RejectItem | KeyAddItem | KeyRetireItem | EraseItem | ExcuseItem;
export type Verb = Item['verb'];

export interface Act {
  /** Format version of the envelope. */
  readonly v: 1;
  /** UUIDv7. */
  readonly id: string;
  readonly coop: string;
  readonly party: string;
  readonly audience: Audience;
  readonly actor: Actor;
  /** When it was made, UTC with milliseconds. Evidence, never order. */
  readonly made: string;
  /** Sizes of the peers' journals (same audience) it was made in view of. */
  readonly seen: Readonly<Record<string, number>>;
  readonly note?: string;
  readonly items: readonly Item[];
}

/** Longest act in bytes, so that an entry bundle's 16-bit length holds it (C2SP tlog-tiles). */
export const MAX_ACT_BYTES = 65_535;
