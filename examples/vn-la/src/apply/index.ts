/** Carrying out a plan: on all nodes of a test at once, or on one node while the exchange brings what it waits for. */
import { ok, problem, refuse, type Kernel, type Result } from '@entente/kernel';
import type { Plan, Step } from '../plan/index.ts';
import { performStep } from './step.ts';

export { performStep, type Outcome } from './step.ts';

/**
 * Runs the whole plan over these kernels, one for each party, with `sync` carrying acts between them after each round.
 * Answers how many steps each party did; `plan.stuck` names the step that waits when nothing moves any more.
 */
export async function applyPlan(plan: Plan, coop: string, kernels: readonly Kernel[], sync: () => Promise<unknown>): Promise<Result<Readonly<Record<string, number>>>> {
  const done = new Map(kernels.map((kernel) => [kernel.party, 0]));
  for (;;) {
    let moved = false;
    for (const kernel of kernels) {
      const before = done.get(kernel.party) ?? 0;
      const reached = await performReady(kernel, coop, plan[kernel.party] ?? [], before);
      if (!reached.ok) return reached;
      done.set(kernel.party, reached.value);
      moved ||= reached.value > before;
    }
    await sync();
    const waiting = kernels.flatMap((kernel) => (plan[kernel.party] ?? []).slice(done.get(kernel.party), (done.get(kernel.party) ?? 0) + 1));
    if (waiting.length === 0) return ok(Object.fromEntries(done));
    if (!moved) return refuse(...waiting.map((step) => problem('plan.stuck', [], { step: step.id })));
  }
}

/** Does steps in order from `from` on until one waits; answers the index of the first that is not done. */
async function performReady(kernel: Kernel, coop: string, steps: readonly Step[], from: number): Promise<Result<number>> {
  for (const [offset, step] of steps.slice(from).entries()) {
    const outcome = await performStep(kernel, coop, step);
    if (!outcome.ok) return outcome;
    if (outcome.value === 'waiting') return ok(from + offset);
  }
  return ok(steps.length);
}

export interface FollowOptions {
  /** Ends the waiting; what is done stays done. */
  readonly signal?: AbortSignal;
  /** Told after each step. */
  readonly onStep?: (done: number, all: number, step: Step) => void;
}

/**
 * One node's part beside a running exchange: each step as soon as what it needs has come over. Answers how many steps
 * are done (all, unless `signal` ended it). Safe to start again after a stop.
 */
export async function followPlan(kernel: Kernel, coop: string, steps: readonly Step[], options: FollowOptions = {}): Promise<Result<number>> {
  const changes = changesOf(kernel, options.signal);
  try {
    for (const [place, step] of steps.entries()) {
      for (;;) {
        if (options.signal?.aborted) return ok(place);
        const seen = changes.count();
        const outcome = await performStep(kernel, coop, step);
        if (!outcome.ok) return outcome;
        if (outcome.value === 'done') break;
        await changes.after(seen);
      }
      options.onStep?.(place + 1, steps.length, step);
    }
    return ok(steps.length);
  } finally {
    changes.stop();
  }
}

/** Counts changes, so that one that comes while a step is being tried is not missed. */
function changesOf(kernel: Kernel, signal: AbortSignal | undefined) {
  let count = 0;
  let wake: (() => void) | undefined;
  const tell = () => { count += 1; wake?.(); };
  const unsubscribe = kernel.onChange(tell);
  signal?.addEventListener('abort', tell);
  return {
    count: () => count,
    after: (seen: number) => new Promise<void>((resolve) => { if (count > seen) resolve(); else wake = resolve; }),
    stop() { unsubscribe(); signal?.removeEventListener('abort', tell); },
  };
}
