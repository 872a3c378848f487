import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { applyPlan, loadFacts } from '@entente/example-vn-la';
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
  if (!facts.ok) throw new Error(`the example facts cannot be used:\n${facts.problems.map((each) => `  ${each.path.join('.')}: ${each.id} ${JSON.stringify(each.params ?? {})}`).join('\n')}`);
  for (const node of places.nodes) for (const ending of ['', '.lock', '.dump.tar.gz']) rmSync(join(node.data, `database${ending}`), { recursive: true, force: true });
  const cores: Core[] = [];
  try {
    for (const node of places.nodes) cores.push(await openCore(readConfig(node.config), log));
    const kernels = Object.fromEntries(cores.map((core) => [core.config.party, core.kernel]));
    const coop = cores[0]!.config.cooperations[0]!.id;
    const summary = await applyPlan(facts.value, kernels, () => carryAll(Object.values(kernels), coop));
    for (const line of summary) tell(`  ${line}`);
    const access: Record<string, DemoAccess> = {};
    for (const core of cores) access[core.config.party] = await welcomePeople(core);
    writeSafely(done, `${JSON.stringify({ access } satisfies DemoFile)}\n`, 0o600);
    return { access };
  } finally {
    for (const core of cores) await core.close();
  }
}
