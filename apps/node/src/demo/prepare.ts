import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeDirectories } from '@entente/kernel/directory';
import { highWaterOf } from '../config/index.ts';
import { writeSafely, type DemoPlaces } from './place.ts';
import type { DemoAccess } from './people.ts';
import type { supervise } from './supervisor.ts';

/** What a prepared demonstration remembers beside its databases. */
export interface DemoFile { readonly access: Readonly<Record<string, DemoAccess>> }

const fileOf = (folder: string): string => join(folder, 'prepared.json');
export const isPrepared = (folder: string): boolean => existsSync(fileOf(folder));

/**
 * Starts both nodes. The first time each loads its part of the real cooperation and makes its people, both at once, what
 * they write travelling between them as it always will. A preparation that was cut off is begun anew: nothing in it is
 * anybody's work yet.
 */
export async function start(places: DemoPlaces, nodes: ReturnType<typeof supervise>, tell: (line: string) => void): Promise<DemoFile> {
  if (isPrepared(places.folder)) {
    await nodes.startAll();
    return JSON.parse(readFileSync(fileOf(places.folder), 'utf8')) as DemoFile;
  }
  tell('Loading the cooperation into both nodes, once ...');
  const loaded = await nodes.startAll(emptyFolders(places));
  tell(`  ${places.nodes.map(({ name, party }) => `${party}: ${loaded.get(name)?.acts ?? 0} acts`).join(', ')}`);
  tell(`  ${[...loaded.values()][0]?.later ?? ''}`);
  const file: DemoFile = { access: Object.fromEntries(places.nodes.flatMap(({ name, party }) => { const of = loaded.get(name); return of ? [[party, of.access]] : []; })) };
  writeSafely(fileOf(places.folder), `${JSON.stringify(file)}\n`, 0o600);
  return file;
}

async function emptyFolders(places: DemoPlaces): Promise<void> {
  const databases = places.nodes.map((node) => join(node.data, 'database'));
  for (const database of databases) for (const ending of ['', '.lock', '.dump.tar.gz']) rmSync(`${database}${ending}`, { recursive: true, force: true });
  if (process.env['ENTENTE_DATABASE_URL'] !== undefined) return;
  // What was signed into those databases goes with them.
  for (const node of places.nodes) rmSync(highWaterOf(node), { force: true });
  await makeDirectories(...databases);
}
