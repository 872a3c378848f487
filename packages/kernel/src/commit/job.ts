import type { Item } from '../act.ts';
import type { CommitOptions, Committed, Intent } from '../contract.ts';
import type { PersonalValue } from '../personal/index.ts';
import type { Result } from '../problem.ts';

/** One call of `commit` waiting for its turn. */
export interface Job {
  readonly intents: readonly Intent[];
  readonly options: CommitOptions;
  /** Judged like any other and never stored. */
  readonly trial?: boolean;
  settle(result: Result<Committed>): void;
  fail(error: unknown): void;
}

/** What one intent becomes: its items, and the version the caller is told. */
export interface Planned {
  readonly record: string;
  readonly version: string;
  readonly items: readonly Item[];
  /** Personal values to keep beside the journal, by commitment. */
  readonly personal?: ReadonlyMap<string, PersonalValue>;
}
