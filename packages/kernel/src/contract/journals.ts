/** Journals: what is held of them, and how a peer's acts come in. */
import type { Audience } from '../act.ts';
import type { Result } from '../problem.ts';
import type { Person } from './party.ts';

export interface JournalState {
  readonly coop: string;
  readonly party: string;
  readonly audience: Audience;
  readonly origin: string;
  readonly size: number;
  /** Hex root at `size`. */
  readonly root: string;
  /** Leaves of it that are in the records; behind `size` only while a long journal of a peer is taken in. */
  readonly projected: number;
  /** Latest signed note whose leaves are all held, with its cosignatures; null when nothing was signed yet. Of this size unless a stream is under way. */
  readonly checkpoint: string | null;
}

/** A signed note that is kept, with who cosigned it. */
export interface KeptCheckpoint {
  readonly size: number;
  /** Hex. */
  readonly root: string;
  readonly note: string;
  /** By party or observer: when it says it cosigned, in seconds since 1970. */
  readonly cosigned: Readonly<Record<string, number>>;
}

export interface NoteTaken {
  readonly size: number;
  /** Whose cosignatures it brought, with their times. */
  readonly cosigned: Readonly<Record<string, number>>;
  /** False when it speaks of leaves that are not held here yet, so that nothing could be compared. */
  readonly held: boolean;
}

/** A name of a journal. */
export interface JournalPlace { readonly coop: string; readonly party: string; readonly audience: Audience }

/** What shows that a party signed two histories of one journal; whoever holds the party's key can check it. */
export interface Accusation extends JournalPlace {
  readonly id: string;
  readonly fault: string;
  /** The two signed notes (`theirs`, `held`), sizes and roots, and the proof or the leaf in which they differ. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly found: string;
  /** Who of this node looked at it, and why work went on; null while consent with the party is stopped for it. */
  readonly looked: { readonly by: string; readonly at: string; readonly reason: string } | null;
}

export type LeafClass = 'admitted' | 'held' | 'void';
export interface Admission {
  readonly from: number;
  readonly size: number;
  readonly classes: Readonly<Record<LeafClass, number>>;
}

/** Journals held here, as other nodes and files ask for them. */
export interface Journals {
  journals(): Promise<readonly JournalState[]>;
  journal(coop: string, party: string, audience: Audience): Promise<JournalState>;
  /** Hashes of a tile (C2SP tlog-tiles) of a journal held here; null when it does not reach that far. */
  tile(coop: string, party: string, audience: Audience, tile: { readonly level: number; readonly index: number; readonly width: number }): Promise<Uint8Array | null>;
  /** A kept note all of whose leaves are held: the smallest of at least so many leaves, else the newest; by whom cosigned. */
  checkpoint(coop: string, party: string, audience: Audience, wish?: { readonly atLeast?: number; readonly cosignedBy?: string; readonly cosigned?: boolean }): Promise<KeptCheckpoint | null>;
  /** Exact bytes of leaves [from, from+count) of any journal held here. */
  leaves(coop: string, party: string, audience: Audience, from: number, count: number): Promise<readonly Uint8Array[]>;
  /** The same leaves as an entry bundle (C2SP tlog-tiles): each behind its length as a 16-bit number; null when they are not all held. */
  entries(coop: string, party: string, audience: Audience, from: number, count: number): Promise<Uint8Array | null>;
}

/** How what peers signed comes in. */
export interface Door {
  /**
   * The only way a peer's acts come in: exact leaf bytes from `from` on, under a checkpoint the caller took from the
   * peer. Verified (signature, size, root over everything held plus these), stored, classed and projected with the
   * cursor in one transaction. Leaves already held are skipped. Refused as a whole with a reason when a proof breaks.
   *
   * With a `proof` the leaves may end before the checkpoint does: it shows that the tree they give begins the signed one
   * (RFC 9162 2.1.4). They are then stored with the journal's cursor only; the projection follows with a cursor of its own
   * (`projected`, `caughtUp`), so that a long journal streams in with flat memory. A checkpoint all of whose leaves are
   * held is cosigned in the transaction that stores them.
   */
  admit(source: JournalPlace, from: number, leaves: readonly Uint8Array[], checkpoint: string, proof?: readonly Uint8Array[]): Promise<Result<Admission>>;

  /** Resolves when every stored leaf of the cooperation is in the records, and can be found by its words. */
  caughtUp(coop: string): Promise<void>;

  /**
   * Takes a signed note of any journal as another node shows it: its cosignatures are kept. `journal.ahead`: somebody
   * holds more of our own journal than we do, so this node was restored; `journal.forked`: the party signed two histories.
   */
  takeNote(source: JournalPlace, note: string): Promise<Result<NoteTaken>>;

  /**
   * Compares a longer signed tree of a peer with what is held, by the prefix of it that the peer shows, with the proof
   * that connects it to the signature. `journal.forked` when it begins otherwise: evidence is kept, consent stops.
   */
  comparePrefix(source: JournalPlace, checkpoint: string, prefix: { readonly size: number; readonly root: Uint8Array; readonly proof: readonly Uint8Array[] }): Promise<Result<null>>;

  /** What was found against peers, newest first. */
  accusations(coop: string): Promise<readonly Accusation[]>;
  /** An administrator has looked at the evidence against a party: consent goes on, on the history held here. */
  acknowledge(coop: string, party: string, by: Person, reason: string): Promise<Result<{ readonly evidence: number }>>;
}
