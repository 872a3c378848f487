/** What lies beside the journals: blobs, and values of persons. */
import type { Handle } from '../store/index.ts';

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

export interface Blobs {
  /** Stores bytes, answers their SHA-256. A source is read piece by piece, and nothing of it is kept when it fails or gives other bytes than it said. */
  put(bytes: Uint8Array | BlobSource, type: string): Promise<{ readonly sha256: string; readonly size: number }>;
  /** Deletes a blob that nothing in the journals names; any other stays. */
  drop(sha256: string): Promise<void>;
  /** Deletes those of these blobs that nothing in the journals names and that nobody brought since; answers which. */
  dropOld(digests: readonly string[], before: Temporal.Instant): Promise<readonly string[]>;
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
}

/** Values of persons that records name by a commitment; they travel beside the journals (protocol.md section 6). */
export interface PersonalValues {
  /** Commitments of joint records whose values are not held here and were not erased; in order, beyond `after`. */
  missing(coop: string, limit: number, after?: string): Promise<readonly { readonly commitment: string; readonly party: string }[]>;
  /** Commitments that these joint records hold and that were not erased. */
  of(coop: string, records: readonly string[]): Promise<readonly string[]>;
  /** Values with their keys, for a party of the cooperation; nothing for anybody else, and nothing that was erased. */
  give(coop: string, commitments: readonly string[], to: string): Promise<ReadonlyMap<string, { readonly value: unknown; readonly key: Uint8Array }>>;
  /** Keeps a value that fits its commitment and is still wanted; false for any other. */
  take(coop: string, commitment: string, given: { readonly value: unknown; readonly key: Uint8Array }): Promise<boolean>;
}
