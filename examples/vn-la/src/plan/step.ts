/** What a node does, in order, until the record stands on both sides. Plain data; `apply.ts` carries it out. */
import type { Intent, Person } from '@entente/kernel';

/** What must be held at this node before a step can be done. */
export interface Need {
  readonly record: string;
  /** Agreed (joint records) at least this many times. */
  readonly agreed?: number;
}

interface StepBase {
  /** Stable name; also the key under which the kernel takes it once. */
  readonly id: string;
  readonly by: Person;
  readonly note: string;
  readonly needs: readonly Need[];
}

/** Evidence that a step puts into the node before it commits. */
export interface PlannedFile { readonly bytes: Uint8Array; readonly type: string }

export interface WriteStep extends StepBase {
  readonly intents: readonly Intent[];
  readonly files?: readonly PlannedFile[];
}
/** Consent to what the other side proposed as the `agreed`-th version of each record. */
export interface ConfirmStep extends StepBase {
  readonly confirm: readonly { readonly record: string; readonly agreed: number }[];
}
/** Decline the other side's proposal. */
export interface DeclineStep extends StepBase {
  readonly decline: { readonly record: string; readonly reason: string };
}
export type Step = WriteStep | ConfirmStep | DeclineStep;

/** Steps by party. Each party does its own in order; a step waits for what it needs from the other. */
export type Plan = Readonly<Record<string, readonly Step[]>>;

const VERSION = 'version-of:';
/** Stands in an intent for the version in which a record is held when the step is done. */
export const versionOf = (record: string): string => VERSION + record;

/** Records whose version an intent asks for. */
export function versionsAsked(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith(VERSION) ? [value.slice(VERSION.length)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(versionsAsked) : [];
}

/** The same value with every asked version filled in. */
export function withVersions<T>(value: T, versions: ReadonlyMap<string, string>): T {
  if (typeof value === 'string') return (value.startsWith(VERSION) ? (versions.get(value.slice(VERSION.length)) ?? value) : value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => withVersions(each, versions)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withVersions(each as unknown, versions)])) as T;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;
/** Every record a value names. */
export function recordsNamed(value: unknown): string[] {
  if (typeof value === 'string') return UUID.test(value) ? [value] : versionsAsked(value);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(recordsNamed) : [];
}
