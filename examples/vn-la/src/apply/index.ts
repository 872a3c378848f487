/** Carrying out a plan on all nodes at once, acts being carried between them after each round. */
import { ok, problem, refuse, type Kernel, type Result } from '@entente/kernel';
import type { Plan, Step } from '../plan/index.ts';
import { performStep } from './step.ts';

export { applySteps } from './alone.ts';
export { planMessages } from './messages.ts';

/**
 * Runs the whole plan over these kernels, one for each party; `sync` carries acts between them after each round.
 * Answers how many steps each party did. A step that a kernel refuses ends it with that kernel's problems (their path
 * begins with the step), and `plan.stuck` names the steps that wait when nothing moves any more.
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
    const waiting = kernels.flatMap((kernel) => (plan[kernel.party] ?? []).slice(done.get(kernel.party)).slice(0, 1));
    if (waiting.length === 0) return ok(Object.fromEntries(done));
    if (!moved) return refuse(...waiting.map((step) => problem('plan.stuck', [step.id], { step: step.id })));
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
