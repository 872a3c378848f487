import { canonicalBytes, sha256, toHex } from '@entente/verify';

/** What one item of an act says about one succession: which content is to succeed the agreed version `on` of `record`. */
export interface Ballot {
  readonly party: string;
  /** Index of the act in the party's journal. */
  readonly index: number;
  /** Position of the item in the act; 0 when left out. */
  readonly item?: number;
  readonly verb: 'propose' | 'consent' | 'reject';
  readonly record: string;
  /** Name of the agreed version this succeeds, null for the first. */
  readonly on: string | null;
  /** Name of the candidate. */
  readonly h: string;
  /** Sizes of the peers' journals the act was made in view of; a party not named counts as 0. */
  readonly seen: Readonly<Record<string, number>>;
}

/** Sizes of the verified prefixes of the parties' journals that are held here, one's own among them. */
export type Held = Readonly<Record<string, number>>;

/**
 * Name of a candidate: SHA-256 (hex) of JCS{content, record, round, v} (docs/decisions/0002), so that identical proposals
 * made independently are one candidate.
 */
export const candidateName = ({ record, on, content, round }: { readonly record: string; readonly on: string | null; /** Content hash. */ readonly content: string; readonly round: number }): string =>
  toHex(sha256(canonicalBytes({ record, v: on, content, round })));
