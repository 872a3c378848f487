/** A demonstration's node loads its own part of the example, while the other loads the other part. */
import { setTimeout as sleep } from 'node:timers/promises';
import { applySteps, keptForLater, loadFacts, plan } from '@entente/example-vn-la';
import type { Problem } from '@entente/kernel';
import { describeProblem } from '@entente/text';
import type { Core, RunningNode } from '../node.ts';
import { welcomePeople, type DemoAccess } from './people.ts';

/** What a node tells its supervisor when its part is done and the other's has come. */
export interface Loaded { readonly access: DemoAccess; readonly acts: number; readonly later: string }

/**
 * Reads the example, and answers what loads this node's part of it. Both throw an Error with sentences when it cannot be
 * used.
 */
export function exampleLoader(): (node: RunningNode) => Promise<Loaded> {
  const facts = loadFacts();
  if (!facts.ok) throw new Error(`the example facts cannot be used:\n${sentences(facts.problems)}`);
  const { id: coop } = facts.value.cooperation;
  return async ({ core }) => {
    const { kernel, config: { party, peers } } = core;
    const steps = plan(facts.value, (...name) => kernel.naturalId(...name));
    const [applied, access] = await Promise.all([applySteps(steps[party] ?? [], coop, kernel), welcomePeople(core)]);
    if (!applied.ok) throw new Error(`the example could not be loaded:\n${sentences(applied.problems)}`);
    for (const peer of peers) await level(core, coop, peer.party, steps[peer.party]?.length ?? 0);
    return { access, acts: applied.value, later: keptForLater(facts.value, 'en') };
  };
}

/** Waits until so many acts of a peer are held here, with the files they name. */
async function level({ kernel }: Core, coop: string, peer: string, acts: number): Promise<void> {
  while ((await kernel.journal(coop, peer, 'joint')).size < acts || (await kernel.blobs.missing(coop, 1)).length > 0) await sleep(50);
}

const sentences = (problems: readonly Problem[]): string =>
  problems.map(({ id, path, params }) => `  ${path.join('.')} ${describeProblem({ id, path: path.join('.'), params: params ?? {} }, 'en')}`).join('\n');
