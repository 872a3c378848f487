import { engines, type Engine } from '@entente/testing';
import { afterAll, beforeAll, describe } from 'vitest';
import { openDatabase, type Committed, type Cooperation, type Database, type Intent, type Result } from '../../src/index.ts';
import { memoryNodes, type TestNode, type TestNodes, type TestNodesOptions } from '../../src/testing.ts';
import { testKinds } from './kinds.ts';

export const COOP = 'test';

export const openOn = async (engine: Engine): Promise<Database> => openDatabase(await engine.open());

/** Runs the same tests on every engine. */
export function onEngines(title: string, tests: (engine: Engine) => void): void {
  for (const engine of engines()) describe(`${title} (${engine.name})`, () => { tests(engine); });
}

/** `n` connected nodes for the tests of a block; each test makes records of its own. */
export function nodesFor(engine: Engine, n: number, cooperation?: Cooperation, more: Pick<TestNodesOptions, 'observers'> = {}): { readonly all: TestNodes; readonly a: TestNode; readonly b: TestNode } {
  let all: TestNodes | undefined;
  const get = (): TestNodes => {
    if (!all) throw new Error('nodes are there once the tests run');
    return all;
  };
  beforeAll(async () => {
    all = await memoryNodes(n, { kinds: testKinds, open: () => openOn(engine), ...(cooperation ? { cooperation } : {}), ...more });
  });
  afterAll(async () => { await all?.close(); });
  const at = (index: number): TestNode => {
    const node = get().nodes[index];
    if (!node) throw new Error(`there is no node ${index}`);
    return node;
  };
  return { get all() { return get(); }, get a() { return at(0); }, get b() { return at(1); } };
}

export const say = (node: TestNode, intents: Intent | readonly Intent[], more: Partial<Parameters<TestNode['kernel']['commit']>[1]> = {}): Promise<Result<Committed>> =>
  node.kernel.commit((Array.isArray(intents) ? intents : [intents]) as readonly Intent[], { coop: COOP, by: node.person(), ...more });

/** The commit must be accepted; answers the first record and its version. */
export async function done(node: TestNode, intents: Intent | readonly Intent[], more: Parameters<typeof say>[2] = {}): Promise<{ record: string; version: string; all: Committed }> {
  const result = await say(node, intents, more);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`);
  const first = result.value.records[0];
  if (!first) throw new Error('no record');
  return { ...first, all: result.value };
}

/** The commit must be refused; answers the ids of the problems. */
export async function refused(node: TestNode, intents: Intent | readonly Intent[], more: Parameters<typeof say>[2] = {}): Promise<string[]> {
  const result = await say(node, intents, more);
  if (result.ok) throw new Error('was accepted');
  return result.problems.map((problem) => problem.id);
}

export const read = (node: TestNode) => node.kernel.reader(node.person());

export const pledgeOf = (text: string, more: object = {}) => ({ verb: 'propose', kind: 'pledge', content: { text: { en: text }, ...more } }) as const;
export const storyOf = (text: string, more: object = {}) => ({ verb: 'put', kind: 'story', content: { text: { en: text }, ...more } }) as const;
