import type { Signer, VerifierKey } from '@entente/verify';
import type { Cooperation, Erased } from './contract.ts';
import type { Database } from './database/index.ts';
import type { AnyKind } from './kind.ts';

export interface KernelKeys {
  /** Signs the checkpoints of this party's journals. The secret stays with the signer. */
  readonly journal: Signer;
  /** Keys that signed them before, newest first. */
  readonly own?: readonly VerifierKey[];
  /** Keys that sign each peer's checkpoints, now or before; by party id. */
  readonly peers: Readonly<Record<string, readonly VerifierKey[]>>;
  /** Cosigns the checkpoints of peers whose journals are held here whole (C2SP cosignature/v1); without it nothing is cosigned. */
  readonly cosigner?: Signer;
  /** Keys under which each peer or observer cosigns; by party id. */
  readonly cosigners?: Readonly<Record<string, readonly VerifierKey[]>>;
  /** Whether a key signs a journal of this size: those that others follow do not beyond their time. Every key does when left out. */
  readonly inForce?: (key: VerifierKey, origin: string, size: number) => boolean;
  /** 32 bytes under which personal values are kept at rest; without it personal fields are refused. */
  readonly node?: Uint8Array;
}

export interface KernelOptions {
  /** The party this node acts for. */
  readonly party: string;
  readonly cooperations: readonly Cooperation[];
  /** Kinds of the modules; the kernel's own (office, body, person, translation) are always there. */
  readonly kinds: readonly AnyKind[];
  readonly database: Database;
  readonly keys: KernelKeys;
  /** File outside the database that remembers how far own journals have been; what tells a restored node. Beside no other node's. */
  readonly highWater?: string;
  /** Parties and observers whose mirrors are asked after a restore; every other party when left out. */
  readonly peers?: readonly string[];
  readonly clock?: () => Temporal.Instant;
  /** Largest blob in bytes; 200 MiB when left out. */
  readonly blobLimit?: number;
  /** Told in the transaction that erases personal values, so that whoever keeps copies beside the records loses them with it. */
  readonly forget?: (erased: Erased) => Promise<void>;
  /** Told of what an operator should know and no caller is there to hear. */
  readonly notice?: (notice: { readonly id: string; readonly params: Readonly<Record<string, string | number>> }) => void;
}
