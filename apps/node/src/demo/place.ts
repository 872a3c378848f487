/** Lays out the demonstration: two parties, two folders, two configuration files that name each other. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Cooperation } from '@entente/kernel';
import type { NodeFile } from '../config/index.ts';
import { makeKeys, readKeys } from '../keys.ts';
import type { NodePlace } from './supervisor.ts';

/** Seconds between looks at the peer: a wake-up usually comes first. */
const PULL = 2;
const COOPERATION = 'cooperation.yaml';
const MAPS = 'maps';

export interface DemoPlaces { readonly folder: string; readonly nodes: readonly (NodePlace & { readonly party: string; readonly port: number; readonly data: string })[] }

/**
 * Writes both nodes' keys and configuration; keys of an earlier start are kept, and a side's own approvals that somebody wrote
 * into its file; ports may change. A prepared folder keeps the cooperation it was prepared with.
 */
export async function layOut(folder: string, prepared: boolean, firstPort: number): Promise<DemoPlaces> {
  mkdirSync(folder, { recursive: true });
  const cooperation = prepared ? parse(readFileSync(join(folder, COOPERATION), 'utf8')) as Cooperation : (await import('@entente/example-vn-la')).cooperation;
  if (!prepared) {
    writeSafely(join(folder, COOPERATION), stringify(cooperation));
    await layOutMaps(join(folder, MAPS));
  }
  // Those that stand since a day come before those that stood before it.
  const maps = existsSync(join(folder, MAPS)) ? readdirSync(join(folder, MAPS)).toSorted().toReversed().map((name) => join(MAPS, name)) : [];
  const nodes = cooperation.parties.map((party, at) => {
    const name = party.id.toLowerCase();
    return { name, party: party.id, port: firstPort + at, data: join(folder, name), config: join(folder, `${name}.yaml`), title: `${party.short['en'] ?? party.id} (${name})` };
  });
  for (const node of nodes) await makeKeys(join(node.data, 'keys'), node.party, true);
  const keys = new Map(await Promise.all(nodes.map(async (node) => [node.party, await readKeys(join(node.data, 'keys'))] as const)));
  for (const node of nodes) {
    const file: NodeFile = {
      party: node.party, cooperations: [COOPERATION], listen: { host: '127.0.0.1', port: node.port }, url: addressOf(node.port), data: node.name, pull: PULL, demo: true, maps, approvals: approvalsIn(node.config), retired: [],
      ...(process.env['ENTENTE_DATABASE_URL'] === undefined ? {} : { schema: `demo_${node.name}` }),
      peers: nodes.filter((other) => other !== node).map((other) => {
        const own = keys.get(other.party)!;
        const [root] = own.keyring.anchors;
        return {
          party: other.party, url: addressOf(other.port), journal: own.journal.key.vkey, transport: own.transport.vkey,
          ...(own.cosigner ? { cosigner: own.cosigner.key.vkey } : {}), ...(root === undefined ? {} : { root }),
        };
      }),
    };
    writeSafely(node.config, stringify(file));
  }
  return { folder, nodes };
}

/** What the file of an earlier start holds; whether it is right the node says that reads it. */
function approvalsIn(config: string): NodeFile['approvals'] {
  return existsSync(config) ? (parse(readFileSync(config, 'utf8')) as Partial<NodeFile> | null)?.approvals ?? [] : [];
}

async function layOutMaps(folder: string): Promise<void> {
  const { mapFiles } = await import('@entente/example-vn-la');
  mkdirSync(folder, { recursive: true });
  for (const file of mapFiles) writeSafely(join(folder, basename(file)), readFileSync(file, 'utf8'));
}

export const addressOf = (port: number): string => `http://127.0.0.1:${port}`;

/** Written beside and renamed, so that no reader ever sees half of it. */
export function writeSafely(file: string, text: string, mode = 0o644): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  const beside = `${file}.${process.pid}.new`;
  try {
    writeFileSync(beside, text, { mode });
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}
