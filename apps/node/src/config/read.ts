import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Cooperation } from '@entente/kernel';
import { readMapSheet, type MapSheet } from '@entente/ui';
import { explainIssue } from './explain.ts';
import { configProblem, ConfigurationFault, type ConfigProblem } from './fault.ts';
import { cooperationShape, nodeShape, type CooperationFile, type NodeFile } from './shape.ts';

export interface NodeConfig extends Omit<NodeFile, 'cooperations' | 'data' | 'highWater' | 'maps'> {
  readonly file: string;
  /** Absolute. */
  readonly data: string;
  /** Absolute. */
  readonly highWater: string;
  readonly cooperations: readonly Cooperation[];
  readonly maps: readonly MapSheet[];
}

/** Where a node remembers how far it has signed when its configuration does not say: beside the database, outside of it. */
export const highWaterOf = ({ data }: Pick<NodeConfig, 'data'>): string => join(data, 'high-water.json');

/** Reads and checks a node's configuration, all faults of all its files at once. Throws ConfigurationFault. */
export function readConfig(path: string): NodeConfig {
  const file = resolve(path);
  const folder = dirname(file);
  const read = tryShape(file, nodeShape);
  const cooperations = namesIn(read.raw, 'cooperations').map((each) => ({ at: resolve(folder, each), ...tryShape(resolve(folder, each), cooperationShape) }));
  const maps = namesIn(read.raw, 'maps').map((map) => readMap(resolve(folder, map)));
  const node = read.value;
  const faults = [
    ...read.faults,
    ...cooperations.flatMap(({ at, faults: found }) => found.map((fault) => ({ ...fault, file: at }))),
    ...maps.flatMap((map) => ('id' in map ? [map] : [])),
    ...(node ? together(node, cooperations.flatMap(({ value }) => (value ? [value] : []))) : []),
  ];
  if (!node || faults.length > 0) throw new ConfigurationFault(file, faults);
  const url = process.env['ENTENTE_DATABASE_URL'] ?? node.database;
  const data = resolve(folder, node.data);
  return {
    ...node, ...(url === undefined ? {} : { database: url }), file, data, highWater: node.highWater === undefined ? highWaterOf({ data }) : resolve(folder, node.highWater),
    cooperations: cooperations.flatMap(({ value }) => (value ? [value] : [])), maps: maps.flatMap((map) => ('id' in map ? [] : [map])),
  };
}

/** What each file says well by itself and not beside the others. */
function together(node: NodeFile, cooperations: readonly CooperationFile[]): readonly ConfigProblem[] {
  return [
    ...cooperations.flatMap((each) => withoutParty(each, node.party)),
    ...cooperations.filter((each) => each.demo && !node.demo).map((each) => configProblem('demo-cooperation', { coop: each.id })),
    ...node.peers.flatMap((peer, at) => (peer.party === node.party ? [configProblem('own-peer', { party: peer.party }, ['peers', at])] : [])),
    ...node.peers.flatMap((peer, at) => (!node.demo && peer.journal.includes('demo') ? [configProblem('demo-key', { party: peer.party }, ['peers', at, 'journal'])] : [])),
  ];
}

/** A party has to be one of a cooperation, or observe it. */
export function withoutParty({ id, parties, observers }: CooperationFile, party: string): readonly ConfigProblem[] {
  const known = [...parties.map((each) => each.id), ...observers];
  return known.includes(party) ? [] : [configProblem('no-party', { party, coop: id, parties: known.join(', ') })];
}

/** Paths a file names, whatever else of it is wrong. */
const namesIn = (raw: unknown, name: string): readonly string[] => {
  const named = typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>)[name] : undefined;
  return Array.isArray(named) ? named.filter((each) => typeof each === 'string' && each !== '') : [];
};

function readMap(file: string): MapSheet | ConfigProblem {
  try {
    return readMapSheet(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return { ...configProblem('map', { reason: error instanceof Error ? error.message : String(error) }), file };
  }
}

interface Tried<T> { readonly value: T | null; readonly raw: unknown; readonly faults: readonly ConfigProblem[] }

/** One YAML file of a shape, with the line of each fault. */
function tryShape<S extends z.ZodType>(file: string, shape: S): Tried<z.infer<S>> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { value: null, raw: null, faults: [configProblem('unreadable')] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) return { value: null, raw: null, faults: document.errors.map(({ code, pos }) => ({ ...configProblem(YAML_WORDS[code] ?? 'yaml', { code }), line: lines.linePos(pos[0]).line })) };
  const raw: unknown = document.toJS();
  const read = shape.safeParse(raw);
  if (read.success) return { value: read.data, raw, faults: [] };
  const faults = read.error.issues.flatMap((issue) => explainIssue(issue, shape, raw)).map((fault) => {
    const line = lineOf(document, lines, 'key' in fault.params ? [...fault.path, fault.params['key'] ?? ''] : fault.path);
    return line === null ? fault : { ...fault, line };
  });
  return { value: null, raw, faults };
}

const YAML_WORDS: Readonly<Record<string, string>> = { TAB_AS_INDENT: 'yaml-tab', DUPLICATE_KEY: 'yaml-twice' };

/** Where a place begins in the file; of something that is missing, what it is missing from. */
function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return null;
}

/** Reads one YAML file of a shape. Throws ConfigurationFault. */
export function readShape<S extends z.ZodType>(file: string, shape: S): z.infer<S> {
  const { value, faults } = tryShape(file, shape);
  if (value === null) throw new ConfigurationFault(file, faults);
  return value;
}
