/** Exit codes scripts can rely on; listed in `--help`. */
export const Exit = { done: 0, problems: 1, usage: 2, noNode: 3, refused: 4, failed: 5 } as const;

/** Ends the command with a sentence and a code. */
export class Stop extends Error {
  readonly code: number;
  readonly problems: readonly unknown[];
  constructor(code: number, message: string, problems: readonly unknown[] = []) {
    super(message);
    this.code = code;
    this.problems = problems;
  }
}
