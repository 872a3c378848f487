/** Writing what a look at a table found good: as one act where it fits, else as several in the order of the rows. */
import type { AnyKind, Intent, Problem, Result } from '@entente/kernel';
import type { Submitted } from '../approvals/submitted.ts';
import { actsOf } from '../jobs/acts.ts';
import type { CellProblem, RowLook } from './look.ts';

export type Commit = (intents: readonly Intent[]) => Promise<Result<Submitted>>;

export interface Written {
  readonly written: number;
  /** Of them, rows that wait for this side's own approvals: nothing of them is in the records yet. */
  readonly waiting: number;
  /** The approvals they wait at. */
  readonly approvals: readonly string[];
  /** What the kernel refused, at its cell; rows after it were not written. */
  readonly problems: readonly CellProblem[];
}

export interface Wish {
  /** Of joint kinds: consent in the same act. */
  readonly agree: boolean;
  /** Rows that the kernel refuses are left out, and the others written. */
  readonly onlyGood: boolean;
  /** Hears how many rows are written. */
  readonly told?: (done: number) => void;
}

/**
 * Commits the rows that have something to write. Stopped between two acts, the same file goes on where it was: what is written is
 * unchanged then.
 */
export async function writeRows(commit: Commit, kind: AnyKind, rows: readonly RowLook[], wish: Wish): Promise<Written> {
  let all: Written = NOTHING;
  for (const part of actsOf(rows.filter((row) => row.intent !== null), (row) => row.intent, kind.regime)) {
    all = both(all, await writePart(commit, part, wish));
    if (all.problems.length > 0 && !wish.onlyGood) break;
    wish.told?.(all.written);
  }
  return all;
}

const NOTHING: Written = { written: 0, waiting: 0, approvals: [], problems: [] };
const both = (one: Written, two: Written): Written =>
  ({ written: one.written + two.written, waiting: one.waiting + two.waiting, approvals: [...one.approvals, ...two.approvals], problems: [...one.problems, ...two.problems] });

async function writePart(commit: Commit, part: readonly RowLook[], wish: Wish): Promise<Written> {
  const committed = await commit(part.flatMap(({ intent }) => (intent ? [intent.verb === 'propose' ? { ...intent, agree: wish.agree } : intent] : [])));
  if (committed.ok) return { ...NOTHING, written: part.length, ...(committed.value.waits === undefined ? {} : { waiting: part.length, approvals: [committed.value.waits] }) };
  const problems = committed.problems.map((problem) => placed(problem, part));
  const bad = new Set(committed.problems.map((problem) => problem.path[0]));
  const good = part.filter((_, at) => !bad.has(at));
  if (!wish.onlyGood || good.length === 0 || good.length === part.length) return { ...NOTHING, problems };
  return both({ ...NOTHING, problems }, await writePart(commit, good, wish));
}

function placed(problem: Problem, part: readonly RowLook[]): CellProblem {
  const [at, ...rest] = problem.path;
  const row = typeof at === 'number' ? part[at] : part[0];
  return { cell: row?.cellOf(rest[0] === 'content' ? rest.slice(1) : rest) ?? '', problem: { ...problem, path: [] } };
}
