/** What a measurement says: its own figures, each beside a peer's or a limit's, and the goal where there is one. */

export interface Beside {
  readonly what: string;
  readonly value: number;
  /** Whether it was measured in this run, on this machine; else it stands in the project's table of peers. */
  readonly measured: boolean;
}

/** `ratio` is our value divided by the one beside it. */
export interface Goal { readonly of: 'value' | 'ratio'; readonly least?: number; readonly most?: number }

export interface Line {
  readonly what: string;
  readonly unit: string;
  readonly value: number;
  readonly beside?: Beside;
  readonly goal?: Goal;
}

export interface Bench {
  /** A folder of this run, gone with it. */
  readonly folder: string;
  /** Says what is being done, beside the result. */
  readonly tell: (line: string) => void;
}

export interface Subject {
  readonly about: string;
  /** What this machine lacks for it, or null. */
  lacks?(): string | null;
  run(bench: Bench): Promise<readonly Line[]>;
}

/** Identity, so that a subject's file is checked where it is written. */
export const subject = (given: Subject): Subject => given;

export const ratioOf = ({ value, beside }: Line): number | null => (beside && beside.value !== 0 ? value / beside.value : null);

/** Null where there is no goal, or nothing to hold it against. */
export function isReached(line: Line): boolean | null {
  const { goal } = line;
  const judged = goal?.of === 'ratio' ? ratioOf(line) : line.value;
  if (!goal || judged === null) return null;
  return judged >= (goal.least ?? -Infinity) && judged <= (goal.most ?? Infinity);
}
