/**
 * What the kernel promises to everything above it. Implemented in this package; modules, web, exchange and apps see
 * nothing else of it.
 */
import type { Act, Actor, Audience, Item, Purpose } from './act.ts';
import type { AnyKind, Content, Role } from './kind.ts';
import type { Localized } from './fields.ts';
import type { Problem, Result } from './problem.ts';
import type { Handle } from './store/index.ts';

/** A side that can consent; permanent. Colours and names are data. */
export interface Party {
  readonly id: string;
  readonly name: Localized;
  readonly short: Localized;
  /** Colour of its mark on light and dark paper, `#rrggbb`. */
  readonly colour: { readonly light: string; readonly dark: string };
  /** Languages of its own texts, first its own. */
  readonly languages: readonly string[];
  /** Office time zone for display, e.g. `Asia/Vientiane`. */
  readonly zone: string;
  /** Its identifier as a reporting organisation (org-id.guide), for files of the world such as IATI. */
  readonly orgId?: string | undefined;
}

/** A fixed set of parties that share joint records. */
export interface Cooperation {
  readonly id: string;
  readonly title: Localized;
  readonly parties: readonly Party[];
  readonly observers: readonly string[];
  /** Code list of its themes. */
  readonly themes: Readonly<Record<string, Localized>>;
  /** Demonstration keys and content; refused by ordinary configuration. */
  readonly demo: boolean;
}

/** A person of this node at work: an act's actor, with what policies need. */
export interface Person {
  readonly id: string;
  readonly party: string;
  readonly roles: readonly Role[];
  readonly office: string | null;
}

/** What a caller wants to happen; the kernel fills in hashes, predecessors, rounds and names. */
export type Intent =
  | { readonly verb: 'put'; readonly kind: string; readonly record?: string; readonly content: unknown;
      /** Version the writer saw; when it is no longer current the commit is refused with `record.changed`. */
      readonly on?: string | null }
  | { readonly verb: 'retire'; readonly record: string; readonly reason: string; readonly successor?: string }
  | { readonly verb: 'propose'; readonly kind: string; readonly record?: string; readonly content: unknown; readonly as?: Purpose;
      /** Consent to it in the same act. */
      readonly agree?: boolean; readonly on?: string | null }
  | { readonly verb: 'consent'; readonly record: string; readonly h: string }
  | { readonly verb: 'reject'; readonly record: string; readonly h: string; readonly reason?: string }
  /** A person's values are gone for good, here and with every peer; all that the record names when none are listed. No note goes with it. */
  | { readonly verb: 'erase'; readonly record: string; readonly commitments?: readonly string[] };

export interface CommitOptions {
  readonly coop: string;
  readonly by: Person;
  readonly note?: string;
  readonly audience?: Audience;
  /** The same key twice changes nothing and gives the first answer. */
  readonly idempotency?: string;
}

export interface Committed {
  readonly act: string;
  readonly index: number;
  /** Records touched, in the order of the intents. */
  readonly records: readonly { readonly record: string; readonly version: string }[];
}

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

export type Filter =
  | { readonly field: string; readonly is: string | number | boolean }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly field: string; readonly from?: string; readonly to?: string };

export interface ListQuery {
  readonly coop: string;
  readonly kind: string;
  readonly filters?: readonly Filter[];
  /** Standings wanted; all but retired when absent. */
  readonly standing?: readonly Standing[];
  readonly party?: string;
  /** Joint records whose leading candidate lacks this party's consent. */
  readonly waitsFor?: string;
  /** Words searched in the records' texts. */
  readonly words?: string;
  /** Records that link to this one (by any or the named relation). */
  readonly linkedTo?: { readonly record: string; readonly rel?: string };
  /** `date`, `title` (in `lang`), `at`, or a field; `-` before it reverses. */
  readonly sort?: string;
  readonly lang?: string;
  readonly offset?: number;
  readonly limit?: number;
  /** Fields (or `standing`, `party`) whose values are counted over the filtered rows. */
  readonly count?: readonly string[];
}
/** A record as JSON, its members named as those of `RecordRow`. */
export interface RecordText { readonly text: string; /** Whether it has translations, which its title may be made of. */ readonly isTranslated: boolean }
export interface ListPage<C = Record<string, unknown>> {
  readonly rows: readonly RecordRow<C>[];
  readonly total: number;
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
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

export interface SearchHit { readonly row: RecordRow; readonly rank: number; readonly snippet: string }

/** What the SQL of a question may name: records the person may read, and values. */
export interface Asking {
  /** The records of the list asked about, whole, as a table expression. */
  readonly rows: string;
  /** Records of another kind that are not retired. */
  readonly of: (kind: string) => string;
  /** A value, as a parameter. */
  readonly value: (value: unknown) => string;
}
export type ListScope = Pick<ListQuery, 'coop' | 'kind' | 'filters' | 'standing' | 'party' | 'waitsFor' | 'words' | 'linkedTo'>;

/** Joint records whose leading candidate lacks a party's consent. */
export interface Waiting {
  readonly total: number;
  /** Whose oldest has waited longest comes first. */
  readonly kinds: readonly { readonly kind: string; readonly total: number; /** The first of them, oldest first. */ readonly rows: readonly RecordRow[] }[];
}

/** Reading: never changes anything, always asks the policy first. */
export interface Reader {
  get<K extends AnyKind = AnyKind>(coop: string, id: string): Promise<RecordRow<Content<K>> | null>;
  many(coop: string, ids: readonly string[]): Promise<ReadonlyMap<string, RecordRow>>;
  list<K extends AnyKind = AnyKind>(query: ListQuery): Promise<ListPage<Content<K>>>;
  /** The same page for who only sends it on. Refuses kinds with personal values, which nobody sends on unread: `RangeError`. */
  texts(query: ListQuery): Promise<Omit<ListPage, 'rows'> & { readonly rows: readonly RecordText[] }>;
  /**
   * A figure over records in SQL of the module that asks: one select over what `asking` names and nothing else. Kept while nothing of
   * the cooperation changes. Instants, and personal values, are not to be had by it.
   */
  ask<Row extends object>(scope: ListScope, sql: (asking: Asking) => string): Promise<readonly Row[]>;
  /**
   * What `make` answers, kept while no record of the cooperation changes, for readers who see the same. `question` names
   * everything else it depends on. Not for what may hold personal values: those are kept nowhere but in their table.
   */
  kept(coop: string, question: string, make: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>>;
  /** Links from and to a record. */
  links(coop: string, id: string): Promise<{ readonly out: readonly { rel: string; to: string }[]; readonly in: readonly { rel: string; from: string; kind: string }[] }>;
  candidates(coop: string, record: string): Promise<readonly Candidate[]>;
  /** What the person's party may do with each open candidate. */
  choices(coop: string, record: string): Promise<readonly Choice[]>;
  /** What waits for a party: all of it counted, and of each kind the first `most` (none when left out). */
  waitingFor(coop: string, party: string, most?: number): Promise<Waiting>;
  versions(coop: string, record: string): Promise<readonly Version[]>;
  /** The content of one exact version, current or not. */
  version(coop: string, record: string, version: string): Promise<Version | null>;
  history(coop: string, record: string): Promise<readonly HistoryEntry[]>;
  /** What of a record was erased, by whom, and which parties have said that it is gone with them too. */
  erasures(coop: string, record: string): Promise<readonly Erasure[]>;
  /** How many personal values of a record can still be read by somebody. */
  personalLeft(coop: string, record: string): Promise<number>;
  /** Newest first, over all records: what changed. */
  changes(coop: string, options: { readonly since?: string; readonly before?: string; readonly limit?: number }): Promise<readonly HistoryEntry[]>;
  search(coop: string, words: string, options?: { readonly kinds?: readonly string[]; readonly limit?: number; readonly lang?: string }): Promise<readonly SearchHit[]>;
  /** Offices that hold today what this office held: itself if alive, else successors, followed to the end; and all it succeeds. */
  succession(coop: string, office: string): Promise<{ readonly today: readonly string[]; readonly before: readonly string[] }>;
}

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

/** Bytes that are not all in memory: their size and digest (hex) are known before they are read. */
export interface BlobSource {
  readonly sha256: string;
  readonly size: number;
  pieces(): AsyncIterable<Uint8Array>;
}

export interface HeldBlob {
  readonly type: string;
  readonly size: number;
  /** Its bytes from a place on, some at a time. */
  pieces(from?: number): AsyncIterable<Uint8Array>;
  /** All of them at once: only for what looked at `size` before. */
  bytes(): Promise<Uint8Array>;
}

/** Personal values that go for good, told in the transaction that deletes them. */
export interface Erased {
  readonly coop: string;
  readonly record: string;
  readonly kind: string;
  /** As far as they were held here. */
  readonly values: readonly unknown[];
  /** The transaction. */
  readonly handle: Handle;
  /** Deletes a blob that nothing in the journals names. */
  dropBlob(sha256: string): Promise<void>;
}

export interface Kernel {
  readonly party: string;
  readonly cooperations: readonly Cooperation[];
  readonly kinds: ReadonlyMap<string, AnyKind>;

  /** The only way a person of this node changes shared or owned records. One act, one transaction. */
  commit(intents: readonly Intent[], options: CommitOptions): Promise<Result<Committed>>;

  /** What `commit` would say of the same intents now; nothing is written. */
  check(intents: readonly Intent[], options: CommitOptions): Promise<Result<null>>;

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

  /** Reading as a person sees it. */
  reader(person: Person): Reader;

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

  blobs: {
    /** Stores bytes, answers their SHA-256. A source is read piece by piece, and nothing of it is kept when it fails or gives other bytes than it said. */
    put(bytes: Uint8Array | BlobSource, type: string): Promise<{ readonly sha256: string; readonly size: number }>;
    /** Deletes a blob that nothing in the journals names; any other stays. */
    drop(sha256: string): Promise<void>;
    /** A blob held here, to be read piece by piece; null when it is not. */
    open(sha256: string): Promise<HeldBlob | null>;
    get(sha256: string): Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
    /** Digests that joint records name and this node does not hold yet, with who should have them; in order, beyond `after`. */
    missing(coop: string, limit: number, after?: string): Promise<readonly { readonly sha256: string; readonly party: string }[]>;
    /** Which of these digests a peer is entitled to fetch: only those that the records of its cooperation name. `public`: anybody. */
    entitled(coop: string, sha256: string, audience?: 'public'): Promise<boolean>;
    /** Bytes of a blob held here; null when it is not. */
    size(sha256: string): Promise<number | null>;
    /** Some bytes of a held blob from a place on: as many as it is handy to give, none past its end. */
    piece(sha256: string, from: number): Promise<Uint8Array>;
    /**
     * Begins or goes on with a blob that comes bit by bit: what came before is kept and need not come again. `finish` puts
     * it in its place; false, and nothing kept, when the bytes are others. `write` throws `blob.too-large`.
     */
    receive(sha256: string): Promise<{ readonly kept: number; write(bytes: Uint8Array): Promise<void>; finish(type: string): Promise<boolean> }>;
  };

  /** Values of persons that records name by a commitment; they travel beside the journals (protocol.md section 6). */
  personal: {
    /** Commitments of joint records whose values are not held here and were not erased; in order, beyond `after`. */
    missing(coop: string, limit: number, after?: string): Promise<readonly { readonly commitment: string; readonly party: string }[]>;
    /** Commitments that these joint records hold and that were not erased. */
    of(coop: string, records: readonly string[]): Promise<readonly string[]>;
    /** Values with their keys, for a party of the cooperation; nothing for anybody else, and nothing that was erased. */
    give(coop: string, commitments: readonly string[], to: string): Promise<ReadonlyMap<string, { readonly value: unknown; readonly key: Uint8Array }>>;
    /** Keeps a value that fits its commitment and is still wanted; false for any other. */
    take(coop: string, commitment: string, given: { readonly value: unknown; readonly key: Uint8Array }): Promise<boolean>;
  };

  /** Rebuilds records, candidates, links and search from acts and blobs alone. */
  rebuild(coop: string): Promise<void>;
  /** Canonical dump of everything derived, for comparing two nodes or before and after a rebuild. */
  dump(coop: string): Promise<string>;

  /** Called after each transaction that changed something (commit or admit); for live pages and wake-up hints. */
  onChange(listener: (change: { readonly coop: string; readonly party: string; readonly size: number }) => void): () => void;

  /** Derived id (UUIDv8) of old paper: both sides loading the same natural key get one record. */
  naturalId(coop: string, kind: string, key: string): string;

  close(): Promise<void>;
}

export type { Act, Problem };
