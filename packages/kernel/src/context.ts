import type { VerifierKey } from '@entente/verify';
import type { Cooperation } from './contract.ts';
import type { AnyKind } from './kind.ts';
import type { Handle } from './store/index.ts';

/** What every part of a kernel needs to know of the cooperation it works on. */
export interface Context {
  /** The party this node acts for. */
  readonly party: string;
  readonly cooperation: Cooperation;
  readonly kinds: ReadonlyMap<string, AnyKind>;
  /** Languages whose sort keys and search words are kept: those of the parties, and English. */
  readonly languages: readonly string[];
  /** Whether a key still signs a journal of this size; every key does when left out. */
  readonly inForce?: (key: VerifierKey, origin: string, size: number) => boolean;
  /** Told after every writing transaction: search words follow it. */
  readonly changed?: () => void;
  /** Told within the transaction before personal values of a record are deleted. */
  readonly forget?: (handle: Handle, gone: { readonly record: string; readonly kind: string; readonly commitments: readonly string[] }) => Promise<void>;
}
