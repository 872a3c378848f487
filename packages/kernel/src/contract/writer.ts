/** Writing: what a person wants to happen. */
import type { Audience, Purpose } from '../act.ts';
import type { Result } from '../problem.ts';
import type { Person } from './party.ts';

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

export interface Writer {
  /** The only way a person of this node changes shared or owned records. One act, one transaction. */
  commit(intents: readonly Intent[], options: CommitOptions): Promise<Result<Committed>>;

  /** What `commit` would say of the same intents now; nothing is written. */
  check(intents: readonly Intent[], options: CommitOptions): Promise<Result<null>>;
}
