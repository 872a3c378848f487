import { ok, problem, refuse, type Kernel, type Result } from '@entente/kernel';
import type { Step } from '../plan/index.ts';
import { performStep } from './step.ts';

/** How long nothing may come from the other side before the plan counts as stuck, and between two tries, in milliseconds. */
const [PATIENCE, AGAIN] = [120_000, 1_000];
/** Told of a record that has come while its files are still on their way. */
const STILL_COMING = new Set(['blob.missing', 'candidate.not-held']);

/**
 * Does one party's steps in order on its own node while the others do theirs on theirs. Where a step waits for another
 * party, it is tried again when something has come. Answers how many were done.
 */
export async function applySteps(steps: readonly Step[], coop: string, kernel: Kernel): Promise<Result<number>> {
  const arrivals = watch(kernel);
  try {
    for (const step of steps) {
      for (let since = performance.now(); ;) {
        const seen = arrivals.count();
        const outcome = await performStep(kernel, coop, step);
        if (outcome.ok && outcome.value === 'done') break;
        if (!outcome.ok && !outcome.problems.every((each) => STILL_COMING.has(each.id))) return outcome;
        if (performance.now() - since > PATIENCE) return outcome.ok ? refuse(problem('plan.stuck', [step.id], { step: step.id })) : outcome;
        if (await arrivals.after(seen)) since = performance.now();
      }
    }
    return ok(steps.length);
  } finally {
    arrivals.end();
  }
}

/** Counts what comes from others. */
function watch(kernel: Kernel): { count(): number; after(seen: number): Promise<boolean>; end(): void } {
  let count = 0;
  let waiting: (() => void) | null = null;
  const end = kernel.onChange(({ party }) => {
    if (party === kernel.party) return;
    count += 1;
    waiting?.();
  });
  return {
    count: () => count, end,
    /** Whether something more has come than was seen; false when it took too long. */
    async after(seen) {
      if (count === seen) await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, AGAIN);
        waiting = () => { clearTimeout(timer); resolve(); };
      });
      waiting = null;
      return count > seen;
    },
  };
}
