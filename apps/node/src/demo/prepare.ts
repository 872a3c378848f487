import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { applyPlan, keptForLater, loadFacts, plan } from '@entente/example-vn-la';
import type { Problem } from '@entente/kernel';
import { describeProblem } from '@entente/text';
import { readConfig } from '../config/index.ts';
import { log } from '../log.ts';
import { openCore, type Core } from '../node.ts';
import { carryAll } from './carry.ts';
import { welcomePeople, type DemoAccess } from './people.ts';
import { writeSafely, type DemoPlaces } from './place.ts';

/** What a prepared demonstration remembers beside its databases. */
export interface DemoFile { readonly access: Readonly<Record<string, DemoAccess>> }

/**
 * Loads the real cooperation into both nodes and makes the people, once. A preparation that was cut off is begun anew:
 * nothing in it is anybody's work yet.
 */
export async function prepare(places: DemoPlaces, tell: (line: string) => void): Promise<DemoFile> {
  const done = join(places.folder, 'prepared.json');
  if (existsSync(done)) return JSON.parse(readFileSync(done, 'utf8')) as DemoFile;
  tell('Loading the cooperation into both nodes, once ...');
  const facts = loadFacts();
  if (!facts.ok) throw new Error(`the example facts cannot be used:\n${sentences(facts.problems)}`);
  for (const node of places.nodes) for (const ending of ['', '.lock', '.dump.tar.gz']) rmSync(join(node.data, `database${ending}`), { recursive: true, force: true });
  const cores: Core[] = [];
  try {
    for (const node of places.nodes) cores.push(await openCore(readConfig(node.config), log));
    const kernels = cores.map((core) => core.kernel);
    const { id: coop } = facts.value.cooperation;
    const applied = await applyPlan(plan(facts.value, (...name) => kernels[0]!.naturalId(...name)), coop, kernels, () => carryAll(kernels, coop));
    if (!applied.ok) throw new Error(`the example could not be loaded:\n${sentences(applied.problems)}`);
    tell(`  ${Object.entries(applied.value).map(([party, steps]) => `${party}: ${steps} acts`).join(', ')}`);
    tell(`  ${keptForLater(facts.value, 'en')}`);
    const access: Record<string, DemoAccess> = {};
    for (const core of cores) access[core.config.party] = await welcomePeople(core);
    writeSafely(done, `${JSON.stringify({ access } satisfies DemoFile)}\n`, 0o600);
    return { access };
  } finally {
    for (const core of cores) await core.close();
  }
}

const sentences = (problems: readonly Problem[]): string =>
  problems.map(({ id, path, params }) => `  ${path.join('.')} ${describeProblem({ id, path: path.join('.'), params: params ?? {} }, 'en')}`).join('\n');
