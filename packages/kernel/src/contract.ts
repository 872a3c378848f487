/**
 * What the kernel promises to everything above it. Implemented in this package; modules, web, exchange and apps see
 * nothing else of it.
 */
import type { Act } from './act.ts';
import type { Blobs, PersonalValues } from './contract/beside.ts';
import type { Door, Journals } from './contract/journals.ts';
import type { Cooperation, Person } from './contract/party.ts';
import type { Reader } from './contract/reader.ts';
import type { Writer } from './contract/writer.ts';
import type { AnyKind } from './kind.ts';
import type { Problem } from './problem.ts';

export interface Kernel extends Writer, Door, Journals {
  readonly party: string;
  readonly cooperations: readonly Cooperation[];
  readonly kinds: ReadonlyMap<string, AnyKind>;

  /** Reading as a person sees it. */
  reader(person: Person): Reader;

  readonly blobs: Blobs;
  readonly personal: PersonalValues;

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

export type * from './contract/beside.ts';
export type * from './contract/journals.ts';
export type * from './contract/party.ts';
export type * from './contract/reader.ts';
export type * from './contract/record.ts';
export type * from './contract/writer.ts';
export type { Act, Problem };
