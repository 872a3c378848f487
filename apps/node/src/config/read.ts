import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Cooperation } from '@entente/kernel';
import { readMapSheet, type MapSheet } from '@entente/ui';
import { cooperationShape, nodeShape, type NodeFile } from './shape.ts';

export interface NodeConfig extends Omit<NodeFile, 'cooperations' | 'data' | 'highWater' | 'maps'> {
  readonly file: string;
  /** Absolute. */
  readonly data: string;
  /** Absolute. */
  readonly highWater: string;
  readonly cooperations: readonly Cooperation[];
  readonly maps: readonly MapSheet[];
}

/** A configuration that cannot be used; `faults` are sentences, one for each thing to mend. */
export class ConfigurationFault extends Error {
  readonly faults: readonly string[];
  constructor(file: string, faults: readonly string[]) {
    super(`The configuration ${file} cannot be used. Nothing was started.\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/** Where a node remembers how far it has signed when its configuration does not say: beside the database, outside of it. */
export const highWaterOf = ({ data }: Pick<NodeConfig, 'data'>): string => join(data, 'high-water.json');

/** Reads and checks a node's configuration, all faults at once. Throws ConfigurationFault. */
export function readConfig(path: string): NodeConfig {
  const file = resolve(path);
  const node = readShape(file, nodeShape);
  const folder = dirname(file);
  const cooperations = node.cooperations.map((each) => readShape(resolve(folder, each), cooperationShape));
  const faults = [
    ...cooperations.filter((each) => !each.parties.some((party) => party.id === node.party) && !each.observers.includes(node.party))
      .map((each) => `party ${node.party} takes no part in the cooperation ${each.id}`),
    ...cooperations.filter((each) => each.demo && !node.demo).map((each) => `${each.id} is a demonstration; an ordinary node refuses its keys and content`),
    ...node.peers.filter((peer) => peer.party === node.party).map((peer) => `${peer.party} is named as its own peer`),
    ...node.peers.filter((peer) => !node.demo && peer.journal.includes('demo')).map((peer) => `the journal key of ${peer.party} is a demonstration key`),
  ];
  if (faults.length > 0) throw new ConfigurationFault(file, faults);
  const url = process.env['ENTENTE_DATABASE_URL'] ?? node.database;
  const data = resolve(folder, node.data);
  return { ...node, ...(url === undefined ? {} : { database: url }), file, data, highWater: node.highWater === undefined ? highWaterOf({ data }) : resolve(folder, node.highWater), cooperations, maps: node.maps.map((map) => readMap(resolve(folder, map))) };
}

function readMap(file: string): MapSheet {
  try {
    return readMapSheet(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new ConfigurationFault(file, [error instanceof Error ? error.message : String(error)]);
  }
}

/** Reads one YAML file of a shape; line numbers for what YAML itself refuses. Throws ConfigurationFault. */
export function readShape<S extends z.ZodType>(file: string, shape: S): z.infer<S> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new ConfigurationFault(file, ['the file is not there or cannot be read']);
  }
  const document = parseDocument(text, { prettyErrors: true });
  if (document.errors.length > 0) throw new ConfigurationFault(file, document.errors.map((error) => error.message));
  const read = shape.safeParse(document.toJS());
  if (read.success) return read.data;
  throw new ConfigurationFault(file, read.error.issues.map((issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`));
}
